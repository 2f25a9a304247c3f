// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordfields.h"

#include "app/widgets/fieldcell.h"
#include "app/widgets/fieldsections.h"
#include "app/widgets/fieldtext.h"

#include <QScrollBar>

namespace guanxi::app {

using model::Field;

RecordFields::RecordFields(Records &records, const model::Record &record, QWidget *parent) : QScrollArea(parent), m_records(records), m_record(record)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
}

void RecordFields::build()
{
    const model::Entity &entity = m_record.entity();
    auto *sections = new FieldSections(FieldSections::Use::Read);
    const auto add = [&](const Field &field) {
        auto *cell = new FieldCell(m_records, m_record, field);
        sections->addField(fieldLabel(entity, field), false, cell, field.type == model::FieldType::LongText);
        m_cells.insert(field.id, cell);
        m_first = m_first ? m_first : cell;
        connect(cell, &FieldCell::openRequested, this, &RecordFields::openRequested);
        connect(cell, &FieldCell::saved, this, &RecordFields::saved);
        connect(cell, &FieldCell::failed, this, &RecordFields::failed);
    };
    QString section = QStringLiteral("\n");
    for (const Field &field : entity.fields()) {
        if (field.id < model::system::FirstOwn || !m_records.rights().isVisible(entity, field) || !m_record.applies(field))
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

bool RecordFields::showsOtherKind() const
{
    const auto &fields = m_record.entity().fields();
    return std::any_of(fields.begin(), fields.end(), [this](const Field &field) {
        return field.applies.kind != 0 && m_records.rights().isVisible(m_record.entity(), field) && m_cells.contains(field.id) != m_record.applies(field);
    });
}

void RecordFields::rebuild()
{
    const bool edited = std::any_of(m_cells.begin(), m_cells.end(), [](const FieldCell *cell) { return cell->isEditing(); });
    if (edited || !showsOtherKind())
        return;
    model::FieldId focused = 0;
    for (auto cell = m_cells.begin(); cell != m_cells.end(); ++cell)
        focused = cell.value()->hasFocus() ? cell.key() : focused;
    const int scrolled = verticalScrollBar()->value();
    takeWidget()->deleteLater();
    m_cells.clear();
    m_first = nullptr;
    build();
    if (FieldCell *again = m_cells.value(focused))
        again->setFocus();
    verticalScrollBar()->setValue(scrolled);
}

void RecordFields::setRecord(const model::Record &record)
{
    m_record = record;
    // Once the cell that was changed is through with it.
    if (showsOtherKind())
        QMetaObject::invokeMethod(this, &RecordFields::rebuild, Qt::QueuedConnection);
    for (FieldCell *cell : std::as_const(m_cells))
        if (!cell->isEditing())
            cell->setRecord(record);
}

} // namespace guanxi::app
