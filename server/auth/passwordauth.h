// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/worker.h"
#include "server/auth/authservice.h"
#include "server/auth/lockout.h"
#include "server/auth/passwordhasher.h"
#include "server/auth/recentproofs.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

/// A connection code's secret, told once; only its hash is stored.
struct NewToken {
    QByteArray token;
    qint64 expires = 0; ///< UTC ms
};

/// An installation as the console shows it.
struct ReplicaInfo {
    Uuid id;
    Uuid user;
    QString name;
    qint64 number = 0;
    qint64 lastSeq = 0;
    bool revoked = false;
    qint64 created = 0;   ///< UTC ms
    qint64 seen = 0;      ///< UTC ms
    qint64 revokedAt = 0; ///< UTC ms
    qint64 wipedAt = 0;   ///< UTC ms; 0: has not said so yet
};

/// The AuthService of the shipped server: tables `credential`, `connection_token` and `removal` beside ServerStore's `replica`;
/// failures are counted in memory. The functions below serve the console.
class PasswordAuth final : public AuthService
{
public:
    static constexpr qint64 TokenValidMs = qint64(7) * 24 * 3600 * 1000;
    static constexpr qsizetype TokenSize = 16;
    static constexpr qint64 RepeatMs = 10 * 60'000; ///< so long an enrolment may be repeated with the same key
    static constexpr qsizetype MostWaiting = 1'024; ///< passwords; more are turned away until some are done

    struct Parts {
        ServerStore &store;
        const Clock &clock;
        Random &random; ///< fit for secrets
        UuidMaker &ids;
    };
    /// Makes the tables. `keyPin` as answered by keyPin(). The parts outlive the service.
    static Result<std::unique_ptr<PasswordAuth>> open(const Parts &parts, const QByteArray &keyPin,
                                                      const PasswordCost &cost = PasswordCost::interactive(),
                                                      Worker::Where where = Worker::Where::Own);

    void enrol(const protocol::Enrol &request, const Greeting &greeting, QObject *asker, const Answer<SignedIn> &done) override;
    Result<void> useCode(const QByteArray &token, const Uuid &user) override;
    void signIn(const protocol::SignIn &request, const Greeting &greeting, QObject *asker, const Answer<SignedIn> &done) override;
    void changePassword(const Uuid &user, const QString &oldPassword, const QString &newPassword, QObject *asker, const Answer<void> &done) override;
    Result<void> noteWiped(const Uuid &replica) override;
    QByteArray keyPin() const override { return m_keyPin; }

    /// BadText, WeakPassword(minimum), TooLong(field, limit).
    Result<void> setPassword(const Uuid &user, const QString &password, bool mustChange);
    Result<bool> hasPassword(const Uuid &user);
    /// A secret for one enrolment.
    Result<NewToken> createToken(qint64 validMs = TokenValidMs);
    Result<QList<ReplicaInfo>> listReplicas();
    /// NotFound("replica", id). Revoking twice is no error.
    Result<void> revokeReplica(const Uuid &replica);
    /// Forgets the failures of a login or address; false when it had none.
    bool unlock(const QString &loginOrAddress);

private:
    struct Account {
        Uuid user; ///< none: no such login
        QString login;
        QString realName;
        bool active = false;
        QString hash; ///< empty: never got a password
        bool mustChange = false;
    };
    struct Replica {
        Uuid user;
        QByteArray publicKey;
        bool revoked = false;
    };

    /// Who says what about himself.
    struct Claim {
        QString login;
        QString password;
        Uuid expected; ///< a device signs in only the user it was enrolled for; none: anybody
        QString peer;  ///< none: signed in already
        Uuid replica;  ///< whose proof is remembered
        QString next;  ///< the password to have from now on
    };
    /// What a thread found out about a password.
    struct Outcome {
        bool matches = false;
        QString fresh; ///< the string to store instead
    };

    PasswordAuth(const Parts &parts, const QByteArray &keyPin, const PasswordCost &cost, Worker::Where where);
    Result<void> createTables();
    Result<Account> account(const QString &login);
    Result<std::optional<Replica>> replica(const Uuid &id);
    Result<bool> isTokenGood(const QByteArray &token);
    Result<void> store(const Uuid &user, const QString &hash, bool mustChange);

    /// What must hold before the server computes anything.
    Result<Uuid> checkDevice(const protocol::SignIn &request, const Greeting &greeting);
    /// The replica that the enrolment is going to be.
    Result<Uuid> checkCode(const protocol::Enrol &request, const Greeting &greeting);
    /// The replica that this very enrolment became a moment ago, when the answer was lost on the way; none: it never was one.
    Result<Uuid> enrolledBefore(const protocol::Enrol &request);
    /// The password check with lock-out; the same way and time for everybody.
    void prove(const Claim &claim, QObject *asker, const Answer<Account> &done);
    Result<Account> judge(const Claim &claim, const Account &account, const Outcome &outcome);
    Worker &freeWorker();
    Result<void> checkLocks(const QString &login, const QString &peer) const;
    void countFailure(const QString &login, const QString &peer);

    Parts m_parts;
    QByteArray m_keyPin;
    PasswordHasher m_hasher;
    RecentProofs m_proofs;
    std::vector<std::unique_ptr<Worker>> m_workers;
    Lockout m_logins;
    Lockout m_addresses;
};

} // namespace guanxi::server
