// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importlines.h"

#include "app/tables/csvwriter.h"
#include "common/rules/normalise.h"
#include "common/rules/twins.h"

#include <QElapsedTimer>

namespace guanxi::app {

using model::Field;
using model::Record;
using model::Value;
using Verdict = ImportLine::Verdict;

ImportLines::ImportLines(const Records &records, const model::Entity &entity, TableReader &reader, const ImportPlan &plan)
    : m_records(records), m_entity(entity), m_reader(reader), m_plan(plan), m_rows(records, entity), m_keys(keysOf(entity, plan.fields)),
      m_alike(records, entity)
{
    m_rows.setFields(plan.fields);
}

QList<const Field *> ImportLines::keysOf(const model::Entity &entity, const QList<const Field *> &fields)
{
    QList<const Field *> keys;
    for (const Field &field : entity.fields())
        if (field.unique || field.twins != model::Twins::No)
            keys.append(&field);
    const bool isSaid = std::any_of(keys.begin(), keys.end(), [&fields](const Field *key) { return fields.contains(key); });
    return isSaid ? keys : QList<const Field *>();
}

Result<void> ImportLines::begin()
{
    m_seen.clear();
    if (m_taught)
        m_taught->clear();
    GUANXI_TRY(m_reader.choose(m_plan.sheet));
    if (m_plan.hasHeads)
        if (const auto heads = m_reader.next(); !heads)
            return heads.error();
    return {};
}

Result<std::optional<ImportLine>> ImportLines::next()
{
    Result<std::optional<TableLine>> line = m_reader.next();
    if (!line)
        return line.error();
    if (!*line)
        return std::optional<ImportLine>();
    ImportLine row;
    row.line = (*line)->number;
    row.texts = (*line)->cells;
    if (m_reader.format() == QLatin1StringView("CSV"))
        std::transform(row.texts.begin(), row.texts.end(), row.texts.begin(), plainCell);
    row.sheet = readNew(row);
    if (!isNamed(row))
        recognise(row);
    judge(row);
    if (m_taught)
        m_taught->learn(row);
    return std::optional(std::move(row));
}

void ImportLines::ask(const ImportNames &names)
{
    m_rows.setNamed([&names](const Field &field, const QString &text) { return names.find(field, text); });
}

SheetRow ImportLines::readNew(const ImportLine &row)
{
    // An empty cell leaves what new records begin with.
    return m_rows.readNew(row.texts, m_plan.preset, PutOver::FilledCells);
}

Result<std::optional<BulkSource::Piece>> ImportLines::records()
{
    // Less than one frame, with what saving makes of them, also where lines are read by the thousand of which none is to be saved.
    constexpr qsizetype Step = 50;
    constexpr qint64 StepMs = 3;
    QElapsedTimer since;
    since.start();
    BulkSource::Piece records;
    do {
        const Result<std::optional<ImportLine>> line = next();
        if (!line)
            return line.error();
        if (!*line)
            return records.isEmpty() ? std::optional<BulkSource::Piece>() : records;
        if ((*line)->verdict == Verdict::New || (*line)->verdict == Verdict::Changed)
            records.append((*line)->sheet.record);
    } while (records.size() < Step && since.elapsed() < StepMs);
    return std::optional(records);
}

Result<bool> ImportLines::prepare()
{
    if (m_keys.isEmpty())
        return true;
    // Some keys count only together with the name.
    QList<model::FieldId> fields = m_entity.titleFields + m_alike.fields();
    for (const Field *key : std::as_const(m_keys))
        fields.append(key->id);
    const Result<Records::Some> some = m_records.some(m_entity.id, m_learnt, fields);
    if (!some)
        return some.error();
    for (const Record &record : some->records) {
        for (const Mark &mark : marksOf(record))
            m_known.emplace_back(mark.first, record.id());
        m_alike.learn(record);
    }
    m_learnt = some->last;
    if (some->more)
        return false;
    std::stable_sort(m_known.begin(), m_known.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_alike.finish();
    return true;
}

QList<ImportLines::Mark> ImportLines::marksOf(const Record &record) const
{
    QList<Mark> marks;
    for (const Field *key : m_keys)
        if (key->unique && !record.value(key->id).isNull())
            marks.append({qHashMulti(0, quint64(key->id), record.value(key->id).text()), key});
    for (const rules::TwinKey &twin : rules::twinKeysOf(record))
        marks.append({qHashMulti(0, twin.text), twin.field});
    return marks;
}

bool ImportLines::isNamed(ImportLine &row)
{
    const std::optional<Uuid> id = m_plan.idColumn >= 0 ? Uuid::fromText(row.texts.value(m_plan.idColumn).trimmed()) : std::nullopt;
    const Result<Record> there = id ? m_records.load({m_entity.id, *id}) : Result<Record>(Record());
    if (!id || !there || there->isDeleted())
        return false;
    const quint64 mark = qHashMulti(0, 0, id->text());
    row.sameAsLine = m_seen.firstLine(mark, row.line);
    row.before = *there;
    return true;
}

void ImportLines::recognise(ImportLine &row)
{
    Record said = row.sheet.record;
    for (const Field *key : std::as_const(m_keys)) {
        // What the cell says, also where it may not be written: the number of a customer.
        if (!m_rows.isWritable(*key))
            said.setValue(key->id, Value(row.texts.value(m_plan.fields.indexOf(key)).trimmed()));
        const Result<Value> normal = rules::normalise(*key, said.value(key->id));
        said.setValue(key->id, normal ? *normal : Value());
    }
    for (const auto &[mark, key] : marksOf(said)) {
        if (const qint64 above = m_seen.firstLine(mark, row.line); above != 0 && row.sameAsLine == 0) {
            row.sameAsLine = above;
            row.key = row.before.isValid() ? row.key : key;
        }
        if (row.before.isValid())
            continue;
        if (const std::optional<Record> there = known(mark)) {
            row.before = *there;
            row.key = key;
        }
    }
    if (row.before.isValid() || row.sameAsLine != 0)
        return;
    if (const std::optional<ImportAlike::Found> found = m_alike.mostAlike(said)) {
        row.before = found->record;
        row.likening = found->likening;
    }
}

std::optional<Record> ImportLines::known(quint64 mark) const
{
    const auto found = std::lower_bound(m_known.begin(), m_known.end(), mark, [](const auto &entry, quint64 wanted) { return entry.first < wanted; });
    if (found == m_known.end() || found->first != mark)
        return std::nullopt;
    const Result<Record> record = m_records.load({m_entity.id, found->second});
    return record ? std::optional(*record) : std::nullopt;
}

void ImportLines::judge(ImportLine &row)
{
    const TwinChoice choice = m_plan.choices.value(row.line, m_plan.twins);
    const bool isTwin = row.before.isValid() || row.sameAsLine != 0;
    if (isTwin && choice != TwinChoice::AddAnyway) {
        // Of a line above there is no record yet that could be filled.
        if (choice == TwinChoice::Skip || !row.before.isValid() || row.sameAsLine != 0) {
            row.verdict = Verdict::Skipped;
            return;
        }
        row.sheet = m_rows.read(row.texts, row.before, choice == TwinChoice::Fill ? PutOver::EmptyFields : PutOver::FilledCells);
        row.verdict = !row.sheet.isGood() ? Verdict::Faulty : row.sheet.record.sameContent(row.before) ? Verdict::Unchanged : Verdict::Changed;
        return;
    }
    if (row.verdict != Verdict::New)
        row.sheet = readNew(row);
    row.verdict = row.sheet.isGood() ? Verdict::New : Verdict::Faulty;
}

} // namespace guanxi::app
