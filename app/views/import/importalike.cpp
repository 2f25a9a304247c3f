// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importalike.h"

namespace guanxi::app {

namespace {

/// Of what many records share a few are looked at.
constexpr qsizetype MostCandidates = 8;

// A mark: 39 bits of the number, a bit that is 0 for who leads, 24 bits for the place.
constexpr int PlaceBits = 24;
constexpr quint64 Follows = quint64(1) << PlaceBits;
constexpr quint64 PlaceMask = Follows - 1;
constexpr quint64 NumberMask = ~(Follows | PlaceMask);

} // namespace

ImportAlike::ImportAlike(const Records &records, const model::Entity &entity)
    : m_records(records), m_similarity(entity, &records.rights()), m_entity(entity.id)
{}

void ImportAlike::learn(const model::Record &record)
{
    if (m_ids.size() >= PlaceMask)
        return;
    const quint64 place = m_ids.size();
    m_ids.push_back(record.id());
    for (const rules::Similarity::Block &block : m_similarity.blocksOf(m_similarity.traitsOf(record)))
        m_marks.push_back((block.number & NumberMask) | (block.leads ? 0 : Follows) | place);
}

void ImportAlike::finish() { std::sort(m_marks.begin(), m_marks.end()); }

std::optional<ImportAlike::Found> ImportAlike::mostAlike(const model::Record &said) const
{
    if (m_marks.empty())
        return std::nullopt;
    const rules::Traits traits = m_similarity.traitsOf(said);
    QList<quint64> places;
    for (const rules::Similarity::Block &block : m_similarity.blocksOf(traits)) {
        const quint64 number = block.number & NumberMask;
        const quint64 end = number | (block.leads ? Follows : 0) | PlaceMask;
        for (auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), number); mark != m_marks.end() && *mark <= end; ++mark) {
            if (places.size() == MostCandidates)
                break;
            if (!places.contains(*mark & PlaceMask))
                places.append(*mark & PlaceMask);
        }
    }
    std::optional<Found> best;
    for (const quint64 place : std::as_const(places)) {
        const Result<model::Record> record = m_records.load({m_entity, m_ids[place]});
        if (!record.ok() || record->isDeleted())
            continue;
        rules::Likening likening = m_similarity.compare(traits, m_similarity.traitsOf(*record));
        if (likening.score >= rules::Similarity::Threshold && (!best || likening.score > best->likening.score))
            best = Found{*record, std::move(likening)};
    }
    return best;
}

} // namespace guanxi::app
