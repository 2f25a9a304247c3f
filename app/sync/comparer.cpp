// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/comparer.h"

#include "common/model/codec.h"
#include "common/sync/fingerprint.h"

namespace guanxi::app {

using namespace protocol;

namespace {

const Uuid Greatest = Uuid::fromBytes(QByteArray(Uuid::Size, '\xff'));

} // namespace

void Comparer::restart()
{
    m_after = {};
    m_end = false;
    m_differences.clear();
    ++m_request; // what is on its way is no answer any more
}

model::EntityId Comparer::entity() const { return m_cache.comparison()->left.value(0); }

QList<qint64> Comparer::grownFields() const
{
    const QSet<model::FieldId> fields = m_cache.comparison()->grown.fields(entity());
    QList<qint64> sorted(fields.begin(), fields.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

std::optional<Message> Comparer::request()
{
    if (!isRunning())
        return std::nullopt;
    m_quiet = m_cache.comparison()->reason == Comparison::Reason::Asked && !m_cache.comparison()->grown.isEmpty();
    if (m_differences.isEmpty())
        return Compare{++m_request, entity(), m_after, grownFields()};
    const Difference &difference = m_differences.first();
    Mend mend{++m_request, entity(), difference.after, difference.last, {}, {}, grownFields()};
    const auto held = m_cache.stamps(entity(), difference.after, difference.last);
    for (const auto &[id, rev] : held ? *held : std::vector<std::pair<Uuid, qint64>>()) {
        mend.ids.append(id);
        mend.revs.append(rev);
    }
    return mend;
}

Result<bool> Comparer::take(const Compared &compared, Cache::Touched &touched)
{
    if (!isRunning() || compared.request != m_request)
        return false;
    GUANXI_TRY(note(compared));
    if (m_end && m_differences.isEmpty())
        GUANXI_TRY(finishEntity(touched));
    return true;
}

Result<void> Comparer::note(const Compared &compared)
{
    m_end = compared.end || compared.segments.isEmpty();
    const Result<std::vector<std::pair<Uuid, qint64>>> held =
        m_cache.stamps(entity(), m_after, m_end ? Greatest : compared.segments.last().last);
    if (!held)
        return held.error();
    auto row = held->begin();
    for (const Segment &segment : compared.segments) {
        sync::Fingerprint mine;
        for (; row != held->end() && !(segment.last < row->first); ++row)
            mine.add(row->first, row->second);
        if (mine != sync::Fingerprint{segment.count, quint64(segment.sum)})
            m_differences.append({m_after, segment.last});
        else
            m_report.rows += mine.count;
        m_after = segment.last;
    }
    if (row != held->end())
        m_differences.append({m_after, Greatest});
    return {};
}

Result<bool> Comparer::take(const Mended &mended, Cache::Touched &touched)
{
    if (!isRunning() || mended.request != m_request)
        return false;
    GUANXI_TRY(keepOrphans(mended.removes));
    const Result<Cache::Touched> changed = m_cache.mend(mended.upserts, mended.removes, mended.history);
    if (!changed)
        return changed.error();
    touched += *changed;
    m_report.fetched += mended.upserts.size();
    m_report.removed += mended.removes.size();
    if (mended.more) {
        // Up to the last one brought everything is equal now.
        const model::Record last = mended.upserts.isEmpty() ? model::Record() : model::decodeRecord(mended.upserts.last(), m_cache.catalogue());
        if (last.isValid())
            m_differences.first().after = last.id();
    } else {
        const Difference mendedNow = m_differences.takeFirst();
        const auto held = m_cache.stamps(entity(), mendedNow.after, mendedNow.last);
        if (!held)
            return held.error();
        m_report.rows += qint64(held->size());
    }
    if (m_end && m_differences.isEmpty())
        GUANXI_TRY(finishEntity(touched));
    return true;
}

Result<bool> Comparer::take(const ErrorMessage &error, Cache::Touched &touched)
{
    if (!isRunning() || error.request == 0 || error.request != m_request)
        return false;
    // An entity that the server does not know: there is nothing to compare. Anything else: once more from its beginning.
    const bool unknown = error.code == ErrorCode::NotFound;
    restart();
    if (unknown)
        GUANXI_TRY(finishEntity(touched));
    return true;
}

std::optional<ComparisonReport> Comparer::report()
{
    const bool told = std::exchange(m_asked, false) || !m_quiet;
    return told ? std::optional(m_report) : std::nullopt;
}

Result<void> Comparer::finishEntity(Cache::Touched &touched)
{
    const Result<Cache::Touched> changed = m_cache.entityCompared(entity());
    if (!changed)
        return changed.error();
    touched += *changed;
    m_after = {};
    m_end = false;
    return {};
}

Result<void> Comparer::keepOrphans(const QList<model::RecordRef> &removes)
{
    const Comparison &comparison = *m_cache.comparison();
    if (comparison.reason != Comparison::Reason::Restored)
        return {};
    for (const model::RecordRef &ref : removes) {
        const Result<std::optional<model::Record>> row = m_cache.serverRow(ref);
        const Result<QList<qint64>> mine = m_cache.insertsOf({ref});
        if (!row || !mine)
            return row ? mine.error() : row.error();
        // Older ones the server has, and does not show any more; what I made myself I send again, and what the server makes
        // it makes again.
        if (!row->has_value() || (*row)->isDeleted() || (*row)->rev() <= comparison.restoredAt || !mine->isEmpty()
            || (*row)->entity().maker == model::Maker::Server)
            continue;
        GUANXI_TRY(m_outbox.keepOrphan(ref, model::encodeRecord(**row)));
        ++m_report.orphans;
    }
    return {};
}

} // namespace guanxi::app
