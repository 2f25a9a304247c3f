// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/random.h"

#include <QtGlobal>

namespace guanxi::protocol {

/// Finds dead connections. Pure: the owner passes in monotonic milliseconds, sends the pings and closes. Both ends
/// run it.
class Heartbeat
{
public:
    static constexpr qint64 PingAfterMs = 20'000; ///< of silence in either direction
    static constexpr qint64 DeadAfterMs = 45'000; ///< without any byte from the other end
    static constexpr qint64 ProbeMs = 3'000;      ///< time to answer after probe()
    static constexpr qint64 LateMs = 10'000;      ///< a tick later than this was slept through

    enum class Action { None, Ping, Dead };

    explicit Heartbeat(qint64 nowMs) : m_heard(nowMs), m_sent(nowMs), m_ticked(nowMs) {}

    void heard(qint64 nowMs);
    void sent(qint64 nowMs) { m_sent = nowMs; }
    /// The machine woke up or the network changed: the next tick pings, and an answer is due soon.
    void probe(qint64 nowMs);
    /// What to do now. After Ping the owner sends one (and calls sent()). A tick that comes much too late proves
    /// that we slept, not that the other end is dead: it probes.
    Action tick(qint64 nowMs);
    /// When to call tick() next.
    qint64 nextMs() const;

private:
    qint64 pingAt() const;
    qint64 deadAt() const;

    qint64 m_heard;
    qint64 m_sent;
    qint64 m_ticked;
    qint64 m_pinged = 0;
    qint64 m_probeEnd = 0; ///< 0: no probe under way
    bool m_pingNow = false;
};

/// How long to wait before the next attempt to connect: soon at first, then longer, never in step with other clients.
class Backoff
{
public:
    static constexpr qint64 FirstMs = 1'000;
    static constexpr qint64 LeastMs = 500;
    static constexpr qint64 MostMs = 60'000;
    static constexpr qint64 HealthyMs = 60'000; ///< a connection that lasted this long starts over

    explicit Backoff(Random &random) : m_random(random) {}

    /// Milliseconds to wait after a connection that was up for `upMs` (0: never).
    qint64 next(qint64 upMs = 0);
    /// Milliseconds within a range in seconds a Notice or Error gave.
    qint64 within(int minSeconds, int maxSeconds);
    void reset() { m_previous = -1; }

private:
    Random &m_random;
    qint64 m_previous = -1;
};

} // namespace guanxi::protocol
