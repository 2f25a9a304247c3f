// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/oracles.h"

namespace guanxi::test {

/// What an oracle is called: the words before the colon of its complaint.
QString oracleOf(const QString &violation);

/// A smaller plan that breaks the same promise: fewer steps, fewer desks. As small as leaving out one more would mend it.
Plan shrunk(const Plan &plan, const QString &violation, const Mutant *mutant = nullptr);

} // namespace guanxi::test
