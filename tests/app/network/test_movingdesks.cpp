// SPDX-License-Identifier: GPL-3.0-or-later
// Computers that change their network, have none for a while, and sleep.
#include "farcompany.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("a desk that comes into another network is connected again within seconds")
{
    FarCompanies world;
    world.line.moveAway();
    const auto mine = world.save(&FarCompany::away, QStringLiteral("换了网络"));
    QElapsedTimer took;
    took.start();
    REQUIRE(waitFor([&] { return world.show(&FarCompany::office, mine); }, 60'000));
    CHECK(took.elapsed() < 7'000);
    REQUIRE(waitFor([&] { return world.areSettled(); }));
}

TEST_CASE("a desk that had no network for long is connected again as soon as there is one")
{
    FarCompanies world;
    world.line.takeDown();
    const auto mine = world.save(&FarCompany::away, QStringLiteral("没有网络"));
    REQUIRE(waitFor([&] { return world.areLost(); }, 30'000));
    // Long enough that the attempts have become rare.
    REQUIRE_FALSE(waitFor([&] { return world.areOnline(); }, 30'000));
    world.line.putUp();
    QElapsedTimer took;
    took.start();
    REQUIRE(waitFor([&] { return world.show(&FarCompany::office, mine); }, 60'000));
    CHECK(took.elapsed() < 4'000);
    REQUIRE(waitFor([&] { return world.areSettled(); }));
}

TEST_CASE("a computer that wakes up asks at once whether its connection still lives")
{
    FarCompanies world;
    const auto before = world.sessions();
    constexpr qint64 Night = 12 * 3'600'000;
    SECTION("it does")
    {
        world.each([](FarCompany &company) { company.clock.sleep(Night); });
        REQUIRE_FALSE(waitFor([&] { return !world.areOnline(); }, 5'000));
        CHECK(world.sessions() == before);
    }
    SECTION("it does not, and is known within seconds")
    {
        world.line.set({.silent = true});
        world.each([](FarCompany &company) { company.clock.sleep(Night); });
        QElapsedTimer took;
        took.start();
        REQUIRE(waitFor([&] { return world.areLost(); }, 60'000));
        CHECK(took.elapsed() < 6'000);
    }
}
