// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkbench.h"

#include "common/model/catalogue/customers.h"
#include "loadeddesk.h"

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr qint64 MostChanges = 100'000;
constexpr double LimitSeconds = 5;

} // namespace

void runBulkBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("bulk"));
    LoadedDesk desk(options.rows);
    const qint64 changes = std::min(options.rows, MostChanges);
    BulkChange work{QStringLiteral("bulk_edit"), {}, [](Record &record) { record.set(Account::creditLimit, record[Account::creditLimit] + 1); }};
    for (qint64 i = 0; i < changes; ++i)
        work.records.append({Account::entity, sequentialId(i)});
    const auto goOn = [](qsizetype) { return true; };
    const Held changed = hold([&](QObject *context, auto done) { desk.records->saveMany(work, context, goOn, done); });
    addHeld(report, QStringLiteral("%1 records changed").arg(changes), changed, LimitSeconds);
    addHeld(report, QStringLiteral("taken back, before it was sent"),
            hold([&](QObject *context, auto done) { desk.records->undoMany(changed.saved.action, context, goOn, done); }), LimitSeconds);
}

} // namespace guanxi::bench
