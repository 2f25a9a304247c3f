// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/conditionline.h"

#include "app/widgets/fieldtext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

ConditionLine::ConditionLine(Records &records, const FieldScope &scope, QWidget *parent)
    : QWidget(parent), m_records(records), m_scope(scope), m_field(new QToolButton), m_comparison(new QComboBox), m_values(new QStackedWidget), m_choice(new QComboBox), m_text(new QLineEdit),
      m_remove(new QToolButton)
{
    m_field->setPopupMode(QToolButton::InstantPopup);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->setText(tr("Choose a field"));
    auto *menu = new QMenu(m_field);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (menu->isEmpty())
            fillFieldMenu(*menu, m_records, m_scope, false, [this](const QString &path) {
                setField(path);
                Q_EMIT edited();
            });
    });
    m_field->setMenu(menu);
    m_remove->setIcon(QIcon::fromTheme(u"list-remove"_s));
    m_remove->setToolTip(tr("Remove this condition"));
    m_values->addWidget(m_choice);
    m_values->addWidget(m_text);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(m_field, 0, 0, 1, 2);
    grid->addWidget(m_remove, 0, 2);
    grid->addWidget(m_comparison, 1, 0);
    grid->addWidget(m_values, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    fillComparisons();
    connect(m_comparison, &QComboBox::currentIndexChanged, this, [this] {
        showValues();
        Q_EMIT edited();
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ConditionLine::edited);
    connect(m_text, &QLineEdit::textEdited, this, &ConditionLine::edited);
    connect(m_remove, &QToolButton::clicked, this, &ConditionLine::removed);
    setFocusProxy(m_field);
}

ConditionLine::Comparison ConditionLine::comparison() const { return Comparison(m_comparison->currentData().toInt()); }

void ConditionLine::fillComparisons()
{
    const QSignalBlocker quiet(m_comparison);
    const QVariant before = m_comparison->currentData();
    m_comparison->clear();
    const auto offer = [this](Comparison comparison, const QString &words) { m_comparison->addItem(words, int(comparison)); };
    offer(Comparison::Filled, tr("is filled"));
    offer(Comparison::Empty, tr("is empty or zero"));
    const Field *field = fieldAt(m_records, m_scope, m_path);
    if (!field || (field->type != FieldType::Date && field->type != FieldType::Reference && field->type != FieldType::Money)) {
        offer(Comparison::Is, tr("is"));
        offer(Comparison::IsNot, tr("is not"));
    }
    if (field && field->type == FieldType::Date)
        offer(Comparison::Past, tr("is before today"));
    m_comparison->setCurrentIndex(qMax(0, m_comparison->findData(before)));
}

void ConditionLine::fillValues()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    const Entity *holder = nullptr;
    const Field *field = fieldAt(m_records, m_scope, m_path, &holder);
    if (!field)
        return;
    if (field->type == FieldType::State)
        for (const State &state : holder->machine.states)
            m_choice->addItem(stateLabel(*holder, state), state.code);
    for (const QString &choice : field->choices)
        m_choice->addItem(choiceLabel(*holder, choice), choice);
    if (field->type == FieldType::Dictionary)
        for (const DictionaryChoice &choice : m_records.dictionary(field->dictionary))
            m_choice->addItem(choice.label, choice.code);
    if (field->type == FieldType::Bool)
        for (const auto &[word, code] : {std::pair(tr("yes"), u"1"_s), std::pair(tr("no"), u"0"_s)})
            m_choice->addItem(word, code);
}

void ConditionLine::showValues()
{
    const bool compares = comparison() == Comparison::Is || comparison() == Comparison::IsNot;
    m_values->setVisible(compares);
    m_values->setCurrentWidget(m_choice->count() > 0 ? static_cast<QWidget *>(m_choice) : m_text);
}

void ConditionLine::setField(const QString &path)
{
    m_path = path;
    m_field->setText(path.isEmpty() ? tr("Choose a field") : pathLabel(m_records, m_scope, path).replace(u'&', u"&&"_s));
    fillComparisons();
    fillValues();
    showValues();
}

QString ConditionLine::typed() const { return m_choice->count() > 0 ? m_choice->currentData().toString() : m_text->text().trimmed(); }

QString ConditionLine::condition() const
{
    if (m_path.isEmpty())
        return {};
    switch (comparison()) {
    case Comparison::Filled: return m_path;
    case Comparison::Empty: return u'!' + m_path;
    case Comparison::Is: return m_path + u'=' + typed();
    case Comparison::IsNot: return m_path + u"!="_s + typed();
    case Comparison::Past: return m_path + u"<today"_s;
    }
    return {};
}

void ConditionLine::setCondition(const QString &condition)
{
    static const QRegularExpression compared(u"^(.+?)\\s*(!=|=|<)\\s*(.*)$"_s);
    const QRegularExpressionMatch match = compared.match(condition);
    const bool isEmpty = condition.startsWith(u'!');
    const QSignalBlocker quiet(this);
    setField(match.hasMatch() ? match.captured(1) : isEmpty ? condition.mid(1) : condition);
    Comparison wanted = isEmpty ? Comparison::Empty : Comparison::Filled;
    if (match.hasMatch())
        wanted = match.captured(2) == "="_L1 ? Comparison::Is : match.captured(2) == "<"_L1 ? Comparison::Past : Comparison::IsNot;
    m_comparison->setCurrentIndex(qMax(0, m_comparison->findData(int(wanted))));
    m_choice->setCurrentIndex(m_choice->findData(match.captured(3)));
    m_text->setText(match.captured(3));
    showValues();
}

void ConditionLine::setLabel(const QString &label)
{
    m_field->setAccessibleName(tr("%1: field").arg(label));
    m_comparison->setAccessibleName(tr("%1: comparison").arg(label));
    m_choice->setAccessibleName(tr("%1: value").arg(label));
    m_text->setAccessibleName(tr("%1: value").arg(label));
    m_remove->setAccessibleName(tr("%1: remove this condition").arg(label));
}

} // namespace guanxi::app
