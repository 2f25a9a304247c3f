// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/histogram.h"

#include <chrono>
#include <utility>

namespace guanxi::server {

/// Time since it was made, for figures only: nothing is decided by it, so it is the machine's own clock also where the
/// engine's time stands still.
class Stopwatch
{
public:
    qint64 microseconds() const
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// One measure since the start and of late: the last whole period and what has passed of this one.
class Measure
{
public:
    void add(qint64 value)
    {
        m_all.add(value);
        m_current.add(value);
    }
    /// A period is over.
    void turn() { m_previous = std::exchange(m_current, {}); }
    const Histogram &all() const { return m_all; }
    Histogram recent() const
    {
        Histogram both = m_previous;
        both.add(m_current);
        return both;
    }

private:
    Histogram m_all, m_previous, m_current;
};

/// What the server has done since its start, for the console.
struct HubStats {
    static constexpr qint64 PeriodMs = 30'000; ///< of what Measure calls recent

    qint64 pushed = 0;
    qint64 parked = 0;
    qint64 commits = 0;
    qint64 pages = 0;
    qint64 pageRows = 0;
    qint64 pageBytes = 0; ///< as sent, packed
    qint64 liveMessages = 0;
    qint64 lagged = 0;
    qint64 refusedFrames = 0;
    qint64 signIns = 0;
    qint64 refusedSignIns = 0;
    qint64 piecesTaken = 0; ///< of contents, at most 64 KiB each
    qint64 piecesGiven = 0;
    qint64 contentTaken = 0; ///< bytes
    qint64 contentGiven = 0;

    // Microseconds, but for groupSets.
    Measure pushWait;   ///< from arriving to the group that takes it
    Measure groupSets;  ///< change sets of one commit
    Measure decide;     ///< a group's rules, merge and statements
    Measure commit;     ///< a group's way to the disk
    Measure pushAnswer; ///< from arriving to the answer
    Measure fanOut;     ///< telling all others of one group
    Measure signIn;     ///< from the password to Ready
    Measure page;

    void turn()
    {
        for (Measure *measure : {&pushWait, &groupSets, &decide, &commit, &pushAnswer, &fanOut, &signIn, &page})
            measure->turn();
    }
};

} // namespace guanxi::server
