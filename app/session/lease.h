// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <QByteArray>

namespace guanxi::app {

/// How long a copy may still be opened without contact, by a clock that cannot be turned back: the server's time at the
/// last contact, carried forward by the machine's clocks: by the wall clock wherever that goes on, by the monotonic one at
/// least while the program runs. Turned back, the wall clock counts on from where it stands; found more than a day behind
/// at a start, nobody knows how much time went by unseen, and the lease is over. Only the server sets it right.
class Lease
{
public:
    explicit Lease(const Clock &clock) : m_clock(clock) {}

    /// As stored() gave it; nothing stored: no lease yet, which is never over.
    void restore(const QByteArray &stored);
    QByteArray stored();

    /// The server said at sign-in what time it is and how long the copy may do without it.
    void renew(qint64 serverTime, qint64 seconds);
    /// The server is still there. Counts by the monotonic clock alone, for what somebody does to the other one is no contact.
    void heard();
    /// The server's time, UTC ms, as far as it is known here.
    qint64 now();
    bool isOver() { return m_seconds > 0 && (m_doubtful || now() - m_contact > m_seconds * 1000); }
    qint64 seconds() const { return m_seconds; }

private:
    void setNow(qint64 serverTime);

    const Clock &m_clock;
    qint64 m_seconds = 0; ///< 0: none
    qint64 m_contact = 0; ///< server's time at the last contact
    qint64 m_latest = 0;  ///< server's time when it was last looked at …
    qint64 m_wall = 0;    ///< … the wall clock then …
    qint64 m_at = 0;      ///< … and the monotonic one
    bool m_doubtful = false; ///< the clock was turned back while nobody looked
};

} // namespace guanxi::app
