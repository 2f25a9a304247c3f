// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <QByteArray>

namespace guanxi::app {

/// How long a copy may still be opened without contact, by a clock that cannot be turned back: the server's time at the
/// last contact, carried forward by the machine's clocks. It follows the wall clock forward, never back; while the
/// program runs it goes on at least as fast as the monotonic clock. Only the server sets it back.
class Lease
{
public:
    explicit Lease(const Clock &clock) : m_clock(clock) {}

    /// As stored() gave it; nothing stored: no lease yet, which is never over.
    void restore(const QByteArray &stored);
    QByteArray stored();

    /// The server said at sign-in what time it is and how long the copy may do without it.
    void renew(qint64 serverTime, qint64 seconds);
    /// The server is still there. Counts by the monotonic clock alone: a wall clock put forward while connected, and back
    /// afterwards, would else give time away.
    void heard();
    /// The server's time, UTC ms, as far as it is known here.
    qint64 now();
    bool isOver() { return m_seconds > 0 && now() - m_contact > m_seconds * 1000; }
    qint64 seconds() const { return m_seconds; }

private:
    void setNow(qint64 serverTime);

    const Clock &m_clock;
    qint64 m_seconds = 0; ///< 0: none
    qint64 m_contact = 0; ///< server's time at the last contact
    qint64 m_offset = 0;  ///< server's time minus the wall clock, then
    qint64 m_latest = 0;  ///< server's time when it was last looked at …
    qint64 m_at = 0;      ///< … and the monotonic clock then
};

} // namespace guanxi::app
