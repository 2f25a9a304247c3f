// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/auth/authworld.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("an enrolled device signs in, on both databases")
{
    World world(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid replica = world.enrolled();
    const auto signedIn = world.signIn(replica, Password);
    REQUIRE(signedIn.ok());
    CHECK(signedIn->user == world.wang);
    CHECK(signedIn->replica == replica);
    CHECK(signedIn->realName == QStringLiteral("王芳"));
    CHECK_FALSE(signedIn->isNewReplica);
    CHECK(world.signIn(replica, Password, QStringLiteral(" Wang ")).ok());
}

TEST_CASE("unknown login, login without password, somebody else's login and wrong password get one answer")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    const Uuid li = world.addUser(QStringLiteral("li"), QStringLiteral("李强"));
    REQUIRE(world.auth->setPassword(li, Password, false).ok());
    world.addUser(QStringLiteral("new"), QStringLiteral("新人"));
    const Error expected{ErrorCode::WrongPassword, {}};
    CHECK(world.signIn(replica, Wrong).error() == expected);
    CHECK(world.signIn(replica, Password, QStringLiteral("nobody")).error() == expected);
    CHECK(world.signIn(replica, Password, QStringLiteral("new")).error() == expected);
    CHECK(world.signIn(replica, Password, QStringLiteral("li")).error() == expected);
    CHECK(world.signIn(replica, Password, QString(QChar(u'\0'))).error() == expected);
    CHECK(world.signIn(replica, Password, QString(100'000, u'x')).error() == expected);
}

TEST_CASE("an unknown login takes as long as a wrong password")
{
    const PasswordHasher hasher({2, 16 * 1024 * 1024});
    const QString stored = *hasher.hash(Password);
    const auto fastest = [&](const QString &against) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 7; ++i) {
            QElapsedTimer timer;
            timer.start();
            CHECK_FALSE(hasher.matches(against, Wrong));
            best = std::min(best, timer.nsecsElapsed());
        }
        return double(best);
    };
    const double known = fastest(stored);
    const double unknown = fastest(QString());
    CHECK(unknown > known * 0.6);
    CHECK(unknown < known * 1.7);
}

TEST_CASE("a device that is unknown or signs with another key is refused")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    CHECK(codeOf(world.signIn(world.ids.next(), Password)) == ErrorCode::DeviceUnknown);
    world.keys = protocol::keyPairFrom(QByteArray(32, 't'));
    CHECK(codeOf(world.signIn(replica, Password)) == ErrorCode::DeviceUnknown);
}

TEST_CASE("a signature is good for one greeting and one server only")
{
    World world(Backend::Sqlite);
    const protocol::SignIn old = world.signature(world.enrolled(), QStringLiteral("wang"), Password);
    REQUIRE(world.signIn(old).ok());
    Greeting next = world.greeting;
    next.serverNonce = QByteArray(32, 'w');
    std::swap(world.greeting, next);
    CHECK(codeOf(world.signIn(old)) == ErrorCode::DeviceUnknown);
    std::swap(world.greeting, next);
    const auto other = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, QByteArray(32, 'q'),
                                          PasswordCost::least(), Worker::Where::Caller);
    CHECK(codeOf(world.signIn(**other, old)) == ErrorCode::DeviceUnknown);
}

TEST_CASE("a revoked device is told so and cannot sign in, also with the right password")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    REQUIRE(world.auth->revokeReplica(replica).ok());
    REQUIRE(world.auth->revokeReplica(replica).ok());
    CHECK(codeOf(world.signIn(replica, Password)) == ErrorCode::DeviceRevoked);
    CHECK(world.auth->listReplicas()->first().revoked);
    CHECK(codeOf(world.auth->revokeReplica(world.ids.next())) == ErrorCode::NotFound);
}

TEST_CASE("a disabled user is told so only after the right password")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    world.setActive(world.wang, false);
    CHECK(codeOf(world.signIn(replica, Wrong)) == ErrorCode::WrongPassword);
    CHECK(codeOf(world.signIn(replica, Password)) == ErrorCode::UserDisabled);
    const QByteArray token = world.auth->createToken()->token;
    CHECK(codeOf(world.enrol(world.enrolment(token))) == ErrorCode::UserDisabled);
}

TEST_CASE("five wrong passwords lock the login, the right one included, until the time is over")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    for (int i = 0; i < 5; ++i)
        CHECK(codeOf(world.signIn(replica, Wrong)) == ErrorCode::WrongPassword);
    CHECK(world.signIn(replica, Password).error() == Error{ErrorCode::LockedOut, {QStringLiteral("30")}});
    world.clock.now += 29'001;
    CHECK(world.signIn(replica, Password).error() == Error{ErrorCode::LockedOut, {QStringLiteral("1")}});
    world.clock.now += 999;
    CHECK(world.signIn(replica, Password).ok());
    CHECK(codeOf(world.signIn(replica, Wrong)) == ErrorCode::WrongPassword);
    CHECK(world.signIn(replica, Password).ok());
}

TEST_CASE("an unknown login is locked like a known one")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    for (int i = 0; i < 5; ++i)
        CHECK(codeOf(world.signIn(replica, Wrong, QStringLiteral("nobody"))) == ErrorCode::WrongPassword);
    CHECK(codeOf(world.signIn(replica, Wrong, QStringLiteral("NOBODY"))) == ErrorCode::LockedOut);
    CHECK(world.signIn(replica, Password).ok());
}

TEST_CASE("an address that tries many logins and codes is locked")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    for (int i = 0; i < 30; ++i)
        (void)world.enrol(world.enrolment(QByteArray(16, char(i + 1))));
    CHECK(codeOf(world.signIn(replica, Password)) == ErrorCode::LockedOut);
    world.greeting.peer = QStringLiteral("192.0.2.8");
    CHECK(world.signIn(replica, Password).ok());
}

TEST_CASE("the console unlocks a login")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    for (int i = 0; i < 6; ++i)
        (void)world.signIn(replica, Wrong);
    CHECK(world.auth->unlock(QStringLiteral("Wang")));
    CHECK(world.signIn(replica, Password).ok());
    CHECK_FALSE(world.auth->unlock(QStringLiteral("nobody")));
}

TEST_CASE("changing the password needs the old one and a long enough new one")
{
    World world(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid replica = world.enrolled();
    const QString next = QStringLiteral("新的密码也要十个字符");
    CHECK(codeOf(world.changePassword(world.wang, Wrong, next)) == ErrorCode::WrongPassword);
    CHECK(world.changePassword(world.wang, Password, QStringLiteral("short")).error()
          == Error{ErrorCode::WeakPassword, {QStringLiteral("10")}});
    CHECK(codeOf(world.changePassword(world.ids.next(), Password, next)) == ErrorCode::WrongPassword);
    REQUIRE(world.changePassword(world.wang, Password, next).ok());
    CHECK(codeOf(world.signIn(replica, Password)) == ErrorCode::WrongPassword);
    CHECK(world.signIn(replica, next).ok());
}

TEST_CASE("a password set by the administrator must be changed once")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    REQUIRE(world.auth->setPassword(world.wang, Password, true).ok());
    CHECK(world.signIn(replica, Password)->mustChangePassword);
    REQUIRE(world.changePassword(world.wang, Password, QStringLiteral("my own password")).ok());
    CHECK_FALSE(world.signIn(replica, QStringLiteral("my own password"))->mustChangePassword);
}

TEST_CASE("guessing the old password while signed in locks, too")
{
    World world(Backend::Sqlite);
    for (int i = 0; i < 5; ++i)
        CHECK(codeOf(world.changePassword(world.wang, Wrong, Password)) == ErrorCode::WrongPassword);
    CHECK(codeOf(world.changePassword(world.wang, Password, Password)) == ErrorCode::LockedOut);
}

TEST_CASE("full-width letters of an input method are the same password")
{
    World world(Backend::Sqlite);
    CHECK(world.signIn(world.enrolled(), QStringLiteral("ｃｏｒｒｅｃｔ ｈｏｒｓｅ")).ok());
}

TEST_CASE("a hash of another cost is made anew at the next sign-in")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    const PasswordCost dearer{2, PasswordCost::least().memory * 2};
    auto stronger = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, world.pin, dearer, Worker::Where::Caller);
    REQUIRE(world.signIn(**stronger, world.signature(replica, QStringLiteral("wang"), Password)).ok());
    Statement statement(*world.database, "SELECT hash FROM credential");
    REQUIRE(*statement.step());
    CHECK_FALSE(PasswordHasher(dearer).isOutdated(statement.text(0)));
    CHECK(PasswordHasher(PasswordCost::least()).isOutdated(statement.text(0)));
}

TEST_CASE("passwords are computed beside the server's thread, and an asker that is gone is not answered", "[threads]")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    const auto made = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, world.pin, PasswordCost::least());
    REQUIRE(made.ok());
    PasswordAuth &auth = **made;
    int answers = 0;
    auto gone = std::make_unique<QObject>();
    const auto ask = [&](QObject *asker) {
        auth.signIn(world.signature(replica, QStringLiteral("wang"), Password), world.greeting, asker, [&](const Result<SignedIn> &signedIn) {
            CHECK(signedIn.ok());
            ++answers;
        });
    };
    ask(gone.get());
    ask(&world.asker);
    CHECK(answers == 0);
    gone.reset();
    const QDeadlineTimer deadline(20'000);
    while (answers == 0 && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    CHECK(answers == 1);
    // The second time it is known: no computation, an answer at once.
    ask(&world.asker);
    CHECK(answers == 2);
}

TEST_CASE("guesses side by side lock a login like guesses in a row", "[threads]")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    const auto made = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, world.pin, PasswordCost::least());
    REQUIRE(made.ok());
    QList<ErrorCode> codes;
    for (int i = 0; i < 20; ++i)
        (*made)->signIn(world.signature(replica, QStringLiteral("wang"), i < 19 ? Wrong : Password), world.greeting, &world.asker,
                        [&](const Result<SignedIn> &signedIn) { codes.append(codeOf(signedIn)); });
    const QDeadlineTimer deadline(20'000);
    while (codes.size() < 20 && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    CHECK(codes.count(ErrorCode::WrongPassword) == 5);
    CHECK(codes.count(ErrorCode::LockedOut) == 15); // the right one among them
}

TEST_CASE("a device that is removed while its password is computed does not get in", "[threads]")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    const auto made = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, world.pin, PasswordCost::least());
    REQUIRE(made.ok());
    std::optional<ErrorCode> code;
    (*made)->signIn(world.signature(replica, QStringLiteral("wang"), Password), world.greeting, &world.asker,
                    [&](const Result<SignedIn> &signedIn) { code = codeOf(signedIn); });
    REQUIRE((*made)->revokeReplica(replica).ok());
    const QDeadlineTimer deadline(20'000);
    while (!code && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    CHECK(code == ErrorCode::DeviceRevoked);
}

TEST_CASE("what a device proved is worth nothing for another password, another device, or after half a day")
{
    RecentProofs proofs(QByteArray(32, 'k'));
    UuidMaker ids = [] { static TurnedClock clock; static SeededRandom random{1}; return UuidMaker(clock, random); }();
    const Uuid device = ids.next();
    const QString stored = QStringLiteral("$argon2id$v=19$…");
    proofs.note(device, stored, Password, 1'000);
    CHECK(proofs.holds(device, stored, Password, 2'000));
    CHECK_FALSE(proofs.holds(device, stored, Wrong, 2'000));
    CHECK_FALSE(proofs.holds(device, stored + u'x', Password, 2'000)); // it was changed or reset
    CHECK_FALSE(proofs.holds(ids.next(), stored, Password, 2'000));
    CHECK_FALSE(proofs.holds(device, stored, Password, 1'000 + RecentProofs::ValidMs));
    CHECK_FALSE(RecentProofs(QByteArray(32, 'l')).holds(device, stored, Password, 2'000));
}
