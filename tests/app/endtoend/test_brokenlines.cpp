// SPDX-License-Identifier: GPL-3.0-or-later
// Real programs over lines that break, and a server that says that it stops.
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

const QString Password = QLatin1String(ServerProcess::AdminPassword);

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
        REQUIRE(desk.enrol(line.through(server.code()), QStringLiteral("admin"), Password).ok());
        CHECK(devices() == before + 1);
    }
    CHECK(broken == 12);
}

TEST_CASE("over a line that breaks again and again everything arrives once")
{
    ServerProcess server;
    server.start();
    BadLine line(server.port());
    TestDesk away, office;
    REQUIRE(office.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(away.enrol(line.through(server.code()), QStringLiteral("admin"), Password).ok());
    line.set({.breaksAfter = 12'000});
    int saved = 0;
    REQUIRE(waitFor(
        [&] {
            ++saved;
            REQUIRE(away->records().save(newAccount(*away, QStringLiteral("远方 %1").arg(saved))).ok());
            REQUIRE(office->records().save(newAccount(*office, QStringLiteral("近处 %1").arg(saved))).ok());
            return line.connections() >= 4;
        },
        60'000));
    line.set({});
    REQUIRE(waitFor([&] { return holdTheSame(away, office); }, 60'000));
    storage::Query query;
    query.entity = Account::entity;
    CHECK(office->records().count(query).value() == 2 * saved);
}

TEST_CASE("A desk whose server is stopped comes back when the server asked it to, not sooner")
{
    ServerProcess server;
    server.start();
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    QElapsedTimer away;
    qint64 waited = 0;
    QObject::connect(&desk->link(), &app::ServerLink::lost, &desk->link(), [&] { away.start(); });
    QObject::connect(&desk->link(), &app::ServerLink::connecting, &desk->link(), [&] { waited = waited ? waited : away.elapsed(); });
    server.stop();
    server.start();
    REQUIRE(waitFor([&] { return waited > 0; }));
    // One desk is asked to come within the first second or two; after a loss it would try within the first one.
    CHECK(waited > 900);
    CHECK(waited < 2'500);
    CHECK(desk.waitQuiet());
}
