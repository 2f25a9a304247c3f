// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncengine.h"

namespace guanxi::app {

using namespace protocol;
using sync::ScopeStreams;

namespace {

constexpr qint64 StallMs = 15'000;
constexpr qint64 LeastBytesPerMs = 2; ///< what a line must carry of a push to be waited for
/// A save waits for one page at most.
constexpr qint64 PageMs = 15;
constexpr int SmallestPage = 32 * 1024;
constexpr int LargestPage = 512 * 1024;
constexpr int FirstPage = 64 * 1024;
constexpr qint64 ForgetStepMs = 300;
constexpr qint64 ForgetPauseMs = 600'000;

} // namespace

SyncEngine::SyncEngine(Outbox &outbox, Cache &cache, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_cache(cache), m_clock(clock), m_random(random), m_comparer(outbox, cache)
{}

Result<void> SyncEngine::recover()
{
    const Result<Cache::Touched> missing = m_cache.catchUp(m_outbox);
    if (!missing)
        return missing.error();
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
    m_messageBytes = 0;
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
    showMissing();
    if (m_settleLate)
        static_cast<void>(settleLate()); // again at the next tick
    if (!m_send)
        return;
    const qint64 now = m_clock.monotonicMs();
    if (hasStalled())
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

void SyncEngine::showMissing()
{
    const Result<Cache::Touched> touched = m_cache.catchUp(m_outbox);
    if (touched && !touched->isEmpty())
        Q_EMIT changed(*touched);
}

void SyncEngine::heard()
{
    if (m_pulling)
        m_pullSince = m_clock.monotonicMs();
}

bool SyncEngine::hasStalled() const
{
    const qint64 now = m_clock.monotonicMs();
    if (m_pulling && now - m_pullSince > StallMs)
        return true;
    // What has left this machine nobody here can see arrive.
    return m_pushSince != 0 && now - m_pushSince > StallMs + bytesInFlight() / LeastBytesPerMs;
}

void SyncEngine::forget()
{
    const qint64 begin = m_clock.monotonicMs();
    if (begin >= m_forgetHistoryAt) {
        m_forgetHistoryAt = begin + ForgetPauseMs;
        if (const Result<void> forgotten = m_cache.forgetHistory(); !forgotten)
            return Q_EMIT faulted(forgotten.error());
    }
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
    rows.history = page.history;
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
    const Result<std::optional<Cache::Touched>> touched = m_cache.applyLive(m_cache.streams().cursor(), live.to, live.upserts, live.removes, live.history);
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
