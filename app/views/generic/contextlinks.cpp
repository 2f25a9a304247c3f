// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/contextlinks.h"

#include "app/views/generic/mergedialog.h"
#include "app/views/viewcontext.h"
#include "app/widgets/boardlanes.h"
#include "app/widgets/recorddesk.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QIcon>

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

/// Commands of subjects as actions of one widget; their words follow the language.
class Commands : public QObject
{
public:
    explicit Commands(QWidget &widget) : QObject(&widget) { widget.installEventFilter(this); }

    QAction *add(const RecordCommand &command)
    {
        auto *action = new QAction(QIcon::fromTheme(command.icon), command.text(), this);
        action->setShortcut(command.keys);
        action->setData(command.step);
        action->setObjectName(command.name);
        m_commands.append({action, command});
        return action;
    }
    /// Off while the keyboard is in a list inside, which has the same keys for its own rows.
    void setKeysOn(bool on)
    {
        for (const auto &[action, command] : std::as_const(m_commands))
            action->setShortcut(on ? command.keys : QKeySequence());
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            for (const auto &[action, command] : std::as_const(m_commands))
                action->setText(command.text());
        return false;
    }

private:
    QList<std::pair<QAction *, RecordCommand>> m_commands;
};

CommandScope scopeOf(RecordListView &list)
{
    CommandScope scope{list.entity().id, {}, list.shownQuery(), list.isAllSelected() && !list.isBinShown(), list.shownColumns()};
    if (!scope.all && !list.isBinShown())
        scope.chosen = list.selectedRefs();
    return scope;
}

CommandScope scopeOf(RecordPane &pane) { return {pane.ref().entity, {pane.ref()}, {}, false, {}}; }

template <class Widget> Commands *addCommands(Widget &widget, model::EntityId entity, ViewContext &context)
{
    auto *commands = new Commands(widget);
    for (const RecordCommand &command : context.extras().commands)
        if (command.offered(context.records(), entity) && (std::is_same_v<Widget, RecordListView> || !command.ofList)) {
            QAction *action = commands->add(command);
            widget.addCommand(action);
            QObject::connect(action, &QAction::triggered, &widget,
                             [&widget, &context, run = command.run] { run(&widget, context, scopeOf(widget)); });
        }
    return commands;
}

bool isInList(const QWidget *widget, const QWidget &within)
{
    while (widget && widget != &within && !qobject_cast<const RecordListView *>(widget))
        widget = widget->parentWidget();
    return widget && widget != &within;
}

} // namespace

void linkToContext(RecordListView &list, ViewContext &context)
{
    link(list, context);
    addCommands(list, list.entity().id, context);
    for (const RecordLanes &lanes : context.extras().lanes)
        if (lanes.entity == list.entity().id)
            list.setBoardLanes([&context, make = lanes.make] { return make(context); });
}

void linkToContext(RecordPane &pane, ViewContext &context)
{
    link(pane, context);
    Commands *commands = addCommands(pane, pane.ref().entity, context);
    QObject::connect(qApp, &QApplication::focusChanged, commands,
                     [commands, &pane](QWidget *, const QWidget *now) { commands->setKeysOn(!isInList(now, pane)); });
    const auto addToList = [&context](RecordListView *list) { addCommands(*list, list->entity().id, context); };
    for (RecordListView *list : pane.findChildren<RecordListView *>())
        addToList(list);
    QObject::connect(&pane, &RecordPane::relationShown, &pane, addToList);
    QObject::connect(&pane, &RecordPane::mergeRequested, &pane, [&context, &pane](const model::RecordRef &goes, const model::RecordRef &stays) {
        auto *dialog = new MergeDialog(context, goes, stays, &pane);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    for (const RecordTab &tab : context.extras().tabs)
        pane.addTab([&context, tab](const model::RecordRef &ref) { return tab(context, ref); });
    for (const RecordAdvice &advice : context.extras().advice)
        pane.addAdvice([&context, advice](const model::Record &record) { return advice(context.records(), record); });
}

void linkToContext(RecordDesk &desk, ViewContext &context) { link(desk, context); }

} // namespace guanxi::app
