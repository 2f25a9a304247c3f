// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/export/exportplan.h"
#include "app/widgets/fieldtext.h"

namespace guanxi::app {

/// One table of an export: an entity's fields as columns, its records as lines. What the user may not see has no column; of a
/// masked field there is the mask.
class ExportSheet
{
public:
    ExportSheet(const Records &records, const model::Entity &entity, const ExportPlan &plan);
    /// Of related records: also with the fields that point at the main ones.
    ExportSheet(const Records &records, const model::Entity &entity, const ExportPlan &plan, const QList<const model::Field *> &pointers);

    const model::Entity &entity() const { return *m_entity; }
    const QList<const model::Field *> &fields() const { return m_fields; }
    TableSheet heading() const;
    /// There are masks among its columns.
    bool hasMasks() const;
    QList<TableCell> line(const model::Record &record) const;

private:
    QList<const model::Field *> fieldsOf(const ExportPlan &plan) const;
    TableCell cell(const model::Record &record, const model::Field &field) const;

    const Records *m_records;
    const model::Entity *m_entity;
    QList<const model::Field *> m_fields;
    bool m_comesBack;
    FieldText m_words;
};

/// The fields that an address card has, by their codes; empty where the entity is nobody that could be reached.
QList<const model::Field *> cardFields(const Records &records, const model::Entity &entity);

} // namespace guanxi::app
