// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// One action on 100,000 customers of a desktop, and taking it back: how long, and how long the GUI is held up meanwhile.
void runBulkBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
