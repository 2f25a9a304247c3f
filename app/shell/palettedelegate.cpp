// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/palettedelegate.h"

#include "app/shell/paletteentries.h"
#include "app/shell/palettemark.h"
#include "app/widgets/tones.h"

#include <QPainter>
#include <QTextLayout>

namespace guanxi::app {

namespace {

constexpr int RowHeight = 30;
constexpr int IconSize = 16;

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {200, RowHeight}; }

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool heading = index.data(KindRole).toInt() == int(PaletteEntry::Kind::Heading);
    const QRect area = option.rect.adjusted(6, 1, -6, -1);
    if (heading) {
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        small.setWeight(QFont::DemiBold);
        painter->setFont(small);
        painter->setPen(quietText(option.palette));
        painter->drawText(area.adjusted(8, 4, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Highlight));
        painter->drawRoundedRect(area, 5, 5);
    }
    const QRect icon(area.left() + 10, area.center().y() - IconSize / 2 + 1, IconSize, IconSize);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    painter->setFont(option.font);
    const QString hint = index.data(HintRole).toString();
    const int hintWidth = hint.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(hint) + 24;
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : quietText(option.palette));
    painter->drawText(area.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, hint);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    paintMarked(*painter, area.adjusted(36, 0, -12 - hintWidth, 0), index.data().toString(), index.data(TypedRole).toString());
    painter->restore();
}

void PaletteDelegate::paintMarked(QPainter &painter, const QRect &place, const QString &text, const QString &typed)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    const PaletteMark found = markOf(shown, typed);
    QTextLayout layout(shown, painter.font());
    if (found.length > 0) {
        QTextCharFormat mark;
        mark.setFontWeight(QFont::Bold);
        mark.setFontUnderline(true);
        layout.setFormats({{int(found.at), int(found.length), mark}});
    }
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(place.width());
    layout.endLayout();
    if (line.isValid())
        layout.draw(&painter, {qreal(place.left()), place.top() + (place.height() - line.height()) / 2});
}

} // namespace guanxi::app
