// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/choiceeditors.h"

#include "app/widgets/fieldtext.h"

#include <QCheckBox>
#include <QComboBox>

namespace guanxi::app {

using model::Value;

BoolEditor::BoolEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_box(new QCheckBox)
{
    connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    setMainWidget(m_box);
}

Value BoolEditor::value() const { return Value(m_box->isChecked()); }
void BoolEditor::setValue(const Value &value) { m_box->setChecked(value.number() != 0); }

ChoiceEditor::ChoiceEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_box(new QComboBox)
{
    guardWheel(m_box);
    if (!field.required)
        m_box->addItem(QString(), 0);
    if (field.type == model::FieldType::State) {
        for (const model::State &state : entity.machine.states)
            m_box->addItem(stateLabel(entity, state), state.id);
    } else {
        for (int at = 0; at < field.choices.size(); ++at)
            m_box->addItem(choiceLabel(entity, field.choices[at]), at + 1);
    }
    m_box->setCurrentIndex(field.required ? -1 : 0);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    setMainWidget(m_box);
}

Value ChoiceEditor::value() const
{
    const qint64 number = m_box->currentData().toLongLong();
    return number > 0 ? Value(number) : Value();
}

void ChoiceEditor::setValue(const Value &value)
{
    m_box->setCurrentIndex(value.isNull() && field().required ? -1 : m_box->findData(int(value.number())));
}

DictionaryEditor::DictionaryEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_box(new QComboBox)
{
    guardWheel(m_box);
    m_box->setMaxVisibleItems(16);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    if (!field.required)
        m_box->addItem(QString(), QByteArray());
    addChildren(records.dictionary(field.dictionary), {}, 0);
    m_box->setCurrentIndex(field.required ? -1 : 0);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    setMainWidget(m_box);
}

void DictionaryEditor::addChildren(const QList<DictionaryChoice> &choices, const Uuid &parent, int depth)
{
    for (const DictionaryChoice &choice : choices) {
        if (choice.parent != parent || depth > 8)
            continue;
        if (choice.active)
            m_box->addItem(QString(depth * 2, QChar(0x2003)) + choice.label, choice.id.bytes());
        addChildren(choices, choice.id, depth + 1);
    }
}

Value DictionaryEditor::value() const
{
    const QByteArray id = m_box->currentData().toByteArray();
    return id.isEmpty() ? Value() : Value(Uuid::fromBytes(id));
}

void DictionaryEditor::setValue(const Value &value)
{
    if (value.isNull()) {
        m_box->setCurrentIndex(field().required ? -1 : 0);
        return;
    }
    int at = m_box->findData(value.id().bytes());
    if (at < 0) {
        m_box->addItem(records().dictionaryLabel(value.id()), value.id().bytes());
        at = m_box->count() - 1;
    }
    m_box->setCurrentIndex(at);
}

} // namespace guanxi::app
