// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/pullservice.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/sync/parkedset.h"
#include "common/sync/streams.h"

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

/// Sees every row and field that the change set could be about, wherever they stand: nothing in it is hidden from him.
bool seesAllOf(const ChangeSet &set, const Rights &rights, const Catalogue &catalogue)
{
    return std::all_of(set.changes.begin(), set.changes.end(), [&](const RecordChange &change) {
        const Entity *entity = catalogue.entity(change.record.entity);
        return entity && rights.may(Action::View, entity->id, RowPlace())
            && std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange &field) {
                   const Field *declared = entity->field(field.field);
                   return declared && rights.fieldRight(*entity, *declared) >= FieldRight::Read;
               });
    });
}

/// What of a conflict record depends on who looks: its values are those of a field he may not see, or of another's
/// change set, of which a field may be hidden from him.
QList<FieldId> hiddenOfConflict(const Record &record, const Rights &rights, const Catalogue &catalogue)
{
    if (record.entity().id != Conflict::entity)
        return {};
    const Entity *about = catalogue.entity(record[Conflict::record].entity);
    const Field *field = about ? about->field(FieldId(record[Conflict::field])) : nullptr;
    if (field)
        return rights.fieldRight(*about, *field) < FieldRight::Read ? QList<FieldId>{Conflict::base.id, Conflict::mine.id, Conflict::theirs.id}
                                                                    : QList<FieldId>();
    const bool seesAll = record[Conflict::kind] == Conflict::NearDuplicate
        ? about && rights.may(Action::View, about->id, RowPlace())
        : seesAllOf(sync::parkedSet(record[Conflict::parked]), rights, catalogue);
    if (record[Conflict::mineBy] == rights.user() || seesAll)
        return {};
    return {Conflict::base.id, Conflict::mine.id, Conflict::theirs.id, Conflict::parked.id, Conflict::reason.id};
}

} // namespace

Record projectRow(const Record &record, const Rights &rights, const Catalogue &catalogue)
{
    Record projected = project(record, rights);
    for (FieldId field : hiddenOfConflict(record, rights, catalogue))
        projected.setValue(field, {});
    return projected;
}

ChangeSet projectHistory(const ChangeSet &set, const Record &record, const Rights &rights, const Catalogue &catalogue)
{
    const QList<FieldId> hidden = hiddenOfConflict(record, rights, catalogue);
    ChangeSet projected = set;
    projected.args = {};
    projected.changes.clear();
    for (RecordChange change : set.changes) {
        if (change.record != record.ref())
            continue;
        change.fields.removeIf([&](const FieldChange &field) {
            const Field *declared = record.entity().field(field.field);
            return !declared || hidden.contains(field.field) || rights.fieldRight(record.entity(), *declared) < FieldRight::Read;
        });
        projected.changes.append(change);
    }
    return projected;
}

/// What one page gathers.
struct PullService::Work {
    const Rights &rights;
    QSet<qint32> visible;
    Page page;
    QSet<std::pair<EntityId, qint64>> seen;
    qsizetype bytes = 0;
    qsizetype limit = 0;

    bool isFull() const { return bytes >= limit; }
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

Result<Page> PullService::page(const Pull &pull, const Rights &rights, const QSet<ScopeKey> &granted, const QSet<ScopeKey> &everGranted)
{
    const Result<QSet<qint32>> visible = m_store.knownScopes(granted);
    const Result<qint64> head = m_store.head();
    if (!visible || !head)
        return visible ? head.error() : visible.error();
    Work work{rights, *visible, {}, {}, 0, std::clamp<qsizetype>(pull.maxBytes, 4096, MaximumBytes)};
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
    qint64 reached = pull.cursor.rev;
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
    for (const Stream &load : pull.loads)
        GUANXI_TRY(readStream(work, load, work.page.loads, granted.contains(load.scope)));
    const auto running = [](const StreamProgress &progress) { return !progress.end; };
    work.page.more = work.page.cursor.rev < *head || std::any_of(work.page.loads.begin(), work.page.loads.end(), running)
        || std::any_of(work.page.drops.begin(), work.page.drops.end(), running);
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

Result<qint64> PullService::addEntries(Work &work, const QList<FeedEntry> &entries, qint64 skip)
{
    qint64 done = 0;
    for (qsizetype at = 0; at < entries.size() && !work.isFull();) {
        const qint64 rev = entries.at(at).rev;
        QMap<EntityId, std::vector<qint64>> wanted;
        for (; at < entries.size() && entries.at(at).rev == rev; ++at) {
            const FeedEntry &entry = entries.at(at);
            const auto key = std::pair(entry.entity, entry.rid);
            if ((entry.gone && rev <= skip) || work.seen.contains(key))
                continue;
            work.seen.insert(key);
            wanted[entry.entity].push_back(entry.rid);
        }
        GUANXI_TRY(addRows(work, wanted));
        done = rev;
    }
    return done;
}

Result<void> PullService::addRows(Work &work, const QMap<EntityId, std::vector<qint64>> &wanted)
{
    for (auto group = wanted.begin(); group != wanted.end(); ++group) {
        const Result<QList<ServerRow>> rows = m_store.rowsByRid(group.key(), *group);
        if (!rows)
            return rows.error();
        for (const ServerRow &row : *rows) {
            const bool visible = std::any_of(row.scopes.begin(), row.scopes.end(), [&](qint32 s) { return work.visible.contains(s); });
            if (visible) {
                work.page.upserts.append(encodeRecord(projectRow(row.record, work.rights, m_store.catalogue())));
                work.bytes += work.page.upserts.last().size() + 4;
            } else {
                work.page.removes.append(row.record.ref());
                work.bytes += Uuid::Size + 8;
            }
        }
    }
    return {};
}

} // namespace guanxi::server
