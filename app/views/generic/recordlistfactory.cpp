// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/recordlistfactory.h"

#include "app/views/generic/contextlinks.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"

namespace guanxi::app {

QString RecordListFactory::id() const { return QStringLiteral("list.") + m_entity.name; }

QString RecordListFactory::title() const { return entityPlural(m_entity); }

QWidget *RecordListFactory::createWidget(ViewContext &context, QWidget *parent) const
{
    auto *list = new RecordListView(context.records(), m_entity.id, RecordListView::Place::Workspace, parent);
    linkToContext(*list, context);
    return list;
}

QJsonObject RecordListFactory::saveState(const QWidget *widget) const
{
    return static_cast<const RecordListView *>(widget)->state();
}

void RecordListFactory::restoreState(QWidget *widget, const QJsonObject &state) const
{
    static_cast<RecordListView *>(widget)->setState(state);
}

} // namespace guanxi::app
