// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableWidgetItem;

namespace guanxi::app {

/// Paints a bar behind the number of a cell, as long as its share of the largest one, and a mark where the target lies.
class ShareBar : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// From 0 to 1; below zero: no target.
    static void set(QTableWidgetItem &item, double share, double target);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace guanxi::app
