// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/world.h"

namespace guanxi::test {

/// The first promise the world broke while it ran or at rest, by name and detail; empty when it kept all.
QString violation(World &world);

/// Plays a plan and answers violation().
QString played(const Plan &plan, const Mutant *mutant = nullptr);

} // namespace guanxi::test
