// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace guanxi::app {

/// Paints the lines of the command palette: headings, icon and text with the matched part marked, shortcut at the right.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { HintRole = Qt::UserRole + 1, KindRole, TypedRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintMarked(QPainter &painter, const QRect &place, const QString &text, const QString &typed);
};

} // namespace guanxi::app
