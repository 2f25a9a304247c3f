// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that finds records by what they may be known again by.
#include "server/storage/serverstore.h"

#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using storage::Statement;

Result<void> ServerStore::addTwinKey(const RecordRef &ref, qint64 key)
{
    Statement statement(m_database, "INSERT INTO twin_key (entity, twin, record) VALUES (?, ?, ?) ON CONFLICT (entity, twin, record) DO NOTHING");
    return statement.bindAll(qint64(ref.entity), key, ref.id).send();
}

Result<void> ServerStore::removeTwinKey(const RecordRef &ref, qint64 key)
{
    Statement statement(m_database, "DELETE FROM twin_key WHERE entity = ? AND twin = ? AND record = ?");
    return statement.bindAll(qint64(ref.entity), key, ref.id).send();
}

Result<void> ServerStore::forgetTwinKeys()
{
    GUANXI_TRY(Statement(m_database, "DELETE FROM twin_key").run());
    return {};
}

Result<QList<Uuid>> ServerStore::twinsWith(EntityId entity, qint64 key, int limit)
{
    Statement statement(m_database, "SELECT record FROM twin_key WHERE entity = ? AND twin = ? ORDER BY record LIMIT ?");
    statement.bindAll(qint64(entity), key, qint64(limit));
    QList<Uuid> records;
    GUANXI_TRY(statement.each([&](const Statement &row) { records.append(row.uuid(0)); }));
    return records;
}

} // namespace guanxi::server
