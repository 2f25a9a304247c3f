// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/pullservice.h"

#include "common/model/codec.h"
#include "common/sync/streams.h"
#include "server/services/historytold.h"

namespace guanxi::server {

using namespace model;
using protocol::Page;
using protocol::Pull;
using protocol::Stream;
using protocol::StreamProgress;

namespace {

/// Entries looked at in one go; a page ends at the byte budget or after this many entries of a stream.
constexpr int Batch = 1000;
constexpr int MaximumBytes = 512 * 1024;
/// Entries whose rows are read together, where each reading is a trip to a server; of a page that is full some were read for nothing.
constexpr qsizetype ReadAhead = 64;

using RowKey = std::pair<EntityId, qint64>;

/// It tells nothing that was not told before, or that somebody who begins would miss.
bool isVoid(const FeedEntry &entry, qint64 skip) { return entry.gone && entry.rev <= skip; }

} // namespace

/// What one page gathers.
struct PullService::Work {
    Reader reader;
    HistoryTold history;
    qint64 since = 0; ///< what happened later is news
    Page page;
    QSet<RowKey> seen;
    QHash<RowKey, ServerRow> rows; ///< that were read and not added
    qsizetype bytes = 0;
    qsizetype limit = 0;
    qint64 begun = 0;  ///< monotonic ms
    bool late = false; ///< it has taken long enough

    bool isFull() const { return late || bytes >= limit; }
};

bool PullService::isBehind(const Pull &pull, const QSet<ScopeKey> &granted, qint64 horizon)
{
    // Who begins has nothing yet that could have left: an older program does not name scopes of entities it does not know.
    sync::ScopeStreams::State state{pull.cursor.rev, pull.cursor.rev == 0 ? QSet<ScopeKey>() : granted, {}, {}};
    for (const Stream &load : pull.loads) {
        state.current.remove(load.scope);
        state.loads.insert(load.scope, {load.scope, load.pos.rev, load.skip});
    }
    for (const Stream &drop : pull.drops)
        state.drops.insert(drop.scope, {drop.scope, drop.pos.rev, drop.skip});
    return sync::ScopeStreams(state).isBehind(horizon);
}

Result<Page> PullService::page(const Pull &pull, const Reader &reader, const QSet<ScopeKey> &granted, const QSet<ScopeKey> &everGranted)
{
    // Beyond what this process knows of scopes, fields and rights it tells nothing; that comes when it has heard of it.
    const Result<qint64> head = m_store.known();
    if (!head)
        return head.error();
    Work work{reader, HistoryTold(m_store, reader, *head, m_clock.wallMs()), *head, {}, {}, {}, 0, std::clamp<qsizetype>(pull.maxBytes, 4096, MaximumBytes), m_clock.monotonicMs()};
    work.page.head = *head;
    work.page.rightsVersion = pull.rightsVersion;
    work.page.cursor = pull.cursor;

    QSet<ScopeKey> current = granted;
    for (const Stream &load : pull.loads)
        current.remove(load.scope);
    const Result<QSet<qint32>> currentScopes = m_store.knownScopes(current);
    if (!currentScopes)
        return currentScopes.error();

    // Departures first: what must go is gone before more comes.
    for (const Stream &drop : pull.drops)
        GUANXI_TRY(readStream(work, drop, work.page.drops, everGranted.contains(drop.scope)));
    qint64 reached = work.since = pull.cursor.rev;
    while (!work.isFull() && reached < *head) {
        const Result<QList<FeedEntry>> entries = m_store.feedOf(*currentScopes, reached, Batch, &reached);
        if (!entries)
            return entries.error();
        const Result<qint64> added = addEntries(work, *entries, 0);
        if (!added)
            return added.error();
        if (!entries->isEmpty() && *added < entries->last().rev)
            reached = *added;
        else if (entries->size() < Batch)
            reached = *head;
        work.page.cursor = protocol::Cursor(reached);
    }
    work.since = *head; // what is loaded, is loaded with its past
    for (const Stream &load : pull.loads)
        GUANXI_TRY(readStream(work, load, work.page.loads, granted.contains(load.scope)));
    const auto running = [](const StreamProgress &progress) { return !progress.end; };
    work.page.more = work.page.cursor.rev < *head || std::any_of(work.page.loads.begin(), work.page.loads.end(), running)
        || std::any_of(work.page.drops.begin(), work.page.drops.end(), running);
    work.page.history = work.history.take();
    return work.page;
}

Result<void> PullService::readStream(Work &work, const Stream &stream, QList<StreamProgress> &progress, bool mayRead)
{
    qint64 pos = stream.pos.rev;
    const Result<QSet<qint32>> scope = m_store.knownScopes({stream.scope});
    if (!scope)
        return scope.error();
    if (!mayRead || scope->isEmpty()) {
        progress.append({stream.scope, protocol::Cursor(std::max(pos, work.page.head)), true});
        return {};
    }
    while (!work.isFull()) {
        const Result<QList<FeedEntry>> entries = m_store.feedOf(*scope->begin(), pos, Batch);
        if (!entries)
            return entries.error();
        const Result<qint64> added = addEntries(work, *entries, stream.skip);
        if (!added)
            return added.error();
        if (!entries->isEmpty() && *added < entries->last().rev) {
            pos = *added;
            break;
        }
        if (entries->size() < Batch) {
            progress.append({stream.scope, protocol::Cursor(std::max(pos, work.page.head)), true});
            return {};
        }
        pos = entries->last().rev;
    }
    // Nothing fitted any more: the stream stays where it was.
    progress.append({stream.scope, protocol::Cursor(pos), false});
    return {};
}

Result<qsizetype> PullService::readAhead(Work &work, const QList<FeedEntry> &entries, qsizetype from, qint64 skip)
{
    const qsizetype least = m_store.isShared() ? ReadAhead : 1;
    QMap<EntityId, std::vector<qint64>> wanted;
    QSet<RowKey> taken;
    qsizetype at = from;
    for (; at < entries.size() && (at < from + least || entries.at(at).rev == entries.at(at - 1).rev); ++at) {
        const FeedEntry &entry = entries.at(at);
        const RowKey key(entry.entity, entry.rid);
        if (isVoid(entry, skip) || work.seen.contains(key) || taken.contains(key))
            continue;
        taken.insert(key);
        wanted[entry.entity].push_back(entry.rid);
    }
    work.rows.clear();
    for (auto group = wanted.begin(); group != wanted.end(); ++group) {
        Result<QList<ServerRow>> rows = m_store.rowsByRid(group.key(), *group);
        if (!rows)
            return rows.error();
        for (ServerRow &row : *rows)
            work.rows.emplace(RowKey(group.key(), row.rid), std::move(row));
    }
    QList<HistoryTold::Row> told;
    for (const ServerRow &row : std::as_const(work.rows))
        told.append({row.record, work.since});
    GUANXI_TRY(work.history.expect(told));
    return at;
}

Result<qint64> PullService::addEntries(Work &work, const QList<FeedEntry> &entries, qint64 skip)
{
    qint64 done = 0;
    qsizetype read = 0;
    for (qsizetype at = 0; at < entries.size() && !work.isFull();) {
        if (at == read) {
            const Result<qsizetype> ahead = readAhead(work, entries, at, skip);
            if (!ahead)
                return ahead.error();
            read = *ahead;
        }
        const qint64 rev = entries.at(at).rev;
        QMap<EntityId, std::vector<qint64>> wanted;
        for (; at < entries.size() && entries.at(at).rev == rev; ++at) {
            const FeedEntry &entry = entries.at(at);
            const RowKey key(entry.entity, entry.rid);
            if (isVoid(entry, skip) || work.seen.contains(key))
                continue;
            work.seen.insert(key);
            wanted[entry.entity].push_back(entry.rid);
        }
        GUANXI_TRY(addRows(work, wanted));
        done = rev;
        // What was read ahead is told before anything else.
        work.late = at == read && m_clock.monotonicMs() - work.begun >= m_longest;
    }
    return done;
}

Result<void> PullService::addRows(Work &work, const QMap<EntityId, std::vector<qint64>> &wanted)
{
    for (auto group = wanted.begin(); group != wanted.end(); ++group) {
        for (qint64 rid : *group) {
            const auto found = work.rows.constFind({group.key(), rid});
            if (found == work.rows.constEnd())
                continue;
            const ServerRow &row = *found;
            if (work.reader.sees(row.scopes)) {
                const Result<Record> projected = work.reader.project(row.record);
                if (!projected)
                    return projected.error();
                work.page.upserts.append(encodeRecord(*projected));
                // Which of the rows that came in sight the client holds already is not known here.
                const Result<qsizetype> history = work.history.add({row.record, work.since});
                if (!history)
                    return history.error();
                work.bytes += work.page.upserts.last().size() + 4 + *history;
            } else {
                work.page.removes.append(row.record.ref());
                work.bytes += Uuid::Size + 8;
            }
        }
    }
    return {};
}

} // namespace guanxi::server
