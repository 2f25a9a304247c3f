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
    "CREATE INDEX IF NOT EXISTS history_record_by_rev ON history_record (rev);"
    // For what happened lately: by whom, to what, since when.
    "CREATE INDEX IF NOT EXISTS history_commit_by_user ON history_commit (user, rev);"
    "CREATE INDEX IF NOT EXISTS history_commit_by_time ON history_commit (at);"
    "CREATE INDEX IF NOT EXISTS history_record_by_entity ON history_record (entity, rev);";

const QByteArray Columns = "SELECT c.rev, c.at, c.user, c.device, c.name, c.action, c.caused_by, r.body FROM ";
const QByteArray Select = Columns + "history_record r JOIN history_commit c ON c.rev = r.rev WHERE ";
const QByteArray SelectByCommit = Columns + "history_commit c CROSS JOIN history_record r ON r.rev = c.rev WHERE ";

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

/// A question about what happened lately. Each table is walked along an index that has the order of the answer, so that nothing has
/// to be sorted: all records by revision, those of one subject by it, those of one person by what he did.
QByteArray recentSql(const RecentQuestion &question)
{
    QByteArrayList entities;
    for (const EntityId entity : question.entities)
        entities.append(QByteArray::number(entity));
    const bool person = !question.user.isNull();
    const bool subject = !person && entities.size() == 1;
    QByteArray sql = person ? SelectByCommit + "c.user = ? AND " : Select;
    const QByteArray rev = person ? "c.rev" : "r.rev";
    sql += (subject ? "r.entity IN (" : "+r.entity IN (") + entities.join(", ") + ") AND " + rev + " > ?";
    if (question.before)
        sql += " AND " + rev + " <= ? AND (" + rev + " < ? OR r.record < ?)";
    if (question.since > 0)
        sql += " AND c.at >= ?";
    return sql + " ORDER BY " + rev + " DESC, r.record DESC LIMIT ?";
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
    Statement statement(m_database, Select + "r.record = ? ORDER BY r.rev DESC");
    return read(statement.bindAll(ref.id));
}

Result<RecentChanges> HistoryStore::recent(const RecentQuestion &question)
{
    qint64 after = question.after;
    if (question.since > 0) {
        // Time and revisions go the same way: nothing older has to be looked at.
        Statement first(m_database, "SELECT min(rev) FROM (SELECT rev FROM history_commit WHERE at >= ? ORDER BY at LIMIT 1)");
        const Result<std::optional<qint64>> rev = first.bind(1, question.since).single();
        if (!rev)
            return rev.error();
        if (!*rev)
            return RecentChanges();
        after = std::max(after, **rev - 1);
    }
    Statement statement(m_database, recentSql(question));
    int index = 0;
    if (!question.user.isNull())
        statement.bind(++index, question.user);
    statement.bind(++index, after);
    if (question.before) {
        statement.bind(++index, question.before->rev);
        statement.bind(++index, question.before->rev);
        statement.bind(++index, question.before->record);
    }
    if (question.since > 0)
        statement.bind(++index, question.since);
    statement.bind(++index, question.limit + 1);
    Result<QList<HistoryEntry>> entries = read(statement);
    if (!entries)
        return entries.error();
    RecentChanges changes{{}, std::move(*entries), false};
    // What one commit did to one record stays together.
    while (changes.entries.size() > question.limit) {
        const HistoryEntry last = changes.entries.last();
        changes.entries.removeIf([&last](const HistoryEntry &entry) { return entry.rev == last.rev && entry.change.record == last.change.record; });
        changes.more = true;
    }
    return changes;
}

Result<QList<HistoryEntry>> HistoryStore::ofAction(const Uuid &action)
{
    Statement statement(m_database, Select + "c.action = ? ORDER BY r.rev DESC");
    return read(statement.bindAll(action));
}

} // namespace guanxi::app
