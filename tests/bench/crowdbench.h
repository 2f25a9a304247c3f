// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// Many light desktops at one real server over TLS: all enrol at once, come back at once, are told of a save, work for a
/// while; what the server's memory does meanwhile.
void runCrowdBench(BenchReport &report, const BenchOptions &options);

} // namespace guanxi::bench
