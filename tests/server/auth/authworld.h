// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/passwordauth.h"

#include "common/model/catalogue/organisation.h"
#include "common/protocol/signature.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace guanxi::test {

using namespace server;
using namespace model;
using storage::Backend;
using storage::Database;
using storage::Statement;

class TurnedClock final : public Clock
{
public:
    qint64 wallMs() const override { return now; }
    qint64 monotonicMs() const override { return now - 1'000'000; }
    qint64 now = 1'800'000'000'000;
};

inline const QString Password = QStringLiteral("correct horse");
inline const QString Wrong = QStringLiteral("wrong horse!");
inline const QString Peer = QStringLiteral("192.0.2.7");

/// PostgreSQL keeps what a test leaves: each World begins with an empty schema of its own.
inline std::unique_ptr<Database> openDatabase(Backend backend)
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

    /// What the session hears, before it writes anything.
    Result<SignedIn> prove(const protocol::Enrol &request)
    {
        Result<SignedIn> answer = Error{ErrorCode::Internal, {}};
        auth->enrol(request, greeting, &asker, [&](const Result<SignedIn> &signedIn) { answer = signedIn; });
        return answer;
    }

    Result<SignedIn> enrol(const protocol::Enrol &request)
    {
        const Result<SignedIn> answer = prove(request);
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
    Uuid enrolled() { return enrolled(auth->createToken()->token); }
    Uuid enrolled(const QByteArray &token)
    {
        const auto signedIn = enrol(enrolment(token));
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

} // namespace guanxi::test
