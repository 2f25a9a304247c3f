// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pastesheet.h"

#include "app/widgets/fieldparse.h"
#include "app/widgets/fieldtext.h"
#include "common/rules/ownership.h"

namespace guanxi::app {

using model::Field;
using model::Record;

namespace {

constexpr int MostRows = 5000;

} // namespace

bool PasteSheet::Row::isGood() const
{
    return faults.isEmpty() && std::none_of(cells.begin(), cells.end(), [](const Cell &cell) { return cell.fault.has_value(); });
}

QList<QStringList> PasteSheet::split(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quoted) {
            const bool twice = c == u'"' && at + 1 < text.size() && text[at + 1] == u'"';
            if (c != u'"' || twice)
                cell += c;
            at += twice ? 1 : 0;
            quoted = c != u'"' || twice;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t' || c == u'\n') {
            row.append(std::exchange(cell, {}));
            if (c == u'\n')
                rows.append(std::exchange(row, {}));
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        rows.append(row << cell);
    rows.removeIf([](const QStringList &cells) { return cells.join(QString()).trimmed().isEmpty(); });
    return rows.mid(0, MostRows);
}

const Field *PasteSheet::fieldNamed(const QString &text) const
{
    const QString name = text.trimmed().remove(u'*');
    for (const Field &field : m_entity.fields())
        if (m_records.rights().isVisible(m_entity, field)
            && (fieldLabel(m_entity, field).compare(name, Qt::CaseInsensitive) == 0 || field.name == name))
            return &field;
    return nullptr;
}

bool PasteSheet::readHeading(const QStringList &cells)
{
    QList<const Field *> named;
    for (const QString &cell : cells) {
        named.append(fieldNamed(cell));
        if (!named.last() && !cell.trimmed().isEmpty())
            return false;
    }
    m_fields = named;
    return true;
}

void PasteSheet::read(const QString &text, const Target &target)
{
    m_rows.clear();
    m_fields.clear();
    QList<QStringList> sheet = split(text);
    m_heading = !sheet.isEmpty() && readHeading(sheet.first());
    if (m_heading) {
        sheet.removeFirst();
    } else {
        qsizetype widest = 0;
        for (const QStringList &cells : std::as_const(sheet))
            widest = qMax(widest, cells.size());
        for (qsizetype at = 0; at < widest; ++at)
            m_fields.append(m_entity.field(target.columns.value(at + (target.over.isEmpty() ? 0 : target.first))));
    }
    FieldParse parse(m_records);
    for (qsizetype at = 0; at < sheet.size(); ++at) {
        if (!target.over.isEmpty() && at >= target.over.size())
            return;
        Record record = target.over.isEmpty() ? m_records.create(m_entity.id) : target.over[at];
        if (target.over.isEmpty())
            for (const auto &[field, value] : target.preset)
                record.setValue(field, value);
        m_rows.append(readRow(sheet[at], record, parse));
        if (target.over.isEmpty() && !isOwnerChosen(sheet[at], target.preset))
            m_records.giveByRule(m_rows.last().record);
        check(m_rows.last());
    }
}

PasteSheet::Row PasteSheet::readRow(const QStringList &cells, Record record, FieldParse &parse) const
{
    Row row{std::move(record), {}, {}};
    for (qsizetype at = 0; at < m_fields.size(); ++at) {
        Cell cell{cells.value(at), std::nullopt};
        if (const Field *field = m_fields[at]) {
            const Result<model::Value> value = parse.value(m_entity, *field, cell.text);
            const model::Value &before = row.record.value(field->id);
            const bool same = cell.text.trimmed() == FieldText(m_records).text(row.record, *field);
            const bool writable = field->isTyped() && field->type != model::FieldType::State
                                  && m_records.rights().fieldRight(m_entity, *field) == model::FieldRight::Write;
            if (!same && !writable && !cell.text.trimmed().isEmpty())
                cell.fault = Error{ErrorCode::ReadOnly, {field->name}};
            else if (!same && writable && !value.ok())
                cell.fault = value.error();
            else if (!same && writable && *value != before)
                row.record.setValue(field->id, *value);
        }
        row.cells.append(cell);
    }
    return row;
}

bool PasteSheet::isOwnerChosen(const QStringList &cells, const Preset &preset) const
{
    const QList<model::FieldId> fields = rules::ownershipFields(m_entity);
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        if (m_fields[at] && fields.contains(m_fields[at]->id) && !cells.value(at).trimmed().isEmpty())
            return true;
    return std::any_of(preset.begin(), preset.end(), [&](const auto &given) { return fields.contains(given.first); });
}

void PasteSheet::check(Row &row) const
{
    for (const auto &[id, error] : m_records.check(row.record)) {
        const auto at = std::find_if(m_fields.begin(), m_fields.end(), [id = id](const Field *field) { return field && field->id == id; });
        if (at == m_fields.end())
            row.faults.append(error);
        else if (Cell &cell = row.cells[at - m_fields.begin()]; !cell.fault)
            cell.fault = error;
    }
}

int PasteSheet::goodRows() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isGood(); }));
}

Result<Saved> PasteSheet::take() const
{
    QList<Record> records;
    for (const Row &row : m_rows)
        if (row.isGood())
            records.append(row.record);
    return m_records.saveAll(records, QStringLiteral("import"));
}

} // namespace guanxi::app
