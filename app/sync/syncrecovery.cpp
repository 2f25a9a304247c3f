// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SyncEngine that is needed once server or desktop were put back from a backup, copied, or apart for long.
#include "app/sync/syncengine.h"

#include "common/protocol/signature.h"

namespace guanxi::app {

using namespace protocol;

Result<bool> SyncEngine::settlePast(const Ready &ready)
{
    Result<CopyMarks> marks = m_outbox.marks();
    const Result<qint64> answered = m_outbox.knownRev();
    if (!marks || !answered)
        return marks ? answered.error() : marks.error();
    // A copy that was lost does not know which incarnation it had read.
    const Uuid epoch = m_cache.epoch().isNull() ? marks->epoch : m_cache.epoch();
    const bool restored = !epoch.isNull() && epoch != ready.epoch;
    const qint64 known = std::max(*answered, m_cache.streams().cursor());
    // Of another incarnation the server may be because it began one, above all that was known, or because it was put back into
    // an earlier one and does not know it yet.
    if ((!restored || ready.head < known) && lostSince(ready.runs, marks->run, known)) {
        // The server hears of it, begins a new epoch and lets everybody connect anew.
        m_send(Resume{ready.mark, marks->run, known});
        return true;
    }
    const Result<bool> copy = isCopy(ready, *marks, restored);
    if (!copy)
        return copy.error();
    if (*copy) {
        GUANXI_TRY(fork(restored ? std::optional(ready.restoredAt) : std::nullopt));
        return true;
    }
    GUANXI_TRY(meetRestored(ready));
    if (ready.runs.isEmpty())
        return false; // a server that knows nothing of this
    if (marks->next.isNull() || ready.mark == marks->next)
        *marks = {marks->next, Uuid::fromBytes(m_random.bytes(Uuid::Size)), marks->run, marks->epoch};
    marks->run = ready.runs.last().id;
    marks->epoch = ready.epoch;
    GUANXI_TRY(m_outbox.setMarks(*marks));
    m_send(Resume{marks->next});
    return false;
}

Result<bool> SyncEngine::isCopy(const Ready &ready, const CopyMarks &marks, bool restored)
{
    const bool knowsMark = ready.mark.isNull() || ready.mark == marks.mark || ready.mark == marks.next;
    // A server put back from a backup has an old mark.
    if (!knowsMark && !restored)
        return true;
    if (ready.lastSeq > m_outbox.lastSeq())
        return true;
    if (ready.lastSeq == 0 || ready.lastAction.isNull())
        return false;
    const Result<Uuid> action = m_outbox.actionOf(ready.lastSeq);
    if (!action)
        return action.error();
    return *action != ready.lastAction;
}

Result<void> SyncEngine::meetRestored(const Ready &ready)
{
    const Result<qint64> answered = m_outbox.lastAnswered();
    if (!answered)
        return answered.error();
    if (ready.lastSeq < *answered)
        GUANXI_TRY(sendAgain(ready.lastSeq));
    GUANXI_TRY(m_cache.setEpoch(ready.epoch, ready.lastSeq, ready.restoredAt, ready.head));
    if (m_cache.streams().isBehind(ready.horizon))
        GUANXI_TRY(m_cache.beginComparison(Comparison::Reason::Behind, ready.head));
    return {};
}

Result<void> SyncEngine::sendAgain(qint64 afterSeq)
{
    const Result<QList<OutboxEntry>> taken = m_outbox.takenAfter(afterSeq);
    if (!taken)
        return taken.error();
    for (const OutboxEntry &entry : *taken)
        GUANXI_TRY(m_cache.layAgain(entry.set));
    return m_outbox.reopenAfter(afterSeq, [this](const model::RecordRef &ref) {
        const Result<std::optional<model::Record>> row = m_cache.serverRow(ref);
        const model::Field *number = row && *row ? (*row)->entity().field(u"number") : nullptr;
        return number ? (*row)->value(number->id).text() : QString();
    });
}

Result<void> SyncEngine::fork(std::optional<qint64> restoredAt)
{
    // Under numbers that the server has lost it may have taken work of another copy since.
    const Result<qint64> answered = restoredAt ? m_outbox.lastAnsweredAt(*restoredAt) : m_outbox.lastAnswered();
    if (!answered)
        return answered.error();
    const KeyPair pair = keyPairFrom(m_random.bytes(KeySize));
    m_forkKey = pair.secretKey;
    m_forkSeq = *answered;
    m_send(Fork{pair.publicKey, *answered});
    return {};
}

void SyncEngine::handle(const Forked &answer)
{
    if (m_forkKey.isEmpty())
        return;
    {
        // Nobody saves by the old name meanwhile.
        const Turn turn(m_cache.turns(), Turns::Who::Patient);
        Result<void> done = sendAgain(m_forkSeq);
        if (done)
            done = m_outbox.fork(answer.replica, std::exchange(m_forkKey, {}));
        if (!done)
            return Q_EMIT faulted(done.error());
    }
    // Rows of another day may lie here: what differs is read again.
    if (const Result<void> begun = m_cache.beginComparison(Comparison::Reason::Asked, m_cache.streams().cursor()); !begun)
        return Q_EMIT faulted(begun.error());
    Q_EMIT forked();
}

void SyncEngine::compare()
{
    m_comparer.restart();
    m_comparer.begin();
    if (const Result<void> begun = m_cache.beginComparison(Comparison::Reason::Asked, m_cache.streams().cursor()); !begun)
        return Q_EMIT faulted(begun.error());
    reportProgress();
    pull();
}

void SyncEngine::ask()
{
    const std::optional<Message> request = m_comparer.request();
    if (!request)
        return;
    m_pulling = true;
    m_pullSince = m_clock.monotonicMs();
    m_send(*request);
}

void SyncEngine::handle(const Compared &compared)
{
    Cache::Touched touched;
    const Result<bool> taken = m_comparer.take(compared, touched);
    proceed(taken, touched);
}

void SyncEngine::handle(const Mended &mended)
{
    Cache::Touched touched;
    const Result<bool> taken = m_comparer.take(mended, touched);
    proceed(taken, touched);
}

void SyncEngine::handle(const ErrorMessage &error)
{
    Cache::Touched touched;
    const Result<bool> taken = m_comparer.take(error, touched);
    proceed(taken, touched);
}

void SyncEngine::proceed(const Result<bool> &taken, const Cache::Touched &touched)
{
    if (!taken)
        return Q_EMIT faulted(taken.error());
    if (!*taken)
        return;
    m_pulling = false;
    report(Result<Cache::Touched>(touched));
    if (!m_comparer.isRunning())
        if (const std::optional<ComparisonReport> report = m_comparer.report())
            Q_EMIT compared(*report);
    reportProgress();
    if (m_comparer.isRunning() || !m_live)
        pull();
}

} // namespace guanxi::app
