// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// All customers with all their fields into a file, beside the writer alone.
void runExportBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
