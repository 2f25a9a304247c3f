// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordauth.h"

#include "common/model/catalogue/organisation.h"
#include "common/protocol/signature.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
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
        auto made = PasswordAuth::open({*store, clock, random, ids}, pin, PasswordCost::least(), Worker::Where::Caller);
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

    Result<SignedIn> enrol(const protocol::Enrol &request)
    {
        Result<SignedIn> answer = Error{ErrorCode::Internal, {}};
        auth->enrol(request, greeting, &asker, [&](const Result<SignedIn> &signedIn) { answer = signedIn; });
        if (answer)
            if (const Result<void> used = auth->useCode(request.token, answer->user); !used)
                return used.error();
        return answer;
    }

    Result<SignedIn> signIn(const protocol::SignIn &request) { return signIn(*auth, request); }
    Result<SignedIn> signIn(PasswordAuth &service, const protocol::SignIn &request)
    {
        Result<SignedIn> answer = Error{ErrorCode::Internal, {}};
        service.signIn(request, greeting, &asker, [&](const Result<SignedIn> &signedIn) { answer = signedIn; });
        return answer;
    }

    Result<void> changePassword(const Uuid &user, const QString &oldPassword, const QString &newPassword)
    {
        Result<void> answer = Error{ErrorCode::Internal, {}};
        auth->changePassword(user, oldPassword, newPassword, &asker, [&](const Result<void> &changed) { answer = changed; });
        return answer;
    }

    /// As the session does it: the replica is written beside the used code.
    Uuid enrolled()
    {
        const auto token = auth->createToken();
        REQUIRE(token.ok());
        const auto signedIn = enrol(enrolment(token->token));
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
        return signIn(signature(replica, login, password));
    }

    QObject asker;
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
    CHECK(world.enrol(world.enrolment(token)).ok());
    CHECK(codeOf(world.enrol(world.enrolment(token))) == ErrorCode::CodeUsed);
}

TEST_CASE("a connection code expires")
{
    World world(Backend::Sqlite);
    const auto token = world.auth->createToken();
    CHECK(token->expires == world.clock.now + PasswordAuth::TokenValidMs);
    world.clock.now = token->expires;
    CHECK(codeOf(world.enrol(world.enrolment(token->token))) == ErrorCode::CodeUsed);
}

TEST_CASE("the code of an enrolment that is rolled back can be used again")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    {
        const auto transaction = storage::Transaction::begin(*world.database);
        CHECK(world.enrol(world.enrolment(token)).ok());
    }
    CHECK(world.enrol(world.enrolment(token)).ok());
}

TEST_CASE("a mistyped password does not use up the code")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    protocol::Enrol request = world.enrolment(token);
    request.password = Wrong;
    CHECK(codeOf(world.enrol(request)) == ErrorCode::WrongPassword);
    CHECK(world.enrol(world.enrolment(token)).ok());
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
    CHECK(codeOf(world.enrol(request)) == ErrorCode::CodeUsed);
    request.login = QStringLiteral("nobody");
    CHECK(codeOf(world.enrol(request)) == ErrorCode::CodeUsed);
}

TEST_CASE("a key or code of the wrong size is a malformed frame")
{
    World world(Backend::Sqlite);
    const QByteArray token = world.auth->createToken()->token;
    protocol::Enrol request = world.enrolment(token);
    request.publicKey.chop(1);
    CHECK(codeOf(world.enrol(request)) == ErrorCode::BadFrame);
    request = world.enrolment(QByteArray());
    CHECK(codeOf(world.enrol(request)) == ErrorCode::BadFrame);
    request = world.enrolment(QByteArray(65, 'x'));
    CHECK(codeOf(world.enrol(request)) == ErrorCode::BadFrame);
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
