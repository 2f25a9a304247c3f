// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/world.h"

namespace guanxi::test {

/// The first promise the world broke, by name and detail; empty when it kept all. Called at rest.
QString violation(World &world);

} // namespace guanxi::test
