// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/conditionsedit.h"

#include "app/views/templates/conditionline.h"

#include <QJsonArray>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

QStringList conditionsOf(const QJsonValue &value)
{
    QStringList conditions;
    for (const QJsonValue &each : value.isArray() ? value.toArray() : value.isString() ? QJsonArray{value} : QJsonArray())
        conditions.append(each.toString());
    return conditions;
}

} // namespace

ConditionsEdit::ConditionsEdit(Records &records, const FieldScope &scope, QWidget *parent)
    : QWidget(parent), m_records(records), m_scope(scope), m_column(new QVBoxLayout(this)), m_add(new QPushButton(tr("Add a condition")))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] { add({})->setFocus(); });
    setFocusProxy(m_add);
}

ConditionLine *ConditionsEdit::add(const QString &condition)
{
    auto *line = new ConditionLine(m_records, m_scope);
    line->setCondition(condition);
    line->setLabel(m_label);
    m_column->insertWidget(int(m_lines.size()), line);
    m_lines.append(line);
    connect(line, &ConditionLine::edited, this, &ConditionsEdit::edited);
    connect(line, &ConditionLine::removed, this, [this, line] {
        remove(line);
        Q_EMIT edited();
    });
    return line;
}

void ConditionsEdit::remove(ConditionLine *line)
{
    m_lines.removeOne(line);
    line->hide();
    line->deleteLater();
    m_add->setFocus();
}

QJsonValue ConditionsEdit::value() const
{
    QJsonArray conditions;
    for (const ConditionLine *line : m_lines)
        if (const QString condition = line->condition(); !condition.isEmpty())
            conditions.append(condition);
    if (conditions.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    return conditions.size() == 1 ? conditions.first() : QJsonValue(conditions);
}

void ConditionsEdit::setValue(const QJsonValue &value)
{
    const QStringList conditions = conditionsOf(value);
    if (conditionsOf(this->value()) == conditions)
        return;
    const QSignalBlocker quiet(this);
    while (!m_lines.isEmpty())
        remove(m_lines.last());
    for (const QString &condition : conditions)
        add(condition);
}

void ConditionsEdit::setLabel(const QString &label)
{
    m_label = label;
    m_add->setAccessibleName(tr("%1: add a condition").arg(label));
    for (ConditionLine *line : std::as_const(m_lines))
        line->setLabel(label);
}

} // namespace guanxi::app
