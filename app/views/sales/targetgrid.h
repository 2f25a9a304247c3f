// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/gathering.h"
#include "app/views/sales/targetbook.h"
#include "common/rules/periods.h"

#include <QAbstractTableModel>

namespace guanxi::app {

/// The targets of a year as a sheet: a row for each salesperson, a column for each month, quarter or the whole year, sums at the right and
/// at the bottom. What is typed is saved at once; a period without a target of its own shows in grey what follows from the longer or
/// shorter ones.
class TargetGrid : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TargetGrid(Records &records, QObject *parent = nullptr);

    /// Headings change at once, cells when they are found.
    void show(int year, qint64 measure, rules::PeriodKind parts);
    int year() const { return m_year; }
    qint64 measure() const { return m_measure; }
    rules::PeriodKind parts() const { return m_parts; }
    /// Columns that can be typed into; the sum of the year stands behind them unless the year is the only one.
    int partCount() const;
    /// A row for somebody who has no target yet.
    void addPerson(const Uuid &person);
    const QList<Uuid> &people() const { return m_people; }
    bool isEditable() const;

    /// Takes cells of a spreadsheet from that one on, all or none, as one action.
    void paste(const QModelIndex &from, const QString &text);
    /// The cells without a target of their own again, as one action.
    void clear(const QModelIndexList &cells);
    QString plainText(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : partCount() + (partCount() > 1); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void saved(const Saved &saved);
    void failed(const Error &error);
    /// What was typed or pasted is no target.
    void refused(const QString &why);

private:
    struct Cell {
        int row = 0;
        int column = 0;
        std::optional<qint64> value; ///< in hundredths; none: no target of its own
    };

    void ask();
    void take(const Records::Rows &rows);
    QString period(int column) const;
    bool isSum(const QModelIndex &index) const { return index.row() >= m_people.size() || index.column() >= partCount(); }
    /// In 1/10 000.
    std::optional<qint64> valueAt(int row, int column) const;
    bool isOwn(int row, int column) const { return m_own.contains({m_people[row], period(column)}); }
    /// Nothing where it is none.
    static std::optional<Cell> read(int row, int column, const QString &text);
    bool put(const QList<Cell> &cells);
    QString textOf(qint64 value) const;

    Records &m_records;
    int m_year = 0;
    qint64 m_measure = 1;
    rules::PeriodKind m_parts = rules::PeriodKind::Month;
    QList<Uuid> m_people;
    QList<Uuid> m_added;
    QSet<Uuid> m_next; ///< being gathered
    TargetBook m_book;
    QHash<std::pair<Uuid, QString>, QList<model::Record>> m_own; ///< targets of one person and period
    Gathering m_gathering;
};

} // namespace guanxi::app
