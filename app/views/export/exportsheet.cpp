// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/export/exportsheet.h"

#include "app/tables/vcardfields.h"
#include "app/widgets/sheetrow.h"
#include "common/base/decimal.h"

#include <QCoreApplication>
#include <QDateTime>

namespace guanxi::app {

using model::Entity;
using model::Field;
using model::FieldType;
using model::Record;

namespace {

constexpr int IdWidth = 38;

int widthOf(const Entity &entity, const Field &field)
{
    switch (field.type) {
    case FieldType::Bool:
    case FieldType::Percent: return 9;
    case FieldType::Date: return 12;
    case FieldType::Int:
    case FieldType::Decimal:
    case FieldType::Money: return 14;
    case FieldType::DateTime:
    case FieldType::Phone: return 17;
    case FieldType::LongText:
    case FieldType::Json: return 40;
    default: return entity.titleFields.contains(field.id) || field.type == FieldType::Url ? 28 : 18;
    }
}

} // namespace

QList<const Field *> cardFields(const Records &records, const Entity &entity)
{
    QList<const Field *> fields;
    bool isReached = false;
    for (const QString &name : vcard::heads())
        if (const Field *field = entity.field(name); field && records.rights().isVisible(entity, *field)) {
            fields.append(field);
            isReached |= field->type == FieldType::Phone || field->type == FieldType::Email;
        }
    const bool isNamed = !fields.isEmpty() && fields.first()->name == vcard::heads().first();
    return isNamed && isReached ? fields : QList<const Field *>();
}

ExportSheet::ExportSheet(const Records &records, const Entity &entity, const ExportPlan &plan)
    : m_records(&records), m_entity(&entity), m_comesBack(plan.fields == ExportFields::Reimport), m_words(records)
{
    m_fields = fieldsOf(plan);
}

ExportSheet::ExportSheet(const Records &records, const Entity &entity, const ExportPlan &plan, const QList<const Field *> &pointers)
    : m_records(&records), m_entity(&entity), m_comesBack(plan.fields == ExportFields::Reimport), m_words(records)
{
    ExportPlan related = plan;
    related.shown.clear();
    m_fields = fieldsOf(related);
    for (const Field *pointer : pointers)
        if (!m_fields.contains(pointer) && !m_comesBack && records.rights().isVisible(entity, *pointer))
            m_fields.prepend(pointer);
}

QList<const Field *> ExportSheet::fieldsOf(const ExportPlan &plan) const
{
    if (plan.format == TableFormat::VCard)
        return cardFields(*m_records, *m_entity);
    if (m_comesBack)
        return SheetRows(*m_records, *m_entity).takenFields();
    QList<const Field *> fields;
    const auto add = [&](const Field *field) {
        if (field && m_records->rights().isVisible(*m_entity, *field) && !field->isContent())
            fields.append(field);
    };
    if (plan.fields == ExportFields::Shown && !plan.shown.isEmpty()) {
        for (const model::FieldId id : plan.shown)
            add(m_entity->field(id));
        return fields;
    }
    for (const Field &field : m_entity->fields())
        if (plan.fields == ExportFields::All || field.listed)
            add(&field);
    return fields;
}

TableSheet ExportSheet::heading() const
{
    TableSheet sheet{entityPlural(*m_entity), m_entity->name, {}};
    for (const Field *field : m_fields) {
        const QString label = fieldLabel(*m_entity, *field);
        sheet.columns.append({m_comesBack ? sheetHead(label, field->name) : label, field->name, widthOf(*m_entity, *field)});
    }
    if (m_comesBack)
        sheet.columns.append({sheetHead(QCoreApplication::translate("ExportSheet", "Record"), recordIdCode()), recordIdCode(), IdWidth});
    return sheet;
}

bool ExportSheet::hasMasks() const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [this](const Field *field) { return m_records->rights().fieldRight(*m_entity, *field) == model::FieldRight::Masked; });
}

TableCell ExportSheet::cell(const Record &record, const Field &field) const
{
    if (!record.applies(field))
        return {};
    const model::Value &value = record.value(field.id);
    // The mask of a number is a text.
    if (value.is<qint64>())
        switch (field.type) {
        case FieldType::Int:
        case FieldType::Decimal:
        case FieldType::Money:
            return {CellKind::Number, m_words.plain(*m_entity, field, value)};
        case FieldType::Percent:
            return {CellKind::Percent, decimal::format(value.number(), decimal::PercentScale)};
        case FieldType::Date:
            return {CellKind::Date, m_words.plain(*m_entity, field, value)};
        case FieldType::DateTime:
            return {CellKind::DateTime, QDateTime::fromMSecsSinceEpoch(value.number()).toString(m_comesBack ? QStringLiteral("yyyy-MM-dd HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"))};
        default:
            break;
        }
    return {CellKind::Text, m_words.text(record, field)};
}

QList<TableCell> ExportSheet::line(const Record &record) const
{
    QList<TableCell> cells;
    cells.reserve(m_fields.size() + 1);
    for (const Field *field : m_fields)
        cells.append(cell(record, *field));
    if (m_comesBack)
        cells.append({CellKind::Text, record.id().text()});
    return cells;
}

} // namespace guanxi::app
