// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>

using namespace guanxi;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);
constexpr qint64 Day = qint64(24) * 3600 * 1000;

/// The machine's clock as somebody sets it.
class SetClock final : public Clock
{
public:
    qint64 wallMs() const override { return m_system.wallMs() + shift; }
    qint64 monotonicMs() const override { return m_system.monotonicMs(); }
    qint64 shift = 0;

private:
    SystemClock m_system;
};

/// A desk that was here, and was taken away.
struct Away {
    ServerProcess server;
    SetClock clock;
    TestDesk desk{{}, &clock};

    Away()
    {
        server.start();
        REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
        desk->signOut();
    }
    /// The program starts without the network.
    Result<void> start()
    {
        desk.restart();
        desk->setOffline(true);
        return desk.signIn(Password);
    }
    Result<void> renew()
    {
        return answerTo([&] { desk->renewLease(Password); });
    }
    Result<void> give(const QString &password)
    {
        return answerTo([&] { desk->signInAgain(password); });
    }

private:
    Result<void> answerTo(const std::function<void()> &request)
    {
        std::optional<Result<void>> answer;
        QObject context;
        QObject::connect(desk.operator->(), &app::Desk::finished, &context, [&](const Result<void> &result) { answer = result; });
        request();
        REQUIRE(waitFor([&] { return answer.has_value(); }));
        return *answer;
    }
};

} // namespace

TEST_CASE("A copy that was too long without contact opens only when the server has been asked, whatever the clock says then")
{
    Away away;
    away.clock.shift = 13 * Day;
    REQUIRE(away.start().ok());
    away.desk->signOut();
    away.clock.shift = 15 * Day;
    CHECK(away.start().error().code == ErrorCode::LeaseExpired);
    // Set back to a day within the lease: what was seen is not unseen.
    away.clock.shift = 2 * Day;
    CHECK(away.start().error().code == ErrorCode::LeaseExpired);

    SECTION("the server is reached")
    {
        away.desk->setOffline(false);
        REQUIRE(away.renew().ok());
        REQUIRE(away.desk.waitQuiet());
        away.desk->signOut();
        CHECK(away.start().ok());
    }
    SECTION("the server is not reached")
    {
        away.server.kill();
        CHECK(away.renew().error().code == ErrorCode::LeaseExpired);
        CHECK_FALSE(away.desk->isOpen());
    }
}

TEST_CASE("A desk that works offline past its lease closes by itself; a clock put forward and back again does not open it")
{
    Away away;
    REQUIRE(away.start().ok());
    bool locked = false;
    QObject::connect(away.desk.operator->(), &app::Desk::locked, [&] { locked = true; });
    away.clock.shift = 15 * Day;
    REQUIRE(waitFor([&] { return locked && !away.desk->isOpen(); }));
    CHECK(away.start().error().code == ErrorCode::LeaseExpired);
    away.clock.shift = 0;
    CHECK(away.start().error().code == ErrorCode::LeaseExpired);
    away.desk->setOffline(false);
    CHECK(away.renew().ok());
    CHECK(away.desk->isOpen());
}

TEST_CASE("A copy that was too long away, with a password reset meanwhile, opens with both: its own, then the server's; nothing is lost")
{
    const QString given = QStringLiteral("Given-by-the-admin-1");
    Away away;
    REQUIRE(away.start().ok());
    const model::Record account = newAccount(*away.desk, QStringLiteral("Written before the reset"));
    const model::RecordRef ref = account.ref();
    REQUIRE(away.desk->records().save(account).ok());
    away.desk->signOut();
    away.server.resetPassword(QStringLiteral("admin"), given);
    away.clock.shift = 15 * Day;
    CHECK(away.start().error().code == ErrorCode::LeaseExpired);
    away.desk->setOffline(false);

    CHECK(away.renew().error().code == ErrorCode::WrongPassword);
    CHECK(away.desk->wantsNewPassword());
    CHECK_FALSE(away.desk->isOpen());
    CHECK(away.give(QStringLiteral("not that one either")).error().code == ErrorCode::WrongPassword);
    REQUIRE(away.desk->wantsNewPassword());
    REQUIRE(away.give(given).ok());
    REQUIRE(away.desk.waitQuiet());
    CHECK_FALSE(away.desk->wantsNewPassword());
    CHECK(away.desk->outbox().unsent() == 0);
    CHECK(away.desk->records().load(ref).ok());
    // From now on it is the one password of both.
    away.desk->signOut();
    away.desk.restart();
    CHECK(away.desk.signIn(Password).error().code == ErrorCode::WrongPassword);
    CHECK(away.desk.signIn(given).ok());
}

TEST_CASE("Who has forgotten the password of a copy connects anew; the locked files are put aside and still open with it")
{
    Away away;
    REQUIRE(away.start().ok());
    REQUIRE(away.desk->records().save(newAccount(*away.desk, QStringLiteral("Never sent"))).ok());
    away.desk->signOut();
    const QString given = QStringLiteral("Given-by-the-admin-1");
    away.server.resetPassword(QStringLiteral("admin"), given);
    REQUIRE(away.desk->setAside().ok());
    CHECK(away.desk->isNew());
    REQUIRE(away.desk.enrol(away.server.code(), QStringLiteral("admin"), given).ok());
    CHECK(away.desk->outbox().unsent() == 0);

    const QStringList aside = QDir(away.desk.folder()).entryList({QStringLiteral("locked-*")}, QDir::Dirs);
    REQUIRE(aside.size() == 1);
    TestDesk locked(away.desk.folder() + u'/' + aside.first(), &away.clock);
    locked->setOffline(true);
    REQUIRE(locked.signIn(Password).ok());
    CHECK(locked->outbox().unsent() == 1);
}
