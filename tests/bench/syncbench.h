// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// A real server process and real desktops over TLS on the loopback: push from one desktop, the first snapshot of
/// another, and the time from saving here to reading there.
void runSyncBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
