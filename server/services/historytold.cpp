// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/historytold.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/model/valuesize.h"

namespace guanxi::server {

using namespace model;
using protocol::HistoryEntry;

namespace {

/// Of a row that somebody may not have seen before, older changes are left to questions.
constexpr qsizetype Latest = 12;
/// Revisions that making a row takes at most.
constexpr qsizetype Made = 2;
/// A row that changes all the time must not fill the pages of others.
constexpr int Most = 100;
constexpr qint64 YearMs = 366LL * 86'400'000;
/// A message has room for the rows first; whose past does not fit, asks for it.
constexpr qsizetype MostBytesOfRow = 32 * 1024;
constexpr qsizetype MostBytes = 256 * 1024;
constexpr qsizetype FieldBytes = 48; ///< its number and two small values

qsizetype sizeOf(const RecordChange &change)
{
    qsizetype bytes = 64;
    for (const FieldChange &field : change.fields)
        bytes += FieldBytes + byteCount(field.value) + (field.old ? byteCount(*field.old) : 0);
    return bytes;
}

} // namespace

Result<void> HistoryTold::expect(const QList<Row> &rows)
{
    if (!m_store.isShared() || rows.size() < 2 || isFull())
        return {};
    QList<Uuid> ids;
    for (const Row &row : rows)
        ids.append(row.record.id());
    Result<QHash<Uuid, QList<qint64>>> revisions = m_store.revisionsOf(ids, m_head, Most);
    if (!revisions)
        return revisions.error();
    m_expected = std::move(*revisions);
    QSet<qint64> told;
    for (const Row &row : rows)
        for (const qint64 rev : toldOf(row, m_expected.value(row.record.id())))
            if (!m_commits.contains(rev))
                told.insert(rev);
    if (told.isEmpty())
        return {};
    const Result<QList<LogEntry>> entries = m_store.logAt(told.values());
    if (!entries)
        return entries.error();
    for (const LogEntry &entry : *entries)
        remember(entry);
    return {};
}

Result<QList<qint64>> HistoryTold::revisionsOf(const RecordRef &row)
{
    const auto expected = m_expected.constFind(row.id);
    return expected == m_expected.constEnd() ? m_store.revisionsOf(row, m_head, Most) : Result<QList<qint64>>(*expected);
}

QList<qint64> HistoryTold::toldOf(const Row &row, const QList<qint64> &revisions)
{
    // What a conflict record went through is of no use to anybody, and its projection is its reader's own.
    if (row.record.entity().id == Conflict::entity)
        return {};
    // A second revision may only have given it its number.
    const bool onlyMade = row.record.value(system::UpdatedAt) == row.record.value(system::CreatedAt) && revisions.size() <= Made;
    if (onlyMade && revisions.value(0) <= row.since)
        return {};
    // More news than is looked at: what the reader holds does not reach up to them.
    if (revisions.size() == Most && revisions.last() > row.since)
        return {};
    // When it was loaded nothing was told of its making, which belongs before the first change.
    const qsizetype besides = revisions.size() <= Made + 1 ? Made + 1 : row.known ? 0 : Latest;
    const auto old = std::find_if(revisions.begin(), revisions.end(), [&](qint64 rev) { return rev <= row.since; });
    return revisions.first(std::clamp<qsizetype>(besides, old - revisions.begin(), revisions.size()));
}

bool HistoryTold::isFull() const { return m_bytes >= MostBytes; }

Result<qsizetype> HistoryTold::add(const Row &row)
{
    if (isFull())
        return qsizetype(0);
    const Result<QList<qint64>> revisions = revisionsOf(row.record.ref());
    if (!revisions)
        return revisions.error();
    Result<QList<Part>> parts = partsOf(row.record, toldOf(row, *revisions));
    if (!parts)
        return parts.error();
    qsizetype bytes = 0;
    for (const Part &part : std::as_const(*parts))
        bytes += sizeOf(part.change);
    if (bytes > MostBytesOfRow || m_bytes + bytes > MostBytes)
        return qsizetype(0);
    m_bytes += bytes;
    for (Part &part : *parts)
        part.commit->set.changes.append(std::move(part.change));
    return bytes;
}

Result<QList<HistoryTold::Part>> HistoryTold::partsOf(const Record &row, const QList<qint64> &revisions)
{
    QList<Part> parts;
    for (const qint64 rev : revisions) {
        const Result<Commit *> commit = this->commit(rev);
        if (!commit)
            return commit.error();
        if (!*commit || (*commit)->entry.at < m_now - YearMs)
            break;
        for (const RecordChange &change : (*commit)->changes.take(row.id())) {
            Result<RecordChange> projected = m_reader.project(change, row);
            if (!projected)
                return projected.error();
            if (projected->kind == ChangeKind::Insert)
                projected->fields.clear(); // what it was made with follows from what it is and what became of it
            parts.append({*commit, std::move(*projected)});
        }
    }
    return parts;
}

Result<HistoryTold::Commit *> HistoryTold::commit(qint64 rev)
{
    if (!m_commits.contains(rev)) {
        const Result<std::optional<LogEntry>> log = m_store.logAt(rev);
        if (!log)
            return log.error();
        if (*log)
            remember(**log);
    }
    const auto known = m_commits.find(rev);
    return known == m_commits.end() ? nullptr : &known->second;
}

void HistoryTold::remember(const LogEntry &entry)
{
    const Result<ChangeSet> set = decodeChangeSet(entry.body);
    if (!set)
        return;
    Commit commit{{entry.rev, entry.at, entry.user, entry.name, entry.causedBy, {}, entry.device}, *set, {}};
    commit.set.changes.clear();
    commit.set.args = {};
    commit.set.dependsOn.clear();
    for (const RecordChange &change : set->changes)
        commit.changes[change.record.id].append(change);
    m_commits.emplace(entry.rev, std::move(commit));
}

QList<HistoryEntry> HistoryTold::take()
{
    QList<HistoryEntry> told;
    for (auto &[rev, commit] : m_commits) {
        if (commit.set.changes.isEmpty())
            continue;
        commit.entry.body = encodeChangeSet(commit.set);
        told.append(std::move(commit.entry));
    }
    m_commits.clear();
    return told;
}

} // namespace guanxi::server
