// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/customers/transferplan.h"

#include <QAbstractTableModel>

namespace guanxi::app {

/// The records of one kind that a hand-over moves, each with its successor. Names are read for rows that are looked at.
class TransferItems : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Customer, Successor, ColumnCount };

    TransferItems(Records &records, const TransferPlan &plan, QObject *parent = nullptr);

    void setKind(qsizetype kind);
    qsizetype kind() const { return m_kind; }
    /// The plan is another one.
    void refresh();
    model::RecordRef ref(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Records &m_records;
    const TransferPlan &m_plan;
    qsizetype m_kind = 0;
    int m_rows = 0;
};

} // namespace guanxi::app
