// SPDX-License-Identifier: GPL-3.0-or-later
// One company in PostgreSQL, served from two hosts, of which one falls silent.
#include "farcompany.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

struct TwoHosts {
    PostgresDatabase database;
    FarHost firstHost, secondHost;
    PacketLine toFirst{firstHost, 1}, toSecond{secondHost, 2};
    ServerProcess first{ServerHost{toFirst.farAddress(), firstHost.entry()},
                        {QStringLiteral("--postgres"), database.place(), QStringLiteral("--address"), toFirst.farAddress()}};
    ServerProcess second{first, database.place(), {toSecond.farAddress(), secondHost.entry()}};
    TestDesk desk, witness;

    TwoHosts()
    {
        first.start();
        second.start();
        REQUIRE(desk.enrol(first.code(), QStringLiteral("admin"), Password).ok());
        REQUIRE(witness.enrol(second.code(), QStringLiteral("admin"), Password).ok());
        REQUIRE(waitFor([&] { return desk->profile().others.size() == 2; }));
    }
};

} // namespace

TEST_CASE("a desk whose server falls silent goes on at the other")
{
    TwoHosts company;
    company.toFirst.set({.silent = true});
    QElapsedTimer took;
    took.start();
    SECTION("within the time of a stall when work waits")
    {
        const RecordRef mine = FarCompany::save(company.desk, QStringLiteral("主机断线"));
        REQUIRE(waitFor([&] { return FarCompany::shows(company.witness, mine); }, 60'000));
        CHECK(took.elapsed() < 20'000);
    }
    SECTION("within the time of the heartbeat otherwise")
    {
        const RecordRef theirs = FarCompany::save(company.witness, QStringLiteral("另一台"));
        REQUIRE(waitFor([&] { return FarCompany::shows(company.desk, theirs); }, 90'000));
        CHECK(took.elapsed() < 50'000);
    }
}
