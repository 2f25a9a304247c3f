// SPDX-License-Identifier: GPL-3.0-or-later
#include "importbench.h"

#include "app/views/import/importlines.h"
#include "common/model/catalogue/customers.h"
#include "loadeddesk.h"

#include <QElapsedTimer>
#include <QFile>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

/// In the design: a million lines in so many seconds.
constexpr double CheckSeconds = 60, CommitSeconds = 120, UndoSeconds = 60, Million = 1e6;

const QStringList Columns{QStringLiteral("name"), QStringLiteral("short_name"), QStringLiteral("phone"), QStringLiteral("mobile"), QStringLiteral("email"),
                          QStringLiteral("fax"), QStringLiteral("website"), QStringLiteral("address"), QStringLiteral("postcode"),
                          QStringLiteral("legal_representative"), QStringLiteral("registered_capital"), QStringLiteral("annual_turnover"),
                          QStringLiteral("bank_name"), QStringLiteral("tags"), QStringLiteral("remark")};

QString writeTable(const QString &path, qint64 lines)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write(Columns.join(u',').toUtf8() + '\n');
    for (qint64 line = 0; line < lines; ++line) {
        const QString n = QString::number(line);
        const QString digits = QStringLiteral("%1").arg(line % 10'000'000, 7, 10, QLatin1Char('0'));
        file.write(QStringLiteral("导入客户%1有限公司,导%1,021-6%2,1381%2,sales%1@example.cn,021-5%2,https://www%1.example.cn,上海市浦东新区世纪大道%1号,200120,"
                                  "王%1,%1.50,%1000,中国工商银行,\"展会,2026\",第%1行\n").arg(n, digits).toUtf8());
    }
    return path;
}

ImportPlan planFor(const Entity &entity)
{
    ImportPlan plan;
    for (const QString &column : Columns)
        plan.fields.append(entity.field(column));
    plan.preset = {{Account::region.id, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E"))}};
    return plan;
}

/// Goes through all lines; answers how many would become records, or are by chance like a customer that is there.
qint64 check(ImportLines &lines)
{
    while (!need(lines.prepare())) {
    }
    need(lines.begin());
    qint64 good = 0;
    for (;;) {
        const std::optional<ImportLine> line = need(lines.next());
        if (!line)
            return good;
        good += line->verdict == ImportLine::Verdict::New || line->verdict == ImportLine::Verdict::Skipped;
    }
}

} // namespace

void runImportBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("import"));
    LoadedDesk desk(1'000);
    desk.records->takeRights(Rights::unlimited(desk.records->me()));
    const Entity &entity = desk.catalogue.at(Account::entity);
    const auto reader = need(TableReader::open(writeTable(desk.loaded->folder.filePath(QStringLiteral("table.csv")), options.rows)));
    const double part = double(options.rows) / Million;
    ImportLines lines(*desk.records, entity, *reader, planFor(entity));

    QElapsedTimer time;
    time.start();
    const qint64 good = check(lines);
    report.add(QStringLiteral("%1 lines x %2 columns checked").arg(options.rows).arg(Columns.size()), double(time.nsecsElapsed()) / 1e9, QStringLiteral("s"), CheckSeconds * part);
    if (good != options.rows)
        qFatal("import: %lld of %lld lines are good", good, options.rows);

    const auto goOn = [](qsizetype) { return true; };
    need(lines.begin());
    const Held imported = hold([&](QObject *context, auto done) { desk.records->saveFrom({QStringLiteral("import"), [&] { return lines.records(); }}, context, goOn, done); });
    addHeld(report, QStringLiteral("imported"), imported, CommitSeconds * part);
    addHeld(report, QStringLiteral("taken back, before it was sent"),
            hold([&](QObject *context, auto done) { desk.records->undoMany(imported.saved.action, context, goOn, done); }), UndoSeconds * part);
}

} // namespace guanxi::bench
