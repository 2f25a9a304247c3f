// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/serverstore.h"

#include "common/model/codec.h"
#include "common/storage/customfieldrows.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"

#include <QtEndian>

namespace guanxi::server {

using namespace storage;
using namespace model;

namespace {

constexpr int RecallBatch = 64;

// One line per table or index; BLOB and WITHOUT ROWID are put into PostgreSQL's words below.
constexpr const char *HeadTable = "CREATE TABLE IF NOT EXISTS head (one BIGINT PRIMARY KEY, rev BIGINT NOT NULL);"
                                  "INSERT INTO head (one, rev) VALUES (1, 0) ON CONFLICT (one) DO NOTHING;";
constexpr const char *Tables =
    "CREATE TABLE IF NOT EXISTS scope_def (scope BIGINT PRIMARY KEY, entity BIGINT NOT NULL, kind BIGINT NOT NULL,"
    " ref BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS feed (scope BIGINT NOT NULL, entity BIGINT NOT NULL, rid BIGINT NOT NULL,"
    " rev BIGINT NOT NULL, gone BIGINT NOT NULL, PRIMARY KEY (scope, entity, rid)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS feed_by_scope ON feed (scope, rev, entity, rid, gone);"
    "CREATE INDEX IF NOT EXISTS feed_by_rev ON feed (rev, scope, entity, rid, gone);"
    "CREATE TABLE IF NOT EXISTS change_log (rev BIGINT PRIMARY KEY, replica BLOB NOT NULL, seq BIGINT NOT NULL,"
    " author BLOB NOT NULL, at BIGINT NOT NULL, name TEXT NOT NULL, action BLOB NOT NULL, caused_by BIGINT NOT NULL,"
    " body BLOB NOT NULL);"
    "CREATE INDEX IF NOT EXISTS change_log_by_action ON change_log (action);"
    "CREATE TABLE IF NOT EXISTS change_index (record BLOB NOT NULL, rev BIGINT NOT NULL, replica BLOB NOT NULL,"
    " author BLOB NOT NULL, fields BLOB NOT NULL, PRIMARY KEY (record, rev)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS replica (id BLOB PRIMARY KEY, author BLOB NOT NULL, public_key BLOB NOT NULL,"
    " name TEXT NOT NULL, number BIGINT NOT NULL, last_seq BIGINT NOT NULL, state BIGINT NOT NULL,"
    " created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS push_result (replica BLOB NOT NULL, seq BIGINT NOT NULL, status BIGINT NOT NULL,"
    " body BLOB NOT NULL, PRIMARY KEY (replica, seq)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS replica_scope (replica BLOB NOT NULL, scope BIGINT NOT NULL,"
    " PRIMARY KEY (replica, scope)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, next BIGINT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS day_head (day BIGINT PRIMARY KEY, rev BIGINT NOT NULL);"
    // The connection that may write for a replica, when several processes serve it.
    "CREATE TABLE IF NOT EXISTS replica_holder (replica BLOB PRIMARY KEY, holder BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS server_address (host TEXT NOT NULL, port BIGINT NOT NULL, seen_at BIGINT NOT NULL,"
    " PRIMARY KEY (host, port));"
    "CREATE TABLE IF NOT EXISTS server_run (n BIGINT PRIMARY KEY, id BLOB NOT NULL, began BIGINT NOT NULL);"
    // Revisions under which change sets were sent again, and those they had had before the server was restored.
    "CREATE TABLE IF NOT EXISTS change_origin (rev BIGINT PRIMARY KEY, origin BIGINT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS replica_copy (replica BLOB PRIMARY KEY, mark BLOB NOT NULL, last_action BLOB NOT NULL,"
    " forked_from BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS twin_key (entity BIGINT NOT NULL, twin BIGINT NOT NULL, record BLOB NOT NULL,"
    " PRIMARY KEY (entity, twin, record)) WITHOUT ROWID;";

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

struct ServerStore::Recalled {
    struct Children {
        FieldId field;
        RecordRef target;
        bool operator==(const Children &) const = default;
        friend size_t qHash(const Children &key, size_t seed) { return qHashMulti(seed, key.field, key.target); }
    };
    QHash<RecordRef, std::optional<ServerRow>> rows;
    QHash<EntityId, QHash<Children, std::vector<qint64>>> children;

    void forget(const RecordRef &ref)
    {
        rows.remove(ref);
        children.remove(ref.entity);
    }
};

ServerStore::ServerStore(Database &database, Catalogue &catalogue) : m_database(database), m_catalogue(catalogue) {}

ServerStore::~ServerStore() = default;

ServerStore::Recall::Recall(ServerStore &store) : m_store(store)
{
    if (store.isShared())
        store.m_recalled = std::make_unique<Recalled>();
}

ServerStore::Recall::~Recall() { m_store.m_recalled.reset(); }

Result<void> ServerStore::Recall::expect(const QSet<RecordRef> &refs)
{
    QHash<EntityId, QList<Uuid>> wanted;
    if (m_store.m_recalled)
        for (const RecordRef &ref : refs)
            if (m_store.m_catalogue.entity(ref.entity))
                wanted[ref.entity].append(ref.id);
    for (auto entity = wanted.cbegin(); entity != wanted.cend(); ++entity)
        GUANXI_TRY(m_store.recallRows(entity.key(), *entity));
    return {};
}

Result<void> ServerStore::recallRows(EntityId entity, const QList<Uuid> &ids)
{
    Statement statement(m_database, "SELECT rid FROM " + tableName(*m_catalogue.entity(entity)) + " WHERE id IN (?" + QByteArray(", ?").repeated(RecallBatch - 1) + ')');
    std::vector<qint64> rids;
    for (qsizetype begin = 0; begin < ids.size(); begin += RecallBatch) {
        for (int i = 0; i < RecallBatch; ++i)
            statement.bind(i + 1, ids.at(std::min(begin + i, ids.size() - 1)));
        GUANXI_TRY(statement.each([&](const Statement &row) { rids.push_back(row.integer(0)); }));
        statement.reset();
    }
    for (const Uuid &id : ids)
        m_recalled->rows.insert({entity, id}, std::nullopt);
    const Result<QList<ServerRow>> rows = rowsByRid(entity, rids);
    if (!rows)
        return rows.error();
    for (const ServerRow &row : *rows)
        m_recalled->rows.insert(row.record.ref(), row);
    return {};
}

Result<std::unique_ptr<ServerStore>> ServerStore::open(Database &database, Catalogue &catalogue)
{
    std::unique_ptr<ServerStore> store(new ServerStore(database, catalogue));
    if (store->isShared())
        GUANXI_TRY(store->openBesideOthers());
    else
        GUANXI_TRY(store->prepare());
    return store;
}

Result<void> ServerStore::prepare()
{
    GUANXI_TRY(extendSchema());
    GUANXI_TRY(createTables());
    GUANXI_TRY(loadScopes());
    return adoptCustomFields();
}

Result<void> ServerStore::openBesideOthers()
{
    // Tables that are made or extended are locked against writers, who may hold others of them: both wait for the counter first.
    GUANXI_TRY(m_database.execute(HeadTable));
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const Result<qint64> begin = head(true);
    if (!begin)
        return begin.error();
    GUANXI_TRY(prepare());
    GUANXI_TRY(transaction->commit());
    m_known = *begin;
    return {};
}

Result<void> ServerStore::extendSchema()
{
    GUANXI_TRY(ensureSchema(m_database, m_catalogue, StoreKind::Server));
    m_records = std::make_unique<RecordStore>(m_database, m_catalogue, StoreKind::Server);
    return {};
}

Result<void> ServerStore::adoptCustomFields()
{
    const Result<bool> grew = storage::adoptCustomFields(*m_records, m_catalogue);
    if (!grew)
        return grew.error();
    return *grew ? extendSchema() : Result<void>();
}

Result<void> ServerStore::rolledBack()
{
    GUANXI_TRY(extendSchema());
    return loadScopes();
}

Result<void> ServerStore::createTables()
{
    QByteArray sql = QByteArray(HeadTable) + Tables;
    if (m_database.backend() == Backend::Postgres)
        sql.replace(" BLOB", " BYTEA").replace(" WITHOUT ROWID", "");
    return m_database.execute(sql);
}

Result<void> ServerStore::loadScopes()
{
    m_scopes.clear();
    m_lastScope = 0;
    Statement statement(m_database, "SELECT scope, entity, kind, ref FROM scope_def");
    return statement.each([&](const Statement &row) {
        const ScopeKey key{EntityId(row.integer(1)), ScopeKind(row.integer(2)), row.uuid(3)};
        m_scopes.insert(key, qint32(row.integer(0)));
        m_lastScope = std::max(m_lastScope, qint32(row.integer(0)));
    });
}

Result<QByteArray> ServerStore::meta(const QString &key)
{
    const Result<std::optional<QByteArray>> value = metaValue(m_database, key.toUtf8());
    if (!value)
        return value.error();
    return value->value_or(QByteArray());
}

Result<void> ServerStore::setMeta(const QString &key, const QByteArray &value)
{
    return setMetaValue(m_database, key.toUtf8(), value);
}

Result<qint64> ServerStore::head(bool forUpdate)
{
    const bool lock = forUpdate && m_database.backend() == Backend::Postgres;
    Statement statement(m_database, lock ? "SELECT rev FROM head WHERE one = 1 FOR UPDATE" : "SELECT rev FROM head WHERE one = 1");
    if (const Result<bool> row = statement.step(); !row)
        return row.error();
    return statement.integer(0);
}

Result<void> ServerStore::setHead(qint64 rev)
{
    GUANXI_TRY(Statement(m_database, "UPDATE head SET rev = ? WHERE one = 1").bind(1, rev).run());
    return {};
}

Result<std::optional<ServerRow>> ServerStore::row(const RecordRef &ref)
{
    if (m_recalled)
        if (const auto known = m_recalled->rows.constFind(ref); known != m_recalled->rows.constEnd())
            return *known;
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
    for (StoredRecord &record : *stored)
        rows.append(serverRow(std::move(record)));
    return rows;
}

Result<QList<ServerRow>> ServerStore::children(const Entity &entity, const Field &field, const RecordRef &target)
{
    if (!m_recalled) {
        const Result<std::vector<qint64>> rids = childRids(entity, field, target);
        return rids ? rowsByRid(entity.id, *rids) : rids.error();
    }
    auto &known = m_recalled->children[entity.id];
    if (!known.contains({field.id, target})) {
        const Result<std::vector<qint64>> rids = childRids(entity, field, target);
        if (!rids)
            return rids.error();
        known.insert({field.id, target}, *rids);
    }
    return rowsByRid(entity.id, known.value({field.id, target}));
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
    Statement statement(m_database, "SELECT id FROM " + tableName(entity) + " WHERE " + columnName(field) + " = ? AND deleted = 0");
    if (const qint64 *number = value.get<qint64>())
        statement.bind(1, *number);
    else if (const Uuid *id = value.get<Uuid>())
        statement.bind(1, *id);
    else
        statement.bind(1, value.text());
    QList<Uuid> holders;
    GUANXI_TRY(statement.each([&](const Statement &row) { holders.append(row.uuid(0)); }));
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
    if (m_recalled)
        m_recalled->forget(after.ref());
    qint64 rid = before ? before->rid : 0;
    if (!before) {
        const Result<qint64> inserted = m_records->insert(after, bytes);
        if (!inserted)
            return inserted.error();
        rid = *inserted;
    } else {
        QList<FieldId> changed;
        for (const Field &field : after.entity().fields())
            if (after.value(field.id) != before->record.value(field.id))
                changed.append(field.id);
        GUANXI_TRY(m_records->update(after, changed, QByteArrayView(bytes)));
    }
    return moveFeed(after.entity().id, rid, before ? before->scopes : ScopeIds(),
                    after.rev(), scopes);
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
    Statement statement(m_database, "INSERT INTO feed (scope, entity, rid, rev, gone) VALUES (?, ?, ?, ?, ?)"
                                    " ON CONFLICT (scope, entity, rid) DO UPDATE SET rev = excluded.rev, gone = excluded.gone");
    GUANXI_TRY(statement.bindAll(scope, qint64(entity), rid, rev, gone).run());
    return {};
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
        GUANXI_TRY(statement.bindAll(replica, *scope).run());
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
