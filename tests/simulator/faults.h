// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/world.h"

namespace guanxi::test {

/// Something goes wrong: with the network, a program, a machine, a disk, a clock.
void playFault(World &world, Station &station, Dice &dice);

} // namespace guanxi::test
