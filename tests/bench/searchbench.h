// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// A cache of accounts searched at every key stroke of every kind of input, also while another thread writes pages of
/// sync into it; beside it a LIKE over the names and a plain FTS5 index.
void runSearchBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
