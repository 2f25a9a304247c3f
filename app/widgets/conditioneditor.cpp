// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/conditioneditor.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "common/model/filterjson.h"
#include "common/rules/conditions.h"
#include "common/rules/segments.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace guanxi::app {

using model::Filter;
using model::Value;

namespace {

constexpr int CountPauseMs = 250;

/// All of one is that one.
Filter simplified(const Filter &filter)
{
    return filter.kind == Filter::Kind::And && filter.children.size() == 1 ? filter.children.first() : filter;
}

} // namespace

ConditionEditor::ConditionEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_use(field.isCondition() ? FilterUse::Rule : FilterUse::List), m_hint(new QLabel)
{
    m_hint->setObjectName(QStringLiteral("quiet"));
    m_hint->setWordWrap(true);
    auto *both = new QWidget;
    m_column = new QVBoxLayout(both);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_hint);
    setMainWidget(both);
    m_counting.setSingleShot(true);
    m_counting.setInterval(CountPauseMs);
    connect(&m_counting, &QTimer::timeout, this, &ConditionEditor::count);
    aimAt(records.catalogue().entity(field.conditionOn));
}

void ConditionEditor::aimAt(const model::Entity *about)
{
    delete std::exchange(m_builder, nullptr);
    m_about = about;
    if (m_about) {
        m_builder = new FilterBuilder(records(), *m_about, m_use);
        m_column->insertWidget(0, m_builder);
        m_column->parentWidget()->setFocusProxy(m_builder);
        connect(m_builder, &FilterBuilder::changed, this, [this] {
            showHint();
            Q_EMIT edited();
        });
    }
    showHint();
}

void ConditionEditor::setTyped(const model::Record &record)
{
    const model::Entity *about = records().catalogue().entity(rules::conditionEntity(record, field()));
    if (about == m_about)
        return;
    if (!m_about) {
        aimAt(about);
        return setValue(record.value(field().id));
    }
    const Value before = value();
    aimAt(about);
    if (!m_about) {
        m_kept = before; // until it is a filter again
        return;
    }
    // Conditions on one entity mean nothing to another.
    setValue({});
    if (!before.isNull())
        Q_EMIT edited();
}

bool ConditionEditor::canShow(const Filter &filter) const
{
    // A builder shows what it gives back.
    if (!isRule()) {
        FilterBuilder trial(records(), *m_about, m_use);
        trial.setFilter(filter);
        return simplified(trial.filter()) == simplified(filter);
    }
    const bool group = filter.kind == Filter::Kind::And || filter.kind == Filter::Kind::Or;
    if (group)
        return std::all_of(filter.children.begin(), filter.children.end(), [this](const Filter &child) { return canShow(child); });
    const QList<const model::Field *> fields = filterFields(records(), *m_about, m_use);
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const model::Field *offered) { return offered->id == filter.field; });
    if (field == fields.end())
        return false;
    const QList<FilterWord> words = filterWords(**field, m_use);
    return std::any_of(words.begin(), words.end(), [&](const FilterWord &word) { return word.kind == filter.kind; });
}

std::optional<Filter> ConditionEditor::read(const QString &text) const
{
    if (isRule()) {
        const Result<Filter> condition = rules::readCondition(field(), text, records().catalogue());
        return condition ? std::optional(*condition) : std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const Filter filter = model::filterFromJson(json, *m_about, records().catalogue());
    return filter.isEmpty() || model::filterToJson(filter) == json ? std::optional(filter) : std::nullopt;
}

void ConditionEditor::setValue(const Value &value)
{
    m_kept = value;
    if (!m_about)
        return;
    const std::optional<Filter> filter = read(value.text());
    const bool shown = filter && canShow(*filter);
    if (shown)
        m_kept = Value();
    m_builder->setFilter(shown ? *filter : Filter());
    m_builder->setVisible(shown);
    showHint();
}

bool ConditionEditor::isEmpty() const { return m_builder->isComplete() && m_builder->filter().isEmpty(); }

void ConditionEditor::showHint()
{
    m_counting.stop();
    m_hint->show();
    if (!m_about)
        return m_hint->setText(tr("Only a segment by filter has one; the members of others are chosen one by one."));
    if (!m_kept.isNull()) {
        const Filter filter = model::filterFromJson(QJsonDocument::fromJson(m_kept.text().toUtf8()).object(), *m_about, records().catalogue());
        const QString words = isRule() ? FieldText(records()).text(entity(), field(), m_kept) : filterText(records(), *m_about, filter);
        return m_hint->setText(tr("%1\nThis condition cannot be changed here; it stays as it is.").arg(words));
    }
    if (isRule()) {
        m_hint->setText(tr("Without a condition it fits every new record."));
        return m_hint->setVisible(isEmpty());
    }
    m_counting.start();
}

void ConditionEditor::count()
{
    if (!m_about || isRule())
        return;
    storage::Query query;
    query.entity = m_about->id;
    query.filter = m_builder->filter();
    records().find(query, this, [this, about = m_about](const Result<Records::Rows> &rows) {
        if (rows && about == m_about && m_kept.isNull())
            m_hint->setText(tr("%n record(s) of the kind \u201c%1\u201d fit", nullptr, int(rows->size())).arg(entityLabel(*about)));
    });
}

Value ConditionEditor::value() const
{
    if (!m_kept.isNull() || !m_about)
        return m_kept;
    const Filter filter = isRule() ? m_builder->filter() : simplified(m_builder->filter());
    if (filter.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(model::filterToJson(filter)).toJson(QJsonDocument::Compact));
}

std::optional<Error> ConditionEditor::fault() const
{
    // What is not filled in would be left out, and the rule would fit more than was meant.
    if (m_builder && m_kept.isNull() && !m_builder->isComplete())
        return Error{ErrorCode::Required, {field().name}};
    return std::nullopt;
}

} // namespace guanxi::app
