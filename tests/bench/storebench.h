// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// Bulk insert of accounts through common/storage against the bare SQLite interface, with the same table, key and
/// pragmas, and reading windows of a list.
void runStoreBench(BenchReport &report, const BenchOptions &options);

/// A cache of accounts: indexes and search built after loading, lists in any order, search per key stroke.
void runListBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
