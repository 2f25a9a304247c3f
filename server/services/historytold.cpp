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

Result<void> HistoryTold::expect(const QList<Uuid> &rows)
{
    if (!m_store.isShared() || rows.size() < 2)
        return {};
    Result<QHash<Uuid, QList<qint64>>> revisions = m_store.revisionsOf(rows, m_head, Most);
    if (!revisions)
        return revisions.error();
    m_expected = std::move(*revisions);
    return {};
}

Result<QList<qint64>> HistoryTold::revisionsOf(const RecordRef &row)
{
    const auto expected = m_expected.constFind(row.id);
    return expected == m_expected.constEnd() ? m_store.revisionsOf(row, m_head, Most) : Result<QList<qint64>>(*expected);
}

Result<qsizetype> HistoryTold::add(const Record &row, qint64 since, bool known)
{
    // What a conflict record went through is of no use to anybody, and its projection is its reader's own.
    if (row.entity().id == Conflict::entity)
        return qsizetype(0);
    const Result<QList<qint64>> revisions = revisionsOf(row.ref());
    if (!revisions)
        return revisions.error();
    qsizetype bytes = 0;
    // A second revision may only have given it its number.
    const bool onlyMade = row.value(system::UpdatedAt) == row.value(system::CreatedAt) && revisions->size() <= Made;
    if (onlyMade && revisions->value(0) <= since)
        return bytes;
    // More news than is looked at: what the reader holds does not reach up to them.
    if (revisions->size() == Most && revisions->last() > since)
        return bytes;
    // When it was loaded nothing was told of its making, which belongs before the first change.
    const qsizetype besides = revisions->size() <= Made + 1 ? Made + 1 : known ? 0 : Latest;
    Result<QList<Part>> parts = partsOf(row, *revisions, since, besides);
    if (!parts)
        return parts.error();
    for (const Part &part : std::as_const(*parts))
        bytes += sizeOf(part.change);
    if (bytes > MostBytesOfRow || m_bytes + bytes > MostBytes)
        return qsizetype(0);
    m_bytes += bytes;
    for (Part &part : *parts)
        part.commit->set.changes.append(std::move(part.change));
    return bytes;
}

Result<QList<HistoryTold::Part>> HistoryTold::partsOf(const Record &row, const QList<qint64> &revisions, qint64 since, qsizetype besides)
{
    QList<Part> parts;
    for (qsizetype at = 0; at < revisions.size() && (revisions.at(at) > since || at < besides); ++at) {
        const Result<Commit *> commit = this->commit(revisions.at(at));
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
    if (const auto known = m_commits.find(rev); known != m_commits.end())
        return &known->second;
    const Result<std::optional<LogEntry>> log = m_store.logAt(rev);
    if (!log)
        return log.error();
    const Result<ChangeSet> set = *log ? decodeChangeSet((*log)->body) : Result<ChangeSet>(ChangeSet());
    if (!*log || !set)
        return nullptr;
    const LogEntry &entry = **log;
    Commit commit{{entry.rev, entry.at, entry.user, entry.name, entry.causedBy, {}, entry.device}, *set, {}};
    commit.set.changes.clear();
    commit.set.args = {};
    commit.set.dependsOn.clear();
    for (const RecordChange &change : set->changes)
        commit.changes[change.record.id].append(change);
    return &m_commits.emplace(rev, std::move(commit)).first->second;
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
