// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SyncEngine that sends what its user did, and takes what the server answers to it.
#include "app/sync/syncengine.h"

#include <numeric>

namespace guanxi::app {

using namespace protocol;

namespace {

constexpr int WindowSets = 256;
constexpr int MessageSets = 64;
constexpr qsizetype FirstMessage = 32 * 1024;
constexpr qsizetype LargestMessage = 256 * 1024;
constexpr qint64 RetryMs = 1'000;

OutboxState stateOf(PushStatus status)
{
    switch (status) {
    case PushStatus::Merged: return OutboxState::Merged;
    case PushStatus::Parked: return OutboxState::Parked;
    case PushStatus::Duplicate: return OutboxState::Known;
    default: return OutboxState::Applied;
    }
}

Recovered recoveredOf(const Outbox::Encoded &set)
{
    Recovered recovered{set.seq, set.before->rev, set.before->withdrawn, {}};
    for (auto number = set.before->numbers.cbegin(); number != set.before->numbers.cend(); ++number)
        recovered.numbers.append({number.key(), number.value()});
    return recovered;
}

} // namespace

Outbox::Answer answerOf(const PushResult &result)
{
    return {result.seq, stateOf(result.status), result.rev, {result.code, result.args}, result.conflicts};
}

Result<void> SyncEngine::meetVersion(const QByteArray &vocabulary)
{
    m_vocabulary.reset();
    if (!vocabulary.isEmpty()) {
        CborReader reader(vocabulary);
        m_vocabulary = model::Vocabulary::read(reader);
        GUANXI_TRY(reader.result());
    }
    // Nobody saves between outbox and cache.
    const Turn turn(m_cache.turns(), Turns::Who::Patient);
    const Result<QList<Outbox::Released>> released = m_outbox.release(m_vocabulary ? &*m_vocabulary : nullptr);
    if (!released)
        return released.error();
    for (const Outbox::Released &set : *released) {
        const Result<Cache::Touched> laid = m_cache.applyLocal(set.set);
        const Result<Cache::Touched> lifted = laid ? m_cache.settle({{set.seq, 0}}) : laid;
        m_settleLate = m_settleLate || !lifted;
        if (!lifted)
            return lifted.error();
    }
    return {};
}

Result<void> SyncEngine::holdBack()
{
    if (!m_vocabulary)
        return {};
    const Turn turn(m_cache.turns(), Turns::Who::Patient);
    const Result<QList<model::ChangeSet>> held = m_outbox.holdBack(*m_vocabulary, m_sentSeq);
    if (!held)
        return held.error();
    for (const model::ChangeSet &set : *held)
        if (const Result<Cache::Touched> laid = m_cache.applyLocal(set); !laid)
            return laid.error();
    return {};
}

void SyncEngine::pushAgain()
{
    m_retryAt = 0;
    m_pushSince = 0;
    m_inFlight.clear();
    m_sentSeq = std::max<qint64>(m_outbox.firstUnsent() - 1, 0);
    pushMore();
}

qsizetype SyncEngine::bytesInFlight() const
{
    return std::accumulate(m_inFlight.begin(), m_inFlight.end(), qsizetype(0),
                           [](qsizetype bytes, const std::pair<qint64, qsizetype> &set) { return bytes + set.second; });
}

void SyncEngine::pushMore()
{
    if (m_held || m_retryAt != 0 || m_outbox.unsent() == 0)
        return;
    if (const Result<void> held = holdBack(); !held)
        return Q_EMIT faulted(held.error());
    m_messageBytes = std::max(m_messageBytes, FirstMessage);
    qsizetype bytes = bytesInFlight();
    while (m_inFlight.size() < WindowSets && bytes < 2 * m_messageBytes) {
        const Result<QList<Outbox::Encoded>> sets = m_outbox.pending(m_sentSeq, MessageSets, m_messageBytes);
        if (!sets)
            return Q_EMIT faulted(sets.error());
        if (sets->isEmpty())
            return;
        Push push;
        for (const Outbox::Encoded &set : *sets) {
            push.sets.append(set.bytes);
            if (set.before)
                push.recovered.append(recoveredOf(set));
            m_inFlight.append({set.seq, set.bytes.size()});
            bytes += set.bytes.size();
        }
        m_sentSeq = sets->last().seq;
        if (m_pushSince == 0)
            m_pushSince = m_clock.monotonicMs();
        m_send(push);
    }
}

void SyncEngine::handle(const PushAck &ack)
{
    QList<PushResult> results = ack.results;
    const auto stop = std::find_if(results.begin(), results.end(), [](const PushResult &result) {
        return result.status == PushStatus::Retry || result.status == PushStatus::Unknown;
    });
    if (stop != results.end())
        m_retryAt = m_clock.monotonicMs() + RetryMs;
    results.erase(stop, results.end());
    if (const Result<void> settled = settle(results); !settled)
        return Q_EMIT faulted(settled.error());
    const qint64 last = results.isEmpty() ? 0 : results.last().seq;
    m_inFlight.removeIf([last](const std::pair<qint64, qsizetype> &sent) { return sent.first <= last; });
    m_pushSince = m_inFlight.isEmpty() ? 0 : m_clock.monotonicMs();
    m_messageBytes = std::min(2 * m_messageBytes, LargestMessage);
    if (last > 0 && m_send)
        m_send(Confirm{last});
    reportProgress();
    if (m_send)
        pushMore();
}

Result<void> SyncEngine::settle(const QList<PushResult> &results)
{
    if (results.isEmpty())
        return {};
    QList<Outbox::Answer> answers;
    QList<Cache::Settled> settled;
    for (const PushResult &result : results) {
        answers.append(answerOf(result));
        // A duplicate without a stored answer was taken some time before now: it is in what we pull up to the head.
        const bool parked = result.status == PushStatus::Parked;
        if (!m_outbox.isHeld(result.seq))
            settled.append({result.seq, parked ? 0 : result.rev > 0 ? result.rev : std::max<qint64>(m_head, 1)});
        m_head = std::max(m_head, result.rev);
    }
    GUANXI_TRY(m_outbox.settle(answers));
    const Result<Cache::Touched> touched = m_cache.settle(settled);
    m_settleLate = m_settleLate || !touched;
    if (!touched)
        return touched.error();
    report(touched);
    return {};
}

Result<void> SyncEngine::settleLate()
{
    const Result<QList<qint64>> open = m_cache.unsettled();
    if (!open)
        return open.error();
    QList<Cache::Settled> settled;
    for (qint64 seq : *open) {
        const Result<OutboxEntry> entry = m_outbox.entry(seq);
        if (!entry)
            return entry.error();
        const bool refused = entry->state == OutboxState::Parked || entry->state == OutboxState::Settled;
        if (entry->state != OutboxState::Unsent && entry->state != OutboxState::Held)
            settled.append({seq, refused ? 0 : std::max<qint64>(entry->rev, 1)});
    }
    const Result<Cache::Touched> touched = m_cache.settle(settled);
    m_settleLate = !touched;
    if (!touched)
        return touched.error();
    report(touched);
    return {};
}

} // namespace guanxi::app
