// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportbench.h"

#include "app/views/export/exportrun.h"
#include "common/model/catalogue/customers.h"
#include "common/model/codec.h"
#include "loadeddesk.h"

#include <QElapsedTimer>
#include <QFile>

namespace guanxi::bench {

using namespace model;
using namespace app;

namespace {

constexpr qint64 SampleLines = 1'000; // written again and again by the bare writer
constexpr double MostGrowth = 64;     // MiB, however many rows
constexpr double Mebibyte = 1024;     // in KiB

/// Of this process, in MiB: "VmRSS" now, "VmHWM" at most since it was forgotten.
double memory(const QByteArray &what)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(what))
            return line.mid(what.size() + 1).trimmed().split(' ').first().toDouble() / Mebibyte;
    return 0;
}

void forgetMost()
{
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

/// The people and places that the sample customers name are there, as on any desktop.
void addNamed(LoadedDesk &desk)
{
    constexpr int Named = 500; // as sampleAccounts() has them
    Cache::Page page;
    page.cursor = ++desk.loaded->rev;
    for (const Field &field : desk.catalogue.at(Account::entity).fields()) {
        if (field.type != FieldType::Reference || field.targets.first() == Account::entity)
            continue;
        const Entity &target = desk.catalogue.at(field.targets.first());
        for (int number = 0; number < Named; ++number) {
            Record record(target, Uuid::named("bench " + QByteArray::number(number)));
            record.setRev(page.cursor);
            if (const FieldId title = target.titleFields.value(0); title != 0 && target.field(title)->type == FieldType::Text)
                record.setValue(title, QStringLiteral("%1 %2").arg(target.label).arg(number));
            page.upserts.append(encodeRecord(record));
        }
    }
    need(desk.loaded->cache->applyPage(desk.loaded->cache->streams().generation(), page));
}

Records::Rows allRows(LocalRecords &records)
{
    Records::Rows rows;
    hold([&](QObject *context, auto done) {
        storage::Query query;
        query.entity = Account::entity;
        records.find(query, context, [&rows, done](const Result<Records::Rows> &found) {
            rows = need(found);
            done(Saved());
        });
    });
    return rows;
}

/// The same cells by the writer alone.
double bareSeconds(LocalRecords &records, const ExportPlan &plan)
{
    const ExportSheet sheet(records, records.catalogue().at(plan.entity), plan);
    const auto some = need(records.window(plan.entity, std::span(plan.rows).first(std::min<size_t>(SampleLines, plan.rows.size()))));
    QList<QList<TableCell>> lines;
    for (const Record &record : some)
        lines.append(sheet.line(record));
    const auto writer = TableWriter::create(plan.format, plan.path + QStringLiteral(".bare"));
    QElapsedTimer time;
    time.start();
    need(writer->begin({sheet.heading()}));
    for (qint64 row = 0; row < plan.size(); ++row)
        need(writer->write(0, lines[row % lines.size()]));
    need(writer->end());
    need(writer->putInPlace());
    return double(time.nsecsElapsed()) / 1e9;
}

} // namespace

void runExportBench(BenchReport &report, const BenchOptions &options)
{
    report.begin(QStringLiteral("export"));
    LoadedDesk desk(options.rows);
    addNamed(desk);
    desk.records->takeRights(Rights::unlimited(desk.records->me()));
    ExportPlan plan;
    plan.entity = Account::entity;
    plan.fields = ExportFields::All;
    plan.rows = allRows(*desk.records);
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx}) {
        plan.format = format;
        plan.path = desk.loaded->folder.filePath(QStringLiteral("export.") + suffixOf(format));
        forgetMost();
        const double before = memory("VmRSS:");
        const Held held = hold([&](QObject *context, auto done) {
            auto *run = new ExportRun(*desk.records, plan, context);
            QObject::connect(run, &ExportRun::finished, context, [done](const Result<bool> &whole) {
                need(whole);
                done(Saved());
            });
            run->start();
        });
        const double grown = memory("VmHWM:") - before;
        const QString what = QStringLiteral("%1 customers to %2").arg(plan.size()).arg(suffixOf(format).toUpper());
        report.add(what, held.seconds, QStringLiteral("s"), {}, held.seconds / bareSeconds(*desk.records, plan));
        report.add(what + QStringLiteral(", longest step"), held.longest, QStringLiteral("ms"), 16);
        report.add(what + QStringLiteral(", memory"), grown, QStringLiteral("MiB"), MostGrowth);
    }
}

} // namespace guanxi::bench
