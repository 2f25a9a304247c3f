// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/serverstore.h"

#include "common/model/codec.h"
#include "common/storage/heldrows.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "server/storage/recalled.h"

#include <QtEndian>

namespace guanxi::server {

using namespace storage;
using namespace model;

namespace {

QByteArray scopeBytes(const ScopeIds &scopes)
{
    QByteArray bytes(scopes.size() * 4, Qt::Uninitialized);
    for (qsizetype i = 0; i < scopes.size(); ++i)
        qToBigEndian(scopes.at(i), bytes.data() + i * 4);
    return bytes;
}

ServerRow serverRow(StoredRecord &&stored) { return {std::move(stored.record), stored.rid, scopesFrom(stored.scopes)}; }

/// Reads feed entries until `count` is reached and the revision is complete.
Result<QList<FeedEntry>> readFeed(Statement &statement, int count, const std::function<bool(qint32)> &wanted, qint64 *reached)
{
    QList<FeedEntry> entries;
    qint64 last = -1;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const qint64 rev = statement.integer(0);
        if (entries.size() >= count && rev != last)
            break;
        last = rev;
        if (wanted(qint32(statement.integer(1))))
            entries.append({rev, EntityId(statement.integer(2)), statement.integer(3), statement.integer(4) != 0});
        if (reached)
            *reached = rev;
    }
    statement.reset();
    return entries;
}

} // namespace

ScopeIds scopesFrom(const QByteArray &bytes)
{
    ScopeIds scopes;
    for (qsizetype at = 0; at + 4 <= bytes.size(); at += 4)
        scopes.append(qFromBigEndian<qint32>(bytes.constData() + at));
    return scopes;
}

ServerStore::ServerStore(Database &database, Catalogue &catalogue) : m_database(database), m_catalogue(catalogue) {}

ServerStore::~ServerStore() = default;

Result<QByteArray> ServerStore::meta(const QString &key)
{
    if (m_recalled)
        if (const auto known = m_recalled->meta.constFind(key); known != m_recalled->meta.constEnd())
            return *known;
    const Result<std::optional<QByteArray>> value = metaValue(m_database, key.toUtf8());
    if (!value)
        return value.error();
    if (m_recalled)
        m_recalled->meta.insert(key, value->value_or(QByteArray()));
    return value->value_or(QByteArray());
}

Result<void> ServerStore::setMeta(const QString &key, const QByteArray &value)
{
    if (m_recalled)
        m_recalled->meta.insert(key, value);
    return setMetaValue(m_database, key.toUtf8(), value);
}

Result<qint64> ServerStore::head(bool forUpdate)
{
    if (m_recalled && m_recalled->head)
        return *m_recalled->head;
    const bool lock = forUpdate && m_database.backend() == Backend::Postgres;
    Statement statement(m_database, lock ? "SELECT rev FROM head WHERE one = 1 FOR UPDATE" : "SELECT rev FROM head WHERE one = 1");
    if (const Result<bool> row = statement.step(); !row)
        return row.error();
    const qint64 rev = statement.integer(0);
    if (m_recalled && lock)
        m_recalled->head = rev;
    return rev;
}

Result<void> ServerStore::setHead(qint64 rev)
{
    static const HeldTable table("head", {{"one", ColumnType::Integer}, {"rev", ColumnType::Integer}}, 1, HeldTable::Writes::Existing);
    if (m_recalled)
        m_recalled->head = rev;
    return hold(m_database, table, {1, rev});
}

Result<std::optional<ServerRow>> ServerStore::row(const RecordRef &ref)
{
    if (m_recalled)
        if (const auto known = m_recalled->rows.constFind(ref); known != m_recalled->rows.constEnd())
            return *known;
    if (foresees()) {
        m_recalled->wantedRows.insert(ref);
        ++m_recalled->wanted;
        return std::optional<ServerRow>();
    }
    Result<std::optional<StoredRecord>> stored = m_records->load(ref);
    if (!stored)
        return stored.error();
    const std::optional<ServerRow> row = stored->has_value() ? std::optional(serverRow(std::move(**stored))) : std::nullopt;
    if (m_recalled)
        m_recalled->rows.insert(ref, row);
    return row;
}

Result<QList<ServerRow>> ServerStore::rowsByRid(EntityId entity, const std::vector<qint64> &rids)
{
    Result<std::vector<StoredRecord>> stored = m_records->loadByRids(entity, rids);
    if (!stored)
        return stored.error();
    QList<ServerRow> rows;
    rows.reserve(qsizetype(stored->size()));
    for (StoredRecord &record : *stored)
        rows.append(serverRow(std::move(record)));
    return rows;
}

Result<QList<ServerRow>> ServerStore::children(const Entity &entity, const Field &field, const RecordRef &target)
{
    if (m_recalled)
        return recalledChildren(entity, field, target);
    const Result<std::vector<qint64>> rids = childRids(entity, field, target);
    return rids ? rowsByRid(entity.id, *rids) : rids.error();
}

Result<std::vector<qint64>> ServerStore::childRids(const Entity &entity, const Field &field, const RecordRef &target)
{
    Statement statement(m_database, "SELECT rid FROM " + tableName(entity) + " WHERE " + columnName(field) + " = ?");
    QByteArray value = target.id.bytes();
    if (field.type == FieldType::AnyReference) {
        char head[2];
        qToBigEndian(target.entity, head);
        value.prepend(head, 2);
    }
    statement.bind(1, value);
    std::vector<qint64> rids;
    GUANXI_TRY(statement.each([&](const Statement &row) { rids.push_back(row.integer(0)); }));
    return rids;
}

Result<QList<Uuid>> ServerStore::holdersOf(const Entity &entity, const Field &field, const Value &value)
{
    if (m_recalled)
        if (const auto known = m_recalled->holders[{entity.id, field.id}].constFind(value); known != m_recalled->holders[{entity.id, field.id}].constEnd())
            return *known;
    if (foresees()) {
        m_recalled->wantedHolders[{entity.id, field.id}].insert(value, true);
        ++m_recalled->wanted;
        return QList<Uuid>();
    }
    Statement statement(m_database, "SELECT id FROM " + tableName(entity) + " WHERE " + columnName(field) + " = ? AND deleted = 0");
    bindValue(statement, 1, field, value);
    QList<Uuid> holders;
    GUANXI_TRY(statement.each([&](const Statement &row) { holders.append(row.uuid(0)); }));
    if (m_recalled)
        m_recalled->holders[{entity.id, field.id}].insert(value, holders);
    return holders;
}

Result<std::vector<RowStamp>> ServerStore::stampsAfter(const Entity &entity, const Uuid &id, int count, const QList<qint64> &fields)
{
    QByteArray filled = "1 = 0";
    for (qint64 field : fields)
        if (const Field *known = entity.field(FieldId(field)))
            filled += " OR " + columnName(*known) + " IS NOT NULL";
    Statement statement(m_database, "SELECT id, rev, scopes, CASE WHEN " + filled + " THEN 1 ELSE 0 END FROM " + tableName(entity)
                                        + " WHERE id > ? ORDER BY id LIMIT ?");
    statement.bindAll(id, qint64(count));
    std::vector<RowStamp> stamps;
    GUANXI_TRY(statement.each([&](const Statement &row) {
        stamps.push_back({row.uuid(0), row.integer(1), scopesFrom(row.bytes(2)), row.integer(3) != 0});
    }));
    return stamps;
}

Result<void> ServerStore::write(const std::optional<ServerRow> &before, const Record &after, const ScopeIds &scopes)
{
    const QByteArray bytes = scopeBytes(scopes);
    const Result<qint64> rid = before ? rewrite(*before, after, bytes) : isShared() ? m_sender->insert(after, bytes) : m_records->insert(after, bytes);
    if (!rid)
        return rid.error();
    if (m_recalled)
        m_recalled->noteWritten(before, {after, *rid, scopes});
    return moveFeed(after.entity().id, *rid, before ? before->scopes : ScopeIds(), after.rev(), scopes);
}

Result<qint64> ServerStore::rewrite(const ServerRow &before, const Record &after, const QByteArray &scopes)
{
    QList<FieldId> changed;
    for (const Field &field : after.entity().fields())
        if (after.value(field.id) != before.record.value(field.id))
            changed.append(field.id);
    const Result<void> written = isShared() ? m_sender->update(after, scopes, changed) : m_records->update(after, changed, QByteArrayView(scopes));
    return written ? Result<qint64>(before.rid) : written.error();
}

Result<void> ServerStore::moveFeed(EntityId entity, qint64 rid, const ScopeIds &oldScopes, qint64 rev, const ScopeIds &scopes)
{
    for (qint32 scope : scopes)
        GUANXI_TRY(feedEntry(scope, rev, entity, rid, false));
    for (qint32 scope : oldScopes)
        if (!scopes.contains(scope))
            GUANXI_TRY(feedEntry(scope, rev, entity, rid, true));
    return {};
}

Result<void> ServerStore::feedEntry(qint32 scope, qint64 rev, EntityId entity, qint64 rid, bool gone)
{
    static const HeldTable table("feed",
                                 {{"scope", ColumnType::Integer}, {"entity", ColumnType::Integer}, {"rid", ColumnType::Integer}, {"rev", ColumnType::Integer}, {"gone", ColumnType::Integer}},
                                 3, HeldTable::Writes::All);
    return hold(m_database, table, {scope, entity, rid, rev, gone});
}

Result<qint32> ServerStore::scopeId(const ScopeKey &key)
{
    if (const auto found = m_scopes.constFind(key); found != m_scopes.constEnd())
        return *found;
    const qint32 scope = m_lastScope + 1;
    Statement statement(m_database, "INSERT INTO scope_def (scope, entity, kind, ref) VALUES (?, ?, ?, ?)");
    GUANXI_TRY(statement.bindAll(scope, qint64(key.entity), qint64(key.kind), key.ref).run());
    m_scopes.insert(key, scope);
    m_lastScope = scope;
    return scope;
}

Result<ScopeIds> ServerStore::scopeIds(const QList<ScopeKey> &keys)
{
    ScopeIds ids;
    for (const ScopeKey &key : keys) {
        const Result<qint32> id = scopeId(key);
        if (!id)
            return id.error();
        ids.append(*id);
    }
    return ids;
}

Result<QSet<qint32>> ServerStore::knownScopes(const QSet<ScopeKey> &keys)
{
    QSet<qint32> ids;
    for (const ScopeKey &key : keys)
        if (const auto found = m_scopes.constFind(key); found != m_scopes.constEnd())
            ids.insert(*found);
    return ids;
}

Result<QSet<ScopeKey>> ServerStore::scopesOfReplica(const Uuid &replica)
{
    Statement statement(m_database, "SELECT d.entity, d.kind, d.ref FROM replica_scope r JOIN scope_def d ON d.scope = r.scope"
                                    " WHERE r.replica = ?");
    statement.bind(1, replica);
    QSet<ScopeKey> scopes;
    GUANXI_TRY(statement.each([&](const Statement &row) {
        scopes.insert({EntityId(row.integer(0)), ScopeKind(row.integer(1)), row.uuid(2)});
    }));
    return scopes;
}

Result<void> ServerStore::addReplicaScopes(const Uuid &replica, const QSet<ScopeKey> &scopes)
{
    for (const ScopeKey &key : scopes) {
        const Result<qint32> scope = scopeId(key);
        if (!scope)
            return scope.error();
        Statement statement(m_database, "INSERT INTO replica_scope (replica, scope) VALUES (?, ?) ON CONFLICT (replica, scope) DO NOTHING");
        GUANXI_TRY(statement.bindAll(replica, *scope).send());
    }
    return {};
}

Result<QList<FeedEntry>> ServerStore::feedOf(qint32 scope, qint64 pos, int count)
{
    Statement statement(m_database, "SELECT rev, scope, entity, rid, gone FROM feed WHERE scope = ? AND rev > ? ORDER BY rev");
    statement.bindAll(scope, pos);
    return readFeed(statement, count, [](qint32) { return true; }, nullptr);
}

Result<QList<FeedEntry>> ServerStore::feedOf(const QSet<qint32> &scopes, qint64 pos, int count, qint64 *reached)
{
    Statement statement(m_database, "SELECT rev, scope, entity, rid, gone FROM feed WHERE rev > ? ORDER BY rev");
    statement.bind(1, pos);
    *reached = pos;
    return readFeed(statement, count, [&](qint32 scope) { return scopes.contains(scope); }, reached);
}

Result<qint64> ServerStore::horizon()
{
    const Result<QByteArray> stored = meta(QStringLiteral("horizon"));
    if (!stored)
        return stored.error();
    return stored->toLongLong();
}

Result<qint64> ServerStore::noteDay(qint64 day, qint64 before)
{
    const Result<qint64> now = head();
    if (!now)
        return now.error();
    GUANXI_TRY(Statement(m_database, "INSERT INTO day_head (day, rev) VALUES (?, ?) ON CONFLICT (day) DO NOTHING").bindAll(day, *now).run());
    Statement past(m_database, "SELECT COALESCE(MAX(rev), 0) FROM day_head WHERE day <= ?");
    if (const Result<bool> row = past.bind(1, day - before).step(); !row)
        return row.error();
    const qint64 rev = past.integer(0);
    past.reset();
    GUANXI_TRY(Statement(m_database, "DELETE FROM day_head WHERE day < ?").bind(1, day - before).run());
    return rev;
}

Result<void> ServerStore::setHorizon(qint64 rev)
{
    const Result<qint64> before = horizon();
    if (!before || rev <= *before)
        return before ? Result<void>() : Result<void>(before.error());
    GUANXI_TRY(Statement(m_database, "DELETE FROM feed WHERE gone = 1 AND rev > ? AND rev <= ?").bindAll(*before, rev).run());
    return setMeta(QStringLiteral("horizon"), QByteArray::number(rev));
}

} // namespace guanxi::server
