// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/sync/feedmodel.h"
#include "tests/common/sync/pushmodel.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>

using namespace guanxi::test;

namespace
{

/// Schedules per model; more by the environment for long runs.
quint64 seeds()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("GUANXI_MODEL_SEEDS", &given);
    return given ? quint64(wanted) : 3000;
}

/// The first violation and its seed, or nothing.
std::string firstViolation(const std::function<std::string(quint64)> &run)
{
    for (quint64 seed = 0; seed < seeds(); ++seed)
        if (const std::string violation = run(seed); !violation.empty())
            return violation + " at seed " + std::to_string(seed);
    return {};
}

std::string pushViolation(push::Mutant mutant)
{
    return firstViolation([&](quint64 seed) {
        const std::string together = push::run(seed, 3, mutant);
        return together.empty() ? push::run(seed, 1, mutant) : together;
    });
}

} // namespace

TEST_CASE("Push loses nothing, applies nothing twice and overwrites nothing unseen", "[model]")
{
    CHECK(pushViolation(push::Mutant::None) == "");
}

TEST_CASE("Every broken rule of push is caught by the model", "[model]")
{
    using enum push::Mutant;
    const push::Mutant mutant = GENERATE(NoDedupe, NoChain, ValueOnly, FreshBase, LastWins);
    INFO("mutant " << int(mutant));
    CHECK(pushViolation(mutant) != "");
}

TEST_CASE("The feed with a position per scope converges and leaks nothing", "[model]")
{
    CHECK(firstViolation([](quint64 seed) { return feed::runReference(seed, feed::Mutant::None); }) == "");
}

TEST_CASE("Every broken rule of the feed is caught by the reference model", "[model]")
{
    using enum feed::Mutant;
    const feed::Mutant mutant = GENERATE(NoExit, NoVisibility, NoDrop, BadSkip, Regrant);
    INFO("mutant " << int(mutant));
    CHECK(firstViolation([&](quint64 seed) { return feed::runReference(seed, mutant); }) != "");
}

TEST_CASE("The feed with one shared cursor, late grants and live messages converges and leaks nothing", "[model]")
{
    CHECK(firstViolation([](quint64 seed) { return feed::runShared(seed, feed::Mutant::None); }) == "");
}

TEST_CASE("Every broken rule of the shared cursor is caught by the model", "[model]")
{
    using enum feed::Mutant;
    const feed::Mutant mutant =
        GENERATE(NoExit, NoVisibility, NoDrop, BadSkip, Regrant, JoinEarly, StaleGrants, StaleAnswer, Overtaken);
    INFO("mutant " << int(mutant));
    const std::string violation = firstViolation([&](quint64 seed) { return feed::runShared(seed, mutant); });
    CAPTURE(violation);
    CHECK(violation != "");
}
