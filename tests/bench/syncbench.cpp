// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncbench.h"

#include "common/model/catalogue/customers.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <QElapsedTimer>

namespace guanxi::bench {

using namespace model;
using test::ServerProcess;
using test::TestDesk;

namespace {

constexpr qint64 BatchRows = 500;
constexpr int SingleSaves = 200;
constexpr int Patience = 600'000;

const QString Password = QLatin1String(ServerProcess::AdminPassword);

void must(bool done, const char *what)
{
    if (!done)
        qFatal("sync bench: %s", what);
}

double seconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e9; }

/// Saves `rows` customers in batches and waits until the server has answered the last.
void benchPush(BenchReport &report, TestDesk &desk, qint64 rows)
{
    QElapsedTimer timer;
    timer.start();
    for (qint64 done = 0; done < rows; done += BatchRows) {
        QList<Record> batch;
        for (qint64 i = done; i < std::min(rows, done + BatchRows); ++i)
            batch.append(test::newAccount(*desk, QStringLiteral("杭州远东机械设备有限公司%1").arg(i)));
        must(desk->records().saveAll(batch, QStringLiteral("import")).ok(), "save");
    }
    report.add(QStringLiteral("save in batches of 500, rows"), double(rows) / seconds(timer), QStringLiteral("rows/s"));
    must(desk.waitQuiet(Patience), "push");
    report.add(QStringLiteral("save, push, rules, durable answer, rows"), double(rows) / seconds(timer), QStringLiteral("rows/s"));
}

void benchSnapshot(BenchReport &report, ServerProcess &server, qint64 rows)
{
    TestDesk desk;
    const QString code = server.code();
    QElapsedTimer timer;
    timer.start();
    must(desk.enrol(code, QStringLiteral("admin"), Password).ok() && desk.waitQuiet(Patience), "snapshot");
    report.add(QStringLiteral("first snapshot to a complete cache, rows"), double(rows) / seconds(timer), QStringLiteral("rows/s"), 200'000);
}

/// One save after the other: durable answer from the server, and readable at the other desk.
void benchLive(BenchReport &report, TestDesk &here, TestDesk &there)
{
    std::vector<double> save;
    std::vector<double> acknowledged;
    std::vector<double> seen;
    for (int i = 0; i < SingleSaves; ++i) {
        const Record account = test::newAccount(*here, QStringLiteral("单笔%1").arg(i));
        QElapsedTimer timer;
        timer.start();
        must(here->records().save(account).ok(), "save");
        save.push_back(seconds(timer) * 1000);
        must(test::waitFor([&] { return here->outbox().unsent() == 0; }), "answer");
        acknowledged.push_back(seconds(timer) * 1000);
        must(test::waitFor([&] { return there->records().load(account.ref()).ok(); }), "live");
        seen.push_back(seconds(timer) * 1000);
    }
    const QString unit = QStringLiteral("ms");
    report.add(QStringLiteral("save a record at the desk, p95"), percentile(save, 0.95), unit, 20);
    report.add(QStringLiteral("save to durable answer, p99"), percentile(acknowledged, 0.99), unit, 25);
    report.add(QStringLiteral("save here to readable there, median"), percentile(seen, 0.5), unit);
    report.add(QStringLiteral("save here to readable there, p99"), percentile(seen, 0.99), unit, 50);
}

} // namespace

void runSyncBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(options.postgres.isEmpty() ? QStringLiteral("sync") : QStringLiteral("sync, PostgreSQL"));
    const qint64 rows = std::min<qint64>(options.rows, 50'000);
    ServerProcess server(options.postgres.isEmpty() ? QStringList() : QStringList{QStringLiteral("--postgres"), options.postgres});
    server.start();
    TestDesk here;
    TestDesk there;
    must(here.enrol(server.code(), QStringLiteral("admin"), Password).ok(), "enrol");
    must(there.enrol(server.code(), QStringLiteral("admin"), Password).ok(), "enrol");
    benchLive(report, here, there);
    there->setOffline(true);
    benchPush(report, here, rows);
    QElapsedTimer timer;
    timer.start();
    there->setOffline(false);
    must(there.waitQuiet(Patience), "catch up");
    report.add(QStringLiteral("catch-up of a desk that was away, rows"), double(rows) / seconds(timer), QStringLiteral("rows/s"), 50'000);
    benchSnapshot(report, server, rows);
}

} // namespace guanxi::bench
