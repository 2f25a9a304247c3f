// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// A table of customers with fifteen columns: gone through line by line, imported as one action, and taken back.
void runImportBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
