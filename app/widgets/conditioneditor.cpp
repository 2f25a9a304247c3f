// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/conditioneditor.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "common/model/filterjson.h"
#include "common/rules/conditions.h"

#include <QJsonDocument>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace guanxi::app {

using model::Filter;
using model::Value;

ConditionEditor::ConditionEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_about(records.catalogue().at(field.conditionOn)),
      m_builder(new FilterBuilder(records, m_about, FilterUse::Rule)), m_hint(new QLabel)
{
    m_hint->setObjectName(QStringLiteral("quiet"));
    m_hint->setWordWrap(true);
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_builder);
    column->addWidget(m_hint);
    both->setFocusProxy(m_builder);
    setMainWidget(both);
    connect(m_builder, &FilterBuilder::changed, this, [this] {
        showHint();
        Q_EMIT edited();
    });
    setValue({});
}

bool ConditionEditor::canShow(const Filter &filter) const
{
    const bool group = filter.kind == Filter::Kind::And || filter.kind == Filter::Kind::Or;
    if (group)
        return std::all_of(filter.children.begin(), filter.children.end(), [this](const Filter &child) { return canShow(child); });
    const QList<const model::Field *> fields = filterFields(records(), m_about, FilterUse::Rule);
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const model::Field *offered) { return offered->id == filter.field; });
    if (field == fields.end())
        return false;
    const QList<FilterWord> words = filterWords(**field, FilterUse::Rule);
    return std::any_of(words.begin(), words.end(), [&](const FilterWord &word) { return word.kind == filter.kind; });
}

void ConditionEditor::setValue(const Value &value)
{
    const Result<Filter> read = rules::readCondition(field(), value.text(), records().catalogue());
    const bool shown = read && canShow(*read);
    m_kept = shown ? Value() : value;
    m_builder->setFilter(shown ? *read : Filter());
    m_builder->setVisible(shown);
    showHint();
}

void ConditionEditor::showHint()
{
    m_hint->setText(m_kept.isNull() ? tr("Without a condition it fits every new record.")
                                    : tr("%1\nThis condition cannot be changed here; it stays as it is.").arg(FieldText(records()).text(entity(), field(), m_kept)));
    m_hint->setVisible(!m_kept.isNull() || (m_builder->isComplete() && m_builder->filter().isEmpty()));
}

Value ConditionEditor::value() const
{
    if (!m_kept.isNull())
        return m_kept;
    const Filter filter = m_builder->filter();
    if (filter.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(model::filterToJson(filter)).toJson(QJsonDocument::Compact));
}

std::optional<Error> ConditionEditor::fault() const
{
    // What is not filled in would be left out, and the rule would fit more than was meant.
    if (m_kept.isNull() && !m_builder->isComplete())
        return Error{ErrorCode::Required, {field().name}};
    return std::nullopt;
}

} // namespace guanxi::app
