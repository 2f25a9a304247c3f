// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/recordtablemodel.h"
#include "common/rules/amounts.h"

namespace guanxi::app {

/// The lines of one document as a spreadsheet, the last row empty for the next one. What is typed is saved as soon as its line is
/// right; until then it stays, and says what is wrong. Choosing a product fills the line, prices follow price list and quantity.
class LineSheet : public RecordTableModel
{
    Q_OBJECT

public:
    LineSheet(Records &records, const model::RecordRef &document, const model::Entity &line, QObject *parent = nullptr);

    const model::Entity &entity() const override { return m_entity; }
    Records &records() const override { return m_records; }
    const model::Field &field(int column) const override { return *m_columns[column]; }
    const model::Record &record(int row) const override;
    int columnOf(model::FieldId field) const;

    /// The document; its currency and rate count for the prices.
    const model::Record &document() const { return m_document; }
    /// Nobody changes its lines in its state, or this user may not.
    bool isLocked() const { return m_locked; }
    /// Rows with something in them.
    int lineCount() const;
    /// What is wrong with the line; empty: nothing, or nothing is typed yet.
    QString faultOf(int row) const;
    /// What the rows add up to, also those not saved yet: fields of the document.
    QList<std::pair<model::FieldId, model::Value>> totals() const;

    /// Up or down by one place; the rows stand together.
    bool move(int first, int last, int step);
    void remove(const QList<int> &rows);
    /// The place after the last line.
    qint64 nextPosition() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void saved(const Saved &saved);
    /// Totals, faults or the lock may be others.
    void reckoned();

private:
    struct Row {
        model::Record record;
        bool isNew = false;
        bool touched = false; ///< typed into and not saved
        QList<std::pair<model::FieldId, Error>> faults{};
    };

    void chooseColumns();
    void load();
    QList<Row> storedRows() const;
    void onChanged(const QSet<model::RecordRef> &changed);
    void addEmptyRow();
    model::Record emptyLine() const;
    void store(int row);
    void reckon();

    Records &m_records;
    const model::Entity &m_entity;
    const model::LineFields &m_fields;
    model::RecordRef m_ref;
    model::Record m_document;
    QList<const model::Field *> m_columns;
    QList<Row> m_rows;
    bool m_locked = true;
};

} // namespace guanxi::app
