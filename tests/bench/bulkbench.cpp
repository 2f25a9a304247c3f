// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkbench.h"

#include "app/data/localrecords.h"
#include "common/model/catalogue/customers.h"
#include "loadedcache.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr qint64 MostChanges = 100'000;

/// How long the event loop is away at most, until `done` ends it.
struct Held {
    double seconds = 0;
    double longest = 0; ///< ms
    Saved saved;
};

Held hold(const std::function<void(QObject *, std::function<void(Result<Saved>)>)> &work)
{
    Held held;
    QEventLoop loop;
    QElapsedTimer since;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] { held.longest = std::max(held.longest, double(since.nsecsElapsed()) / 1e6); since.start(); });
    QElapsedTimer whole;
    whole.start();
    since.start();
    beat.start(0);
    work(&loop, [&](const Result<Saved> &saved) {
        held.saved = need(saved);
        loop.quit();
    });
    loop.exec();
    held.seconds = double(whole.nsecsElapsed()) / 1e9;
    return held;
}

void addHeld(BenchReport &report, const QString &what, const Held &held)
{
    report.add(what, held.seconds, QStringLiteral("s"), 5);
    report.add(what + QStringLiteral(", longest step"), held.longest, QStringLiteral("ms"), 16);
}

} // namespace

void runBulkBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("bulk"));
    Catalogue catalogue;
    declareAll(catalogue);
    SeededRandom random(1);
    auto samples = sampleAccounts(catalogue, random, LoadedCache::Templates);
    LoadedCache loaded(catalogue);
    loaded.take(samples, 0, options.rows, true);
    loaded.finishLoads();
    while (need(loaded.cache->buildSome())) {
    }
    const QByteArray key(32, 'b');
    const QString path = loaded.folder.filePath(QStringLiteral("cache.db"));
    const auto outbox = need(Outbox::open(loaded.folder.filePath(QStringLiteral("outbox.db")), key));
    need(outbox->setIdentity({sequentialId(3), sequentialId(4), sequentialId(1), {}, {}}));
    const auto view = need(CacheView::open(path, key, catalogue));
    SystemClock clock;
    UuidMaker ids(clock, random);
    QueryReader reader(path, key);
    LocalRecords records({catalogue, *loaded.cache, *view, *outbox, reader, clock, ids});

    const qint64 changes = std::min(options.rows, MostChanges);
    BulkChange work{QStringLiteral("bulk_edit"), {}, [](Record &record) { record.set(Account::creditLimit, record[Account::creditLimit] + 1); }};
    for (qint64 i = 0; i < changes; ++i)
        work.records.append({Account::entity, sequentialId(i)});
    const auto goOn = [](qsizetype) { return true; };
    const Held changed = hold([&](QObject *context, auto done) { records.saveMany(work, context, goOn, done); });
    addHeld(report, QStringLiteral("%1 records changed").arg(changes), changed);
    addHeld(report, QStringLiteral("taken back, before it was sent"),
            hold([&](QObject *context, auto done) { records.undoMany(changed.saved.action, context, goOn, done); }));
}

} // namespace guanxi::bench
