// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <atomic>

namespace guanxi::test {

/// The machine's clock, on a computer that a test puts to sleep: nothing there moves meanwhile, nor does this take any time.
class SleepClock final : public Clock
{
public:
    qint64 wallMs() const override { return m_system.wallMs() + m_slept; }
    qint64 monotonicMs() const override { return m_system.monotonicMs(); }
    qint64 asleepMs() const override { return m_slept; }
    void sleep(qint64 milliseconds) { m_slept += milliseconds; }

private:
    SystemClock m_system;
    std::atomic<qint64> m_slept = 0;
};

} // namespace guanxi::test
