// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchreport.h"

namespace guanxi::bench {

/// The board of 5,000 open opportunities: opened with all its columns and sums, and painted anew while a card is carried over it.
void measureBoard(BenchReport &report);

} // namespace guanxi::bench
