// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/changes/changesmodule.h"

#include "app/views/changes/changesview.h"
#include "common/model/catalogue/ids.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

class ChangesFactory final : public ViewFactory
{
    Q_DECLARE_TR_FUNCTIONS(ChangesFactory)

public:
    QString id() const override { return QStringLiteral("administration.changes"); }
    QString title() const override { return tr("Recent changes"); }
    QString icon() const override { return QStringLiteral("document-open-recent"); }
    model::Workspace workspace() const override { return model::Workspace::Administration; }
    model::EntityId entity() const override { return model::ids::Change; }
    bool opensAtFirst() const override { return false; }
    QWidget *createWidget(ViewContext &context, QWidget *parent) const override { return new ChangesView(context, parent); }
    QJsonObject saveState(const QWidget *widget) const override { return static_cast<const ChangesView *>(widget)->state(); }
    void restoreState(QWidget *widget, const QJsonObject &state) const override { static_cast<ChangesView *>(widget)->setState(state); }
};

} // namespace

void addChangesView(ViewList &views) { views.push_back(std::make_unique<ChangesFactory>()); }

} // namespace guanxi::app
