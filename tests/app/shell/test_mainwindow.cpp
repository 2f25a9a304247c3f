// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/reports/paper/printpreview.h"
#include "app/shell/actions.h"
#include "app/shell/docks.h"
#include "app/shell/helppane.h"
#include "app/shell/noticebar.h"
#include "app/shell/rail.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;
using model::Workspace;

namespace {

const QString Accounts = QStringLiteral("customers.accounts");
const QString Contacts = QStringLiteral("customers.contacts");

QAction *actionIn(QMenu *menu, const QString &text)
{
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

/// May see customers and nothing else.
model::Rights customersOnly(const model::Catalogue &catalogue)
{
    model::RightsInput input;
    input.access = {{Account::entity, model::Action::View, model::Reach::All, {}}};
    return model::Rights(input, catalogue);
}

} // namespace

TEST_CASE("Ctrl+P prints what is shown: the rows of a list, or the open record")
{
    ShellData data;
    Shell shell(data);
    shell.controller.openRecord(data.company.accounts[0].ref());
    RecordPane *pane = nullptr;
    REQUIRE(waitFor([&] { return (pane = shell.window.findChild<RecordPane *>()) && pane->isVisible(); }));
    shell.press(Qt::Key_P, Qt::ControlModifier);
    const QPointer<PrintPreview> record = shell.window.findChild<PrintPreview *>();
    REQUIRE(record);
    CHECK(record->windowTitle().contains(data.company.accounts[0][Account::name]));
    record->reject();
    REQUIRE(waitFor([&] { return !record; }));
    shell.controller.openView(Accounts);
    REQUIRE(waitFor([&] { return shell.window.docks().current() == Accounts; }));
    shell.press(Qt::Key_P, Qt::ControlModifier);
    const auto *list = shell.window.findChild<PrintPreview *>();
    REQUIRE(list);
    CHECK(list->windowTitle().contains(QStringLiteral("Customers")));
}

TEST_CASE("The rail shows only the workspaces the user may see")
{
    ShellData data;
    SECTION("somebody who may see everything has all ten")
    {
        Shell shell(data);
        CHECK(shell.window.rail().workspaces().size() == 10);
    }
    SECTION("somebody who may see customers only has Home and Customers")
    {
        data.records().setRights(customersOnly(data.company.catalogue));
        Shell shell(data);
        CHECK(shell.window.rail().workspaces() == QList<Workspace>{Workspace::None, Workspace::Customers});
        CHECK(shell.window.docks().open() == QStringList{Accounts});
    }
    SECTION("rights that shrink take the views away at once")
    {
        Shell shell(data);
        REQUIRE(shell.window.docks().isOpen(Contacts));
        data.records().setRights(customersOnly(data.company.catalogue));
        Q_EMIT data.records().rightsChanged();
        CHECK(shell.window.rail().workspaces().size() == 2);
        CHECK_FALSE(shell.window.docks().isOpen(Contacts));
    }
}

TEST_CASE("Ctrl and a digit goes to that workspace, and so does its button")
{
    ShellData data;
    Shell shell(data);
    REQUIRE(shell.controller.workspace() == Workspace::Customers);
    shell.press(Qt::Key_4, Qt::ControlModifier);
    CHECK(shell.controller.workspace() == Workspace::Sales);
    CHECK(shell.window.rail().button(Workspace::Sales)->isChecked());
    CHECK_FALSE(shell.window.docks().isOpen(Accounts));
    QTest::mouseClick(shell.window.rail().button(Workspace::Customers), Qt::LeftButton);
    CHECK(shell.controller.workspace() == Workspace::Customers);
    CHECK(shell.window.docks().isOpen(Accounts));
}

TEST_CASE("A closed view comes back from the View menu")
{
    ShellData data;
    Shell shell(data);
    shell.window.docks().show(Contacts);
    shell.press(Qt::Key_W, Qt::ControlModifier);
    REQUIRE_FALSE(shell.window.docks().isOpen(Contacts));
    QAction *contacts = actionIn(shell.window.actions().viewMenu, QStringLiteral("Contacts"));
    REQUIRE(contacts);
    CHECK_FALSE(contacts->isChecked());
    contacts->trigger();
    CHECK(shell.window.docks().isOpen(Contacts));
    CHECK(shell.window.docks().current() == Contacts);
}

TEST_CASE("Reset layout brings back the first arrangement")
{
    ShellData data;
    Shell shell(data);
    const QStringList first = shell.window.docks().open();
    shell.window.docks().dock(Contacts)->setFloating(true);
    shell.window.docks().close(Accounts);
    shell.window.actions().resetLayout->trigger();
    CHECK(shell.window.docks().open() == first);
    CHECK_FALSE(shell.window.docks().dock(Contacts)->isFloating());
    CHECK(shell.window.docks().current() == Accounts);
}

TEST_CASE("What was open yesterday is open today")
{
    ShellData data;
    const model::RecordRef ref = data.company.accounts.first().ref();
    {
        Shell yesterday(data);
        yesterday.window.docks().close(Contacts);
        yesterday.controller.openRecord(ref);
        yesterday.window.close();
    }
    Shell today(data);
    CHECK(today.controller.workspace() == Workspace::Customers);
    CHECK_FALSE(today.window.docks().isOpen(Contacts));
    CHECK(today.window.docks().isOpen(MainWindowController::dockId(ref)));
}

TEST_CASE("Each workspace keeps its own layout")
{
    ShellData data;
    Shell shell(data);
    shell.window.docks().close(Contacts);
    const model::RecordRef ref = data.company.accounts.first().ref();
    shell.controller.openRecord(ref);
    shell.press(Qt::Key_5, Qt::ControlModifier);
    CHECK_FALSE(shell.window.docks().isOpen(MainWindowController::dockId(ref)));
    shell.press(Qt::Key_2, Qt::ControlModifier);
    CHECK(shell.window.docks().isOpen(MainWindowController::dockId(ref)));
    CHECK_FALSE(shell.window.docks().isOpen(Contacts));
}

TEST_CASE("Going round the workspaces leaves nothing of one in another")
{
    ShellData data;
    Shell shell(data);
    for (int round = 0; round < 3; ++round)
        for (const Workspace workspace : shell.window.rail().workspaces()) {
            shell.controller.switchTo(workspace);
            QCoreApplication::processEvents();
            for (const auto &view : shell.controller.views())
                if (shell.window.docks().isOpen(view->id())) {
                    INFO(round << ' ' << int(workspace) << ' ' << view->id().toStdString());
                    CHECK(view->workspace() == workspace);
                }
        }
    CHECK(shell.window.height() == 768);
}

TEST_CASE("Several records are open as tabs, each once")
{
    ShellData data;
    Shell shell(data);
    const model::RecordRef first = data.company.accounts[0].ref();
    const model::RecordRef second = data.company.accounts[1].ref();
    shell.controller.openRecord(first);
    shell.controller.openRecord(second);
    const qsizetype open = shell.window.docks().open().size();
    shell.controller.openRecord(first);
    CHECK(shell.window.docks().open().size() == open);
    CHECK(shell.window.docks().current() == MainWindowController::dockId(first));
    CHECK(shell.window.docks().dock(MainWindowController::dockId(first))->windowTitle() == data.company.accounts[0][Account::name]);
    shell.press(Qt::Key_W, Qt::ControlModifier);
    CHECK_FALSE(shell.window.docks().contains(MainWindowController::dockId(first)));
    CHECK(shell.window.docks().isOpen(MainWindowController::dockId(second)));
}

TEST_CASE("A dock floats and comes back with a key")
{
    ShellData data;
    Shell shell(data);
    shell.window.docks().show(Contacts);
    shell.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QDockWidget *dock = shell.window.docks().dock(Contacts);
    CHECK(dock->isFloating());
    CHECK(dock->titleBarWidget() == nullptr);
    dock->setFloating(false);
    CHECK(dock->titleBarWidget() != nullptr);
}

TEST_CASE("Ctrl+Z takes back what was saved and says so")
{
    ShellData data;
    Shell shell(data);
    model::Record account = data.company.accounts.first();
    const QString before = account[Account::name];
    account.set(Account::name, QStringLiteral("北京新名字"));
    const Result<Saved> saved = data.records().save(account);
    REQUIRE(saved);
    shell.controller.notify(QStringLiteral("Saved"), saved->action);
    CHECK(shell.window.notices().isVisible());
    SECTION("by key") { shell.window.actions().undo->trigger(); }
    SECTION("by the button of the notice") { Q_EMIT shell.window.notices().undoRequested(saved->action); }
    CHECK(waitFor([&] { return shell.window.notices().text() == QStringLiteral("Taken back"); }));
    CHECK((*data.records().load(account.ref()))[Account::name] == before);
}

TEST_CASE("Ctrl+F and Ctrl+N reach the list of the view at hand")
{
    ShellData data;
    Shell shell(data);
    auto *list = shell.window.docks().content(Accounts)->findChild<RecordListView *>();
    REQUIRE(list);
    int created = 0;
    QObject::connect(list, &RecordListView::createRequested, list, [&created] { ++created; });
    shell.window.setFocus();
    shell.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(list->isAncestorOf(QApplication::focusWidget()));
    CHECK(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    shell.window.actions().newRecord->trigger();
    CHECK(created == 1);
}

TEST_CASE("F1 opens the manual page of the workspace at hand")
{
    ShellData data;
    Shell shell(data);
    shell.press(Qt::Key_F1);
    auto *help = qobject_cast<HelpPane *>(shell.window.docks().content(QStringLiteral("shell.help")));
    REQUIRE(help);
    CHECK(help->page() == QStringLiteral("customers"));
    CHECK(help->toPlainText().contains(QStringLiteral("Customers")));
}

TEST_CASE("The badge of Home counts what waits for a decision")
{
    ShellData data;
    Shell shell(data);
    data.status.setConflicts(2);
    data.status.setRefused(1);
    CHECK(shell.window.rail().button(Workspace::None)->badge() == 3);
    CHECK(shell.window.rail().button(Workspace::None)->accessibleName() == QStringLiteral("Home, 3 waiting"));
}
