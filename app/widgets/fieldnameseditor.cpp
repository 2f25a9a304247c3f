// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldnameseditor.h"

#include "app/widgets/fieldtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QListWidget>
#include <QSignalBlocker>

namespace guanxi::app {

using model::Value;

namespace {

constexpr int ShownRows = 6;

QStringList namesIn(const QString &json)
{
    QStringList names;
    for (const QJsonValue &name : QJsonDocument::fromJson(json.toUtf8()).array())
        names.append(name.toString());
    return names;
}

} // namespace

FieldNamesEditor::FieldNamesEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_list(new QListWidget)
{
    const model::Entity &about = records.catalogue().at(field.fieldsOf);
    for (const model::Field &each : about.fields()) {
        if (!each.isTyped() || each.required || each.type == model::FieldType::State)
            continue;
        auto *item = new QListWidgetItem(fieldLabel(about, each), m_list);
        item->setData(Qt::UserRole, each.name);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setFixedHeight(ShownRows * (m_list->fontMetrics().lineSpacing() + 6));
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        m_isTicked = true;
        Q_EMIT edited();
    });
    setMainWidget(m_list);
}

Value FieldNamesEditor::value() const
{
    if (!m_isTicked)
        return m_given;
    QJsonArray names = QJsonArray::fromStringList(m_unknown);
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            names.append(m_list->item(row)->data(Qt::UserRole).toString());
    return names.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact)));
}

void FieldNamesEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_list);
    m_given = value;
    m_isTicked = false;
    m_unknown = namesIn(value.text());
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setCheckState(m_unknown.removeAll(m_list->item(row)->data(Qt::UserRole).toString()) > 0 ? Qt::Checked : Qt::Unchecked);
}

QString fieldNamesText(const Records &records, const model::Field &field, const QString &json)
{
    const model::Entity &about = records.catalogue().at(field.fieldsOf);
    QStringList labels;
    for (const QString &name : namesIn(json)) {
        const model::Field *named = about.field(name);
        labels.append(named ? fieldLabel(about, *named) : name);
    }
    return labels.join(listSeparator());
}

} // namespace guanxi::app
