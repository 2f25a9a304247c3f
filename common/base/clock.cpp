// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/clock.h"

#include <chrono>

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

} // namespace guanxi
