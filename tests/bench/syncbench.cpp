// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncbench.h"

#include "bareinsert.h"
#include "barelimits.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "samplerows.h"
#include "tests/support/crowd.h"
#include "tests/support/testdesk.h"

#include <QDirIterator>
#include <QFile>

namespace guanxi::bench {

using namespace model;
using test::Crowd;
using test::LoadClient;
using test::ServerProcess;
using test::TestDesk;

namespace {

constexpr qint64 BatchRows = 500;
constexpr qint64 MostChanges = 100'000;
constexpr int SingleSaves = 200;
constexpr int PushClients = 16;
constexpr int PushedSets = 4'000;
constexpr int UnderWay = 8; ///< change sets without an answer when the server is filled
constexpr int Window = 64;  ///< of one client that pushes singles
constexpr int BareTemplates = 1'000;
constexpr qint64 BareRows = 100'000;
constexpr int Patience = 3'600'000;
const QString Admin = QStringLiteral("admin"), Lina = QStringLiteral("lina");
const QString Password = QLatin1String(ServerProcess::AdminPassword);
const QString RowsPerSecond = QStringLiteral("rows/s"), Seconds = QStringLiteral("s"), Ms = QStringLiteral("ms");

void must(bool done, const char *what)
{
    if (!done)
        qFatal("sync bench: %s", what);
}

/// That the server has used so far, in microseconds; unlike its speed hardly touched by what else the machine does.
double processorTime(const ServerProcess &server)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(server.pid()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // After the name, which may hold anything: the 14th and 15th of all, in hundredths of a second.
    const QByteArrayList parts = file.readAll().split(')').last().simplified().split(' ');
    return (parts.value(11).toDouble() + parts.value(12).toDouble()) * 10'000;
}

double seconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e9; }

/// A server with light clients that write, and what the machine can do without us.
struct Bench {
    explicit Bench(const BenchOptions &options)
        : server(options.postgres.isEmpty() ? QStringList() : QStringList{QStringLiteral("--postgres"), options.postgres}), crowd(server)
    {
        server.start();
        crowd.add(PushClients, Admin, Password);
        crowd.startAll();
        must(crowd.waitLive(Patience), "enrol");
        addLina();
    }
    /// Somebody whose role of her own shows no customers.
    void addLina();
    /// A customer as somebody who has the card in hand types it.
    Record account(size_t client);
    /// Until the server has so many customers.
    void fill(qint64 rows);

    ServerProcess server;
    Crowd crowd;
    qint64 customers = 0;
};

void Bench::addLina()
{
    const QString code = QStringLiteral("without_customers");
    Record role = crowd.newRecord(Role::entity, 0);
    role.set(Role::code, code);
    role.set(Role::name, code);
    Record rule = crowd.newRecord(AccessRule::entity, 0);
    rule.set(AccessRule::role, role.id());
    rule.set(AccessRule::object, QStringLiteral("user"));
    rule.set(AccessRule::action, qint64(Action::View));
    rule.set(AccessRule::scope, qint64(Reach::All));
    crowd.at(0).save({insertionOf(role), insertionOf(rule)});
    must(crowd.waitSettled(Patience) && crowd.figures().faults.isEmpty(), qPrintable(crowd.figures().faults.value(0)));
    server.addUser(Lina, code);
}

Record Bench::account(size_t client)
{
    Record account = crowd.newAccount(client);
    const QString number = QStringLiteral("%1").arg(++customers, 8, 10, QChar(u'0'));
    account.set(Account::phone, QStringLiteral("+86 571 8") + number.right(7));
    account.set(Account::mobile, QStringLiteral("139") + number);
    account.set(Account::email, QStringLiteral("office%1@example.com").arg(number));
    account.set(Account::address, QStringLiteral("浙江省杭州市滨江区江南大道 %1 号").arg(customers % 3'000));
    account.set(Account::remark, QStringLiteral("展会上认识，年底前要一份报价。"));
    return account;
}

void Bench::fill(qint64 rows)
{
    LoadClient &writer = crowd.at(0);
    while (customers < rows) {
        QList<RecordChange> batch;
        while (batch.size() < BatchRows && customers < rows)
            batch.append(insertionOf(account(0)));
        writer.save(batch);
        must(test::waitFor([&] { return writer.unanswered() < UnderWay; }, Patience), "fill");
    }
    must(test::waitFor([&] { return writer.unanswered() == 0; }, Patience), "fill");
}

/// Change sets of one record, as many under way as the protocol wants.
void benchPush(BenchReport &report, Bench &bench, int clients)
{
    bench.crowd.figures() = {};
    const int each = PushedSets / clients;
    std::vector<int> left(size_t(clients), each);
    const double before = processorTime(bench.server);
    QElapsedTimer timer;
    timer.start();
    must(test::waitFor([&] {
        bool done = true;
        for (size_t i = 0; i < left.size(); ++i) {
            LoadClient &client = bench.crowd.at(i);
            for (; left[i] > 0 && client.unanswered() < Window; --left[i])
                client.save({insertionOf(bench.account(i))});
            done &= left[i] == 0 && client.unanswered() == 0;
        }
        return done;
    }, Patience), "push");
    must(bench.crowd.figures().faults.isEmpty(), qPrintable(bench.crowd.figures().faults.value(0)));
    const auto limit = clients == PushClients ? std::optional<double>(5'000) : std::nullopt;
    report.add(QStringLiteral("push of single records, %1 client%2, durable").arg(clients).arg(clients == 1 ? QString() : QStringLiteral("s")),
               PushedSets / seconds(timer), QStringLiteral("sets/s"), limit);
    report.add(QStringLiteral("push of single records, %1 client%2: processor time of the server, each").arg(clients).arg(clients == 1 ? QString() : QStringLiteral("s")),
               (processorTime(bench.server) - before) / PushedSets, QStringLiteral("us"));
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
    report.add(QStringLiteral("save a record at the desk, p99"), percentile(save, 0.99), Ms, 20);
    report.add(QStringLiteral("save to durable answer, median"), percentile(acknowledged, 0.5), Ms, {},
               (bareSync() + bareRoundTrip()) / percentile(acknowledged, 0.5));
    report.add(QStringLiteral("save to durable answer, p99"), percentile(acknowledged, 0.99), Ms, 25);
    report.add(QStringLiteral("save here to readable there, median"), percentile(seen, 0.5), Ms);
    report.add(QStringLiteral("save here to readable there, p99"), percentile(seen, 0.99), Ms, 50);
}

/// A desk that was away while others wrote; how long depends on what they wrote, not on what was there.
double benchCatchUp(BenchReport &report, Bench &bench, TestDesk &desk, qint64 changes)
{
    desk->setOffline(true);
    const qint64 before = bench.customers;
    bench.fill(before + changes);
    QElapsedTimer timer;
    timer.start();
    desk->setOffline(false);
    must(desk.waitQuiet(Patience), "catch up");
    const double took = seconds(timer);
    report.add(QStringLiteral("catch-up of %1 changes where %2 customers were").arg(changes).arg(before), took, Seconds, 2.0 * double(changes) / double(MostChanges));
    return took / double(changes);
}

double bareSpeed()
{
    Catalogue catalogue;
    declareAll(catalogue);
    SeededRandom random(1);
    return insertBare(bareRows(sampleAccounts(catalogue, random, BareTemplates)), catalogue.at(Account::entity), BareRows).wall;
}

qint64 cacheBytes(const TestDesk &desk)
{
    qint64 bytes = 0;
    for (QDirIterator files(desk.folder(), {QStringLiteral("cache.db*")}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

/// Usable: every row is there, lists and records open; complete: indexes and search are made, too.
void benchSnapshot(BenchReport &report, Bench &bench, TestDesk &desk)
{
    const double bare = bareSpeed();
    const QString code = bench.server.code();
    QElapsedTimer timer;
    timer.start();
    desk->enrol(code, Admin, Password);
    must(test::waitFor([&] { return desk->status().link() == app::SyncStatus::Link::Online; }, Patience), "snapshot");
    const double usable = seconds(timer);
    must(desk.waitQuiet(Patience), "snapshot");
    const double complete = seconds(timer);
    const double rows = double(bench.customers);
    const QString what = QStringLiteral("first snapshot of %1 customers to a ").arg(bench.customers);
    report.add(QStringLiteral("bare encrypted insert"), bare, RowsPerSecond);
    report.add(what + QStringLiteral("usable cache"), usable, Seconds, 5 * rows / 1e6);
    report.add(what + QStringLiteral("usable cache, speed"), rows / usable, RowsPerSecond, 200'000, rows / usable / bare);
    report.add(what + QStringLiteral("complete cache"), complete, Seconds, 15 * rows / 1e6);
    report.add(QStringLiteral("cache on the disk, per customer"), double(cacheBytes(desk)) / rows, QStringLiteral("bytes"), 400);
}

/// A role that showed everything is taken away: the rows go, and nothing of them is sent.
void benchRevoke(BenchReport &report, Bench &bench)
{
    const QStringList grant{QStringLiteral("user"), QStringLiteral("grant"), Lina, QStringLiteral("executive")};
    bench.server.ask(grant);
    TestDesk desk;
    desk->enrol(bench.server.code(), Lina, Password);
    must(test::waitFor([&] { return desk->status().link() == app::SyncStatus::Link::Online; }, Patience) && desk.waitQuiet(Patience), "lina");
    const auto holdsNone = [&] { return need(desk->view().records().loadAfter(Account::entity, 0, 1)).empty(); };
    const qint64 held = bench.customers;
    const auto sent = [&] { return bench.server.ask({QStringLiteral("stats")})[QLatin1String("pull")].toObject()[QLatin1String("bytes")].toDouble(); };
    const double before = sent();
    QElapsedTimer timer;
    timer.start();
    bench.server.ask(grant + QStringList{QStringLiteral("--revoke")});
    must(test::waitFor([&] { return holdsNone() && desk->isQuiet(); }, Patience), "revoke");
    report.add(QStringLiteral("a role that showed %1 customers is taken away: gone from the cache").arg(held), seconds(timer), Seconds, 2.0 * double(held) / 1e5);
    report.add(QStringLiteral("sent for it, per customer"), (sent() - before) / double(held), QStringLiteral("bytes"));
}

} // namespace

void runSyncBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(options.postgres.isEmpty() ? QStringLiteral("sync") : QStringLiteral("sync, PostgreSQL"));
    Bench bench(options);
    TestDesk here;
    TestDesk there;
    must(here.enrol(bench.server.code(), Admin, Password).ok(), "enrol");
    must(there.enrol(bench.server.code(), Admin, Password).ok(), "enrol");
    benchLive(report, here, there);
    here->setOffline(true);
    benchPush(report, bench, 1);
    benchPush(report, bench, PushClients);
    bench.crowd.cutAll();
    bench.crowd.at(0).start();
    must(test::waitFor([&] { return bench.crowd.at(0).isLive(); }, Patience) && there.waitQuiet(Patience), "quiet");

    const qint64 changes = std::min(options.rows / 2, MostChanges);
    const double small = benchCatchUp(report, bench, there, changes);
    there->setOffline(true);
    benchRevoke(report, bench);
    bench.fill(options.rows);
    TestDesk fresh;
    benchSnapshot(report, bench, fresh);
    const double large = benchCatchUp(report, bench, fresh, changes);
    report.add(QStringLiteral("catch-up: time for a change, large company to small"), large / small, QStringLiteral("ratio"), 1.2);
}

} // namespace guanxi::bench
