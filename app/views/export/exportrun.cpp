// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/export/exportrun.h"

#include <QElapsedTimer>
#include <QTimer>

namespace guanxi::app {

using model::Record;

namespace {

constexpr int StepMs = 8;
constexpr qint64 WindowRows = 25;    // read at once
constexpr qint64 MostAtOnce = 200;   // related records of one kind
constexpr qsizetype BatchLines = 500;
constexpr qsizetype MostWaiting = 3; // batches that were read faster than written

} // namespace

QList<Relation> ExportRun::relationsOf(const Records &records, model::EntityId entity)
{
    QList<Relation> relations;
    for (const Relation &relation : app::relationsOf(records, entity))
        if (records.may(model::Action::Export, relation.entity->id))
            relations.append(relation);
    return relations;
}

ExportRun::ExportRun(Records &records, const ExportPlan &plan, QObject *parent)
    : QObject(parent), m_records(records), m_plan(plan), m_file(TableWriter::create(plan.format, plan.path, {plan.encoding, {}}))
{
    m_sheets.emplace_back(records, records.catalogue().at(plan.entity), plan);
    for (const Relation &relation : plan.relations.isEmpty() ? QList<Relation>() : relationsOf(records, plan.entity))
        if (plan.relations.contains(relation.entity->id)) {
            m_relations.append(relation);
            m_sheets.emplace_back(records, *relation.entity, plan, relation.fields);
        }
}

void ExportRun::start()
{
    QList<TableSheet> sheets;
    for (const ExportSheet &sheet : m_sheets) {
        sheets.append(sheet.heading());
        // Records that belong to others of their own kind.
        if (sheets.size() > 1 && sheets.last().code == sheets.first().code)
            sheets.last().code += QStringLiteral("_related");
    }
    write([sheets](TableWriter &file) { return file.begin(sheets); }, [this] { readSome(); });
}

void ExportRun::write(const std::function<Result<void>(TableWriter &)> &piece, const std::function<void()> &then)
{
    m_writer.ask<Result<void>>([file = m_file, piece] { return piece(*file); }, this, [this, then](const Result<void> &written) {
        if (m_ended)
            return;
        if (!written)
            return end(written.error());
        then();
    });
}

void ExportRun::readSome()
{
    QElapsedTimer time;
    time.start();
    while (!m_ended && mayRead() && !m_cancelled && !isAllRead() && time.elapsed() < StepMs) {
        if (const Result<void> read = readNext(); !read)
            return end(read.error());
        if (m_lines.size() >= BatchLines)
            handOver();
    }
    if (m_ended || !mayRead())
        return;
    Q_EMIT progressed(m_at);
    if (m_cancelled)
        return end(false);
    if (!isAllRead())
        return QTimer::singleShot(0, this, &ExportRun::readSome);
    handOver();
    m_isEnding = true;
    write([](TableWriter &file) { return file.end(); }, [this] {
        if (m_cancelled)
            return end(false);
        // What nobody would know of is not taken out.
        if (const Result<void> noted = m_records.note(departure()); !noted)
            return end(noted.error());
        write([](TableWriter &file) { return file.putInPlace(); }, [this] { end(true); });
    });
}

Result<void> ExportRun::readNext()
{
    if (!m_many.empty())
        return readManyRelated();
    return m_tasks.isEmpty() ? readMain() : readRelated();
}

void ExportRun::handOver()
{
    const auto lines = std::make_shared<QList<Line>>(std::exchange(m_lines, {}));
    const auto put = [lines](TableWriter &file) -> Result<void> {
        for (const Line &line : std::as_const(*lines))
            GUANXI_TRY(file.write(line.sheet, line.cells));
        return {};
    };
    write(put, [this] {
        if (!m_isFull || m_writer.waiting() >= MostWaiting)
            return;
        m_isFull = false;
        if (mayRead())
            readSome();
    });
    m_isFull = m_writer.waiting() >= MostWaiting;
}

void ExportRun::add(int sheet, const Record &record)
{
    if (!m_records.may(model::Action::Export, record)) {
        ++m_counts.leftOut;
        return;
    }
    ++(sheet == 0 ? m_counts.records : m_counts.related);
    m_lines.append({sheet, m_sheets[size_t(sheet)].line(record)});
    for (qsizetype relation = 0; sheet == 0 && relation < m_relations.size(); ++relation)
        m_tasks.append({relation, record.ref()});
}

Result<void> ExportRun::readMain()
{
    // With related records one after the other, so that each is followed by its own.
    const qint64 count = std::min(m_relations.isEmpty() ? WindowRows : 1, m_plan.size() - m_at);
    if (m_plan.chosen.isEmpty()) {
        const Result<QList<Record>> records = m_records.window(m_plan.entity, std::span(m_plan.rows).subspan(size_t(m_at), size_t(count)));
        if (!records)
            return records.error();
        for (const Record &record : *records)
            add(0, record);
    } else {
        for (qint64 at = m_at; at < m_at + count; ++at)
            // What is gone meanwhile is not there to be exported.
            if (const Result<Record> record = m_records.load(m_plan.chosen[at]))
                add(0, *record);
    }
    m_at += count;
    return {};
}

Result<void> ExportRun::readRelated()
{
    const Task task = m_tasks.takeFirst();
    const Relation &relation = m_relations[task.relation];
    storage::Query query;
    query.entity = relation.entity->id;
    query.filter = relation.filter(task.parent);
    query.limit = MostAtOnce;
    const Result<QList<Record>> records = m_records.findNow(query);
    if (!records)
        return records.error();
    if (records->size() < MostAtOnce) {
        for (const Record &record : *records)
            add(int(task.relation) + 1, record);
        return {};
    }
    query.limit = 0;
    m_tasks.prepend(task);
    m_isSearching = true;
    m_manyAt = 0;
    m_records.find(query, this, [this](const Result<Records::Rows> &rows) {
        m_isSearching = false;
        if (m_ended)
            return;
        if (!rows)
            return end(rows.error());
        m_many = *rows;
        if (mayRead())
            readSome();
    });
    return {};
}

Result<void> ExportRun::readManyRelated()
{
    const Task &task = m_tasks.first();
    const size_t count = std::min(size_t(WindowRows), m_many.size() - m_manyAt);
    const Result<QList<Record>> records = m_records.window(m_relations[task.relation].entity->id, std::span(m_many).subspan(m_manyAt, count));
    if (!records)
        return records.error();
    const int sheet = int(task.relation) + 1;
    for (const Record &record : *records)
        add(sheet, record);
    m_manyAt += count;
    if (m_manyAt < m_many.size())
        return {};
    m_many.clear();
    m_manyAt = 0;
    m_tasks.removeFirst();
    return {};
}

Departure ExportRun::departure() const
{
    constexpr const char *Fields[] = {"shown", "all", "reimport"};
    Departure departure;
    departure.view = m_sheets.front().heading().name;
    departure.entity = m_plan.entity;
    if (m_plan.chosen.size() == 1)
        departure.record = m_plan.chosen.first();
    departure.records = m_counts.records;
    departure.related = m_counts.related;
    departure.leftOut = m_counts.leftOut;
    departure.format = suffixOf(m_plan.format, false);
    departure.fields = QLatin1String(Fields[int(m_plan.fields)]);
    for (const Relation &relation : m_relations)
        departure.with.append(relation.entity->name);
    departure.filter = m_plan.filter;
    departure.masked = std::any_of(m_sheets.begin(), m_sheets.end(), [](const ExportSheet &sheet) { return sheet.hasMasks(); });
    return departure;
}

void ExportRun::end(const Result<bool> &whole)
{
    m_ended = true;
    // The last that is written to it lets go of it.
    m_file.reset();
    Q_EMIT finished(whole);
}

} // namespace guanxi::app
