// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/compareservice.h"

#include "common/model/codec.h"
#include "common/sync/fingerprint.h"
#include "server/services/historytold.h"

namespace guanxi::server {

using namespace model;
using namespace protocol;

namespace {

/// Rows looked at for one answer, so that nobody waits long behind it, and visible ones to a segment.
constexpr int RowsLookedAt = 20'000;
constexpr qint64 SegmentRows = 256;
/// Set in the revision of a row whose fields the client lacks.
constexpr qint64 AnotherRev = qint64(1) << 62;
constexpr qsizetype MendedBytes = 256 * 1024;

} // namespace

Result<Compared> CompareService::compare(const Compare &compare, const Reader &reader)
{
    const Entity *entity = m_store.catalogue().entity(compare.entity);
    if (!entity)
        return Error{ErrorCode::NotFound, {QString::number(compare.entity)}};
    const Result<qint64> head = m_store.head();
    const Result<std::vector<RowStamp>> rows = m_store.stampsAfter(*entity, compare.after, RowsLookedAt, compare.fields);
    if (!head || !rows)
        return head ? rows.error() : head.error();
    Compared answer{compare.request, {}, rows->size() < RowsLookedAt, *head};
    sync::Fingerprint segment;
    Uuid last = compare.after;
    const auto finish = [&] {
        answer.segments.append({last, segment.count, qint64(segment.sum)});
        segment = {};
    };
    for (const RowStamp &row : *rows) {
        last = row.id;
        if (reader.sees(row.scopes))
            segment.add(row.id, row.filled ? row.rev | AnotherRev : row.rev);
        if (segment.count == SegmentRows)
            finish();
    }
    // Also an empty one: it says how far was looked.
    if (!rows->empty() && (answer.segments.isEmpty() || answer.segments.last().last != last))
        finish();
    return answer;
}

Result<Mended> CompareService::mend(const Mend &mend, const Reader &reader)
{
    const Entity *entity = m_store.catalogue().entity(mend.entity);
    if (!entity || mend.ids.size() != mend.revs.size())
        return Error{ErrorCode::NotFound, {QString::number(mend.entity)}};
    const Result<std::vector<RowStamp>> rows = m_store.stampsAfter(*entity, mend.after, RowsLookedAt, mend.fields);
    if (!rows)
        return rows.error();
    // A segment has fewer, unless many rows came since it was made: then it is to be compared anew.
    if (rows->size() == RowsLookedAt && rows->back().id < mend.last)
        return Error{ErrorCode::OutOfRange, {QStringLiteral("last")}};
    QHash<Uuid, qint64> held;
    for (qsizetype i = 0; i < mend.ids.size(); ++i)
        held.insert(mend.ids.at(i), mend.revs.at(i));
    Mended answer{mend.request, {}, {}, false, {}};
    const Result<qint64> head = m_store.known();
    if (!head)
        return head.error();
    HistoryTold history(m_store, reader, *head, m_clock.wallMs());
    qsizetype bytes = 0;
    for (const RowStamp &stamp : *rows) {
        if (mend.last < stamp.id)
            break;
        if (!reader.sees(stamp.scopes))
            continue;
        const auto known = held.constFind(stamp.id);
        const bool same = known != held.constEnd() && *known == stamp.rev && !stamp.filled;
        held.remove(stamp.id);
        if (same)
            continue;
        if (bytes > MendedBytes) {
            answer.more = true;
            continue;
        }
        const Result<std::optional<ServerRow>> row = m_store.row({entity->id, stamp.id});
        if (!row)
            return row.error();
        if (!row->has_value())
            continue;
        const Result<Record> projected = reader.project((*row)->record);
        if (!projected)
            return projected.error();
        answer.upserts.append(encodeRecord(*projected));
        const Result<qsizetype> told = history.add({(*row)->record, 0});
        if (!told)
            return told.error();
        bytes += answer.upserts.last().size() + *told;
    }
    for (auto gone = held.keyBegin(); gone != held.keyEnd(); ++gone)
        answer.removes.append({entity->id, *gone});
    answer.history = history.take();
    return answer;
}

} // namespace guanxi::server
