// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordauth.h"

#include "common/base/textcheck.h"
#include "common/protocol/signature.h"
#include "common/storage/statement.h"

#include <QCryptographicHash>
#include <QThread>

namespace guanxi::server {

using storage::Statement;

namespace {

constexpr qsizetype MostTokenBytes = 64;
constexpr qsizetype MostLogin = 64;
/// An office behind one address mistypes more often than a person.
constexpr LockoutPolicy AddressPolicy{30, 30'000, 15 * 60'000, 60 * 60'000};

enum class ReplicaState : qint64 { Active = 0, Revoked = 1 };

constexpr const char *Tables =
    "CREATE TABLE IF NOT EXISTS credential (author BLOB PRIMARY KEY, hash TEXT NOT NULL, must_change BIGINT NOT NULL,"
    " changed_at BIGINT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS connection_token (hash BLOB PRIMARY KEY, created_at BIGINT NOT NULL,"
    " expires_at BIGINT NOT NULL, used_at BIGINT NOT NULL, used_by BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS removal (replica BLOB PRIMARY KEY, revoked_at BIGINT NOT NULL, wiped_at BIGINT NOT NULL);";

QByteArray hashOf(const QByteArray &token) { return QCryptographicHash::hash(token, QCryptographicHash::Sha256); }

Error wrongPassword() { return {ErrorCode::WrongPassword, {}}; }

/// One core stays with the server; each computation takes 64 MiB.
int workersFor(Worker::Where where)
{
    return where == Worker::Where::Caller ? 1 : std::clamp(QThread::idealThreadCount() - 1, 1, 4);
}

constexpr qsizetype ProofKeySize = 32;

QString lockName(const QString &login) { return login.trimmed().toCaseFolded(); }

} // namespace

PasswordAuth::PasswordAuth(const Parts &parts, const QByteArray &keyPin, const PasswordCost &cost, Worker::Where where)
    : m_parts(parts), m_keyPin(keyPin), m_hasher(cost), m_proofs(parts.random.bytes(ProofKeySize)), m_logins(LockoutPolicy()),
      m_addresses(AddressPolicy)
{
    for (int i = 0; i < workersFor(where); ++i)
        m_workers.push_back(std::make_unique<Worker>(QStringLiteral("passwords"), where));
}

Result<std::unique_ptr<PasswordAuth>> PasswordAuth::open(const Parts &parts, const QByteArray &keyPin,
                                                         const PasswordCost &cost, Worker::Where where)
{
    std::unique_ptr<PasswordAuth> auth(new PasswordAuth(parts, keyPin, cost, where));
    GUANXI_TRY(auth->createTables());
    return auth;
}

Result<void> PasswordAuth::createTables()
{
    QByteArray sql = Tables;
    if (m_parts.store.database().backend() == storage::Backend::Postgres)
        sql.replace(" BLOB", " BYTEA");
    return m_parts.store.database().execute(sql);
}

Result<Uuid> PasswordAuth::checkCode(const protocol::Enrol &request, const Greeting &greeting)
{
    if (request.publicKey.size() != protocol::KeySize || request.token.isEmpty() || request.token.size() > MostTokenBytes)
        return Error{ErrorCode::BadFrame, {QStringLiteral("Enrol")}};
    GUANXI_TRY(checkLocks(request.login, greeting.peer));
    // The code comes first: who has none learns nothing about logins and cannot make the server hash.
    const Result<bool> good = isTokenGood(request.token);
    if (!good)
        return good.error();
    const Result<Uuid> replica = *good ? m_parts.ids.next() : enrolledBefore(request);
    if (replica && replica->isNull()) {
        m_addresses.failed(greeting.peer, m_parts.clock.monotonicMs());
        return Error{ErrorCode::CodeUsed, {}};
    }
    return replica;
}

Result<Uuid> PasswordAuth::enrolledBefore(const protocol::Enrol &request)
{
    Statement statement(m_parts.store.database(),
                        "SELECT r.id FROM replica r JOIN connection_token t ON t.used_by = r.author"
                        " WHERE t.hash = ? AND t.used_at > ? AND r.public_key = ? AND r.state = ? AND r.last_seq = 0");
    const Result<bool> row = statement.bindAll(hashOf(request.token), m_parts.clock.wallMs() - RepeatMs, request.publicKey,
                                               qint64(ReplicaState::Active)).step();
    if (!row)
        return row.error();
    return *row ? statement.uuid(0) : Uuid();
}

void PasswordAuth::enrol(const protocol::Enrol &request, const Greeting &greeting, QObject *asker, const Answer<SignedIn> &done)
{
    const Result<Uuid> checked = checkCode(request, greeting);
    if (!checked)
        return done(checked.error());
    prove({request.login, request.password, Uuid(), greeting.peer, *checked, {}}, asker,
          [this, done, replica = *checked, publicKey = request.publicKey](const Result<Account> &account) {
              const Result<std::optional<Replica>> known = account ? this->replica(replica) : Result<std::optional<Replica>>(account.error());
              if (!known)
                  return done(known.error());
              if (known->has_value() && ((*known)->user != account->user || (*known)->revoked))
                  return done(Error{ErrorCode::CodeUsed, {}});
              done(SignedIn{account->user, replica, account->login, account->realName, account->mustChange, !known->has_value(), publicKey});
          });
}

Result<Uuid> PasswordAuth::checkDevice(const protocol::SignIn &request, const Greeting &greeting)
{
    const Result<std::optional<Replica>> known = replica(request.replica);
    if (!known)
        return known.error();
    const QByteArray bytes = protocol::signInBytes(greeting.clientNonce, greeting.serverNonce, m_keyPin);
    if (!known->has_value() || !protocol::isSignedBy(bytes, request.signature, (*known)->publicKey))
        return Error{ErrorCode::DeviceUnknown, {}};
    if ((*known)->revoked)
        return Error{ErrorCode::DeviceRevoked, {}};
    return (*known)->user;
}

void PasswordAuth::signIn(const protocol::SignIn &request, const Greeting &greeting, QObject *asker, const Answer<SignedIn> &done)
{
    const Result<Uuid> user = checkDevice(request, greeting);
    if (!user)
        return done(user.error());
    prove({request.login, request.password, *user, greeting.peer, request.replica, {}}, asker,
          [this, done, replica = request.replica](const Result<Account> &account) {
              if (!account)
                  return done(account.error());
              // It may have been removed while the password was computed.
              const Result<std::optional<Replica>> known = this->replica(replica);
              if (!known || !known->has_value() || (*known)->revoked)
                  return done(known ? Error{ErrorCode::DeviceRevoked, {}} : known.error());
              // When the device was here last is only for the console: a full disk must not keep people out.
              Statement seen(m_parts.store.database(), "UPDATE replica SET seen_at = ? WHERE id = ?");
              (void)seen.bindAll(m_parts.clock.wallMs(), replica).run();
              done(SignedIn{account->user, replica, account->login, account->realName, account->mustChange, false, {}});
          });
}

void PasswordAuth::changePassword(const Uuid &user, const QString &oldPassword, const QString &newPassword, QObject *asker, const Answer<void> &done)
{
    if (const Result<void> good = PasswordHasher::check(newPassword); !good)
        return done(good);
    Statement statement(m_parts.store.database(), "SELECT login FROM \"user\" WHERE id = ? AND deleted = 0");
    const Result<bool> row = statement.bind(1, user).step();
    if (!row || !*row)
        return done(row ? wrongPassword() : row.error());
    const QString login = statement.text(0);
    statement.reset();
    prove({login, oldPassword, user, {}, {}, newPassword}, asker, [done](const Result<Account> &account) {
        done(account ? Result<void>() : Result<void>(account.error()));
    });
}

void PasswordAuth::prove(const Claim &claim, QObject *asker, const Answer<Account> &done)
{
    const Result<void> open = checkLocks(claim.login, claim.peer);
    const Result<Account> found = open ? account(claim.login) : Result<Account>(open.error());
    if (!found)
        return done(found.error());
    if (claim.next.isEmpty() && m_proofs.holds(claim.replica, found->hash, claim.password, m_parts.clock.monotonicMs()))
        return done(judge(claim, *found, {true, {}}));
    Worker &worker = freeWorker();
    if (worker.waiting() * qsizetype(m_workers.size()) >= MostWaiting)
        return done(Error{ErrorCode::RateLimited, {QStringLiteral("30")}});
    worker.ask<Outcome>(
        [hasher = m_hasher, claim, stored = found->hash]() -> Outcome {
            if (!hasher.matches(stored, claim.password))
                return {};
            const QString &wanted = claim.next.isEmpty() ? claim.password : claim.next;
            const bool makesNew = !claim.next.isEmpty() || hasher.isOutdated(stored);
            const Result<QString> fresh = makesNew ? hasher.hash(wanted) : Result<QString>(QString());
            return {true, fresh ? *fresh : QString()};
        },
        asker,
        [this, claim, asker, done, stored = found->hash](const Outcome &outcome) {
            // Meanwhile others may have failed with this login, and the password may be another one.
            const Result<void> stillOpen = checkLocks(claim.login, claim.peer);
            const Result<Account> now = stillOpen ? account(claim.login) : Result<Account>(stillOpen.error());
            if (!now)
                return done(now.error());
            if (now->hash != stored)
                return prove(claim, asker, done);
            done(judge(claim, *now, outcome));
        });
}

Result<PasswordAuth::Account> PasswordAuth::judge(const Claim &claim, const Account &account, const Outcome &outcome)
{
    const bool isExpected = claim.expected.isNull() || account.user == claim.expected;
    if (!outcome.matches || !isExpected) {
        countFailure(claim.login, claim.peer);
        return wrongPassword();
    }
    m_logins.clear(lockName(claim.login));
    if (!account.active)
        return Error{ErrorCode::UserDisabled, {}};
    if (!claim.next.isEmpty())
        GUANXI_TRY(outcome.fresh.isEmpty() ? Result<void>(Error{ErrorCode::Internal, {QStringLiteral("no memory for a password hash")}})
                                           : store(account.user, outcome.fresh, false));
    else if (!outcome.fresh.isEmpty())
        (void)store(account.user, outcome.fresh, account.mustChange);
    if (claim.next.isEmpty())
        m_proofs.note(claim.replica, outcome.fresh.isEmpty() ? account.hash : outcome.fresh, claim.password, m_parts.clock.monotonicMs());
    return account;
}

Worker &PasswordAuth::freeWorker()
{
    return **std::min_element(m_workers.begin(), m_workers.end(), [](const auto &a, const auto &b) { return a->waiting() < b->waiting(); });
}

Result<void> PasswordAuth::setPassword(const Uuid &user, const QString &password, bool mustChange)
{
    GUANXI_TRY(PasswordHasher::check(password));
    const Result<QString> hash = m_hasher.hash(password);
    return hash ? store(user, *hash, mustChange) : hash.error();
}

Result<void> PasswordAuth::store(const Uuid &user, const QString &hash, bool mustChange)
{
    Statement statement(m_parts.store.database(),
                        "INSERT INTO credential (author, hash, must_change, changed_at) VALUES (?, ?, ?, ?)"
                        " ON CONFLICT (author) DO UPDATE SET hash = excluded.hash, must_change = excluded.must_change,"
                        " changed_at = excluded.changed_at");
    GUANXI_TRY(statement.bindAll(user, hash, mustChange, m_parts.clock.wallMs()).run());
    return {};
}

Result<bool> PasswordAuth::hasPassword(const Uuid &user)
{
    Statement statement(m_parts.store.database(), "SELECT 1 FROM credential WHERE author = ?");
    return statement.bind(1, user).step();
}

Result<NewToken> PasswordAuth::createToken(qint64 validMs)
{
    const qint64 now = m_parts.clock.wallMs();
    const NewToken made{m_parts.random.bytes(TokenSize), now + validMs};
    Statement statement(m_parts.store.database(), "INSERT INTO connection_token (hash, created_at, expires_at, used_at, used_by)"
                                                  " VALUES (?, ?, ?, 0, ?)");
    GUANXI_TRY(statement.bindAll(hashOf(made.token), now, made.expires, QByteArrayView("")).run());
    return made;
}

Result<bool> PasswordAuth::isTokenGood(const QByteArray &token)
{
    Statement statement(m_parts.store.database(),
                        "SELECT 1 FROM connection_token WHERE hash = ? AND used_at = 0 AND expires_at > ?");
    return statement.bindAll(hashOf(token), m_parts.clock.wallMs()).step();
}

Result<void> PasswordAuth::useCode(const QByteArray &token, const Uuid &user)
{
    // The condition decides between two that come at once, also through two server processes.
    const qint64 now = m_parts.clock.wallMs();
    Statement statement(m_parts.store.database(), "UPDATE connection_token SET used_at = ?, used_by = ?"
                                                  " WHERE hash = ? AND used_at = 0 AND expires_at > ?");
    const Result<qint64> used = statement.bindAll(now, user, hashOf(token), now).run();
    if (!used)
        return used.error();
    if (*used != 1)
        return Error{ErrorCode::CodeUsed, {}};
    return {};
}

Result<PasswordAuth::Account> PasswordAuth::account(const QString &login)
{
    const QString name = login.trimmed();
    if (name.isEmpty() || name.size() > MostLogin || !checkText(name, QStringLiteral("login")))
        return Account();
    // As written, else in lower case, so that a capital first letter does no harm.
    for (const QString &candidate : {name, name.toLower()}) {
        Statement statement(m_parts.store.database(),
                            "SELECT u.id, u.login, u.real_name, u.active, c.hash, c.must_change FROM \"user\" u"
                            " LEFT JOIN credential c ON c.author = u.id WHERE u.login = ? AND u.deleted = 0");
        const Result<bool> row = statement.bind(1, candidate).step();
        if (!row)
            return row.error();
        if (*row)
            return Account{statement.uuid(0),         statement.text(1), statement.text(2),
                           statement.integer(3) != 0, statement.text(4), statement.integer(5) != 0};
    }
    return Account();
}

Result<std::optional<PasswordAuth::Replica>> PasswordAuth::replica(const Uuid &id)
{
    Statement statement(m_parts.store.database(), "SELECT author, public_key, state FROM replica WHERE id = ?");
    const Result<bool> row = statement.bind(1, id).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Replica>();
    return std::optional(Replica{statement.uuid(0), statement.bytes(1),
                                 statement.integer(2) == qint64(ReplicaState::Revoked)});
}

Result<QList<ReplicaInfo>> PasswordAuth::listReplicas()
{
    Statement statement(m_parts.store.database(),
                        "SELECT r.id, r.author, r.name, r.number, r.last_seq, r.state, r.created_at, r.seen_at, m.revoked_at, m.wiped_at"
                        " FROM replica r LEFT JOIN removal m ON m.replica = r.id ORDER BY r.number");
    QList<ReplicaInfo> list;
    GUANXI_TRY(statement.each([&](const Statement &row) {
        list.append({row.uuid(0), row.uuid(1), row.text(2), row.integer(3), row.integer(4),
                     row.integer(5) == qint64(ReplicaState::Revoked), row.integer(6), row.integer(7),
                     row.integer(8), row.integer(9)});
    }));
    return list;
}

Result<void> PasswordAuth::revokeReplica(const Uuid &replica)
{
    Statement statement(m_parts.store.database(), "UPDATE replica SET state = ? WHERE id = ?");
    const Result<qint64> changed = statement.bindAll(qint64(ReplicaState::Revoked), replica).run();
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return Error{ErrorCode::NotFound, {QStringLiteral("replica"), replica.text()}};
    Statement removal(m_parts.store.database(), "INSERT INTO removal (replica, revoked_at, wiped_at) VALUES (?, ?, 0)"
                                                " ON CONFLICT (replica) DO NOTHING");
    GUANXI_TRY(removal.bindAll(replica, m_parts.clock.wallMs()).run());
    return {};
}

Result<void> PasswordAuth::noteWiped(const Uuid &replica)
{
    Statement statement(m_parts.store.database(), "UPDATE removal SET wiped_at = ? WHERE replica = ? AND wiped_at = 0");
    GUANXI_TRY(statement.bindAll(m_parts.clock.wallMs(), replica).run());
    return {};
}

bool PasswordAuth::unlock(const QString &loginOrAddress)
{
    const bool login = m_logins.clear(lockName(loginOrAddress));
    const bool address = m_addresses.clear(loginOrAddress);
    return login || address;
}

Result<void> PasswordAuth::checkLocks(const QString &login, const QString &peer) const
{
    const qint64 now = m_parts.clock.monotonicMs();
    const qint64 wait = std::max(m_logins.waitMs(lockName(login), now), m_addresses.waitMs(peer, now));
    if (wait > 0)
        return Error{ErrorCode::LockedOut, {QString::number((wait + 999) / 1000)}};
    return {};
}

void PasswordAuth::countFailure(const QString &login, const QString &peer)
{
    const qint64 now = m_parts.clock.monotonicMs();
    m_logins.failed(lockName(login), now);
    if (!peer.isEmpty())
        m_addresses.failed(peer, now);
}

} // namespace guanxi::server
