// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/recordtablemodel.h"

#include <QTimer>

#include <unordered_set>

namespace guanxi::app {

/// One entity's rows for a table: a vector of row numbers, of which only the windows on screen are ever loaded. Saves
/// and arriving changes update it in place, so that selection and scroll position stay where they are.
class RecordListModel : public RecordTableModel
{
    Q_OBJECT

public:
    static constexpr int WindowRows = 200;
    static constexpr int MostWindows = 30;

    RecordListModel(Records &records, model::EntityId entity, QObject *parent = nullptr);

    const model::Entity &entity() const override { return m_entity; }
    Records &records() const override { return m_records; }

    /// Which rows, in which order; the answer arrives later (see found()). The present rows stay until then.
    void setQuery(const storage::Query &query);
    /// As setQuery(), without asking yet.
    void presetQuery(const storage::Query &query);
    const storage::Query &query() const { return m_query; }
    bool isSearching() const { return m_searching; }

    /// Fields the user may see, in the entity's order.
    QList<const model::Field *> possibleColumns() const;
    QList<model::FieldId> columns() const;
    /// Unknown and invisible fields are left out.
    void setColumns(const QList<model::FieldId> &fields);
    const model::Field &field(int column) const override { return *m_columns[size_t(column)]; }
    int columnOf(model::FieldId field) const;

    /// The record in that row; invalid when it cannot be loaded.
    const model::Record &record(int row) const override;
    model::RecordRef ref(int row) const { return record(row).ref(); }
    const Records::Rows &rows() const { return m_rows; }
    /// Row of the record when it is in a loaded window or near; -1 otherwise.
    int rowOf(const model::RecordRef &ref) const;
    bool mayEdit(int row, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// With EditRole and a model::Value: saves at once.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// After a change of language or rights.
    void retranslate();

Q_SIGNALS:
    /// The rows of the query have arrived.
    void found();
    void saved(const Saved &saved);
    /// Any content may have changed: sums and counts should be asked for again.
    void contentChanged();

private:
    void search();
    void take(Records::Rows rows);
    void onChanged(const QSet<model::RecordRef> &changed);
    void removeRuns(const std::unordered_set<qint64> &keep, size_t first, size_t last);
    void insertRuns(const Records::Rows &rows, size_t first, size_t oldLast, size_t newLast);
    void reorder(Records::Rows rows);
    void forgetFrom(size_t row);
    const QList<model::Record> &windowOf(int row) const;

    Records &m_records;
    const model::Entity &m_entity;
    storage::Query m_query;
    std::vector<const model::Field *> m_columns;
    Records::Rows m_rows;
    mutable QHash<int, QList<model::Record>> m_windows;
    mutable QList<int> m_recent; ///< window numbers, the newest last
    QTimer m_again;
    quint64 m_request = 0;
    bool m_searching = false;
    bool m_everFound = false;
};

} // namespace guanxi::app
