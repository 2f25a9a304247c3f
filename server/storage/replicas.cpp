// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that knows who pushes, how far he has come, and what became of it.
#include "server/storage/recalled.h"

#include "common/storage/heldrows.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using protocol::PushStatus;
using storage::ColumnType;
using storage::HeldTable;
using storage::Statement;

namespace {

const HeldTable &resultTable()
{
    static const HeldTable table("push_result", {{"replica", ColumnType::Bytes}, {"seq", ColumnType::Integer}, {"status", ColumnType::Integer}, {"body", ColumnType::Bytes}},
                                 0, HeldTable::Writes::New);
    return table;
}

const HeldTable &progressTable()
{
    static const HeldTable table("replica", {{"id", ColumnType::Bytes}, {"last_seq", ColumnType::Integer}, {"seen_at", ColumnType::Integer}}, 1, HeldTable::Writes::Existing);
    return table;
}

const HeldTable &copyTable()
{
    static const HeldTable table("replica_copy",
                                 {{"replica", ColumnType::Bytes}, {"last_action", ColumnType::Bytes}, {"mark", ColumnType::Bytes, true}, {"forked_from", ColumnType::Bytes, true}},
                                 1, HeldTable::Writes::All);
    return table;
}

} // namespace

Result<std::optional<ServerStore::Replica>> ServerStore::replica(const Uuid &id)
{
    if (m_recalled)
        if (const auto known = m_recalled->replicas.constFind(id); known != m_recalled->replicas.constEnd())
            return std::optional(*known);
    Statement statement(m_database, "SELECT author, name, last_seq FROM replica WHERE id = ?");
    const Result<bool> row = statement.bind(1, id).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Replica>();
    Replica replica{statement.uuid(0), statement.text(1), statement.integer(2), {}, {}};
    statement.reset();
    return std::optional(replica);
}

Result<void> ServerStore::recallReplicas(const QSet<Uuid> &ids)
{
    Statement statement(m_database, "SELECT r.id, r.author, r.name, r.last_seq, c.mark, c.last_action, c.forked_from, h.holder FROM replica r"
                                    " LEFT JOIN replica_copy c ON c.replica = r.id LEFT JOIN replica_holder h ON h.replica = r.id WHERE r.id = ANY(?::bytea[])");
    return statement.bindArray(1, ids.values()).each([&](const Statement &row) {
        m_recalled->replicas.insert(row.uuid(0), Replica{row.uuid(1), row.text(2), row.integer(3), {row.uuid(4), row.uuid(5), row.uuid(6)}, row.bytes(7)});
    });
}

Result<void> ServerStore::noteTaken(const Uuid &replica, qint64 seq, const Uuid &action, qint64 at)
{
    if (m_recalled)
        if (const auto known = m_recalled->replicas.find(replica); known != m_recalled->replicas.end()) {
            known->lastSeq = seq;
            known->copy.lastAction = action;
        }
    GUANXI_TRY(hold(m_database, progressTable(), {replica, seq, at}));
    return hold(m_database, copyTable(), {replica, action, Uuid(), Uuid()});
}

Result<void> ServerStore::noteResult(const Uuid &replica, qint64 seq, PushStatus status, const QByteArray &body)
{
    if (m_recalled && status == PushStatus::Parked)
        if (const auto known = m_recalled->parked.find(replica); known != m_recalled->parked.end())
            known->insert(seq);
    return hold(m_database, resultTable(), {replica, seq, qint64(status), body});
}

Result<bool> ServerStore::isParked(const Uuid &replica, qint64 seq)
{
    if (m_recalled) {
        if (const auto known = m_recalled->parked.constFind(replica); known != m_recalled->parked.constEnd())
            return known->contains(seq);
        Statement statement(m_database, "SELECT seq FROM push_result WHERE replica = ? AND status = ?");
        QSet<qint64> &parked = m_recalled->parked[replica];
        GUANXI_TRY(statement.bindAll(replica, qint64(PushStatus::Parked)).each([&](const Statement &row) { parked.insert(row.integer(0)); }));
        return parked.contains(seq);
    }
    Statement statement(m_database, "SELECT 1 FROM push_result WHERE replica = ? AND seq = ? AND status = ?");
    const Result<bool> row = statement.bindAll(replica, seq, qint64(PushStatus::Parked)).step();
    statement.reset();
    return row;
}

Result<ServerStore::Copy> ServerStore::copyOf(const Uuid &replica)
{
    if (m_recalled)
        if (const auto known = m_recalled->replicas.constFind(replica); known != m_recalled->replicas.constEnd())
            return known->copy;
    Statement statement(m_database, "SELECT mark, last_action, forked_from FROM replica_copy WHERE replica = ?");
    const Result<bool> row = statement.bind(1, replica).step();
    if (!row)
        return row.error();
    return *row ? Copy{statement.uuid(0), statement.uuid(1), statement.uuid(2)} : Copy();
}

Result<void> ServerStore::setCopy(const Uuid &replica, const Copy &copy)
{
    if (m_recalled)
        m_recalled->replicas.remove(replica);
    Statement statement(m_database, "INSERT INTO replica_copy (replica, mark, last_action, forked_from) VALUES (?, ?, ?, ?)"
                                    " ON CONFLICT (replica) DO UPDATE SET mark = excluded.mark, last_action = excluded.last_action,"
                                    " forked_from = excluded.forked_from");
    GUANXI_TRY(statement.bindAll(replica, copy.mark, copy.lastAction, copy.forkedFrom).run());
    return {};
}

Result<void> ServerStore::setHolder(const Uuid &replica, const QByteArray &holder)
{
    if (m_recalled)
        m_recalled->replicas.remove(replica);
    Statement statement(m_database, "INSERT INTO replica_holder (replica, holder) VALUES (?, ?)"
                                    " ON CONFLICT (replica) DO UPDATE SET holder = excluded.holder");
    GUANXI_TRY(statement.bindAll(replica, holder).run());
    return {};
}

Result<QByteArray> ServerStore::holderOf(const Uuid &replica)
{
    if (m_recalled)
        if (const auto known = m_recalled->replicas.constFind(replica); known != m_recalled->replicas.constEnd())
            return known->holder;
    Statement statement(m_database, "SELECT holder FROM replica_holder WHERE replica = ?");
    const Result<bool> row = statement.bind(1, replica).step();
    if (!row)
        return row.error();
    return *row ? statement.bytes(0) : QByteArray();
}

} // namespace guanxi::server
