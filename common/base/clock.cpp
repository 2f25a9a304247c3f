// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/clock.h"

#include <chrono>
#include <ctime>

namespace guanxi {

using namespace std::chrono;

qint64 SystemClock::wallMs() const
{
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 SystemClock::monotonicMs() const
{
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

#ifdef Q_OS_LINUX
namespace {

nanoseconds timeOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

} // namespace

qint64 SystemClock::asleepMs() const
{
    return duration_cast<milliseconds>(timeOf(CLOCK_BOOTTIME) - timeOf(CLOCK_MONOTONIC)).count();
}
#else
qint64 SystemClock::asleepMs() const { return 0; }
#endif

} // namespace guanxi
