// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/listgroups.h"

#include "app/widgets/fieldtext.h"

#include <QHeaderView>
#include <QLocale>

namespace guanxi::app {

using model::Field;
using model::FieldType;
using storage::Filter;

namespace {

constexpr int MostGroups = 1000;

} // namespace

ListGroups::ListGroups(Records &records, const model::Entity &entity, QWidget *parent)
    : QTreeWidget(parent), m_records(records), m_entity(entity)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    header()->setStretchLastSection(false);
    connect(this, &QTreeWidget::itemSelectionChanged, this, &ListGroups::filterChanged);
}

QList<const Field *> ListGroups::fields(const Records &records, const model::Entity &entity)
{
    QList<const Field *> fields;
    for (const Field &field : entity.fields()) {
        const bool sorts = field.type == FieldType::State || field.type == FieldType::Choice || field.type == FieldType::Dictionary
                           || field.type == FieldType::Reference || field.type == FieldType::Bool;
        if (sorts && records.rights().fieldRight(entity, field) >= model::FieldRight::Read)
            fields.append(&field);
    }
    return fields;
}

void ListGroups::setField(model::FieldId field)
{
    m_field = m_entity.field(field);
    m_keys.clear();
    const QSignalBlocker quiet(this);
    clear();
}

void ListGroups::setQuery(const storage::Query &query, const QList<model::FieldId> &sums)
{
    m_sums = sums;
    if (!m_field)
        return;
    const quint64 request = ++m_request;
    m_records.group(query, m_field->id, sums, this, [this, request](const Result<QList<storage::Group>> &groups) {
        if (request == m_request && groups.ok())
            show(*groups);
    });
}

TableExtract ListGroups::table() const
{
    TableExtract table;
    for (int column = 0; column < columnCount(); ++column)
        table.columns.append({headerItem()->text(column), columnWidth(column), column > 0});
    table.rows = topLevelItemCount();
    table.shown = table.plain = [this](int row, int column) { return row < topLevelItemCount() ? topLevelItem(row)->text(column) : QString(); };
    table.bold = [](int row) { return row == 0; }; // all of them
    return table;
}

QString ListGroups::label(const model::Value &key) const
{
    const QString text = key.isNull() ? QString() : FieldText(m_records).text(m_entity, *m_field, key);
    return text.isEmpty() ? tr("(empty)") : text;
}

QTreeWidgetItem *ListGroups::addLine(const QString &label, const storage::Group &group)
{
    QStringList cells{label, QLocale().toString(group.count)};
    for (qsizetype at = 0; at < m_sums.size(); ++at)
        cells.append(group.sums.value(at) ? FieldText(m_records).text(m_entity, *m_entity.field(m_sums[at]), model::Value(*group.sums[at]))
                                          : QString());
    auto *item = new QTreeWidgetItem(this, cells);
    for (int column = 1; column < cells.size(); ++column)
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void ListGroups::show(const QList<storage::Group> &found)
{
    QList<model::Value> chosen;
    for (const QTreeWidgetItem *item : selectedItems())
        if (const int row = indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)); row > 0)
            chosen.append(m_keys[row - 1]);
    QList<storage::Group> groups = found;
    // States stand in the order they are passed through; of everything else the largest group is the first.
    if (m_field->type != FieldType::State)
        std::stable_sort(groups.begin(), groups.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    storage::Group all;
    all.sums.resize(m_sums.size());
    for (const storage::Group &group : std::as_const(groups)) {
        all.count += group.count;
        for (qsizetype at = 0; at < m_sums.size(); ++at)
            if (group.sums.value(at))
                all.sums[at] = all.sums[at].value_or(0) + *group.sums[at];
    }
    const QSignalBlocker quiet(this);
    clear();
    m_keys.clear();
    QStringList labels{fieldLabel(m_entity, *m_field), tr("Count")};
    for (const model::FieldId id : std::as_const(m_sums))
        labels.append(fieldLabel(m_entity, *m_entity.field(id)));
    setColumnCount(int(labels.size()));
    setHeaderLabels(labels);
    setAccessibleName(tr("Groups by %1").arg(labels.first()));
    for (int column = 1; column < labels.size(); ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    QTreeWidgetItem *first = addLine(tr("All"), all);
    for (const storage::Group &group : groups.mid(0, MostGroups)) {
        QTreeWidgetItem *item = addLine(label(group.key), group);
        m_keys.append(group.key);
        item->setSelected(chosen.contains(group.key));
    }
    if (chosen.isEmpty())
        first->setSelected(true);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

Filter ListGroups::filter() const
{
    QList<model::Value> values;
    bool empty = false;
    for (const QTreeWidgetItem *item : selectedItems()) {
        const int row = indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item));
        if (row <= 0 || !m_field)
            return {};
        empty = empty || m_keys[row - 1].isNull();
        if (!m_keys[row - 1].isNull())
            values.append(m_keys[row - 1]);
    }
    QList<Filter> parts;
    if (!values.isEmpty())
        parts.append(Filter::in(m_field->id, values));
    if (empty)
        parts.append(Filter::empty(m_field->id));
    return parts.isEmpty() ? Filter() : parts.size() == 1 ? parts.first() : Filter::any(parts);
}

} // namespace guanxi::app
