// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that counts without gaps: a counter moves in the transaction that takes a number.
#include "server/storage/recalled.h"

#include "common/storage/heldrows.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using storage::ColumnType;
using storage::HeldTable;
using storage::Statement;

Result<qint64> ServerStore::count(const QString &counter, qint64 first)
{
    static const HeldTable table("counter", {{"name", ColumnType::Text}, {"next", ColumnType::Integer}}, 1, HeldTable::Writes::All);
    if (m_recalled)
        if (const auto known = m_recalled->counters.find(counter); known != m_recalled->counters.end()) {
            const qint64 value = (*known)++;
            const Result<void> held = hold(m_database, table, {counter, *known});
            return held ? Result<qint64>(value) : held.error();
        }
    Statement statement(m_database, "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name)"
                                    " DO UPDATE SET next = counter.next + 1 RETURNING next - 1");
    const Result<bool> row = statement.bindAll(counter, first + 1).step();
    if (!row)
        return row.error();
    const qint64 value = statement.integer(0);
    statement.reset();
    if (m_recalled)
        m_recalled->counters.insert(counter, value + 1);
    return value;
}

Result<void> ServerStore::passOver(const QString &counter, qint64 value)
{
    if (m_recalled)
        m_recalled->counters.remove(counter);
    GUANXI_TRY(m_database.release());
    Statement statement(m_database, "INSERT INTO counter (name, next) VALUES (?, ?) ON CONFLICT (name)"
                                    " DO UPDATE SET next = excluded.next WHERE counter.next < excluded.next");
    return statement.bindAll(counter, value + 1).send();
}

} // namespace guanxi::server
