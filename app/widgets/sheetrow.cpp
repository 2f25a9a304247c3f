// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sheetrow.h"

#include "app/data/documentlines.h"
#include "app/widgets/fieldtext.h"
#include "common/rules/ownership.h"

namespace guanxi::app {

using model::Field;
using model::Record;

namespace {

constexpr qint64 SecondMs = 1'000, MinuteMs = 60 * SecondMs;

} // namespace

QString sheetHead(const QString &label, const QString &code) { return label + QStringLiteral(" [") + code + u']'; }

QString codeOfHead(const QString &head)
{
    const QString trimmed = head.trimmed();
    const qsizetype bracket = trimmed.lastIndexOf(u'[');
    return bracket >= 0 && trimmed.endsWith(u']') ? trimmed.sliced(bracket + 1).chopped(1) : QString();
}

QString recordIdCode() { return QStringLiteral("id"); }

bool SheetRow::isGood() const
{
    return faults.isEmpty() && std::none_of(cells.begin(), cells.end(), [](const Cell &cell) { return cell.fault.has_value(); });
}

const Field *SheetRows::fieldNamed(const QString &text) const
{
    const QString name = text.trimmed().remove(u'*');
    for (const Field &field : m_entity.fields())
        if (m_records.rights().isVisible(m_entity, field)
            && (fieldLabel(m_entity, field).compare(name, Qt::CaseInsensitive) == 0 || field.name == name))
            return &field;
    return nullptr;
}

QList<const Field *> SheetRows::named(const QStringList &names) const
{
    QList<const Field *> fields;
    for (const QString &name : names) {
        fields.append(fieldNamed(name));
        if (!fields.last() && !name.trimmed().isEmpty())
            return {};
    }
    return fields;
}

bool SheetRows::isWritable(const Field &field) const
{
    return field.isTyped() && field.type != model::FieldType::State && m_records.rights().fieldRight(m_entity, field) == model::FieldRight::Write;
}

QList<const Field *> SheetRows::takenFields() const
{
    QList<const Field *> fields;
    for (const Field &field : m_entity.fields())
        if (m_records.rights().isVisible(m_entity, field) && (isWritable(field) || field.unique) && !field.isContent())
            fields.append(&field);
    return fields;
}

SheetRow SheetRows::read(const QStringList &cells, Record record, PutOver how)
{
    SheetRow row = taken(cells, record, how);
    // What nobody changes nobody has to mend: it may be from before a rule, or closed.
    if (!row.isGood() || !row.record.sameContent(record))
        check(row);
    return row;
}

SheetRow SheetRows::readNew(const QStringList &cells, const Preset &preset, PutOver how)
{
    Record record = m_records.create(m_entity.id);
    for (const auto &[field, value] : preset)
        record.setValue(field, value);
    SheetRow row = taken(cells, std::move(record), how);
    if (!isOwnerChosen(cells, preset))
        m_records.giveByRule(row.record);
    if (m_entity.line)
        completeLine(cells, row.record);
    check(row);
    return row;
}

void SheetRows::completeLine(const QStringList &cells, Record &line) const
{
    QSet<model::FieldId> given;
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        if (m_fields[at] && !cells.value(at).trimmed().isEmpty())
            given.insert(m_fields[at]->id);
    const Result<Record> document = m_records.load({m_entity.parent, line.value(m_entity.parentField).id()});
    if (document)
        takeProduct(m_records, *document, line, given);
}

bool SheetRows::isOwnerChosen(const QStringList &cells, const Preset &preset) const
{
    const QList<model::FieldId> fields = rules::ownershipFields(m_entity);
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        if (m_fields[at] && fields.contains(m_fields[at]->id) && !cells.value(at).trimmed().isEmpty())
            return true;
    return std::any_of(preset.begin(), preset.end(), [&](const auto &given) { return fields.contains(given.first); });
}

SheetRow SheetRows::taken(const QStringList &cells, Record record, PutOver how)
{
    SheetRow row{std::move(record), {}, {}};
    for (qsizetype at = 0; at < m_fields.size(); ++at) {
        SheetRow::Cell cell{cells.value(at), std::nullopt};
        if (m_fields[at])
            put(row, cell, *m_fields[at], how);
        row.cells.append(cell);
    }
    return row;
}

bool SheetRows::isSame(const Record &record, const Field &field, const QString &typed, const Result<model::Value> &value) const
{
    const model::Value &stored = record.value(field.id);
    if (value && *value == stored)
        return true;
    if (field.type == model::FieldType::DateTime && value && value->is<qint64>() && stored.is<qint64>())
        for (const qint64 step : {SecondMs, MinuteMs})
            if (stored.number() - (stored.number() % step + step) % step == value->number())
                return true;
    QString lines = typed;
    return lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n")) == FieldText(m_records).text(record, field).trimmed();
}

void SheetRows::put(SheetRow &row, SheetRow::Cell &cell, const Field &field, PutOver how)
{
    const bool isEmpty = cell.text.trimmed().isEmpty();
    if ((how != PutOver::Everything && isEmpty) || (how == PutOver::EmptyFields && !row.record.value(field.id).isNull()))
        return;
    const Uuid named = m_named ? m_named(field, cell.text) : Uuid();
    const Result<model::Value> value = named.isNull() ? m_parse.value(m_entity, field, cell.text) : Result<model::Value>(named);
    if (isSame(row.record, field, cell.text.trimmed(), value))
        return;
    const bool writable = isWritable(field);
    if (!writable && !isEmpty)
        cell.fault = Error{ErrorCode::ReadOnly, {field.name}};
    else if (writable && !value)
        cell.fault = value.error();
    else if (writable)
        row.record.setValue(field.id, *value);
}

void SheetRows::check(SheetRow &row) const
{
    for (const auto &[id, error] : m_records.check(row.record)) {
        const auto at = std::find_if(m_fields.begin(), m_fields.end(), [id = id](const Field *field) { return field && field->id == id; });
        if (at == m_fields.end())
            row.faults.append(error);
        else if (SheetRow::Cell &cell = row.cells[at - m_fields.begin()]; !cell.fault)
            cell.fault = error;
    }
}

} // namespace guanxi::app
