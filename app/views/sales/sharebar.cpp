// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/sharebar.h"

#include "app/widgets/tones.h"

#include <QPainter>
#include <QTableWidgetItem>

namespace guanxi::app {

namespace {

enum Role { ShareRole = Qt::UserRole + 1, TargetRole };
constexpr double Inset = 3, MarkWidth = 2;

} // namespace

void ShareBar::set(QTableWidgetItem &item, double share, double target)
{
    item.setData(ShareRole, share);
    item.setData(TargetRole, target);
}

void ShareBar::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.data(ShareRole);
    if (share.isValid() && !option.state.testFlag(QStyle::State_Selected)) {
        const QRectF cell = QRectF(option.rect).adjusted(Inset, Inset, -Inset, -Inset);
        QRectF bar = cell;
        bar.setWidth(cell.width() * std::clamp(share.toDouble(), 0.0, 1.0));
        painter->save();
        painter->setPen(lineColor(option.palette));
        painter->setBrush(option.palette.color(QPalette::Highlight));
        if (bar.width() >= 1)
            painter->drawRect(bar);
        if (const double target = index.data(TargetRole).toDouble(); target >= 0) {
            const double x = cell.left() + cell.width() * std::min(target, 1.0);
            painter->fillRect(QRectF(x - MarkWidth, cell.top() - 1, MarkWidth, cell.height() + 2), option.palette.color(QPalette::Text));
        }
        painter->restore();
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace guanxi::app
