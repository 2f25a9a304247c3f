// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QAbstractTableModel>

namespace guanxi::app {

/// Pairs that a scan found, but for those that somebody said are different and those of which one has gone since.
class DuplicatePairs : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Score, First, Second, Why, ColumnCount };

    explicit DuplicatePairs(Records &records, QObject *parent = nullptr);

    void show(const QList<AlikePair> &pairs);
    const AlikePair &pair(int row) const { return m_pairs[m_shown[row]]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void onChanged(const QSet<model::RecordRef> &changed);
    /// Reads what was decided and what has gone; `changed` empty: all of it.
    void learn(const QSet<model::RecordRef> &changed);
    void readDecisions();
    void fill();

    Records &m_records;
    QList<AlikePair> m_pairs;
    QList<int> m_shown;
    QSet<model::RecordRef> m_named; ///< all records of the pairs
    QSet<model::RecordRef> m_gone;
    QSet<std::pair<model::RecordRef, model::RecordRef>> m_different; ///< the lower one first
};

} // namespace guanxi::app
