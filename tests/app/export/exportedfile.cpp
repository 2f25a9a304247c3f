// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/export/exportedfile.h"

#include "app/views/import/importheads.h"

#include <catch2/catch_test_macros.hpp>

#include <QTest>

namespace guanxi::test {

using namespace app;

ExportedFile::ExportedFile(Records &records, ExportPlan plan, const storage::Filter &filter) : m_path(m_folder.filePath(QStringLiteral("exported")))
{
    storage::Query query;
    query.entity = plan.entity;
    query.filter = filter;
    std::optional<Result<Records::Rows>> rows;
    QObject context;
    records.find(query, &context, [&](const Result<Records::Rows> &found) { rows = found; });
    REQUIRE(QTest::qWaitFor([&] { return rows.has_value(); }));
    REQUIRE(rows->ok());
    plan.rows = **rows;
    plan.path = m_path;
    ExportRun run(records, plan);
    bool ended = false;
    QObject::connect(&run, &ExportRun::finished, &context, [&](const Result<bool> &whole) {
        outcome = whole;
        ended = true;
    });
    run.start();
    REQUIRE(QTest::qWaitFor([&] { return ended; }, 30'000));
    counts = run.counts();
}

QList<QStringList> ExportedFile::cells(int sheet) const
{
    const auto reader = TableReader::open(m_path);
    REQUIRE(reader.ok());
    REQUIRE((*reader)->choose(sheet).ok());
    QList<QStringList> cells;
    for (;;) {
        const Result<std::optional<TableLine>> line = (*reader)->next();
        REQUIRE(line.ok());
        if (!*line)
            return cells;
        cells.append((*line)->cells);
    }
}

QList<ImportLine> ExportedFile::imported(const Records &records, const model::Entity &entity, int sheet) const
{
    const auto reader = TableReader::open(m_path);
    REQUIRE(reader.ok());
    const QStringList heads = cells(sheet).first();
    ImportPlan plan;
    plan.sheet = sheet;
    plan.fields = ImportHeads(entity, SheetRows(records, entity).takenFields()).fieldsOf(heads);
    plan.idColumn = ImportHeads::idColumn(heads);
    plan.twins = TwinChoice::Overwrite;
    ImportLines lines(records, entity, **reader, plan);
    for (;;)
        if (const Result<bool> prepared = lines.prepare(); !prepared.ok() || *prepared)
            break;
    REQUIRE(lines.begin().ok());
    QList<ImportLine> all;
    for (;;) {
        const Result<std::optional<ImportLine>> line = lines.next();
        REQUIRE(line.ok());
        if (!*line)
            return all;
        all.append(**line);
    }
}

} // namespace guanxi::test
