// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/oracles.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace guanxi::test;

namespace {

constexpr int Steps = 60;
constexpr quint64 Seeds = 300;

} // namespace

TEST_CASE("every rule that is broken on purpose is missed by some oracle")
{
    const Mutant mutant = GENERATE(from_range(mutants()));
    DYNAMIC_SECTION(mutant.name)
    {
        QString broken;
        for (quint64 seed = 1; seed <= Seeds && broken.isEmpty(); ++seed) {
            World world(seed, &mutant);
            world.run(Steps);
            broken = violation(world);
        }
        CHECK_FALSE(broken.isEmpty());
    }
}

TEST_CASE("with all rules kept no oracle complains")
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        World world(seed);
        world.run(Steps);
        INFO(seed);
        CHECK(violation(world).toStdString().empty());
    }
}
