// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// What importance counts of a contact: his conversations up to this many, and the amounts of what was won with him.
inline constexpr int CountedInteractions = 10;

/// How important a contact is, 1 to 5; what was decided by hand wins, and nothing is said of whom nothing is known.
/// Points: decider 4, influencer 3, buyer 2, user or gatekeeper 1; from one, three, ten conversations on 1, 2, 3; a won
/// opportunity 1, from 100,000 on 2, from 1,000,000 on 3. Every two points are one step above 1.
model::Value importanceOf(const model::Record &contact, int interactions, qint64 wonAmount, bool hasWon);

} // namespace guanxi::rules
