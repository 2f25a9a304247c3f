// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QAbstractTableModel>

namespace guanxi::app {

/// The fields of two records side by side, and which value of each the merged one gets: that of the record that stays where it
/// has one, unless somebody chose otherwise. Fields that only make sense together are chosen together.
class MergeTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Stays, Goes, ColumnCount };

    explicit MergeTable(const Records &records, QObject *parent = nullptr);

    /// What was chosen by hand stays chosen when the two change places.
    void show(const model::Record &goes, const model::Record &stays);
    void setOnlyDifferences(bool only);
    const model::Record &goes() const { return m_goes; }
    const model::Record &stays() const { return m_stays; }

    /// Takes the value that stands there; false where there is nothing to choose.
    bool choose(const QModelIndex &index);
    bool isChosen(const QModelIndex &index) const;
    /// The record that stays, with the values that were chosen.
    model::Record merged() const;
    int differences() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    bool differs(const model::Field &field) const { return m_goes.value(field.id) != m_stays.value(field.id); }
    bool isOpen(const model::Field &field) const;
    /// Whether the value of the record that goes is taken.
    bool takesOther(const model::Field &field) const;
    QString text(const model::Record &record, const model::Field &field) const;

    const Records &m_records;
    model::Record m_goes;
    model::Record m_stays;
    QList<const model::Field *> m_fields;
    QList<const model::Field *> m_shown;
    QHash<model::FieldId, Uuid> m_chosen; ///< by hand: whose value
    bool m_onlyDifferences = false;
};

} // namespace guanxi::app
