// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sheetrow.h"

#include "app/widgets/fieldtext.h"
#include "common/rules/ownership.h"

namespace guanxi::app {

using model::Field;
using model::Record;

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

SheetRow SheetRows::read(const QStringList &cells, Record record, PutOver how)
{
    SheetRow row = taken(cells, std::move(record), how);
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
    check(row);
    return row;
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

void SheetRows::put(SheetRow &row, SheetRow::Cell &cell, const Field &field, PutOver how)
{
    const bool isEmpty = cell.text.trimmed().isEmpty();
    if ((how != PutOver::Everything && isEmpty) || (how == PutOver::EmptyFields && !row.record.value(field.id).isNull()))
        return;
    const Result<model::Value> value = m_parse.value(m_entity, field, cell.text);
    if (value && *value == row.record.value(field.id))
        return;
    const QString typed = cell.text.trimmed();
    // What is shown of it may say less than the value: a time without seconds is no change.
    if (typed == FieldText(m_records).text(row.record, field))
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
