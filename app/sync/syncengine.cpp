// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncengine.h"

namespace guanxi::app {

using namespace protocol;
using sync::ScopeStreams;

namespace {

constexpr int WindowSets = 256;
constexpr qsizetype WindowBytes = 512 * 1024;
constexpr int MessageSets = 64;
constexpr qsizetype MessageBytes = 256 * 1024;
constexpr qint64 StallMs = 15'000;
constexpr qint64 RetryMs = 1'000;
/// A save waits for one page at most.
constexpr qint64 PageMs = 15;
constexpr int SmallestPage = 32 * 1024;
constexpr int LargestPage = 512 * 1024;
constexpr int FirstPage = 64 * 1024;
constexpr qint64 ForgetStepMs = 300;
constexpr qint64 ForgetPauseMs = 600'000;

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

SyncEngine::SyncEngine(Outbox &outbox, Cache &cache, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_cache(cache), m_clock(clock), m_random(random), m_comparer(outbox, cache)
{}

Result<void> SyncEngine::recover()
{
    const Result<QList<OutboxEntry>> missing = m_outbox.after(m_cache.appliedSeq());
    if (!missing)
        return missing.error();
    for (const OutboxEntry &entry : *missing) {
        // What the server has taken comes back with the pull; only what it has not seen must be laid on top.
        if (entry.state != OutboxState::Unsent && entry.state != OutboxState::Held)
            continue;
        const Result<Cache::Touched> touched = m_cache.applyLocal(entry.set);
        if (!touched)
            return touched.error();
    }
    GUANXI_TRY(settleLate());
    reportProgress();
    return {};
}

bool SyncEngine::isQuiet() const
{
    return m_live && m_outbox.unsent() == 0 && m_cache.streams().isSettled() && !m_comparer.isRunning() && !m_cache.isBuilding();
}

void SyncEngine::connected(const Ready &ready, Send send, quint32 connection)
{
    m_send = std::move(send);
    m_connection = connection;
    m_head = ready.head;
    m_live = m_pulling = m_held = false;
    m_pageBytes = FirstPage;
    m_received = 0;
    m_pushSince = m_retryAt = 0;
    m_inFlight.clear();
    m_comparer.restart();
    const Result<bool> over = settlePast(ready);
    m_held = !over || *over;
    if (!over) {
        // Without knowing what both sides have in common nothing may be said; a new connection tries again.
        m_retryAt = m_clock.monotonicMs() + StallMs;
        return Q_EMIT faulted(over.error());
    }
    if (m_held || !takeRights(ready.rights, ready.rightsVersion, ready.head))
        return;
    if (const Result<void> met = meetVersion(ready.vocabulary); !met) {
        m_held = true;
        m_retryAt = m_clock.monotonicMs() + StallMs;
        return Q_EMIT faulted(met.error());
    }
    // Everything without an answer goes again; what the server already has it answers from the first time.
    pull();
    pushAgain();
}

void SyncEngine::disconnected()
{
    m_send = nullptr;
    m_live = m_pulling = false;
    reportProgress();
}

void SyncEngine::receive(const Message &message)
{
    if (m_send)
        std::visit([this](const auto &content) { handle(content); }, message);
}

void SyncEngine::saved()
{
    reportProgress();
    if (m_send)
        pushMore();
}

void SyncEngine::tick()
{
    m_workFailed = false;
    forget();
    if (m_settleLate)
        static_cast<void>(settleLate()); // again at the next tick
    if (!m_send)
        return;
    const qint64 now = m_clock.monotonicMs();
    if ((m_pulling && now - m_pullSince > StallMs) || (m_pushSince != 0 && now - m_pushSince > StallMs))
        return Q_EMIT stalled();
    if (m_held && m_retryAt != 0 && now >= m_retryAt)
        return Q_EMIT stalled();
    if (m_held)
        return;
    // A timer, not only events, sees to it that nothing is ever left waiting.
    if (m_retryAt != 0 ? now >= m_retryAt : m_inFlight.isEmpty())
        pushAgain();
    if (!m_live && !m_pulling)
        pull();
}

void SyncEngine::forget()
{
    const qint64 begin = m_clock.monotonicMs();
    if (!m_cache.mustForget() || begin < m_forgetAt)
        return;
    Result<bool> more = true;
    while (more && *more && m_clock.monotonicMs() - begin < ForgetStepMs)
        more = m_cache.forgetSome();
    if (!more)
        return Q_EMIT faulted(more.error());
    // One row after the other that moves away would have the whole index rewritten each time.
    if (!m_cache.mustForget())
        m_forgetAt = m_clock.monotonicMs() + ForgetPauseMs;
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

void SyncEngine::pushMore()
{
    if (m_held || m_retryAt != 0 || m_outbox.unsent() == 0)
        return;
    if (const Result<void> held = holdBack(); !held)
        return Q_EMIT faulted(held.error());
    qsizetype bytes = 0;
    for (const auto &[seq, size] : m_inFlight)
        bytes += size;
    while (m_inFlight.size() < WindowSets && bytes < WindowBytes) {
        const Result<QList<Outbox::Encoded>> sets = m_outbox.pending(m_sentSeq, MessageSets, MessageBytes);
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

void SyncEngine::pull()
{
    if (!m_send || m_pulling || m_held)
        return;
    if (m_comparer.isRunning())
        return ask();
    m_live = false;
    pullAfter(m_cache.streams());
}

void SyncEngine::pullAfter(const ScopeStreams &streams)
{
    m_pulling = true;
    m_pullSince = m_clock.monotonicMs();
    m_pulledAfter = streams;
    Pull pull;
    pull.rightsVersion = m_cache.rightsVersion();
    pull.cursor = streams.cursor();
    for (const ScopeStreams::Stream &stream : streams.loads())
        pull.loads.append({stream.scope, stream.pos, stream.skip});
    for (const ScopeStreams::Stream &stream : streams.drops())
        pull.drops.append({stream.scope, stream.pos, stream.skip});
    pull.maxBytes = m_pageBytes;
    m_send(pull);
}

void SyncEngine::fieldsGrew()
{
    if (const Result<bool> grown = m_cache.noteFields(); !grown || !*grown)
        return grown ? void() : Q_EMIT faulted(grown.error());
    m_pulling = false;
    m_live = false;
    m_comparer.restart();
    reportProgress();
    pull();
}

void SyncEngine::handle(const protocol::Page &page)
{
    m_pulling = false;
    m_head = std::max(m_head, page.head);
    const bool lost = std::exchange(m_pageLost, false);
    // When the page before it could not be stored, the tick tries again.
    if (page.rightsVersion != m_cache.rightsVersion() || !m_cache.streams().standsLike(m_pulledAfter))
        return lost ? void() : pull();
    Cache::Page rows;
    rows.cursor = page.cursor.rev;
    for (const StreamProgress &progress : page.loads)
        rows.loads.append({progress.scope, progress.pos.rev, progress.end});
    for (const StreamProgress &progress : page.drops)
        rows.drops.append({progress.scope, progress.pos.rev, progress.end});
    rows.upserts = page.upserts;
    rows.removes = page.removes;
    askAhead(page.more, rows);
    const qint64 begin = m_clock.monotonicMs();
    const Result<Cache::Touched> touched = m_cache.applyPage(m_cache.streams().generation(), rows);
    report(touched);
    m_pageLost = !touched && m_pulling;
    if (!touched)
        return;
    sizePages(m_clock.monotonicMs() - begin);
    m_received += page.upserts.size() + page.removes.size();
    const bool done = !page.more && m_cache.streams().isSettled();
    m_live = done;
    if (done)
        m_lastSync = m_clock.wallMs();
    reportProgress();
    if (!done && !m_pulling)
        pull();
}

/// While this page is written, the server makes the next.
void SyncEngine::askAhead(bool more, const Cache::Page &page)
{
    ScopeStreams after = m_cache.streams();
    if (more && m_send && after.apply(after.generation(), page.cursor, page.loads, page.drops))
        pullAfter(after);
}

void SyncEngine::sizePages(qint64 milliseconds)
{
    if (milliseconds > PageMs)
        m_pageBytes = std::max(m_pageBytes / 2, SmallestPage);
    else if (milliseconds < PageMs / 2)
        m_pageBytes = std::min(m_pageBytes * 2, LargestPage);
}

void SyncEngine::work()
{
    const Result<bool> more = m_cache.buildSome();
    m_workFailed = !more;
    if (!more)
        Q_EMIT faulted(more.error());
    else if (!*more)
        reportProgress();
}

void SyncEngine::handle(const Live &live)
{
    m_head = std::max(m_head, live.to);
    if (!m_live)
        return; // the pull under way brings it
    if (live.from > m_cache.streams().cursor())
        return pull();
    const Result<std::optional<Cache::Touched>> touched = m_cache.applyLive(m_cache.streams().cursor(), live.to, live.upserts, live.removes);
    if (!touched) {
        m_live = false; // what could not be stored is pulled
        return Q_EMIT faulted(touched.error());
    }
    if (!touched->has_value())
        return pull();
    if (!(*touched)->isEmpty())
        Q_EMIT changed(**touched);
    m_lastSync = m_clock.wallMs();
    reportProgress();
}

void SyncEngine::handle(const Lagged &lagged)
{
    m_head = std::max(m_head, lagged.head);
    m_live = false;
    pull();
}

void SyncEngine::handle(const RightsChanged &change)
{
    m_pulling = false; // a pull made for other rights gets no page
    m_live = false;
    m_comparer.restart();
    if (takeRights(change.rights, change.rightsVersion, m_head))
        pull();
}

bool SyncEngine::takeRights(const QByteArray &bytes, qint64 version, qint64 head)
{
    CborReader reader(bytes);
    const model::Rights rights = model::Rights::read(reader);
    if (const Result<void> read = reader.result(); !read) {
        Q_EMIT faulted(read.error());
        return false;
    }
    const Result<bool> taken = m_cache.setRights(rights, version, head);
    if (!taken) {
        Q_EMIT faulted(taken.error());
        return false;
    }
    if (*taken) {
        m_forgetAt = 0;
        Q_EMIT rightsChanged(rights);
    }
    return true;
}

void SyncEngine::report(const Result<Cache::Touched> &touched)
{
    if (!touched)
        Q_EMIT faulted(touched.error());
    else if (!touched->isEmpty())
        Q_EMIT changed(*touched);
}

void SyncEngine::reportProgress()
{
    Q_EMIT progressed({m_connection, bool(m_send), m_live, m_outbox.unsent(), m_outbox.parked(), m_outbox.held(), m_lastSync, m_received,
                       std::max<qint64>(m_head - m_cache.streams().cursor(), 0), m_cache.isBuilding()});
}

} // namespace guanxi::app
