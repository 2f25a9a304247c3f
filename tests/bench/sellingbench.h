// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// Over this many opportunities (half as many as rows asked for, at most) in the local copy: the funnel; and an order of 500 lines,
/// opened and typed into.
void runSellingBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
