// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordfields.h"

#include "app/widgets/fieldcell.h"
#include "app/widgets/fieldsections.h"
#include "app/widgets/fieldtext.h"

namespace guanxi::app {

using model::Field;

RecordFields::RecordFields(Records &records, const model::Record &record, QWidget *parent) : QScrollArea(parent), m_records(records)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build(record);
}

void RecordFields::build(const model::Record &record)
{
    const model::Entity &entity = record.entity();
    auto *sections = new FieldSections(FieldSections::Use::Read);
    const auto add = [&](const Field &field) {
        auto *cell = new FieldCell(m_records, record, field);
        sections->addField(fieldLabel(entity, field), false, cell, field.type == model::FieldType::LongText);
        m_cells.insert(field.id, cell);
        m_first = m_first ? m_first : cell;
        connect(cell, &FieldCell::openRequested, this, &RecordFields::openRequested);
        connect(cell, &FieldCell::saved, this, &RecordFields::saved);
        connect(cell, &FieldCell::failed, this, &RecordFields::failed);
    };
    QString section = QStringLiteral("\n");
    for (const Field &field : entity.fields()) {
        if (field.id < model::system::FirstOwn || !m_records.rights().isVisible(entity, field))
            continue;
        if (field.section != section) {
            section = field.section;
            sections->addSection(section.isEmpty() ? QString() : sectionLabel(entity, section));
        }
        add(field);
    }
    sections->addSection(tr("Responsibility and history"));
    for (const Field &field : entity.fields())
        if (field.id < model::system::FirstOwn && m_records.rights().isVisible(entity, field))
            add(field);
    sections->finish();
    setWidget(sections);
}

void RecordFields::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::TabFocusReason);
}

void RecordFields::setRecord(const model::Record &record)
{
    for (FieldCell *cell : std::as_const(m_cells))
        if (!cell->isEditing())
            cell->setRecord(record);
}

} // namespace guanxi::app
