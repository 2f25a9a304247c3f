// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/standby.h"

namespace guanxi::server {

namespace {

/// Who comes when more are waiting is served by the primary at once.
constexpr qsizetype MostWaiting = 32;
/// Connecting anew is tried this often.
constexpr qint64 AwayMs = 5'000;

} // namespace

Standby::Standby(const StandbyReader::Options &options, const Clock &clock, Worker::Where where)
    : m_clock(clock), m_reader(options, clock), m_worker(QStringLiteral("standby"), where)
{}

bool Standby::isFree() const { return m_state == State::Used && m_worker.waiting() < MostWaiting; }

void Standby::tick(const StandbyStore::Wanted &wanted)
{
    if (m_isLooking || m_clock.monotonicMs() < m_lookAt)
        return;
    m_isLooking = true;
    m_worker.ask<Result<void>>([this, wanted] { return m_reader.look(wanted); }, this, [this](const Result<void> &found) {
        m_isLooking = false;
        note(found);
    });
}

void Standby::page(const PageRequest &request, QObject *context, const Answer &done)
{
    m_worker.ask<Result<PageRead>>([this, request] { return m_reader.page(request); }, this,
                                   [this, done, guard = QPointer<QObject>(context)](const Result<PageRead> &read) {
                                       (read ? m_pages : m_failed) += 1;
                                       if (!read)
                                           note(read.error());
                                       if (guard)
                                           done(read);
                                   });
}

void Standby::note(const Result<void> &found)
{
    if (!found && found.error().code == ErrorCode::InUse)
        return; // one question stood in the way of what came from the primary
    const State before = m_state;
    m_state = found ? State::Used : found.error().code == ErrorCode::TimedOut ? State::Behind : State::Away;
    m_lookAt = m_state == State::Away ? m_clock.monotonicMs() + AwayMs : 0;
    const std::optional<ErrorCode> reason = m_state == State::Away ? std::optional(found.error().code) : std::nullopt;
    const bool another = reason != std::exchange(m_reason, reason);
    // That it lags for a while is normal.
    if (reason && another)
        Q_EMIT logged(QStringLiteral("the standby is away: %1").arg(errorName(*reason)));
    else if (m_state != State::Away && before == State::Away)
        Q_EMIT logged(QStringLiteral("the standby is here"));
}

} // namespace guanxi::server
