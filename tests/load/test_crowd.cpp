// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/crowd.h"
#include "tests/support/postgresdatabase.h"
#include "tests/support/waitfor.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <numeric>

using namespace guanxi;
using namespace guanxi::test;

namespace {

/// A working day in short, or with GUANXI_FULL as the design asks for it: 500 desktops, ten minutes.
struct Scale {
    int clients = 60;
    int playMs = 8'000;
    Crowd::Mix mix{8, 8, 1, 0.5};
};

Scale scale() { return qEnvironmentVariableIsSet("GUANXI_FULL") ? Scale{500, 600'000, {8, 8, 2, 0.5}} : Scale(); }

/// Long enough for the slowest machine: these are no figures but ends of waiting.
constexpr int PatienceMs = 180'000;
const QString Password = QLatin1String(ServerProcess::AdminPassword);

qint64 number(const QJsonObject &stats, const char *group, const char *key)
{
    return stats[QLatin1StringView(group)].toObject()[QLatin1StringView(key)].toInteger();
}

/// Mean of the part of the samples between two shares.
double meanOf(const std::vector<double> &samples, double from, double to)
{
    const auto begin = samples.begin() + qsizetype(from * double(samples.size()));
    const auto end = samples.begin() + qsizetype(to * double(samples.size()));
    return std::accumulate(begin, end, 0.0) / double(std::max<qsizetype>(1, end - begin));
}

} // namespace

TEST_CASE("A crowd enrols at once, comes back at once, works for a while, and in the end all hold what the server holds")
{
    const bool postgres = GENERATE(false, true);
    const std::unique_ptr<PostgresDatabase> database = postgres ? std::make_unique<PostgresDatabase>() : nullptr;
    ServerProcess server(database ? QStringList{QStringLiteral("--postgres"), database->place()} : QStringList());
    server.start();
    server.addUser(QStringLiteral("lina"), QStringLiteral("account_manager"));
    server.addUser(QStringLiteral("wang"), QStringLiteral("account_manager"));
    const Scale size = scale();
    Crowd crowd(server);
    crowd.add(size.clients / 2, QStringLiteral("admin"), Password);
    crowd.add(size.clients / 4, QStringLiteral("lina"), Password);
    crowd.add(size.clients - int(crowd.size()), QStringLiteral("wang"), Password);

    crowd.startAll();
    REQUIRE(crowd.waitLive(PatienceMs));
    CHECK(crowd.figures().faults == QStringList());
    CHECK(crowd.figures().lost == 0); // nobody was turned away

    crowd.cutAll();
    crowd.startAll();
    REQUIRE(crowd.waitLive(PatienceMs));
    CHECK(crowd.figures().lost == 0);

    REQUIRE(crowd.makeEdited(10));
    // Pages of the database fill a cache of a fixed size in the course of the day.
    std::vector<double> memory;
    crowd.play(size.mix, size.playMs, [&] {
        const QJsonObject figures = server.ask({QStringLiteral("stats")});
        memory.push_back(double(figures[QLatin1String("memory_bytes")].toInteger() - figures[QLatin1String("page_cache_bytes")].toInteger()));
    });
    REQUIRE(crowd.waitSettled(PatienceMs));
    CHECK(crowd.figures().faults == QStringList());
    CHECK(crowd.figures().lost == 0);
    CHECK(crowd.figures().saved > 0);

    const QJsonObject stats = server.ask({QStringLiteral("stats")});
    CHECK(number(stats, "push", "queued") == 0);
    CHECK(number(stats, "sessions", "live") == qint64(crowd.size()));
    CHECK(number(stats, "sessions", "queued_bytes") == 0);
    CHECK(number(stats, "sessions", "turned_away") == 0);
    // What was allocated once is used again: in the second half no more than in the first, but for what the day brought.
    CHECK(meanOf(memory, 0.75, 1) <= meanOf(memory, 0.25, 0.5) * 1.1 + 4.0 * 1024 * 1024);

    // What a newcomer reads from the beginning is what those hold who were told of it bit by bit.
    crowd.add(1, QStringLiteral("admin"), Password);
    crowd.add(1, QStringLiteral("lina"), Password);
    crowd.startAll();
    REQUIRE(crowd.waitLive(PatienceMs));
    CHECK(crowd.differences() == QStringList());
}
