// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/rankingpicture.h"

#include "app/widgets/tones.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>

namespace guanxi::app {

namespace {

constexpr double Gap = 8, Inset = 3, MarkWidth = 2, NameShare = 0.3; // pixels; of the width

} // namespace

double rankingStep(const QFont &font) { return QFontMetricsF(font).height() + 2 * Inset + 2; }

void paintRanking(QPainter &painter, const QSizeF &size, const QList<RankingBar> &bars, const QPalette &colors, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double step = rankingStep(font);
    double names = 0, amounts = 0;
    for (const RankingBar &bar : bars) {
        names = qMax(names, metrics.horizontalAdvance(bar.name));
        amounts = qMax(amounts, metrics.horizontalAdvance(bar.amount));
    }
    names = qMin(names, size.width() * NameShare);
    const double left = names + Gap, room = size.width() - left - Gap - amounts;
    painter.setFont(font);
    for (qsizetype at = 0; at < bars.size() && double(at + 1) * step <= size.height(); ++at) {
        const RankingBar &bar = bars[at];
        const double y = double(at) * step;
        painter.setPen(colors.color(QPalette::Text));
        painter.drawText(QRectF(0, y, names, step), Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(bar.name, Qt::ElideRight, names));
        const QRectF body(left, y + Inset, qMax(1.0, room * qBound(0.0, bar.share, 1.0)), step - 2 * Inset);
        painter.setPen(lineColor(colors));
        painter.setBrush(colors.color(QPalette::Highlight));
        painter.drawRect(body);
        if (bar.target >= 0)
            painter.fillRect(QRectF(left + room * qMin(bar.target, 1.0) - MarkWidth, y + 1, MarkWidth, step - 2), colors.color(QPalette::Text));
        painter.setPen(colors.color(QPalette::Text));
        painter.drawText(QRectF(size.width() - amounts, y, amounts, step), Qt::AlignRight | Qt::AlignVCenter, bar.amount);
    }
}

} // namespace guanxi::app
