// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace guanxi::app {

/// How many pieces of a content may be under way at once: as many as do not queue up anywhere, so that what is said meanwhile
/// does not wait behind them. Answers that take longer than the quickest ones tell of a queue.
class Pace
{
public:
    static constexpr int Most = 16;
    static constexpr qint64 QueueMs = 150; ///< that a saved record may have to wait for us

    int window() const { return m_window; }
    void answered(qint64 tookMs)
    {
        // The quickest of late: another line, or a server under load, is another measure.
        m_quickest = std::min(tookMs, m_quickest + m_quickest / 32 + 1);
        if (m_deaf > 0) {
            --m_deaf; // was under way before the window became smaller
        } else if (tookMs > m_quickest + QueueMs) {
            m_deaf = m_window;
            m_window = std::max(1, m_window / 2);
        } else {
            m_window = std::min(Most, m_window + 1);
        }
    }

private:
    int m_window = 2;
    int m_deaf = 0;
    qint64 m_quickest = 10'000;
};

} // namespace guanxi::app
