// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServerStore that keeps what happened: the log of change sets, and which records and fields they touched.
#include "server/storage/recalled.h"

#include "common/model/codec.h"
#include "common/storage/heldrows.h"
#include "common/storage/statement.h"

#include <QtEndian>

namespace guanxi::server {

using namespace model;
using storage::ColumnType;
using storage::HeldTable;
using storage::Statement;

namespace {

/// The number of changed fields is small: ids as big-endian 32-bit integers.
QByteArray fieldBytes(const QList<FieldChange> &changes)
{
    QByteArray bytes(changes.size() * 4, Qt::Uninitialized);
    for (qsizetype i = 0; i < changes.size(); ++i)
        qToBigEndian(changes.at(i).field, bytes.data() + i * 4);
    return bytes;
}

const HeldTable &logTable()
{
    static const HeldTable table("change_log",
                                 {{"rev", ColumnType::Integer}, {"replica", ColumnType::Bytes}, {"seq", ColumnType::Integer}, {"author", ColumnType::Bytes}, {"at", ColumnType::Integer},
                                  {"name", ColumnType::Text}, {"action", ColumnType::Bytes}, {"caused_by", ColumnType::Integer}, {"body", ColumnType::Bytes}},
                                 0, HeldTable::Writes::New);
    return table;
}

const HeldTable &indexTable()
{
    static const HeldTable table("change_index",
                                 {{"record", ColumnType::Bytes}, {"rev", ColumnType::Integer}, {"replica", ColumnType::Bytes}, {"author", ColumnType::Bytes}, {"fields", ColumnType::Bytes}},
                                 0, HeldTable::Writes::New);
    return table;
}

/// The columns of logEntry(); `from` begins with change_log as `l`.
QByteArray selectLog(const char *from)
{
    return QByteArray("SELECT l.rev, l.author, l.at, l.name, l.caused_by, l.body, COALESCE(r.name, '') FROM ") + from;
}

constexpr const char *ByRecord = "change_index i JOIN change_log l ON l.rev = i.rev LEFT JOIN replica r ON r.id = l.replica";
constexpr const char *Alone = "change_log l LEFT JOIN replica r ON r.id = l.replica";

LogEntry logEntry(const Statement &row)
{
    return {row.integer(0), row.uuid(1), row.integer(2), row.text(3), row.integer(4), row.bytes(5), row.text(6)};
}

Result<QList<LogEntry>> readLog(Statement &statement)
{
    QList<LogEntry> entries;
    GUANXI_TRY(statement.each([&](const Statement &row) { entries.append(logEntry(row)); }));
    return entries;
}

} // namespace

Result<void> ServerStore::appendLog(const ChangeSet &set, qint64 at, const Uuid &cause, qint64 origin)
{
    if (origin != 0)
        GUANXI_TRY(Statement(m_database, "INSERT INTO change_origin (rev, origin) VALUES (?, ?)").bindAll(set.rev, origin).send());
    GUANXI_TRY(hold(m_database, logTable(), {set.rev, set.replica, set.seq, set.user, at, set.name, set.action, set.causedBy, encodeChangeSet(set)}));
    QHash<Uuid, QList<FieldChange>> records; // a set may touch a record twice; the index has one entry
    for (const RecordChange &change : set.changes)
        records[change.record.id] += change.fields;
    const Uuid &replica = cause.isNull() ? set.replica : cause;
    for (auto record = records.cbegin(); record != records.cend(); ++record) {
        const QByteArray fields = fieldBytes(*record);
        GUANXI_TRY(hold(m_database, indexTable(), {record.key(), set.rev, replica, set.user, fields}));
        if (m_recalled)
            m_recalled->noteTouch(record.key(), {set.rev, replica, set.user, fields, origin == 0 ? set.rev : origin});
    }
    return {};
}

Result<ForeignChanges> ServerStore::changedByOthers(const RecordRef &ref, qint64 base, const Uuid &replica)
{
    ForeignChanges foreign;
    const auto look = [&](const Touch &touch) {
        if (touch.replica == replica || touch.rev <= base || touch.origin <= base)
            return;
        foreign.latest = {touch.rev, touch.user, touch.origin};
        for (qsizetype at = 0; at + 4 <= touch.fields.size(); at += 4)
            foreign.fields.insert(qFromBigEndian<quint32>(touch.fields.constData() + at), foreign.latest);
    };
    if (m_recalled)
        if (const auto known = m_recalled->histories.constFind(ref.id); known != m_recalled->histories.constEnd() && known->since <= base) {
            std::ranges::for_each(known->touches, look);
            return foreign;
        }
    if (foresees()) {
        const auto wanted = m_recalled->wantedHistories.constFind(ref.id);
        m_recalled->wantedHistories.insert(ref.id, wanted == m_recalled->wantedHistories.constEnd() ? base : std::min(*wanted, base));
        ++m_recalled->wanted;
        return foreign;
    }
    Statement statement(m_database, "SELECT i.rev, i.replica, i.author, i.fields, COALESCE(o.origin, i.rev) FROM change_index i"
                                    " LEFT JOIN change_origin o ON o.rev = i.rev WHERE i.record = ? AND i.rev > ? ORDER BY i.rev");
    GUANXI_TRY(statement.bindAll(ref.id, base).each([&](const Statement &row) {
        look({row.integer(0), row.uuid(1), row.uuid(2), row.bytes(3), row.integer(4)});
    }));
    return foreign;
}

Result<QList<LogEntry>> ServerStore::history(const RecordRef &ref, qint64 beforeRev, int limit)
{
    Statement statement(m_database, selectLog(ByRecord) + " WHERE i.record = ? AND i.rev < ? ORDER BY i.rev DESC LIMIT ?");
    return readLog(statement.bindAll(ref.id, beforeRev, limit));
}

Result<QList<LogEntry>> ServerStore::log(qint64 beforeRev, int limit)
{
    Statement statement(m_database, selectLog(Alone) + " WHERE l.rev < ? ORDER BY l.rev DESC LIMIT ?");
    return readLog(statement.bindAll(beforeRev, limit));
}

Result<QList<qint64>> ServerStore::revisionsOf(const RecordRef &ref, qint64 upTo, int limit)
{
    Statement statement(m_database, "SELECT rev FROM change_index WHERE record = ? AND rev <= ? ORDER BY rev DESC LIMIT ?");
    QList<qint64> revisions;
    GUANXI_TRY(statement.bindAll(ref.id, upTo, limit).each([&](const Statement &row) { revisions.append(row.integer(0)); }));
    return revisions;
}

Result<QHash<Uuid, QList<qint64>>> ServerStore::revisionsOf(const QList<Uuid> &records, qint64 upTo, int limit)
{
    Statement statement(m_database, "SELECT w.record, i.rev FROM unnest(?::bytea[]) AS w(record) CROSS JOIN LATERAL"
                                    " (SELECT rev FROM change_index WHERE record = w.record AND rev <= ? ORDER BY rev DESC LIMIT ?) AS i ORDER BY w.record, i.rev DESC");
    QHash<Uuid, QList<qint64>> revisions;
    for (const Uuid &record : records)
        revisions.insert(record, {});
    statement.bindArray(1, revisions.keys()).bind(2, upTo).bind(3, limit);
    GUANXI_TRY(statement.each([&](const Statement &row) { revisions[row.uuid(0)].append(row.integer(1)); }));
    return revisions;
}

Result<QList<LogEntry>> ServerStore::logOf(const RecordRef &ref, const Uuid &action)
{
    Statement statement(m_database, selectLog(ByRecord) + " WHERE i.record = ? AND l.action = ? ORDER BY i.rev");
    return readLog(statement.bindAll(ref.id, action));
}

Result<bool> ServerStore::hasTaken(const Uuid &action, int part)
{
    Statement statement(m_database, "SELECT body FROM change_log WHERE action = ?");
    statement.bind(1, action);
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row || !*row)
            return row;
        const Result<ChangeSet> set = decodeChangeSet(statement.bytes(0));
        if (set && set->part == part)
            return true;
    }
}

Result<std::optional<LogEntry>> ServerStore::logAt(qint64 rev)
{
    Statement statement(m_database, selectLog(Alone) + " WHERE l.rev = ?");
    const Result<bool> row = statement.bind(1, rev).step();
    if (!row)
        return row.error();
    return *row ? std::optional(logEntry(statement)) : std::nullopt;
}

Result<QList<LogEntry>> ServerStore::logAt(const QList<qint64> &revs)
{
    Statement statement(m_database, selectLog(Alone) + " WHERE l.rev = ANY(?::bigint[])");
    return readLog(statement.bindArray(1, revs));
}

} // namespace guanxi::server
