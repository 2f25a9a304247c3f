// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/duplicatescan.h"

#include "common/storage/query.h"

#include <unordered_map>

namespace guanxi::app {

using storage::StoredRecord;

namespace {

constexpr int ReadRows = 1000;
constexpr size_t ComparePairs = 500;
/// What so many rows share (the telephone of a business park, a name that stands for nobody) says little: each is compared
/// with a few of its neighbours only.
constexpr size_t MostInBlock = 48, Neighbours = 6;

// A mark: 39 bits of the number, a bit that is 0 for who leads, 24 bits for the place.
constexpr int PlaceBits = 24;
constexpr quint64 Follows = quint64(1) << PlaceBits;
constexpr quint64 PlaceMask = Follows - 1;
constexpr quint64 NumberMask = ~(Follows | PlaceMask);

bool isBetter(const AlikePair &a, const AlikePair &b)
{
    if (a.likening.score != b.likening.score)
        return a.likening.score > b.likening.score;
    return std::pair(a.a, a.b) < std::pair(b.a, b.b);
}

} // namespace

Result<QList<AlikePair>> DuplicateScan::run()
{
    m_state.total = 2 * m_source.count;
    GUANXI_TRY(learn());
    bringTogether();
    GUANXI_TRY(compare());
    if (m_state.cancelled)
        return QList<AlikePair>();
    std::sort(m_found.begin(), m_found.end(), isBetter);
    m_found.resize(std::min(m_found.size(), MostPairs));
    m_state.done = m_state.total.load();
    return QList<AlikePair>(m_found.begin(), m_found.end());
}

Result<void> DuplicateScan::learn()
{
    for (qint64 last = 0; !m_state.cancelled && m_rids.size() < PlaceMask;) {
        const ScanRows::Rows rows = m_source.after(last, ReadRows);
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        for (const StoredRecord &row : *rows) {
            last = row.rid;
            if (row.record.isDeleted())
                continue;
            const quint64 place = m_rids.size();
            m_rids.push_back(row.rid);
            for (const rules::Similarity::Block &block : m_similarity.blocksOf(m_similarity.traitsOf(row.record)))
                m_marks.push_back((block.number & NumberMask) | (block.leads ? 0 : Follows) | place);
        }
        m_state.done += qint64(rows->size());
    }
    return {};
}

void DuplicateScan::bringTogether()
{
    std::sort(m_marks.begin(), m_marks.end());
    for (size_t begin = 0, end = 0; begin < m_marks.size() && !m_state.cancelled; begin = end) {
        while (end < m_marks.size() && (m_marks[end] & NumberMask) == (m_marks[begin] & NumberMask))
            ++end;
        pairUp(std::span(m_marks).subspan(begin, end - begin));
    }
    m_marks = {};
    std::sort(m_pairs.begin(), m_pairs.end());
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
}

void DuplicateScan::pairUp(std::span<const quint64> block)
{
    const size_t reach = block.size() <= MostInBlock ? block.size() : Neighbours;
    for (size_t one = 0; one < block.size() && !(block[one] & Follows); ++one)
        for (size_t other = one + 1; other < std::min(block.size(), one + 1 + reach); ++other) {
            const auto [low, high] = std::minmax({block[one] & PlaceMask, block[other] & PlaceMask});
            if (low != high)
                m_pairs.push_back(low << 32 | high);
        }
}

Result<void> DuplicateScan::compare()
{
    for (size_t at = 0; at < m_pairs.size() && !m_state.cancelled; at += ComparePairs) {
        GUANXI_TRY(compareSome(std::span(m_pairs).subspan(at, std::min(ComparePairs, m_pairs.size() - at))));
        m_state.done = m_source.count + qint64(double(at) / double(m_pairs.size()) * double(m_source.count));
    }
    return {};
}

Result<void> DuplicateScan::compareSome(std::span<const quint64> pairs)
{
    std::vector<qint64> rids;
    for (const quint64 pair : pairs)
        for (const quint64 place : {pair >> 32, pair & 0xffffffff})
            rids.push_back(m_rids[place]);
    std::sort(rids.begin(), rids.end());
    rids.erase(std::unique(rids.begin(), rids.end()), rids.end());
    const ScanRows::Rows rows = m_source.at(rids);
    if (!rows)
        return rows.error();
    struct Side {
        model::RecordRef ref;
        rules::Traits traits;
    };
    std::unordered_map<qint64, Side> sides;
    for (const StoredRecord &row : *rows)
        if (!row.record.isDeleted())
            sides.emplace(row.rid, Side{row.record.ref(), m_similarity.traitsOf(row.record)});
    for (const quint64 pair : pairs) {
        const auto a = sides.find(m_rids[pair >> 32]);
        const auto b = sides.find(m_rids[pair & 0xffffffff]);
        if (a == sides.end() || b == sides.end())
            continue; // deleted meanwhile
        rules::Likening likening = m_similarity.compare(a->second.traits, b->second.traits);
        if (likening.score >= rules::Similarity::Threshold)
            keep({a->second.ref, b->second.ref, std::move(likening)});
    }
    return {};
}

void DuplicateScan::keep(AlikePair pair)
{
    m_found.push_back(std::move(pair));
    if (m_found.size() < 2 * MostPairs)
        return;
    std::nth_element(m_found.begin(), m_found.begin() + MostPairs, m_found.end(), isBetter);
    m_found.resize(MostPairs);
}

Result<QList<AlikePair>> pairsIn(storage::Database &database, const model::Catalogue &catalogue, const model::Rights &rights,
                                 model::EntityId entity, ScanState &state)
{
    const rules::Similarity similarity(catalogue.at(entity), &rights);
    if (similarity.isEmpty())
        return QList<AlikePair>();
    storage::RecordStore records(database, catalogue, storage::StoreKind::Cache);
    storage::Query all;
    all.entity = entity;
    const Result<qint64> count = storage::QueryRunner(database, catalogue, storage::StoreKind::Cache).count(all);
    if (!count)
        return count.error();
    const QList<model::FieldId> fields = similarity.fieldIds();
    return DuplicateScan(similarity,
                         {[&](qint64 after, int limit) { return records.loadAfter(entity, after, limit, fields); },
                          [&](std::span<const qint64> rows) { return records.loadByRids(entity, rows, fields); }, *count},
                         state)
        .run();
}

} // namespace guanxi::app
