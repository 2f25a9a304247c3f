// SPDX-License-Identifier: GPL-3.0-or-later
// Where the fields of a form stand, and which of them make sense in a record of its kind.
#include "app/widgets/recordform.h"

#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldsections.h"
#include "app/widgets/fieldtext.h"

#include <QApplication>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>

namespace guanxi::app {

using model::Field;
using model::FieldId;
using model::Record;

bool RecordForm::hasOtherFields() const
{
    const Record record = typed();
    return std::any_of(m_lines.begin(), m_lines.end(), [&](const Line &line) {
        return record.applies(line.editor->field()) == (line.editor->parentWidget() == m_aside);
    });
}

void RecordForm::putAside()
{
    for (const Line &line : std::as_const(m_lines)) {
        line.editor->setParent(m_aside);
        line.under->setParent(m_aside);
    }
}

void RecordForm::layOut()
{
    // A widget that moves loses the keyboard, which is not being left.
    const QScopedValueRollback guard(m_layingOut, true);
    QWidget *focused = m_scroll->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    const int scrolled = m_scroll->verticalScrollBar()->value();
    putAside();
    auto *sections = new FieldSections(FieldSections::Use::Edit);
    const Record record = typed();
    QString section = QStringLiteral("\n");
    for (const Field &field : record.entity().fields()) {
        if (field.id < model::system::FirstOwn || !isShown(field) || !record.applies(field))
            continue;
        if (field.section != section) {
            section = field.section;
            sections->addSection(sectionLabel(record.entity(), section));
        }
        layOutField(*sections, field);
    }
    sections->addSection(tr("Responsibility"));
    for (const FieldId id : {model::system::Owner, model::system::Department})
        if (const Field *field = record.entity().field(id); field && isShown(*field))
            layOutField(*sections, *field);
    sections->finish();
    m_scroll->setWidget(sections);
    if (focused) {
        focused->setFocus();
        m_scroll->verticalScrollBar()->setValue(scrolled);
    }
}

void RecordForm::layOutField(FieldSections &sections, const Field &field)
{
    const QString label = fieldLabel(m_base.entity(), field);
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &known) { return known.editor->field().id == field.id; });
    if (line != m_lines.end()) {
        const bool wide = line->editor->isWide() || (isTitle(field) && field.limit > 64);
        sections.addField(label, field.required, line->editor, wide, line->under);
        return;
    }
    auto *plain = new QLabel(FieldText(m_records).text(m_base, field));
    plain->setWordWrap(true);
    plain->setTextInteractionFlags(Qt::TextSelectableByMouse);
    plain->setAccessibleName(label + QStringLiteral(": ") + plain->text());
    plain->setContentsMargins(0, 5, 0, 4);
    sections.addField(label, false, plain, field.type == model::FieldType::LongText);
}

} // namespace guanxi::app
