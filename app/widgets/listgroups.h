// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/tableextract.h"

#include <QTreeWidget>

namespace guanxi::app {

/// A list's rows put together by the value of one field, with counts and sums. Choosing groups shows just their rows;
/// the figures come from the database, however long the list is.
class ListGroups : public QTreeWidget
{
    Q_OBJECT

public:
    ListGroups(Records &records, const model::Entity &entity, QWidget *parent = nullptr);

    /// Fields whose values make sensible groups and that the user may read.
    static QList<const model::Field *> fields(const Records &records, const model::Entity &entity);

    /// 0: no groups.
    void setField(model::FieldId field);
    model::FieldId field() const { return m_field ? m_field->id : 0; }
    /// Asks again: the rows to group, without the groups that are chosen, and the fields to sum.
    void setQuery(const storage::Query &query, const QList<model::FieldId> &sums);
    /// As it is shown.
    TableExtract table() const;
    /// The chosen groups; empty: all rows.
    storage::Filter filter() const;

Q_SIGNALS:
    void filterChanged();

private:
    void show(const QList<storage::Group> &groups);
    QTreeWidgetItem *addLine(const QString &label, const storage::Group &group);
    QString label(const model::Value &key) const;

    Records &m_records;
    const model::Entity &m_entity;
    const model::Field *m_field = nullptr;
    QList<model::FieldId> m_sums;
    QList<model::Value> m_keys; ///< of the lines after the first, which is all
    quint64 m_request = 0;
};

} // namespace guanxi::app
