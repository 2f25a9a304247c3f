// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/contextlinks.h"

#include "app/views/viewcontext.h"
#include "app/widgets/recorddesk.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"

namespace guanxi::app {

namespace {

/// The three widgets say the same with the same signals.
template <class Widget> void link(Widget &widget, ViewContext &context)
{
    QObject::connect(&widget, &Widget::openRequested, &widget,
                     [&context](const model::RecordRef &ref, const QList<model::RecordRef> &around) { context.openRecord(ref, around); });
    QObject::connect(&widget, &Widget::createRequested, &widget,
                     [&context](model::EntityId entity, const Preset &preset) { context.createRecord(entity, preset); });
    QObject::connect(&widget, &Widget::notice, &widget,
                     [&context](const QString &text, const Uuid &undo) { context.notify(text, undo); });
    QObject::connect(&widget, &Widget::failed, &widget, [&context](const Error &error) { context.showError(error); });
}

} // namespace

void linkToContext(RecordListView &list, ViewContext &context) { link(list, context); }
void linkToContext(RecordPane &pane, ViewContext &context) { link(pane, context); }
void linkToContext(RecordDesk &desk, ViewContext &context) { link(desk, context); }

} // namespace guanxi::app
