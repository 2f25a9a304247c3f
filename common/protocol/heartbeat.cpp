// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/heartbeat.h"

namespace guanxi::protocol {

void Heartbeat::heard(qint64 nowMs)
{
    m_heard = nowMs;
    m_probeEnd = 0;
}

void Heartbeat::probe(qint64 nowMs)
{
    if (m_probeEnd)
        return; // one is enough to know
    m_pingNow = true;
    m_ticked = nowMs;
}

qint64 Heartbeat::pingAt() const { return qMin(qMax(m_heard, m_pinged), m_sent) + PingAfterMs; }

qint64 Heartbeat::deadAt() const
{
    return m_probeEnd ? m_probeEnd : m_heard + DeadAfterMs;
}

qint64 Heartbeat::nextMs() const { return m_pingNow ? m_ticked : qMin(pingAt(), deadAt()); }

Heartbeat::Action Heartbeat::tick(qint64 nowMs)
{
    if (nowMs - nextMs() > LateMs && !m_probeEnd)
        m_pingNow = true;
    m_ticked = nowMs;
    if (m_pingNow) {
        m_pingNow = false;
        m_probeEnd = nowMs + ProbeMs;
        m_pinged = nowMs;
        m_sent = nowMs;
        return Action::Ping;
    }
    if (nowMs >= deadAt())
        return Action::Dead;
    if (nowMs < pingAt())
        return Action::None;
    m_pinged = nowMs;
    m_sent = nowMs;
    return Action::Ping;
}

qint64 Backoff::next(qint64 upMs)
{
    if (upMs >= HealthyMs)
        reset();
    if (m_previous < 0)
        m_previous = qint64(m_random.below(FirstMs + 1));
    else
        m_previous = qMin(MostMs, LeastMs + qint64(m_random.below(quint64(qMax<qint64>(1, 3 * m_previous - LeastMs)))));
    return m_previous;
}

qint64 Backoff::within(int minSeconds, int maxSeconds)
{
    const qint64 least = qMax(0, minSeconds) * qint64(1000);
    const qint64 most = qMax(least, maxSeconds * qint64(1000));
    return least + qint64(m_random.below(quint64(most - least + 1)));
}

} // namespace guanxi::protocol
