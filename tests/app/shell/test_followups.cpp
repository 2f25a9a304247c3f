// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include "app/shell/followups.h"
#include "app/shell/noticebar.h"
#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QMenu>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using model::Account;

namespace {

constexpr qint64 HourMs = 3'600'000;

/// All customers are his; only those of `due` are to be followed up, an hour ago.
struct Due : ShellData {
    explicit Due(int count)
    {
        for (model::Record account : company.accounts) {
            account.set(Account::accountManager, records().me());
            account.setValue(Account::nextFollowUpAt.id, count-- > 0 ? model::Value(clock.wallMs() - HourMs) : model::Value());
            records().arrive(account);
        }
    }
    model::Record customer(qsizetype at) { return *records().load(company.accounts.at(at).ref()); }
};

FollowUpButton &button(Shell &shell) { return *shell.window.findChild<FollowUpButton *>(); }

QAction *named(QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions())
        if (action->text().contains(text))
            return action;
    return nullptr;
}

/// Until it has looked once more, in all entities.
void looked(Due &data, const std::function<void()> &look)
{
    const int before = data.records().finds;
    look();
    REQUIRE(waitFor([&] { return data.records().finds >= before + 4; }));
    QCoreApplication::processEvents();
}

/// The menu of the latest of what is due.
QMenu &firstOf(FollowUpButton &button)
{
    Q_EMIT button.menu()->aboutToShow();
    return *button.menu()->actions().first()->menu();
}

} // namespace

TEST_CASE("The status line counts what is to be followed up, and is silent about the rest")
{
    Due data(2);
    Shell shell(data);
    REQUIRE(waitFor([&] { return button(shell).due().size() == 2; }));
    CHECK(button(shell).isVisibleTo(&shell.window));
    CHECK(button(shell).text() == QStringLiteral("2 follow-ups due"));
    CHECK(shell.window.notices().text().isEmpty());
}

TEST_CASE("What becomes due while the program runs is said once")
{
    Due data(0);
    Shell shell(data);
    looked(data, [&] { button(shell).look(); });
    CHECK(!button(shell).isVisibleTo(&shell.window));
    model::Record account = data.customer(3);
    account.set(Account::nextFollowUpAt, data.clock.wallMs() - 1);
    data.records().arrive(account);
    REQUIRE(waitFor([&] { return button(shell).due().size() == 1; }));
    CHECK(shell.window.notices().text().contains(data.records().title(account.ref())));
    shell.window.notices().say(QStringLiteral("other"));
    looked(data, [&] { button(shell).look(); });
    CHECK(shell.window.notices().text() == QStringLiteral("other"));
}

TEST_CASE("A follow-up that is done has no date, one that is put off a later one, and both can be taken back")
{
    Due data(2);
    Shell shell(data);
    REQUIRE(waitFor([&] { return button(shell).due().size() == 2; }));
    const model::RecordRef first = button(shell).due().first().record;
    named(firstOf(button(shell)), QStringLiteral("Done"))->trigger();
    CHECK(data.records().load(first)->isNull(Account::nextFollowUpAt));
    CHECK(shell.window.notices().text() == QStringLiteral("Follow-up done"));
    REQUIRE(waitFor([&] { return button(shell).due().size() == 1; }));
    const model::RecordRef second = button(shell).due().first().record;
    named(firstOf(button(shell)), QStringLiteral("In an hour"))->trigger();
    CHECK((*data.records().load(second))[Account::nextFollowUpAt] >= data.clock.wallMs() + HourMs - 60'000);
    REQUIRE(waitFor([&] { return button(shell).due().isEmpty(); }));
    CHECK(!button(shell).isVisibleTo(&shell.window));
}
