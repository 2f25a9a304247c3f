// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the main window: menus, palette, dialogs. See mainwindowcontroller.cpp for the rest.
#include "app/shell/mainwindowcontroller.h"

#include "app/shell/actions.h"
#include "app/shell/commandpalette.h"
#include "app/shell/docks.h"
#include "app/shell/language.h"
#include "app/shell/mainwindow.h"
#include "app/shell/rail.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/statusline.h"
#include "app/shell/theme.h"
#include "app/shell/workspaces.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/ids.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMessageBox>

namespace guanxi::app {

namespace {

constexpr auto ConflictView = "conflicts.desk";
constexpr auto OutboxView = "outbox.list";

} // namespace

void MainWindowController::connectActions()
{
    const Actions &actions = m_window.actions();
    const auto on = [this](QAction *action, auto command) { connect(action, &QAction::triggered, this, command); };
    on(actions.newRecord, [this] { newRecord(); });
    on(actions.find, [this] { findInView(); });
    on(actions.print, [this] { printView(); });
    on(actions.undo, [this] { undo(m_parts.records.lastUndoable()); });
    on(actions.palette, [this] {
        fillPalette();
        m_palette->open();
    });
    on(actions.closeView, [this] { m_window.docks().closeCurrent(); });
    on(actions.floatView, [this] { m_window.docks().floatCurrent(); });
    on(actions.nextView, [this] {
        const QStringList open = m_window.docks().open();
        if (!open.isEmpty())
            m_window.docks().show(open[(open.indexOf(m_window.docks().current()) + 1) % open.size()]);
    });
    on(actions.resetLayout, [this] { resetLayout(); });
    on(actions.conflicts, [this] { openView(QString::fromLatin1(ConflictView)); });
    on(actions.outbox, [this] { openView(QString::fromLatin1(OutboxView)); });
    on(actions.checkData, [this] { Q_EMIT checkRequested(); });
    on(actions.settings, [this] { showSettings(); });
    on(actions.help, [this] { showHelp(workspaceInfo(m_workspace).code); });
    on(actions.shortcuts, [this] { showHelp(QStringLiteral("shortcuts")); });
    on(actions.about, [this] { showAbout(); });
    on(actions.signOut, [this] { Q_EMIT signOutRequested(); });
    on(actions.quit, [this] { m_window.close(); });
    on(actions.light, [this] { Q_EMIT themeChosen(QStringLiteral("light")); });
    on(actions.dark, [this] { Q_EMIT themeChosen(QStringLiteral("dark")); });
    on(actions.systemLook, [this] { Q_EMIT themeChosen(QStringLiteral("system")); });
    on(actions.chinese, [this] { Q_EMIT languageChosen(QStringLiteral("zh_CN")); });
    on(actions.english, [this] { Q_EMIT languageChosen(QStringLiteral("en")); });
    connect(&m_window.statusLine(), &StatusLine::conflictsRequested, actions.conflicts, &QAction::trigger);
    connect(&m_window.statusLine(), &StatusLine::outboxRequested, actions.outbox, &QAction::trigger);
    connect(actions.goMenu, &QMenu::aboutToShow, this, &MainWindowController::fillGoMenu);
    connect(actions.viewMenu, &QMenu::aboutToShow, this, &MainWindowController::fillViewMenu);

    for (const auto &view : m_views) {
        auto *action = new QAction(QIcon::fromTheme(view->icon()), QString(), this);
        connect(action, &QAction::triggered, this, [this, id = view->id()] { openView(id); });
        m_viewActions.append(action);
        if (const model::EntityId entity = view->entity(); entity != 0) {
            auto *create = new QAction(QIcon::fromTheme(QStringLiteral("list-add")), QString(), this);
            create->setData(entity);
            connect(create, &QAction::triggered, this, [this, entity] { createRecord(entity); });
            m_newActions.append(create);
        }
    }
    for (int place = 1; place <= 9; ++place) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + place)));
        connect(action, &QAction::triggered, this, [this, place] {
            if (const QList<model::Workspace> shown = m_window.rail().workspaces(); place <= shown.size())
                switchTo(shown[place - 1]);
        });
        m_window.addAction(action);
        m_goActions.append(action);
    }
}

void MainWindowController::fillGoMenu()
{
    QMenu *menu = m_window.actions().goMenu;
    menu->clear();
    const QList<model::Workspace> shown = m_window.rail().workspaces();
    for (int i = 0; i < shown.size(); ++i) {
        const WorkspaceInfo info = workspaceInfo(shown[i]);
        if (i < m_goActions.size()) {
            m_goActions[i]->setText(info.label);
            m_goActions[i]->setIcon(QIcon::fromTheme(info.icon));
            menu->addAction(m_goActions[i]);
        } else {
            QAction *action = menu->addAction(QIcon::fromTheme(info.icon), info.label);
            connect(action, &QAction::triggered, this, [this, id = info.id] { switchTo(id); });
        }
    }
    menu->addSeparator();
    menu->addActions({m_window.actions().conflicts, m_window.actions().outbox, m_window.actions().nextView});
}

void MainWindowController::fillViewMenu()
{
    QMenu *menu = m_window.actions().viewMenu;
    menu->clear();
    const auto addViews = [this](QMenu *target, model::Workspace workspace) {
        for (const auto &view : m_views) {
            if (view->workspace() != workspace || !maySee(*view))
                continue;
            QAction *action = target->addAction(QIcon::fromTheme(view->icon()), view->title());
            action->setCheckable(true);
            action->setChecked(m_window.docks().isOpen(view->id()));
            connect(action, &QAction::toggled, this, [this, id = view->id()](bool shown) {
                if (shown)
                    m_window.docks().show(id);
                else
                    m_window.docks().close(id);
            });
        }
    };
    addViews(menu, m_workspace);
    QMenu *others = menu->addMenu(tr("From other workspaces"));
    for (const model::Workspace workspace : visibleWorkspaces())
        if (workspace != m_workspace)
            addViews(others->addMenu(QIcon::fromTheme(workspaceInfo(workspace).icon), workspaceInfo(workspace).label), workspace);
    menu->addSeparator();
    menu->addActions({m_window.actions().closeView, m_window.actions().floatView, m_window.actions().resetLayout});
}

void MainWindowController::setExtras(const RecordExtras &extras)
{
    m_extras = extras;
    for (const GlobalCommand &command : extras.global) {
        auto *action = new QAction(QIcon::fromTheme(command.icon), command.text(), this);
        action->setShortcut(command.keys);
        action->setShortcutContext(Qt::ApplicationShortcut);
        connect(action, &QAction::triggered, this, [this, run = command.run] { run(&m_window, *this); });
        m_window.actions().addNew(action);
        m_globalActions.append(action);
    }
    showGlobalCommands();
}

void MainWindowController::showGlobalCommands()
{
    for (qsizetype at = 0; at < m_globalActions.size(); ++at) {
        m_globalActions[at]->setText(m_extras.global[at].text());
        const bool offered = m_extras.global[at].offered(m_parts.records);
        m_globalActions[at]->setVisible(offered);
        m_globalActions[at]->setEnabled(offered);
    }
}

void MainWindowController::fillPalette()
{
    showGlobalCommands();
    QList<QAction *> commands;
    for (qsizetype i = 0; i < m_viewActions.size(); ++i) {
        const ViewFactory &view = *m_views[size_t(i)];
        m_viewActions[i]->setText(view.title());
        m_viewActions[i]->setProperty("paletteText", tr("Go to: %1").arg(view.title()));
        if (maySee(view))
            commands.append(m_viewActions[i]);
    }
    for (QAction *action : std::as_const(m_newActions)) {
        const model::Entity &entity = m_parts.records.catalogue().at(model::EntityId(action->data().toUInt()));
        action->setText(tr("New: %1").arg(entityLabel(entity)));
        if (entity.maker == model::Maker::People && m_parts.records.may(model::Action::Create, entity.id))
            commands.append(action);
    }
    m_entries.setCommands(m_window.actions().all() + commands);
}

RecordListView *MainWindowController::currentList() const
{
    QWidget *content = m_window.docks().content(m_window.docks().current());
    auto *list = qobject_cast<RecordListView *>(content);
    return list || !content ? list : content->findChild<RecordListView *>();
}

void MainWindowController::newRecord()
{
    if (RecordListView *list = currentList())
        return list->createNew();
    fillPalette();
    m_palette->open(u'>' + tr("New: %1").arg(QString()).trimmed());
}

void MainWindowController::findInView()
{
    if (RecordListView *list = currentList())
        return list->focusSearch();
    fillPalette();
    m_palette->open();
}

void MainWindowController::printView()
{
    // The record's own commands: the lists within it have the same for their rows.
    const auto *pane = qobject_cast<RecordPane *>(m_window.docks().content(m_window.docks().current()));
    for (QAction *command : pane ? pane->actions() : QList<QAction *>())
        if (command->objectName() == QStringLiteral("print"))
            return command->trigger();
    if (RecordListView *list = currentList())
        list->printShown();
    else
        notify(tr("This view cannot be printed"));
}

void MainWindowController::showSettings()
{
    auto *dialog = new SettingsDialog(m_language, m_theme, m_parts.records.title({model::ids::User, m_parts.records.me()}),
                                      m_parts.records.attachments(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageChosen, this, &MainWindowController::languageChosen);
    connect(dialog, &SettingsDialog::themeChosen, this, &MainWindowController::themeChosen);
    connect(dialog, &SettingsDialog::passwordRequested, this, &MainWindowController::passwordRequested);
    dialog->open();
}

void MainWindowController::showAbout()
{
    QMessageBox box(&m_window);
    box.setWindowTitle(tr("About Guanxi"));
    box.setIconPixmap(QIcon(QStringLiteral(":/icons/guanxi.svg")).pixmap(64, 64));
    box.setText(tr("Guanxi %1").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(tr("Customer relations for the whole company, with and without the network. Free software under the "
                              "GNU General Public License, version 3 or later. Icons: Breeze, by the KDE community."));
    box.addButton(tr("Close"), QMessageBox::RejectRole);
    box.exec();
}

} // namespace guanxi::app
