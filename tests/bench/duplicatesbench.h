// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// Among this many customers, some of which were entered twice in other ways: the scan for pairs in the background, how many of
/// those it finds, and what is like a customer that somebody types.
void runDuplicatesBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
