// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::test;

namespace {

const QString Old = QLatin1String(ServerProcess::AdminPassword);
const QString Given = QStringLiteral("Given-by-the-admin-1");
const QString Chosen = QStringLiteral("Chosen-by-myself-2");

ErrorCode refusalOf(TestDesk &desk)
{
    REQUIRE(waitFor([&] { return desk->status().link() == app::SyncStatus::Link::Refused; }));
    return desk->status().reason().code;
}

} // namespace

TEST_CASE("A password that an administrator reset is taken over with the work of the computer, and changed where asked")
{
    ServerProcess server;
    server.start();
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Old).ok());
    desk->setOffline(true);
    const model::Record account = newAccount(*desk, QStringLiteral("Written before the reset"));
    REQUIRE(desk->records().save(account).ok());
    const model::RecordRef ref = account.ref();
    server.resetPassword(QStringLiteral("admin"), Given);

    // The copy still opens with the password it was locked with; the server wants the other one.
    desk->signOut();
    desk.restart();
    CHECK(desk->signIn(Given).error().code == ErrorCode::WrongPassword);
    REQUIRE(desk->signIn(Old).ok());
    CHECK(refusalOf(desk) == ErrorCode::WrongPassword);
    CHECK(desk->outbox().unsent() == 1);
    CHECK(desk->records().load(ref).ok());
    desk->signInAgain(QStringLiteral("not that one either"));
    REQUIRE(waitFor([&] { return desk->status().link() != app::SyncStatus::Link::Refused; }));
    CHECK(refusalOf(desk) == ErrorCode::WrongPassword);

    bool demanded = false;
    QObject::connect(&desk->link(), &app::ServerLink::ready, [&](const protocol::Ready &ready) { demanded = ready.mustChangePassword; });
    desk->signInAgain(Given);
    REQUIRE(desk.waitQuiet());
    CHECK(demanded);
    CHECK(desk->outbox().unsent() == 0);
    CHECK(desk->outbox().parked() == 0);
    CHECK(desk->records().load(ref).ok());

    std::optional<Result<void>> changed;
    QObject::connect(desk.operator->(), &app::Desk::passwordChanged, [&](const Result<void> &result) { changed = result; });
    desk->changePassword(Given, Chosen);
    REQUIRE(waitFor([&] { return changed.has_value(); }));
    REQUIRE(changed->ok());

    desk->signOut();
    desk.restart();
    CHECK(desk->signIn(Old).error().code == ErrorCode::WrongPassword);
    CHECK(desk->signIn(Given).error().code == ErrorCode::WrongPassword);
    demanded = false;
    REQUIRE(desk->signIn(Chosen).ok());
    REQUIRE(desk.waitQuiet());
    CHECK(desk->records().load(ref).ok());
}
