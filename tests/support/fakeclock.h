// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

namespace guanxi::test {

/// Time that stands still until it is moved, or goes on a little with every look.
class FakeClock final : public Clock
{
public:
    qint64 wallMs() const override { return m_wall; }
    qint64 monotonicMs() const override { return m_monotonic += m_step; }

    void advance(qint64 ms)
    {
        m_wall += ms;
        m_monotonic += ms;
    }
    /// How long passes from one look to the next.
    void setStep(qint64 ms) { m_step = ms; }
    /// The wall clock is set by somebody; the monotonic one goes on.
    void setWall(qint64 ms) { m_wall = ms; }

private:
    qint64 m_wall = 1'750'000'000'000;
    mutable qint64 m_monotonic = 1'000'000;
    qint64 m_step = 0;
};

} // namespace guanxi::test
