// SPDX-License-Identifier: GPL-3.0-or-later
#include "storebench.h"

#include "bareinsert.h"
#include "common/storage/bulkinserter.h"
#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/query.h"
#include "common/storage/recordstore.h"
#include "common/storage/transaction.h"
#include "samplerows.h"

#include <QElapsedTimer>

namespace guanxi::bench {

using namespace guanxi::model;
using namespace guanxi::storage;

namespace {

constexpr int Templates = 1000;
constexpr int Rounds = 3;
constexpr int WindowRows = 100;
constexpr int Windows = 300;

Speed insertThroughStorage(Database &database, std::vector<Record> &samples, StoreKind kind, qint64 count)
{
    const SpeedMeter meter;
    auto transaction = need(Transaction::begin(database));
    BulkInserter inserter(database, samples.front().entity(), kind);
    for (qint64 i = 0; i < count; ++i) {
        Record &record = samples[size_t(i % Templates)];
        record.setId(sequentialId(i));
        need(inserter.add(record));
    }
    need(inserter.finish());
    need(transaction.commit());
    return meter.stop(count);
}

Speed insertThroughStorage(std::vector<Record> &samples, StoreKind kind, qint64 count)
{
    BenchDatabase bench(Durability::Normal);
    need(bench.database->execute(createTable(samples.front().entity(), kind, bench.database->dialect())));
    return insertThroughStorage(*bench.database, samples, kind, count);
}

double median(std::vector<double> values) { return percentile(values, 0.5); }

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// 95th percentile of reading a window anywhere in the list.
double readWindows(RecordStore &store, EntityId entity, const std::vector<qint64> &rids, Random &random)
{
    std::vector<double> times;
    for (int i = 0; i < Windows; ++i) {
        const size_t last = rids.size() > WindowRows ? rids.size() - WindowRows : 1;
        const auto window = std::span(rids).subspan(random.below(last), std::min<size_t>(WindowRows, rids.size()));
        times.push_back(milliseconds([&] { need(store.loadByRids(entity, window)); }));
    }
    return percentile(times, 0.95);
}

void benchSearch(BenchReport &report, QueryRunner &runner, EntityId entity)
{
    static const QString inputs[] = {QStringLiteral("长"), QStringLiteral("长城"), QStringLiteral("海鸥金"), QStringLiteral("有限公司"),
                                     QStringLiteral("b"), QStringLiteral("bj"), QStringLiteral("cchj"), QStringLiteral("shanghai"),
                                     QStringLiteral("138"), QStringLiteral("1385"), QStringLiteral("55 长城")};
    std::vector<double> all;
    for (const QString &input : inputs) {
        std::vector<double> times;
        for (int i = 0; i < 20; ++i)
            times.push_back(milliseconds([&] { need(runner.search(input, {entity}, 50)); }));
        all.insert(all.end(), times.begin(), times.end());
        report.add(QStringLiteral("search \"%1\", first 50, p95").arg(input), percentile(times, 0.95), QStringLiteral("ms"), 10);
    }
    report.add(QStringLiteral("search, all inputs, p95"), percentile(all, 0.95), QStringLiteral("ms"), 10);
}

} // namespace

void runStoreBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("store"));
    Catalogue catalogue;
    declareAll(catalogue);
    SeededRandom random(1);
    auto samples = sampleAccounts(catalogue, random, Templates);
    const auto rows = bareRows(samples);
    // In turns, so that a slow moment of the machine hits both.
    std::vector<double> bare, storage, cache, ratios, processorRatios;
    for (int round = 0; round < Rounds; ++round) {
        const Speed bareSpeed = insertBare(rows, samples.front().entity(), options.rows);
        const Speed storageSpeed = insertThroughStorage(samples, StoreKind::Server, options.rows);
        bare.push_back(bareSpeed.wall);
        storage.push_back(storageSpeed.wall);
        ratios.push_back(storageSpeed.wall / bareSpeed.wall);
        processorRatios.push_back(storageSpeed.processor / bareSpeed.processor);
        cache.push_back(insertThroughStorage(samples, StoreKind::Cache, options.rows).wall);
    }
    const QString unit = QStringLiteral("rows/s");
    report.add(QStringLiteral("bulk insert, bare C API"), median(bare), unit);
    report.add(QStringLiteral("bulk insert through storage"), median(storage), unit, 0.7 * median(bare), median(ratios));
    report.add(QStringLiteral("the same by processor time"), median(processorRatios), QStringLiteral("ratio"), 0.7,
               median(processorRatios));
    report.add(QStringLiteral("bulk insert into a cache, with sort keys"), median(cache), unit, {}, median(cache) / median(bare));
}

void runListBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("list"));
    Catalogue catalogue;
    declareAll(catalogue);
    SeededRandom random(1);
    auto samples = sampleAccounts(catalogue, random, Templates);
    const Entity &entity = samples.front().entity();
    BenchDatabase bench(Durability::Normal);
    Database &database = *bench.database;
    need(ensureSchema(database, catalogue, StoreKind::Cache));
    report.add(QStringLiteral("schema up to date"), milliseconds([&] { need(ensureSchema(database, catalogue, StoreKind::Cache)); }),
               QStringLiteral("ms"), 5);
    need(dropSecondary(database, entity, StoreKind::Cache));
    insertThroughStorage(database, samples, StoreKind::Cache, options.rows);
    report.add(QStringLiteral("indexes and search built"),
               milliseconds([&] { need(buildSecondary(database, entity, StoreKind::Cache)); }) / 1000, QStringLiteral("s"));

    QueryRunner runner(database, catalogue, StoreKind::Cache);
    RecordStore store(database, catalogue, StoreKind::Cache);
    Query query;
    query.entity = entity.id;
    const Query everything = query;
    std::vector<qint64> rids;
    report.add(QStringLiteral("open, by row number"), milliseconds([&] { rids = need(runner.rids(query)); }), QStringLiteral("ms"), 300);
    const auto sortedBy = [&](QStringView name, const char *metric, double limit) {
        if (const Field *field = entity.field(name)) {
            query.sort = {{field->id, false}};
            report.add(QString::fromLatin1(metric), milliseconds([&] { rids = need(runner.rids(query)); }), QStringLiteral("ms"), limit);
        }
    };
    sortedBy(u"created_at", "sort by a column without index", 2000);
    sortedBy(u"owner", "sort by a reference", 2000);
    sortedBy(u"name", "sort by name (indexed)", 500);
    report.add(QStringLiteral("window of 100 rows anywhere, p95"), readWindows(store, entity.id, rids, random), QStringLiteral("ms"), 16);
    report.add(QStringLiteral("count"), milliseconds([&] { need(runner.count(everything)); }), QStringLiteral("ms"));
    benchSearch(report, runner, entity.id);
}

} // namespace guanxi::bench
