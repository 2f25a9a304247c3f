// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace guanxi {

/// Where time comes from; passed in, so that tests and the simulator can turn it.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC. May jump; nothing orders or expires by it alone.
    virtual qint64 wallMs() const = 0;
    /// Milliseconds since an arbitrary start, never going back.
    virtual qint64 monotonicMs() const = 0;
    /// Milliseconds the machine has slept that monotonicMs() left out; 0 where it leaves out none.
    virtual qint64 asleepMs() const { return 0; }
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    qint64 wallMs() const override;
    qint64 monotonicMs() const override;
    qint64 asleepMs() const override;
};

} // namespace guanxi
