// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace guanxi::app {

class RecordTable;

/// The first columns of a table laid over its left edge, so that they stay in sight while the rest is scrolled. Shows
/// the table's own rows, selection and heading; keys go to the table below.
class FrozenColumns : public QTableView
{
    Q_OBJECT

public:
    explicit FrozenColumns(RecordTable &table);


    /// How many columns, counted from the left as they stand; 0 takes the overlay away.
    void setCount(int count);
    int count() const { return m_count; }
    /// After widths, order, heading or size of the table have changed.
    void follow();
    int coveredWidth() const;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    RecordTable &m_table;
    int m_count = 0;
    bool m_following = false;
};

} // namespace guanxi::app
