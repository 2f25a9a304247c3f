// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// Five hundred quotes into one PDF, in the background.
void runPrintBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
