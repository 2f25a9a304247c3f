// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that finds records by what they may be known again by.
#include "server/storage/recalled.h"

#include "common/storage/heldrows.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using storage::ColumnType;
using storage::HeldTable;
using storage::Statement;

Result<void> ServerStore::addTwinKey(const RecordRef &ref, qint64 key)
{
    static const HeldTable table("twin_key", {{"entity", ColumnType::Integer}, {"twin", ColumnType::Integer}, {"record", ColumnType::Bytes}}, 3, HeldTable::Writes::Missing);
    if (m_recalled)
        m_recalled->noteTwin({ref.entity, key}, ref.id);
    return hold(m_database, table, {ref.entity, key, ref.id});
}

Result<void> ServerStore::removeTwinKey(const RecordRef &ref, qint64 key)
{
    GUANXI_TRY(m_database.release());
    if (m_recalled)
        m_recalled->twins.remove({ref.entity, key});
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
    if (m_recalled)
        if (const auto known = m_recalled->twins.constFind({entity, key}); known != m_recalled->twins.constEnd() && known->limit == limit)
            return known->records;
    if (foresees()) {
        m_recalled->wantedTwins.insert({entity, key}, limit);
        ++m_recalled->wanted;
        return QList<Uuid>();
    }
    Statement statement(m_database, "SELECT record FROM twin_key WHERE entity = ? AND twin = ? ORDER BY record LIMIT ?");
    statement.bindAll(qint64(entity), key, qint64(limit));
    QList<Uuid> records;
    GUANXI_TRY(statement.each([&](const Statement &row) { records.append(row.uuid(0)); }));
    return records;
}

} // namespace guanxi::server
