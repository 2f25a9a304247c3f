// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that fall silent without a word to either end: who gives up when, and how soon everything goes on.
#include "farcompany.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::test;

namespace {

constexpr PacketLine::Quality Silent{.silent = true};

/// Milliseconds until it holds; fails the test after `most`.
qint64 timeUntil(const std::function<bool()> &condition, int most)
{
    QElapsedTimer timer;
    timer.start();
    REQUIRE(waitFor(condition, most));
    return timer.elapsed();
}

/// Neither desks nor servers believe in the connections over the line any more; those of the offices live.
void expectGivenUp(FarCompanies &world)
{
    const QList<QList<int>> offices{{1}, {1}};
    waitFor([&] { return world.sessions() == offices && world.areLost(); }, 80'000);
    REQUIRE(world.sessions() == offices);
    REQUIRE(world.areLost());
}

} // namespace

TEST_CASE("a silence shorter than a stall throws nobody out, and what was saved in it is there right after")
{
    FarCompanies world;
    const auto before = world.sessions();
    world.line.set(Silent);
    const auto mine = world.save(&FarCompany::away, QStringLiteral("断线时保存"));
    const auto theirs = world.save(&FarCompany::office, QStringLiteral("办公室保存"));
    REQUIRE_FALSE(waitFor([&] { return !world.areOnline(); }, 5'000));
    world.line.set({});
    // TCP asks again after twice the time it waited before.
    CHECK(timeUntil([&] { return world.show(&FarCompany::office, mine) && world.show(&FarCompany::away, theirs); }, 30'000) < 8'000);
    CHECK(world.sessions() == before);
}

TEST_CASE("with work that waits, a silent line is given up within the time of a stall, and the work goes once the line speaks")
{
    FarCompanies world;
    world.line.set(Silent);
    const auto mine = world.save(&FarCompany::away, QStringLiteral("离线时保存"));
    CHECK(timeUntil([&] { return world.areLost(); }, 30'000) < 18'000);
    world.line.set({});
    CHECK(timeUntil([&] { return world.show(&FarCompany::office, mine); }, 60'000) < 12'000);
    REQUIRE(waitFor([&] { return world.areSettled(); }));
}

TEST_CASE("with nothing to say, both ends find out about a silent line within the time of the heartbeat")
{
    FarCompanies world;
    world.line.set(Silent);
    QElapsedTimer silence;
    silence.start();
    expectGivenUp(world);
    CHECK(silence.elapsed() < 48'000);
    const auto theirs = world.save(&FarCompany::office, QStringLiteral("办公室保存"));
    world.line.set({});
    CHECK(timeUntil([&] { return world.show(&FarCompany::away, theirs); }, 60'000) < 12'000);
    REQUIRE(waitFor([&] { return world.areSettled(); }));
}

TEST_CASE("a line that carries one way only is given up by both ends")
{
    FarCompanies world;
    QElapsedTimer silence;
    silence.start();
    SECTION("the desk is not heard any more, and goes on hearing") { world.line.set(Silent, {}); }
    SECTION("the desk is heard, and hears nothing any more") { world.line.set({}, Silent); }
    const auto theirs = world.save(&FarCompany::office, QStringLiteral("单向断线"));
    expectGivenUp(world);
    // A server that hears somebody who hears nothing has heard him last when he asked whether it is there.
    CHECK(silence.elapsed() < 68'000);
    world.line.set({});
    CHECK(timeUntil([&] { return world.show(&FarCompany::away, theirs); }, 60'000) < 15'000);
    REQUIRE(waitFor([&] { return world.areSettled(); }));
}

TEST_CASE("a server that lost its power while nobody could be told is found again when it is back")
{
    FarCompanies world;
    world.line.set(Silent);
    world.each([](FarCompany &company) { company.server.kill(); });
    const auto mine = world.save(&FarCompany::away, QStringLiteral("停电时保存"));
    world.each([](FarCompany &company) { company.server.start(); });
    world.line.set({});
    CHECK(timeUntil([&] { return world.show(&FarCompany::office, mine); }, 60'000) < 12'000);
    REQUIRE(waitFor([&] { return world.areSettled(); }));
}
