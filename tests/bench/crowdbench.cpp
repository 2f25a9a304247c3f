// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowdbench.h"

#include "barelimits.h"
#include "tests/support/crowd.h"
#include "tests/support/testdesk.h"

namespace guanxi::bench {

using test::Crowd;
using test::LoadFigures;
using test::ServerProcess;

namespace {

constexpr int Patience = 600'000;
constexpr int Saves = 100;
constexpr int BetweenSavesMs = 30;
constexpr int QuietMs = 10'000; ///< after which a client is idle
constexpr double Milli = 1'000; ///< microseconds
constexpr double KiB = 1024, MiB = 1024 * 1024;
const QString Ms = QStringLiteral("ms");

void must(bool done, const char *what)
{
    if (!done)
        qFatal("crowd bench: %s", what);
}

double memory(ServerProcess &server) { return double(server.ask({QStringLiteral("stats")})[QLatin1String("memory_bytes")].toInteger()); }

double ms(const Histogram &histogram, double share) { return double(histogram.percentile(share)) / Milli; }

/// Enrols so many more at once.
void grow(BenchReport &report, ServerProcess &server, Crowd &crowd, int size)
{
    static_cast<void>(test::waitFor([] { return false; }, QuietMs));
    const double before = memory(server);
    const int more = size - int(crowd.size());
    crowd.add(more, QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword));
    crowd.figures() = {};
    QElapsedTimer timer;
    timer.start();
    crowd.startAll();
    must(crowd.waitLive(Patience), "enrol");
    report.add(QStringLiteral("%1 enrol at once: all have everything").arg(more), double(timer.elapsed()) / 1'000, QStringLiteral("s"));
    report.add(QStringLiteral("%1 enrol at once: connections lost meanwhile").arg(more), double(crowd.figures().lost), QStringLiteral("number"), 0);
    static_cast<void>(test::waitFor([] { return false; }, QuietMs));
    report.add(QStringLiteral("server memory per client, %1 to %2").arg(size - more).arg(size), (memory(server) - before) / more / KiB, QStringLiteral("KiB"), 64);
    report.add(QStringLiteral("server memory, %1 idle").arg(size), memory(server) / MiB, QStringLiteral("MiB"), 150);
}

/// One saves, all others hear of it.
void told(BenchReport &report, Crowd &crowd, double roundTrip, double sync)
{
    crowd.figures() = {};
    for (int i = 0; i < Saves; ++i) {
        crowd.at(0).save({model::insertionOf(crowd.newAccount(0))});
        must(test::waitFor([&] { return crowd.at(0).unanswered() == 0; }), "answer");
        static_cast<void>(test::waitFor([] { return false; }, BetweenSavesMs));
    }
    must(crowd.waitSettled(Patience), "told");
    const LoadFigures &figures = crowd.figures();
    const int size = int(crowd.size());
    const double least = roundTrip + sync;
    report.add(QStringLiteral("%1 clients: save to durable answer, median").arg(size), ms(figures.acknowledged, 0.5), Ms, {}, least / ms(figures.acknowledged, 0.5));
    report.add(QStringLiteral("%1 clients: save to durable answer, p99").arg(size), ms(figures.acknowledged, 0.99), Ms, 25);
    if (size == 1)
        return;
    report.add(QStringLiteral("%1 clients: commit to held by another, median").arg(size), ms(figures.told, 0.5), Ms);
    report.add(QStringLiteral("%1 clients: commit to held by another, p99").arg(size), ms(figures.told, 0.99), Ms, 50);
}

void storm(BenchReport &report, Crowd &crowd)
{
    crowd.cutAll();
    crowd.figures() = {};
    QElapsedTimer timer;
    timer.start();
    crowd.startAll();
    must(crowd.waitLive(Patience), "storm");
    const int size = int(crowd.size());
    report.add(QStringLiteral("%1 come back at once: all current").arg(size), double(timer.elapsed()) / 1'000, QStringLiteral("s"), 5);
    report.add(QStringLiteral("%1 come back at once: connections lost meanwhile").arg(size), double(crowd.figures().lost), QStringLiteral("number"), 0);
}

void day(BenchReport &report, ServerProcess &server, Crowd &crowd, int seconds)
{
    crowd.figures() = {};
    must(crowd.makeEdited(10), "records to edit");
    crowd.figures() = {};
    std::vector<double> memories;
    crowd.play({8, 8, 2, 0.5}, seconds * 1'000, [&] { memories.push_back(memory(server)); });
    must(crowd.waitSettled(Patience), "settle");
    const LoadFigures &figures = crowd.figures();
    const QString what = QStringLiteral("mixed work of %1, %2 s: ").arg(crowd.size()).arg(seconds);
    report.add(what + QStringLiteral("saves"), double(figures.saved), QStringLiteral("number"));
    report.add(what + QStringLiteral("save to durable answer, p99"), ms(figures.acknowledged, 0.99), Ms, 25);
    report.add(what + QStringLiteral("commit to held by another, median"), ms(figures.told, 0.5), Ms);
    report.add(what + QStringLiteral("commit to held by another, p99"), ms(figures.told, 0.99), Ms, 50);
    report.add(what + QStringLiteral("rows told, per second"), double(figures.rows) / seconds, QStringLiteral("rows/s"));
    report.add(what + QStringLiteral("faults"), double(figures.faults.size()), QStringLiteral("number"), 0);
    report.add(what + QStringLiteral("server memory at the end of it, of that after a quarter"),
               memories.empty() ? 0 : memories.back() / memories.at(memories.size() / 4), QStringLiteral("ratio"), 1.1);
    for (const QString &fault : figures.faults)
        qWarning("%s", qPrintable(fault));
}

} // namespace

void runCrowdBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("crowd"));
    ServerProcess server(options.postgres.isEmpty() ? QStringList() : QStringList{QStringLiteral("--postgres"), options.postgres});
    server.start();
    Crowd crowd(server);
    crowd.add(1, QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword));
    crowd.startAll();
    must(crowd.waitLive(Patience), "enrol");
    const double sync = bareSync();
    const double roundTrip = bareRoundTrip();
    report.add(QStringLiteral("bare: write and fdatasync of 4 KiB, median"), sync, Ms);
    report.add(QStringLiteral("bare: TLS round trip of 300 bytes, median"), roundTrip, Ms);
    told(report, crowd, roundTrip, sync);
    for (const int size : {50, 200, 500}) {
        if (size > options.clients)
            break;
        grow(report, server, crowd, size);
        told(report, crowd, roundTrip, sync);
    }
    storm(report, crowd);
    day(report, server, crowd, options.seconds);
}

} // namespace guanxi::bench
