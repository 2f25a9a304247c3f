// SPDX-License-Identifier: GPL-3.0-or-later
// Real programs over lines that delay, lose, crawl, break, and fall silent.
#include "tests/support/badline.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include "common/model/catalogue/customers.h"

#include <catch2/catch_test_macros.hpp>

#include <QElapsedTimer>
#include <QJsonArray>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// A desk at the end of a bad line, and one beside the server.
struct Outpost {
    ServerProcess server;
    std::unique_ptr<BadLine> line;
    TestDesk away;
    TestDesk office;

    explicit Outpost(const BadLine::Quality &quality = {})
    {
        server.start();
        line = std::make_unique<BadLine>(server.port());
        line->set(quality);
        REQUIRE(office.enrol(server.code(), QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword)).ok());
        REQUIRE(away.enrol(line->through(server.code()), QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword)).ok());
        REQUIRE(line->carried() > 0);
    }
    Record save(TestDesk &at, const QString &name)
    {
        const Record account = newAccount(*at, name);
        REQUIRE(at->records().save(account).ok());
        return account;
    }
    bool shows(TestDesk &desk, const Record &record) { return desk->records().load(record.ref()).ok(); }
    bool same()
    {
        const auto a = office.rows(), b = away.rows();
        return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const Record &row) {
                   return b.contains(row.ref()) && row.sameContent(b[row.ref()]) && row.rev() == b[row.ref()].rev();
               });
    }
    qsizetype sessions() { return server.ask({QStringLiteral("sessions")})[QLatin1String("sessions")].toArray().size(); }
};

} // namespace

TEST_CASE("Wherever the line breaks while a computer enrols, the same code makes one device of it")
{
    ServerProcess server;
    server.start();
    BadLine line(server.port());
    int broken = 0;
    QObject::connect(&line, &BadLine::broke, &line, [&] {
        ++broken;
        line.set({});
    });
    const auto devices = [&] { return server.ask({QStringLiteral("devices"), QStringLiteral("list")})[QLatin1String("devices")].toArray().size(); };
    for (int bytes = 500; bytes <= 6'000; bytes += 500) {
        CAPTURE(bytes);
        const qsizetype before = devices();
        line.set({.breaksAfter = bytes});
        TestDesk desk;
        REQUIRE(desk.enrol(line.through(server.code()), QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword)).ok());
        CHECK(devices() == before + 1);
    }
    CHECK(broken == 12);
}

TEST_CASE("a line that falls silent is given up by both ends, and what was saved meanwhile goes as soon as it speaks again")
{
    Outpost world;
    REQUIRE(world.sessions() == 2);
    QElapsedTimer silence;
    silence.start();
    world.line->set({.silent = true});
    const int connections = world.line->connections();
    SECTION("with work that waits, within the time of a stall")
    {
        const Record mine = world.save(world.away, QStringLiteral("离线时保存"));
        REQUIRE(waitFor([&] { return world.line->connections() > connections; }, 30'000));
        CHECK(silence.elapsed() < 20'000);
        world.line->set({});
        REQUIRE(waitFor([&] { return world.shows(world.office, mine); }, 30'000));
    }
    SECTION("with nothing to say, within the time of the heartbeat")
    {
        REQUIRE(waitFor([&] { return world.sessions() == 1; }, 60'000));
        CHECK(silence.elapsed() < 50'000);
        REQUIRE(waitFor([&] { return world.line->connections() > connections; }, 60'000));
        CHECK(silence.elapsed() < 50'000);
        world.line->set({});
        const Record theirs = world.save(world.office, QStringLiteral("办公室保存"));
        REQUIRE(waitFor([&] { return world.shows(world.away, theirs); }, 30'000));
    }
    REQUIRE(waitFor([&] { return world.same(); }));
}

TEST_CASE("on a line with delay and loss both desks come to the same, and nobody is thrown out")
{
    Outpost world({.delayMs = 150, .lossPercent = 5});
    const int connections = world.line->connections();
    for (int i = 0; i < 50; ++i) {
        world.save(world.away, QStringLiteral("远方 %1").arg(i));
        world.save(world.office, QStringLiteral("近处 %1").arg(i));
    }
    QElapsedTimer took;
    took.start();
    REQUIRE(waitFor([&] { return world.away->isQuiet() && world.office->isQuiet() && world.same(); }, 60'000));
    CHECK(took.elapsed() < 15'000);
    CHECK(world.line->connections() == connections);
}

TEST_CASE("over a line that crawls a large record goes up and down without being begun anew")
{
    Outpost world;
    world.line->set({.delayMs = 100, .bytesPerSecond = 6'000});
    const int connections = world.line->connections();
    // More than the line carries in the time of a stall.
    SeededRandom random(3);
    const auto wild = [&] {
        QString text;
        for (int i = 0; i < 60'000; ++i)
            text.append(QChar(char16_t(0x4e00 + random.below(20'000))));
        return text;
    };
    Record mine = newAccount(*world.away, QStringLiteral("上行"));
    mine.set(Account::remark, wild());
    REQUIRE(world.away->records().save(mine).ok());
    Record theirs = newAccount(*world.office, QStringLiteral("下行"));
    theirs.set(Account::remark, wild());
    REQUIRE(world.office->records().save(theirs).ok());
    REQUIRE(waitFor([&] { return world.shows(world.office, mine) && world.shows(world.away, theirs); }, 90'000));
    CHECK(world.line->connections() == connections);
}

TEST_CASE("over a line that breaks again and again everything arrives once")
{
    Outpost world;
    world.line->set({.delayMs = 5, .breaksAfter = 12'000});
    int saved = 0;
    REQUIRE(waitFor(
        [&] {
            world.save(world.away, QStringLiteral("远方 %1").arg(++saved));
            world.save(world.office, QStringLiteral("近处 %1").arg(saved));
            return world.line->connections() >= 4;
        },
        60'000));
    world.line->set({});
    REQUIRE(waitFor([&] { return world.same(); }, 60'000));
    storage::Query query;
    query.entity = Account::entity;
    CHECK(world.office->records().count(query).value() == 2 * saved);
}
