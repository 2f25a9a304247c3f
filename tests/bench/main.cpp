// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkbench.h"
#include "crowdbench.h"
#include "duplicatesbench.h"
#include "exportbench.h"
#include "importbench.h"
#include "loadbench.h"
#include "printbench.h"
#include "searchbench.h"
#include "sellingbench.h"
#include "storebench.h"
#include "syncbench.h"

#include <QCommandLineParser>
#include <QApplication>

using namespace guanxi::bench;

namespace {

struct Scenario {
    const char *name;
    void (*run)(BenchReport &, const BenchOptions &);
};

/// Every scenario of the program; a new one is one line.
constexpr Scenario Scenarios[] = {
    {"store", runStoreBench},
    {"list", runListBench},
    {"search", runSearchBench},
    {"load", runLoadBench},
    {"bulk", runBulkBench},
    {"import", runImportBench},
    {"export", runExportBench},
    {"duplicates", runDuplicatesBench},
    {"selling", runSellingBench},
    {"print", runPrintBench},
    {"sync", runSyncBench},
    {"crowd", runCrowdBench},
};

} // namespace

int main(int argc, char *argv[])
{
    // Printing needs fonts, and no screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("scenario"), QStringLiteral("store, list, search, load, bulk, import, export, duplicates, selling, print, sync, crowd; all without it"));
    parser.addOptions({{QStringLiteral("json"), QStringLiteral("Print JSON lines.")},
                       {QStringLiteral("rows"), QStringLiteral("Rows of the large table."), QStringLiteral("number"),
                        QStringLiteral("200000")},
                       {QStringLiteral("clients"), QStringLiteral("Clients of the crowd, at most."), QStringLiteral("number"), QStringLiteral("500")},
                       {QStringLiteral("seconds"), QStringLiteral("Mixed work of the crowd."), QStringLiteral("number"), QStringLiteral("20")},
                       {QStringLiteral("postgres"), QStringLiteral("The server's database, as for init; else a file."), QStringLiteral("place")}});
    parser.process(application);
    BenchOptions options;
    options.rows = parser.value(QStringLiteral("rows")).toLongLong();
    options.clients = parser.value(QStringLiteral("clients")).toInt();
    options.seconds = parser.value(QStringLiteral("seconds")).toInt();
    options.postgres = parser.value(QStringLiteral("postgres"));
    if (options.rows < 1 || options.clients < 1 || options.seconds < 1)
        parser.showHelp(2);
    const QStringList wanted = parser.positionalArguments();
    BenchReport report;
    int ran = 0;
    for (const Scenario &scenario : Scenarios) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1StringView(scenario.name)))
            continue;
        scenario.run(report, options);
        ++ran;
    }
    if (ran < wanted.size())
        parser.showHelp(2);
    if (parser.isSet(QStringLiteral("json")))
        report.printJson();
    else
        report.printTable();
    return 0;
}
