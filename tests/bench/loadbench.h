// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// What a desktop does with the pages of a first load, of a catch-up and of a scope that is taken away, without a network;
/// beside it the same rows through the bare C API.
void runLoadBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
