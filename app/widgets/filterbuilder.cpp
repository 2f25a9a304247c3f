// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filterbuilder.h"

#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/relatedfilterrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace guanxi::app {

using storage::Filter;
using Kind = storage::Filter::Kind;

namespace {

constexpr int DeepestGroup = 2;

} // namespace

QToolButton *removeButton(const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(QStringLiteral("list-remove")));
    if (button->icon().isNull())
        button->setText(QStringLiteral("×"));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

FilterRow::FilterRow(Records &records, const model::Entity &entity, FilterUse use)
    : m_records(records), m_entity(entity), m_use(use), m_fields(new QComboBox), m_words(new QComboBox),
      m_place(new QHBoxLayout)
{
    for (const model::Field *field : filterFields(records, entity, use))
        m_fields->addItem(fieldLabel(entity, *field), field->id);
    m_fields->setAccessibleName(tr("Field"));
    m_fields->setMaxVisibleItems(20);
    m_words->setAccessibleName(tr("Relation"));
    guardWheel(m_fields);
    guardWheel(m_words);
    QToolButton *remove = removeButton(tr("Remove this condition"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_fields);
    row->addWidget(m_words);
    row->addLayout(m_place, 1);
    row->addWidget(remove);
    m_place->setSpacing(4);
    setFocusProxy(m_fields);
    connect(m_fields, &QComboBox::currentIndexChanged, this, [this] {
        showWords();
        Q_EMIT changed();
    });
    connect(m_words, &QComboBox::activated, this, [this] {
        showEditors();
        Q_EMIT changed();
    });
    connect(remove, &QToolButton::clicked, this, &FilterRow::removeRequested);
    showWords();
}

const model::Field &FilterRow::field() const
{
    return *m_entity.field(model::FieldId(m_fields->currentData().toUInt()));
}

void FilterRow::showWords()
{
    m_words->clear();
    for (const FilterWord &word : filterWords(field(), m_use))
        m_words->addItem(word.label, int(word.kind));
    showEditors();
}

void FilterRow::showEditors()
{
    while (QLayoutItem *item = m_place->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_editors.clear();
    m_days = nullptr;
    const auto kind = Kind(m_words->currentData().toInt());
    if (kind == Kind::LastDays) {
        m_days = new QSpinBox;
        m_days->setRange(1, 3660);
        m_days->setValue(30);
        m_days->setAccessibleName(tr("Days"));
        connect(m_days, &QSpinBox::valueChanged, this, &FilterRow::changed);
        m_place->addWidget(m_days);
    }
    int wanted = 0;
    for (const FilterWord &word : filterWords(field(), m_use))
        if (word.kind == kind && kind != Kind::LastDays)
            wanted = word.values;
    for (int at = 0; at < wanted; ++at) {
        if (at > 0)
            m_place->addWidget(new QLabel(QStringLiteral("–")));
        FieldEditor *editor = FieldEditor::create(m_records, m_entity, field(), nullptr);
        connect(editor, &FieldEditor::edited, this, &FilterRow::changed);
        m_place->addWidget(editor, 1);
        m_editors.append(editor);
    }
    m_place->addStretch(m_editors.isEmpty() ? 1 : 0);
}

Filter FilterRow::filter() const
{
    Filter filter{Kind(m_words->currentData().toInt()), field().id, {}, {}};
    if (m_days)
        filter.values.append(model::Value(m_days->value()));
    for (const FieldEditor *editor : m_editors) {
        model::Value value = editor->value();
        if (value.isNull() || editor->fault())
            return {};
        if (field().type == model::FieldType::Tags)
            value = model::Value(value.as<QStringList>().value(0));
        if (field().type == model::FieldType::References)
            value = model::Value(idsOf(value).value(0));
        filter.values.append(value);
    }
    return filter;
}

void FilterRow::setFilter(const Filter &filter)
{
    m_fields->setCurrentIndex(m_fields->findData(filter.field));
    m_words->setCurrentIndex(m_words->findData(int(filter.kind)));
    showEditors();
    if (m_days)
        m_days->setValue(int(filter.values.value(0).number()));
    for (qsizetype at = 0; at < m_editors.size() && at < filter.values.size(); ++at) {
        model::Value value = filter.values[at];
        if (field().type == model::FieldType::Tags)
            value = model::Value(QStringList{value.text()});
        if (field().type == model::FieldType::References)
            value = model::valueOf({value.id()});
        m_editors[at]->setValue(value);
    }
}

FilterBuilder::FilterBuilder(Records &records, const model::Entity &entity, FilterUse use, int depth)
    : m_records(records), m_entity(entity), m_use(use), m_depth(depth), m_join(new QComboBox), m_rows(new QVBoxLayout)
{
    m_join->addItem(tr("All of these apply"), int(Kind::And));
    m_join->addItem(tr("Any of these applies"), int(Kind::Or));
    m_join->setAccessibleName(tr("How the conditions are joined"));
    guardWheel(m_join);
    auto *head = new QHBoxLayout;
    head->addWidget(m_join);
    auto *add = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), tr("Condition"));
    add->setToolTip(tr("Add a condition"));
    head->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow()->setFocus();
        Q_EMIT changed();
    });
    QPushButton *group = nullptr, *related = nullptr;
    if (depth < DeepestGroup) {
        group = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), tr("Group"));
        group->setToolTip(tr("Add a group of conditions with a join of its own"));
        head->addWidget(group);
        connect(group, &QPushButton::clicked, this, [this] { addGroup()->ensureRow(); });
    }
    if (depth < DeepestGroup && use == FilterUse::List) {
        related = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), tr("Related records"));
        related->setToolTip(tr("Add a condition on what belongs to the record: it has, or has no, order, interaction … of a kind"));
        head->addWidget(related);
        connect(related, &QPushButton::clicked, this, [this] {
            addRelated()->setFocus();
            Q_EMIT changed();
        });
    }
    for (QPushButton *button : {add, group, related})
        if (button)
            button->setAutoDefault(false); // Enter in a form adds nothing
    if (depth > 0) {
        QToolButton *remove = removeButton(tr("Remove this group"));
        head->addWidget(remove);
        connect(remove, &QToolButton::clicked, this, &FilterBuilder::removeRequested);
    }
    head->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(depth > 0 ? 24 : 0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(m_rows);
    column->addStretch(1);
    m_rows->setSpacing(4);
    connect(m_join, &QComboBox::activated, this, &FilterBuilder::changed);
}

template <class Row> Row *FilterBuilder::add(Row *row)
{
    m_rows->addWidget(row);
    connect(row, &Row::changed, this, &FilterBuilder::changed);
    connect(row, &Row::removeRequested, this, [this, row] {
        m_rows->removeWidget(row);
        row->deleteLater();
        Q_EMIT changed();
    });
    return row;
}

FilterRow *FilterBuilder::addRow() { return add(new FilterRow(m_records, m_entity, m_use)); }

FilterBuilder *FilterBuilder::addGroup() { return add(new FilterBuilder(m_records, m_entity, m_use, m_depth + 1)); }

RelatedFilterRow *FilterBuilder::addRelated() { return add(new RelatedFilterRow(m_records, m_entity, m_depth + 1)); }

void FilterBuilder::ensureRow()
{
    if (m_rows->count() == 0)
        addRow();
    m_rows->itemAt(0)->widget()->setFocus();
}

void FilterBuilder::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

Filter FilterBuilder::filter() const
{
    Filter filter{Kind(m_join->currentData().toInt()), 0, {}, {}};
    for (int at = 0; at < m_rows->count(); ++at) {
        QWidget *widget = m_rows->itemAt(at)->widget();
        const auto *row = qobject_cast<FilterRow *>(widget);
        const auto *related = qobject_cast<RelatedFilterRow *>(widget);
        Filter child = row ? row->filter() : related ? related->filter() : static_cast<FilterBuilder *>(widget)->filter();
        if (!child.isEmpty())
            filter.children.append(std::move(child));
    }
    return filter.children.isEmpty() ? Filter() : filter;
}

bool FilterBuilder::isComplete() const
{
    for (int at = 0; at < m_rows->count(); ++at) {
        QWidget *widget = m_rows->itemAt(at)->widget();
        const auto *row = qobject_cast<FilterRow *>(widget);
        const auto *group = qobject_cast<FilterBuilder *>(widget);
        if ((row && row->filter().isEmpty()) || (group && !group->isComplete()))
            return false;
    }
    return true;
}

void FilterBuilder::setFilter(const Filter &filter)
{
    clear();
    const bool group = filter.kind == Kind::And || filter.kind == Kind::Or;
    m_join->setCurrentIndex(filter.kind == Kind::Or ? 1 : 0);
    for (const Filter &child : group ? filter.children : QList<Filter>{filter}) {
        if (child.kind == Kind::And || child.kind == Kind::Or)
            addGroup()->setFilter(child);
        else if (RelatedFilterRow::canShow(child))
            addRelated()->setFilter(child);
        else
            addRow()->setFilter(child);
    }
}

} // namespace guanxi::app
