// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadbench.h"

#include "bareinsert.h"
#include "common/model/catalogue/customers.h"
#include "loadedcache.h"

namespace guanxi::bench {

using namespace model;
using app::Cache;

namespace {

constexpr qint64 MostChanges = 100'000;

/// Other values in the same rows: one name in ten, and a note.
void changeSome(std::vector<Record> &samples)
{
    for (size_t i = 0; i < samples.size(); ++i) {
        samples[i].set(Account::creditLimit, samples[i][Account::creditLimit] + 1);
        if (i % 10 == 0)
            samples[i].set(Account::name, samples[i][Account::name] + QStringLiteral("改"));
    }
}

} // namespace

void runLoadBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("load"));
    Catalogue catalogue;
    declareAll(catalogue);
    SeededRandom random(1);
    auto samples = sampleAccounts(catalogue, random, LoadedCache::Templates);
    const Speed bare = insertBare(bareRows(samples), samples.front().entity(), options.rows);
    LoadedCache loaded(catalogue);
    const QString unit = QStringLiteral("rows/s");

    const SpeedMeter meter;
    loaded.take(samples, 0, options.rows, true);
    loaded.finishLoads();
    const Speed usable = meter.stop(options.rows);
    while (need(loaded.cache->buildSome())) {
    }
    const Speed complete = meter.stop(options.rows);
    report.add(QStringLiteral("the same rows, bare C API"), bare.wall, unit);
    report.add(QStringLiteral("first load, pages to rows"), usable.wall, unit, 0.5 * bare.wall, usable.processor / bare.processor);
    report.add(QStringLiteral("with indexes and search"), complete.wall, unit, {}, complete.processor / bare.processor);

    const qint64 changes = std::min(options.rows, MostChanges);
    changeSome(samples);
    const SpeedMeter catchUp;
    loaded.take(samples, options.rows - changes, options.rows, false);
    const Speed caughtUp = catchUp.stop(changes);
    report.add(QStringLiteral("catch-up over %1 rows").arg(options.rows), caughtUp.wall, unit, 50'000, caughtUp.processor / bare.processor);

    QList<RecordRef> gone;
    for (qint64 i = 0; i < changes; ++i)
        gone.append({Account::entity, sequentialId(i)});
    const SpeedMeter revoke;
    for (qint64 at = 0; at < changes; at += LoadedCache::RowsInPage) {
        Cache::Page page;
        page.cursor = ++loaded.rev;
        page.removes = gone.mid(at, LoadedCache::RowsInPage);
        need(loaded.cache->applyPage(loaded.cache->streams().generation(), page));
    }
    const Speed revoked = revoke.stop(changes);
    report.add(QStringLiteral("rows that are taken away"), revoked.wall, unit, 50'000, revoked.processor / bare.processor);
    report.add(QStringLiteral("cache, for each row"), double(QFileInfo(loaded.folder.filePath(QStringLiteral("cache.db"))).size()) / double(options.rows),
               QStringLiteral("bytes"), 400);
}

} // namespace guanxi::bench
