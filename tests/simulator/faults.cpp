// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/faults.h"

namespace guanxi::test {

using protocol::Role;

namespace {

constexpr qint64 TenYearsMs = qint64(10) * 365 * 24 * 3600 * 1000;
constexpr qint64 CrawlBytesPerSecond = 50;
constexpr int DisasterPercent = 35;

void networkFault(Station &station, Dice &dice)
{
    Wire *const wire = station.wire();
    const Role side = dice.chance(50) ? Role::Client : Role::Server;
    switch (dice.upTo(7)) {
    case 0: return station.cut();
    case 1: return wire ? wire->silence(side) : void();
    case 2: return wire ? wire->breakAfter(side, dice.upTo(2000)) : void();
    case 3: return wire ? wire->vanish(Role::Server) : void();
    case 4: return station.unplug(dice.upTo(30'000));
    case 5: return station.setConditions({dice.upTo(1500), 0});
    case 6: return station.setConditions({0, CrawlBytesPerSecond + dice.upTo(4000)});
    default: return station.setConditions({});
    }
}

void clockFault(World &world, Station &station, Dice &dice)
{
    FakeClock &clock = dice.chance(40) ? world.serverClock() : station.clock();
    clock.setWall(qMax<qint64>(1, clock.wallMs() + dice.upTo(2 * TenYearsMs) - TenYearsMs));
}

void diskFault(World &world, Station &station, Dice &dice)
{
    FaultyDisk *const disk = dice.chance(40) ? world.serverDisk() : station.disk();
    if (!disk)
        return;
    if (dice.chance(60))
        return disk->goDownAfter(int(dice.upTo(60)));
    disk->fail(dice.chance(50) ? FaultyDisk::Fault::Full : FaultyDisk::Fault::Broken, 1 + int(dice.upTo(30)));
}

} // namespace

void playFault(World &world, Station &station, Dice &dice)
{
    if (world.plan().hasDisasters() && dice.chance(DisasterPercent))
        return world.disasters().play(station, dice);
    const qint64 kind = dice.upTo(99);
    if (world.serverDisk() && kind < 35) {
        world.tell("may get a bad disk", &station);
        diskFault(world, station, dice);
    } else if (kind < 60) {
        world.tell("has a bad network", &station);
        networkFault(station, dice);
    } else if (kind < 68) {
        world.tell("may have its clock set", &station);
        clockFault(world, station, dice);
    } else if (kind < 80) {
        world.tell("crashes", &station);
        station.crash(dice.chance(50));
    } else if (kind < 85) {
        world.tell("loses its cache", &station);
        station.loseCache();
        world.disasters().keepsakes().forget(station);
    } else if (kind < 92) {
        world.tell("sleeps", &station);
        station.sleep(dice.upTo(90'000));
    } else {
        world.restartServer(dice.chance(50));
    }
}

} // namespace guanxi::test
