// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordauth.h"

#include "common/model/catalogue/organisation.h"
#include "common/protocol/signature.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::server;
using namespace guanxi::model;
using guanxi::storage::Backend;
using guanxi::storage::Database;
using guanxi::storage::Statement;

namespace {

class TurnedClock final : public Clock
{
public:
    qint64 wallMs() const override { return now; }
    qint64 monotonicMs() const override { return now - 1'000'000; }
    qint64 now = 1'800'000'000'000;
};

const QString Password = QStringLiteral("correct horse");
const QString Wrong = QStringLiteral("wrong horse!");
const QString Peer = QStringLiteral("192.0.2.7");

/// PostgreSQL keeps what a test leaves: each World begins with an empty schema of its own.
std::unique_ptr<Database> openDatabase(Backend backend)
{
    storage::DatabaseOptions options;
    options.backend = backend;
    options.place = backend == Backend::Sqlite ? QStringLiteral(":memory:") : qEnvironmentVariable("GUANXI_TEST_POSTGRES");
    auto database = Database::open(options);
    if (database && backend == Backend::Postgres) {
        REQUIRE((*database)->execute("DROP SCHEMA IF EXISTS test_auth CASCADE;CREATE SCHEMA test_auth;").ok());
        REQUIRE((*database)->execute("SET search_path = test_auth").ok());
    }
    INFO((database ? QString() : database.error().args.join(u' ')).toStdString());
    REQUIRE(database.ok());
    return std::move(*database);
}

/// One company with the user "wang", on an empty database.
struct World {
    explicit World(Backend backend) : database(openDatabase(backend))
    {
        declareOrganisation(catalogue);
        auto opened = ServerStore::open(*database, catalogue);
        REQUIRE(opened.ok());
        store = std::move(*opened);
        auto made = PasswordAuth::open({*store, clock, random, ids}, pin, PasswordCost::least());
        REQUIRE(made.ok());
        auth = std::move(*made);
        wang = addUser(QStringLiteral("wang"), QStringLiteral("王芳"));
        REQUIRE(auth->setPassword(wang, Password, false).ok());
    }

    Uuid addUser(const QString &login, const QString &name, bool active = true)
    {
        Record user(catalogue.at(User::entity), ids.next());
        user.set(User::login, login);
        user.set(User::realName, name);
        user.setValue(User::active.id, active);
        REQUIRE(store->records().insert(user).ok());
        return user.id();
    }

    void setActive(const Uuid &user, bool active)
    {
        REQUIRE(Statement(*database, "UPDATE \"user\" SET active = ? WHERE id = ?").bindAll(active, user).run().ok());
    }

    protocol::Enrol enrolment(const QByteArray &token) { return {token, QStringLiteral("wang"), Password, keys.publicKey}; }

    /// As the session does it: the replica is written beside the used code.
    Uuid enrolled()
    {
        const auto token = auth->createToken();
        REQUIRE(token.ok());
        const auto signedIn = auth->enrol(enrolment(token->token), greeting);
        REQUIRE(signedIn.ok());
        addReplica(signedIn->replica, signedIn->user);
        return signedIn->replica;
    }

    void addReplica(const Uuid &replica, const Uuid &user)
    {
        Statement statement(*database, "INSERT INTO replica (id, author, public_key, name, number, last_seq, state,"
                                       " created_at, seen_at) VALUES (?, ?, ?, ?, 1, 0, 0, 0, 0)");
        REQUIRE(statement.bindAll(replica, user, keys.publicKey, QStringLiteral("laptop")).run().ok());
    }

    protocol::SignIn signature(const Uuid &replica, const QString &login, const QString &password)
    {
        const QByteArray bytes = protocol::signInBytes(greeting.clientNonce, greeting.serverNonce, pin);
        return {replica, login, password, protocol::sign(bytes, keys.secretKey)};
    }

    Result<SignedIn> signIn(const Uuid &replica, const QString &password, const QString &login = QStringLiteral("wang"))
    {
        return auth->signIn(signature(replica, login, password), greeting);
    }

    TurnedClock clock;
    SeededRandom random{1};
    UuidMaker ids{clock, random};
    QByteArray pin = QByteArray(32, 'p');
    protocol::KeyPair keys = protocol::keyPairFrom(QByteArray(32, 's'));
    Greeting greeting{QByteArray(32, 'c'), QByteArray(32, 'v'), QStringLiteral("laptop"), QStringLiteral("linux"), Peer};
    Catalogue catalogue;
    std::unique_ptr<Database> database;
    std::unique_ptr<ServerStore> store;
    std::unique_ptr<PasswordAuth> auth;
    Uuid wang;
};

template <class T> ErrorCode codeOf(const Result<T> &result)
{
    REQUIRE_FALSE(result.ok());
    return result.error().code;
}

} // namespace

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

TEST_CASE("a connection code serves once, on both databases")
{
    World world(GENERATE(Backend::Sqlite, Backend::Postgres));
    const QByteArray token = world.auth->createToken()->token;
    CHECK(world.auth->enrol(world.enrolment(token), world.greeting).ok());
    CHECK(codeOf(world.auth->enrol(world.enrolment(token), world.greeting)) == ErrorCode::CodeUsed);
}

TEST_CASE("a connection code expires")
{
    World world(Backend::Sqlite);
    const auto token = world.auth->createToken();
    CHECK(token->expires == world.clock.now + PasswordAuth::TokenValidMs);
    world.clock.now = token->expires;
    CHECK(codeOf(world.auth->enrol(world.enrolment(token->token), world.greeting)) == ErrorCode::CodeUsed);
}

TEST_CASE("the code of an enrolment that is rolled back can be used again")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    {
        const auto transaction = storage::Transaction::begin(*world.database);
        CHECK(world.auth->enrol(world.enrolment(token), world.greeting).ok());
    }
    CHECK(world.auth->enrol(world.enrolment(token), world.greeting).ok());
}

TEST_CASE("a mistyped password does not use up the code")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    protocol::Enrol request = world.enrolment(token);
    request.password = Wrong;
    CHECK(codeOf(world.auth->enrol(request, world.greeting)) == ErrorCode::WrongPassword);
    CHECK(world.auth->enrol(world.enrolment(token), world.greeting).ok());
}

TEST_CASE("no code is stored in the clear")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    Statement statement(*world.database, "SELECT hash FROM connection_token");
    REQUIRE(*statement.step());
    CHECK(statement.bytes(0).size() == 32);
    CHECK_FALSE(statement.bytes(0).contains(token));
}

TEST_CASE("without a code nothing is learned about logins")
{
    World world(Backend::Sqlite);
    protocol::Enrol request = world.enrolment(QByteArray(16, 'x'));
    CHECK(codeOf(world.auth->enrol(request, world.greeting)) == ErrorCode::CodeUsed);
    request.login = QStringLiteral("nobody");
    CHECK(codeOf(world.auth->enrol(request, world.greeting)) == ErrorCode::CodeUsed);
}

TEST_CASE("a key or code of the wrong size is a malformed frame")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    protocol::Enrol request = world.enrolment(token);
    request.publicKey.chop(1);
    CHECK(codeOf(world.auth->enrol(request, world.greeting)) == ErrorCode::BadFrame);
    request = world.enrolment(QByteArray());
    CHECK(codeOf(world.auth->enrol(request, world.greeting)) == ErrorCode::BadFrame);
    request = world.enrolment(QByteArray(65, 'x'));
    CHECK(codeOf(world.auth->enrol(request, world.greeting)) == ErrorCode::BadFrame);
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
    REQUIRE(world.auth->signIn(old, world.greeting).ok());
    Greeting next = world.greeting;
    next.serverNonce = QByteArray(32, 'w');
    CHECK(codeOf(world.auth->signIn(old, next)) == ErrorCode::DeviceUnknown);
    const auto other = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, QByteArray(32, 'q'),
                                          PasswordCost::least());
    CHECK(codeOf((*other)->signIn(old, world.greeting)) == ErrorCode::DeviceUnknown);
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
    CHECK(codeOf(world.auth->enrol(world.enrolment(token), world.greeting)) == ErrorCode::UserDisabled);
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
        (void)world.auth->enrol(world.enrolment(QByteArray(16, char(i + 1))), world.greeting);
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
    CHECK(codeOf(world.auth->changePassword(world.wang, Wrong, next)) == ErrorCode::WrongPassword);
    CHECK(world.auth->changePassword(world.wang, Password, QStringLiteral("short")).error()
          == Error{ErrorCode::WeakPassword, {QStringLiteral("10")}});
    CHECK(codeOf(world.auth->changePassword(world.ids.next(), Password, next)) == ErrorCode::WrongPassword);
    REQUIRE(world.auth->changePassword(world.wang, Password, next).ok());
    CHECK(codeOf(world.signIn(replica, Password)) == ErrorCode::WrongPassword);
    CHECK(world.signIn(replica, next).ok());
}

TEST_CASE("a password set by the administrator must be changed once")
{
    World world(Backend::Sqlite);
    const Uuid replica = world.enrolled();
    REQUIRE(world.auth->setPassword(world.wang, Password, true).ok());
    CHECK(world.signIn(replica, Password)->mustChangePassword);
    REQUIRE(world.auth->changePassword(world.wang, Password, QStringLiteral("my own password")).ok());
    CHECK_FALSE(world.signIn(replica, QStringLiteral("my own password"))->mustChangePassword);
}

TEST_CASE("guessing the old password while signed in locks, too")
{
    World world(Backend::Sqlite);
    for (int i = 0; i < 5; ++i)
        CHECK(codeOf(world.auth->changePassword(world.wang, Wrong, Password)) == ErrorCode::WrongPassword);
    CHECK(codeOf(world.auth->changePassword(world.wang, Password, Password)) == ErrorCode::LockedOut);
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
    auto stronger = PasswordAuth::open({*world.store, world.clock, world.random, world.ids}, world.pin, dearer);
    REQUIRE((*stronger)->signIn(world.signature(replica, QStringLiteral("wang"), Password), world.greeting).ok());
    Statement statement(*world.database, "SELECT hash FROM credential");
    REQUIRE(*statement.step());
    CHECK_FALSE(PasswordHasher(dearer).isOutdated(statement.text(0)));
    CHECK(PasswordHasher(PasswordCost::least()).isOutdated(statement.text(0)));
}
