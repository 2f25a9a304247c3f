// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that knows that other server processes may work on the same database.
#include "common/storage/statement.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

using namespace model;
using storage::Statement;
using storage::Transaction;

namespace {

/// Halves of the numbers of PostgreSQL's advisory locks; the other half stands for the schema.
constexpr int RunLock = 4'767'887;
constexpr int KeeperLock = 4'767'888;

/// Entries read for one row of a commit that is told live; rows stand in a handful of scopes.
constexpr int EntriesPerRow = 16;

QByteArray lockCall(const char *function, int lock)
{
    return QByteArray("SELECT ") + function + '(' + QByteArray::number(lock) + ", hashtext(current_schema()))";
}

} // namespace

bool ServerStore::isShared() const { return m_database.backend() == storage::Backend::Postgres; }

Result<bool> ServerStore::tryLock(int lock)
{
    Statement statement(m_database, lockCall("pg_try_advisory_lock", lock));
    const Result<std::optional<qint64>> got = statement.single();
    return got ? Result<bool>(got->value_or(0) != 0) : got.error();
}

Result<bool> ServerStore::isKeeper()
{
    if (m_keeper || !isShared())
        return true;
    const Result<bool> got = tryLock(KeeperLock);
    m_keeper = got && *got;
    return got;
}

Result<void> ServerStore::beginRun(const Uuid &id)
{
    // The run of a database lasts as long as any process holds this lock: who comes while another one works joins its run.
    const Result<bool> alone = isShared() ? tryLock(RunLock) : Result<bool>(true);
    const Result<QList<protocol::ServerRun>> present = runs();
    if (!alone || !present)
        return alone ? present.error() : alone.error();
    const Result<void> noted = *alone || present->isEmpty() ? noteRun(id) : Result<void>();
    if (!isShared())
        return noted;
    if (noted)
        GUANXI_TRY(call("pg_advisory_lock_shared", RunLock));
    if (*alone)
        GUANXI_TRY(call("pg_advisory_unlock", RunLock));
    return noted;
}

Result<void> ServerStore::call(const char *function, int lock)
{
    Statement statement(m_database, lockCall(function, lock));
    return statement.each([](const Statement &) {});
}

Result<Transaction> ServerStore::beginWrite()
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction || !isShared())
        return transaction;
    // Before anything is read: who writes next waits here, and then sees all that was written before.
    if (const Result<qint64> locked = head(true); !locked)
        return locked.error();
    if (const Result<void> met = meetScopes(); !met)
        return met.error();
    return transaction;
}

Result<void> ServerStore::meetScopes()
{
    Statement statement(m_database, "SELECT scope, entity, kind, ref FROM scope_def WHERE scope > ? ORDER BY scope");
    return statement.bind(1, m_lastScope).each([this](const Statement &row) {
        m_lastScope = qint32(row.integer(0));
        m_scopes.insert({EntityId(row.integer(1)), ScopeKind(row.integer(2)), row.uuid(3)}, m_lastScope);
    });
}

Result<qint64> ServerStore::known() { return isShared() ? Result<qint64>(m_known) : head(); }

Result<ServerStore::Foreign> ServerStore::foreign()
{
    Foreign foreign;
    const Result<qint64> now = head();
    const Result<QByteArray> epoch = meta(QStringLiteral("epoch"));
    if (!now || !epoch)
        return now ? epoch.error() : now.error();
    foreign.to = *now;
    foreign.epoch = Uuid::fromBytes(*epoch);
    if (*now == m_known)
        return foreign;
    GUANXI_TRY(meetScopes());
    Statement statement(m_database, "SELECT entity, MAX(rev) FROM feed WHERE rev > ? GROUP BY entity");
    GUANXI_TRY(statement.bind(1, m_known).each([&](const Statement &row) { foreign.entities.insert(EntityId(row.integer(0)), row.integer(1)); }));
    return foreign;
}

Result<std::optional<QList<ChangedRow>>> ServerStore::changedSince(qint64 rev, int limit)
{
    const int entries = limit * EntriesPerRow;
    Statement statement(m_database, "SELECT entity, rid, scope FROM feed WHERE rev > ? ORDER BY rev LIMIT ?");
    QMap<EntityId, QMap<qint64, ScopeIds>> changed;
    int read = 0;
    GUANXI_TRY(statement.bindAll(rev, entries).each([&](const Statement &row) {
        changed[EntityId(row.integer(0))][row.integer(1)].append(qint32(row.integer(2)));
        ++read;
    }));
    qsizetype count = 0;
    for (const QMap<qint64, ScopeIds> &rids : std::as_const(changed))
        count += rids.size();
    if (read == entries || count > limit)
        return std::optional<QList<ChangedRow>>();
    QList<ChangedRow> rows;
    for (auto entity = changed.cbegin(); entity != changed.cend(); ++entity) {
        const Result<QList<ServerRow>> found = rowsByRid(entity.key(), std::vector<qint64>(entity->keyBegin(), entity->keyEnd()));
        if (!found)
            return found.error();
        for (const ServerRow &row : *found)
            rows.append({row, entity->value(row.rid)});
    }
    return std::optional(rows);
}

Result<void> ServerStore::tell(const QByteArray &word)
{
    if (!isShared())
        return {};
    Statement statement(m_database, "SELECT pg_notify('guanxi_' || current_schema(), ?)");
    return statement.bindUtf8(1, word).each([](const Statement &) {});
}

Result<void> ServerStore::noteAddress(const protocol::ServerAddress &address, qint64 now)
{
    Statement statement(m_database, "INSERT INTO server_address (host, port, seen_at) VALUES (?, ?, ?)"
                                    " ON CONFLICT (host, port) DO UPDATE SET seen_at = excluded.seen_at");
    GUANXI_TRY(statement.bindAll(address.host, address.port, now).run());
    return {};
}

Result<QList<protocol::ServerAddress>> ServerStore::addresses(qint64 since)
{
    Statement statement(m_database, "SELECT host, port FROM server_address WHERE seen_at >= ? ORDER BY host, port");
    QList<protocol::ServerAddress> addresses;
    GUANXI_TRY(statement.bind(1, since).each([&](const Statement &row) { addresses.append({row.text(0), int(row.integer(1))}); }));
    return addresses;
}

} // namespace guanxi::server
