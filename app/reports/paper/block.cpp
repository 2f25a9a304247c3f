// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/block.h"

#include <QSvgRenderer>

namespace guanxi::app {

namespace {

constexpr double Gutter = 14;      // between columns
constexpr double LabelGap = 6;
constexpr double FieldGap = 1.5;   // between rows of fields
constexpr double SignatureStep = 2.1; // of the size of its words: room for a hand
constexpr double MostLabelShare = 0.45;

QPen line(double width, const QColor &color = paper::Hairline) { return {color, width, Qt::SolidLine, Qt::FlatCap}; }

} // namespace

bool TextBlock::layOut(double width, const QDeadlineTimer &)
{
    m_laid = std::make_shared<PaperText>(m_text, m_style, width);
    return true;
}

Slice TextBlock::fit(int first, double room, bool atTop) const
{
    const double step = PaperText::lineHeight(m_style);
    const int fits = qMax(int((room + 0.01) / step), atTop ? 1 : 0), last = qMin(m_laid->lines(), first + fits);
    // No single line stays behind at the foot of a page.
    const bool isWidow = !atTop && first == 0 && last == 1 && m_laid->lines() > 2;
    return isWidow ? Slice{first, first, 0} : m_laid->lines() == 0 ? Slice{0, 1, 0} : Slice{first, last, (last - first) * step};
}

void TextBlock::paint(QPainter &painter, const QRectF &area, const Slice &slice) const
{
    m_laid->paint(painter, area.topLeft(), slice.first, qMin(slice.last, m_laid->lines()));
}

void SpaceBlock::paint(QPainter &painter, const QRectF &area, const Slice &) const
{
    if (m_rule <= 0)
        return;
    painter.setPen(line(m_rule, m_rule >= paper::StrongLine ? paper::Ink : paper::Hairline));
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
}

double FieldsBlock::cellWidth(double width) const { return (width - (m_columns - 1) * Gutter) / m_columns; }

bool FieldsBlock::layOut(double width, const QDeadlineTimer &)
{
    m_labelWidth = 0;
    for (const Item &item : std::as_const(m_items))
        m_labelWidth = qMax(m_labelWidth, PaperText::widthOf(item.label, m_style));
    m_labelWidth = qMin(m_labelWidth, cellWidth(width) * MostLabelShare);
    if (m_labelWidth > 0)
        m_labelWidth += LabelGap;
    m_rowHeights.clear();
    for (qsizetype at = 0; at < m_items.size(); ++at) {
        const Item &item = m_items[at];
        const double value = PaperText(item.value, m_style.bold(item.isStrong), cellWidth(width) - m_labelWidth).height();
        const double height = qMax(value, PaperText(item.label, m_style, m_labelWidth).height()) + FieldGap;
        if (at % m_columns == 0)
            m_rowHeights.append(height);
        else
            m_rowHeights.last() = qMax(m_rowHeights.last(), height);
    }
    m_height = 0;
    for (const double height : std::as_const(m_rowHeights))
        m_height += height;
    return true;
}

void FieldsBlock::paint(QPainter &painter, const QRectF &area, const Slice &) const
{
    const double wide = cellWidth(area.width());
    double y = area.top();
    for (qsizetype at = 0; at < m_items.size(); ++at) {
        const Item &item = m_items[at];
        const double x = area.left() + double(at % m_columns) * (wide + Gutter);
        PaperText(item.label, m_style.colored(paper::Quiet), m_labelWidth).paint(painter, {x, y});
        PaperText(item.value, m_style.bold(item.isStrong), wide - m_labelWidth).paint(painter, {x + m_labelWidth, y});
        if (at % m_columns == m_columns - 1)
            y += m_rowHeights[at / m_columns];
    }
}

double RowBlock::widthOf(const Cell &cell, double width) const
{
    double all = 0;
    for (const Cell &each : m_cells)
        all += each.share;
    return (width - double(m_cells.size() - 1) * Gutter) * cell.share / qMax(all, 0.01);
}

bool RowBlock::layOut(double width, const QDeadlineTimer &until)
{
    m_height = 0;
    for (const Cell &cell : m_cells) {
        double height = 0;
        for (const auto &block : cell.blocks) {
            while (!block->layOut(widthOf(cell, width), until)) {
            }
            for (int first = 0; first < block->parts();) {
                const Slice slice = block->fit(first, 1e9, true);
                height += slice.height;
                first = slice.last;
            }
        }
        m_height = qMax(m_height, height);
    }
    return true;
}

void RowBlock::paint(QPainter &painter, const QRectF &area, const Slice &) const
{
    double x = area.left();
    for (const Cell &cell : m_cells) {
        const double wide = widthOf(cell, area.width());
        double y = area.top();
        for (const auto &block : cell.blocks) {
            const Slice slice = block->fit(0, 1e9, true);
            block->paint(painter, QRectF(x, y, wide, slice.height), slice);
            y += slice.height;
        }
        x += wide + Gutter;
    }
}

QSizeF PictureBlock::sizeFor(double width) const
{
    return m_image.isNull() ? QSizeF() : QSizeF(m_image.size()).scaled(width, m_most, Qt::KeepAspectRatio);
}

bool PictureBlock::layOut(double width, const QDeadlineTimer &)
{
    m_height = sizeFor(width).height();
    return true;
}

void PictureBlock::paint(QPainter &painter, const QRectF &area, const Slice &) const
{
    if (m_image.isNull())
        return;
    const QSizeF size = sizeFor(area.width());
    const double free = area.width() - size.width();
    const double left = m_alignment & Qt::AlignRight ? free : m_alignment & Qt::AlignHCenter ? free / 2 : 0;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(area.topLeft() + QPointF(left, 0), size), m_image);
}

bool DrawingBlock::layOut(double width, const QDeadlineTimer &)
{
    m_height = m_drawing.size.scaled(width, m_most, Qt::KeepAspectRatio).height();
    return true;
}

void DrawingBlock::paint(QPainter &painter, const QRectF &area, const Slice &) const
{
    const QSizeF size = m_drawing.size.scaled(area.width(), m_most, Qt::KeepAspectRatio);
    paintDrawing(painter, m_drawing, QRectF(area.topLeft() + QPointF((area.width() - size.width()) / 2, 0), size));
}

double SignatureBlock::step() const { return m_style.points * SignatureStep; }

bool SignatureBlock::layOut(double, const QDeadlineTimer &)
{
    qsizetype most = 0;
    for (const Party &party : std::as_const(m_parties))
        most = qMax(most, party.lines.size());
    m_height = PaperText::lineHeight(m_style) + double(most) * step();
    return true;
}

void SignatureBlock::paint(QPainter &painter, const QRectF &area, const Slice &) const
{
    const double wide = (area.width() - double(m_parties.size() - 1) * 2 * Gutter) / double(m_parties.size());
    double x = area.left();
    for (const Party &party : m_parties) {
        const double first = PaperText::lineHeight(m_style);
        PaperText::paintLine(painter, QRectF(x, area.top(), wide, first), party.heading, m_style.bold());
        double y = area.top() + first;
        for (const QString &words : party.lines) {
            const QRectF row(x, y, wide, step());
            const double used = PaperText::widthOf(words, m_style);
            PaperText::paintLine(painter, QRectF(x, row.bottom() - first, wide, first), words, m_style.colored(paper::Quiet));
            painter.setPen(line(paper::ThinLine, paper::Quiet));
            painter.drawLine(QPointF(x + used + 4, row.bottom() - 2), QPointF(x + wide, row.bottom() - 2));
            y += step();
        }
        x += wide + 2 * Gutter;
    }
}

} // namespace guanxi::app
