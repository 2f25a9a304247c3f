// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/historystore.h"

#include "common/model/catalogue.h"
#include "common/model/codec.h"
#include "common/storage/statement.h"

namespace guanxi::app {

using namespace model;
using storage::Statement;

namespace {

constexpr const char *Tables =
    "CREATE TABLE IF NOT EXISTS history_commit (rev INTEGER PRIMARY KEY, at INTEGER NOT NULL, user BLOB NOT NULL, device TEXT NOT NULL,"
    " name TEXT NOT NULL, action BLOB NOT NULL, caused_by INTEGER NOT NULL);"
    "CREATE INDEX IF NOT EXISTS history_commit_by_action ON history_commit (action);"
    // body: a change set with what the commit did to this record only.
    "CREATE TABLE IF NOT EXISTS history_record (record BLOB NOT NULL, rev INTEGER NOT NULL, entity INTEGER NOT NULL, body BLOB NOT NULL,"
    " PRIMARY KEY (record, rev)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS history_record_by_rev ON history_record (rev);";

constexpr const char *Select = "SELECT c.rev, c.at, c.user, c.device, c.name, c.action, c.caused_by, r.body"
                               " FROM history_record r JOIN history_commit c ON c.rev = r.rev WHERE ";

/// Commits looked at in one step of forgetting.
constexpr int Step = 500;
constexpr qint64 YearMs = 366LL * 86'400'000;

Result<QList<HistoryEntry>> read(Statement &statement)
{
    QList<HistoryEntry> entries;
    GUANXI_TRY(statement.each([&](const Statement &row) {
        const Result<ChangeSet> set = decodeChangeSet(row.bytes(7));
        if (!set)
            return;
        for (auto change = set->changes.crbegin(); change != set->changes.crend(); ++change)
            entries.append({row.integer(0), row.integer(1), row.uuid(2), row.text(3), row.text(4), row.uuid(5), row.integer(6), *change});
    }));
    return entries;
}

} // namespace

QList<HistoryEntry> entriesOf(const protocol::HistoryEntry &told)
{
    const Result<ChangeSet> set = decodeChangeSet(told.body);
    QList<HistoryEntry> entries;
    for (auto change = set ? set->changes.crbegin() : QList<RecordChange>::const_reverse_iterator(); set && change != set->changes.crend(); ++change) {
        entries.append({told.rev, told.at, told.user, told.device, told.name, set->action, told.causedBy, *change});
        if (change->kind == ChangeKind::Insert)
            entries.last().change.fields.clear();
    }
    return entries;
}

Result<void> HistoryStore::createTables() { return m_database.execute(Tables); }

Result<void> HistoryStore::take(const QList<protocol::HistoryEntry> &told, const QHash<RecordRef, qint64> &rows, const Catalogue &catalogue)
{
    QHash<RecordRef, qint64> untold = rows;
    Statement commit(m_database, "INSERT OR IGNORE INTO history_commit (rev, at, user, device, name, action, caused_by)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?)");
    Statement record(m_database, "INSERT OR REPLACE INTO history_record (record, rev, entity, body) VALUES (?, ?, ?, ?)");
    for (const protocol::HistoryEntry &entry : told) {
        const Result<ChangeSet> set = decodeChangeSet(entry.body);
        if (!set)
            continue; // of a newer program, perhaps: the row itself is here
        QHash<RecordRef, ChangeSet> records;
        for (const RecordChange &change : set->changes)
            if (catalogue.entity(change.record.entity))
                records[change.record].changes.append(change);
        if (records.isEmpty())
            continue;
        GUANXI_TRY(commit.bindAll(entry.rev, entry.at, entry.user, entry.device, entry.name, set->action, entry.causedBy).run());
        for (auto of = records.cbegin(); of != records.cend(); ++of) {
            untold.remove(of.key());
            GUANXI_TRY(record.bindAll(of.key().id, entry.rev, qint64(of.key().entity), encodeChangeSet(*of)).run());
        }
    }
    return forgetBehind(untold);
}

Result<void> HistoryStore::forgetBehind(const QHash<RecordRef, qint64> &rows)
{
    const Result<std::optional<qint64>> any = Statement(m_database, "SELECT 1 FROM history_record LIMIT 1").single();
    if (!any || !*any)
        return any ? Result<void>() : any.error();
    Statement newest(m_database, "SELECT max(rev) FROM history_record WHERE record = ?");
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        const Result<std::optional<qint64>> rev = newest.bindAll(row.key().id).single();
        if (!rev)
            return rev.error();
        newest.reset();
        if (*rev && **rev < row.value())
            GUANXI_TRY(forget(row.key()));
    }
    return {};
}

Result<void> HistoryStore::forget(const RecordRef &ref)
{
    GUANXI_TRY(Statement(m_database, "DELETE FROM history_record WHERE record = ?").bindAll(ref.id).run());
    return {};
}

Result<void> HistoryStore::forget(EntityId entity)
{
    GUANXI_TRY(Statement(m_database, "DELETE FROM history_record WHERE entity = ?").bindAll(qint64(entity)).run());
    return {};
}

Result<void> HistoryStore::forgetAfter(qint64 rev)
{
    GUANXI_TRY(Statement(m_database, "DELETE FROM history_record WHERE rev > ?").bindAll(rev).run());
    GUANXI_TRY(Statement(m_database, "DELETE FROM history_commit WHERE rev > ?").bindAll(rev).run());
    return {};
}

Result<void> HistoryStore::forgetOld()
{
    Statement oldest(m_database, "SELECT max(rev) FROM (SELECT rev, at FROM history_commit ORDER BY rev LIMIT ?)"
                                 " WHERE at < (SELECT at FROM history_commit ORDER BY rev DESC LIMIT 1) - ?");
    const Result<std::optional<qint64>> last = oldest.bindAll(Step, YearMs).single();
    if (!last || !*last)
        return last ? Result<void>() : last.error();
    GUANXI_TRY(Statement(m_database, "DELETE FROM history_record WHERE rev <= ?").bindAll(**last).run());
    GUANXI_TRY(Statement(m_database, "DELETE FROM history_commit WHERE rev <= ?").bindAll(**last).run());
    return {};
}

Result<QList<HistoryEntry>> HistoryStore::of(const RecordRef &ref)
{
    Statement statement(m_database, QByteArray(Select) + "r.record = ? ORDER BY r.rev DESC");
    return read(statement.bindAll(ref.id));
}

Result<QList<HistoryEntry>> HistoryStore::ofAction(const Uuid &action)
{
    Statement statement(m_database, QByteArray(Select) + "c.action = ? ORDER BY r.rev DESC");
    return read(statement.bindAll(action));
}

} // namespace guanxi::app
