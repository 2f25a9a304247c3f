// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that makes its tables and learns what is in them.
#include "common/storage/customfieldrows.h"
#include "common/storage/statement.h"
#include "server/storage/serverstore.h"

namespace guanxi::server {

using namespace storage;
using namespace model;

namespace {

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

} // namespace

Result<std::unique_ptr<ServerStore>> ServerStore::open(Database &database, Catalogue &catalogue)
{
    std::unique_ptr<ServerStore> store(new ServerStore(database, catalogue));
    if (database.options().readOnly)
        GUANXI_TRY(store->openForReading());
    else if (store->isShared())
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

Result<void> ServerStore::openForReading()
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    const Result<qint64> begin = head();
    if (!begin)
        return begin.error();
    GUANXI_TRY(extendSchema());
    GUANXI_TRY(loadScopes());
    GUANXI_TRY(adoptCustomFields());
    GUANXI_TRY(transaction->commit());
    m_known = *begin;
    return {};
}

Result<void> ServerStore::extendSchema()
{
    if (!m_database.options().readOnly)
        GUANXI_TRY(ensureSchema(m_database, m_catalogue, StoreKind::Server));
    m_records = std::make_unique<RecordStore>(m_database, m_catalogue, StoreKind::Server);
    m_sender = std::make_unique<RowSender>(m_database);
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

} // namespace guanxi::server
