// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/tableblock.h"

namespace guanxi::app {

namespace {

constexpr double SidePadding = 4, TopPadding = 2.6;
constexpr int RowsBetweenLooks = 16; // at the time
constexpr double TallestRow = 620;   // what is taller than a page is cut at its end

} // namespace

TextStyle TableBlock::style(int column, bool bold) const
{
    const PaperTable::Column &about = m_table.columns[column];
    return {.points = m_table.points, .isBold = bold, .isOneLine = about.shrinks, .alignment = about.alignment, .color = paper::Ink};
}

void TableBlock::divide(double width)
{
    double all = 0;
    for (const PaperTable::Column &column : m_table.columns)
        all += column.share;
    m_edges = {0};
    for (const PaperTable::Column &column : m_table.columns)
        m_edges.append(m_edges.last() + (all > 0 ? width * column.share / all : 0));
}

QRectF TableBlock::cellOf(int column, double y, double height) const
{
    return QRectF(m_edges[column], y, m_edges[column + 1] - m_edges[column], height).adjusted(SidePadding, 0, -SidePadding, 0);
}

bool TableBlock::layOut(double width, const QDeadlineTimer &until)
{
    if (m_lineHeight <= 0) {
        m_lineHeight = PaperText::lineHeight({.points = m_table.points}) + 2 * TopPadding;
        for (const PaperTable::Column &column : std::as_const(m_table.columns))
            m_levels = qMax(m_levels, column.groups.size());
        divide(width);
    }
    while (m_table.wraps && m_heights.size() < m_table.rows) {
        m_heights.append(float(measured(int(m_heights.size()))));
        if (m_heights.size() % RowsBetweenLooks == 0 && until.hasExpired())
            return false;
    }
    return true;
}

double TableBlock::measured(int row) const
{
    double height = m_lineHeight;
    for (int column = 0; column < m_table.columns.size(); ++column) {
        const QString text = m_table.cell(row, column);
        if (!text.isEmpty())
            height = qMax(height, PaperText(text, style(column, isBold(row)), cellOf(column, 0, 0).width()).height() + 2 * TopPadding);
    }
    return qMin(height, TallestRow);
}

double TableBlock::heightOf(int row) const { return m_table.wraps ? double(m_heights[row]) : m_lineHeight; }

Slice TableBlock::fit(int first, double room, bool atTop) const
{
    if (m_table.rows == 0)
        return atTop || headHeight() + footHeight() <= room ? Slice{0, 1, headHeight() + footHeight()} : Slice{};
    const double carryHeight = m_table.carry ? m_lineHeight : 0;
    double height = headHeight() + (first > 0 ? carryHeight : 0);
    int row = first;
    for (; row < m_table.rows; ++row) {
        const double after = row + 1 == m_table.rows ? footHeight() : carryHeight;
        const bool must = atTop && row == first;
        if (!must && height + heightOf(row) + after > room + 0.01)
            break;
        height += heightOf(row);
    }
    // What comes beneath the last row does not stand alone on the next page.
    if (row == first)
        return {first, first, 0};
    return {first, row, height + (isEnd(row) ? footHeight() : carryHeight)};
}

void TableBlock::paint(QPainter &painter, const QRectF &area, const Slice &slice) const
{
    painter.save();
    painter.translate(area.left(), 0);
    double y = paintHead(painter, area.top());
    if (m_table.carry && slice.first > 0)
        rule(painter, y = paintCarry(painter, m_table.carry->brought, slice.first, y), paper::ThinLine, paper::Hairline);
    const double rows = y;
    for (int row = slice.first; row < qMin(slice.last, m_table.rows); ++row)
        y = paintRow(painter, row, y);
    if (m_table.hasGrid)
        paintGrid(painter, rows, y);
    if (!isEnd(slice.last)) {
        if (m_table.carry)
            y = paintCarry(painter, m_table.carry->carried, slice.last, y);
    } else {
        for (const PaperTable::Foot &foot : m_table.feet)
            y = paintFoot(painter, foot, y);
    }
    rule(painter, y, paper::StrongLine, paper::Ink);
    if (m_table.hasGrid)
        for (const double edge : {m_edges.first(), m_edges.last()})
            painter.drawLine(QPointF(edge, area.top()), QPointF(edge, y));
    painter.restore();
}

void TableBlock::rule(QPainter &painter, double y, double width, const QColor &color) const
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(m_edges.first(), y), QPointF(m_edges.last(), y));
}

double TableBlock::paintHead(QPainter &painter, double y) const
{
    painter.fillRect(QRectF(m_edges.first(), y, m_edges.last() - m_edges.first(), headHeight()), paper::Shade);
    rule(painter, y, paper::StrongLine, paper::Ink);
    for (int level = 0; level < m_levels; ++level)
        paintGroups(painter, level, y + level * m_lineHeight);
    for (int column = 0; column < m_table.columns.size(); ++column) {
        const PaperTable::Column &about = m_table.columns[column];
        const double above = double(about.groups.size()) * m_lineHeight;
        TextStyle head = style(column, true);
        head.isOneLine = true;
        PaperText::paintLine(painter, cellOf(column, y + above, headHeight() - above), about.heading, head);
        if (m_table.hasGrid && column > 0) {
            int level = 0;
            while (level < m_levels && !isParted(column, level))
                ++level;
            painter.setPen(QPen(paper::Hairline, paper::ThinLine));
            painter.drawLine(QPointF(m_edges[column], y + level * m_lineHeight), QPointF(m_edges[column], y + headHeight()));
        }
    }
    rule(painter, y + headHeight(), paper::ThinLine, paper::Ink);
    return y + headHeight();
}

bool TableBlock::isParted(int first, int level) const
{
    const QStringList &before = m_table.columns[first - 1].groups, &own = m_table.columns[first].groups;
    return own.size() <= level || own.mid(0, level + 1) != before.mid(0, level + 1);
}

void TableBlock::paintGroups(QPainter &painter, int level, double y) const
{
    for (int first = 0, last = 0; first < m_table.columns.size(); first = last) {
        for (last = first + 1; last < m_table.columns.size() && !isParted(last, level);)
            ++last;
        const QString group = m_table.columns[first].groups.value(level);
        if (group.isEmpty())
            continue;
        const double inset = m_table.hasGrid ? 0 : SidePadding;
        const QRectF area(m_edges[first] + inset, y, m_edges[last] - m_edges[first] - 2 * inset, m_lineHeight);
        PaperText::paintLine(painter, area.adjusted(SidePadding - inset, 0, inset - SidePadding, 0), group, TextStyle(style(first, true)).aligned(Qt::AlignHCenter).oneLine());
        painter.setPen(QPen(paper::Hairline, paper::ThinLine));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    }
}

void TableBlock::paintGrid(QPainter &painter, double top, double bottom) const
{
    painter.setPen(QPen(paper::Hairline, paper::ThinLine));
    for (qsizetype edge = 1; edge + 1 < m_edges.size(); ++edge)
        painter.drawLine(QPointF(m_edges[edge], top), QPointF(m_edges[edge], bottom));
}

double TableBlock::paintRow(QPainter &painter, int row, double y) const
{
    const double height = heightOf(row);
    for (int column = 0; column < m_table.columns.size(); ++column) {
        const QString text = m_table.cell(row, column);
        if (text.isEmpty())
            continue;
        const QRectF area = cellOf(column, y, height);
        PaperText laid(text, style(column, isBold(row)), area.width());
        if (!m_table.wraps && laid.lines() > 1)
            laid = PaperText(PaperText::elided(text, style(column, isBold(row)), area.width()), style(column, isBold(row)), area.width());
        const int most = qMax(1, int((height - 2 * TopPadding + 0.5) / PaperText::lineHeight(style(column))));
        laid.paint(painter, {area.left(), y + TopPadding}, 0, qMin(laid.lines(), most));
    }
    rule(painter, y + height, paper::ThinLine, paper::Hairline);
    return y + height;
}

double TableBlock::paintCarry(QPainter &painter, const QString &label, int rows, double y) const
{
    return paintFoot(painter, {label, m_table.carry->sum(rows), m_table.carry->column, false}, y);
}

double TableBlock::paintFoot(QPainter &painter, const PaperTable::Foot &foot, double y) const
{
    const TextStyle words{.points = m_table.points, .isBold = foot.isStrong, .isOneLine = true, .color = foot.isStrong ? paper::Ink : paper::Quiet};
    if (foot.isStrong)
        rule(painter, y, paper::ThinLine, paper::Hairline);
    const double end = m_edges.last();
    if (foot.column >= 0) {
        const QRectF before(m_edges.first() + SidePadding, y, qMax(0.0, m_edges[foot.column] - m_edges.first() - 2 * SidePadding), m_lineHeight);
        PaperText::paintLine(painter, before, foot.label, words.aligned(Qt::AlignRight));
        PaperText::paintLine(painter, cellOf(foot.column, y, m_lineHeight), foot.value, style(foot.column, foot.isStrong).oneLine());
    } else {
        const double label = foot.label.isEmpty() ? 0 : PaperText::widthOf(foot.label, words) + SidePadding;
        const QRectF area(m_edges.first() + SidePadding, y, end - m_edges.first() - 2 * SidePadding, m_lineHeight);
        PaperText::paintLine(painter, QRectF(area.topLeft(), QSizeF(label, m_lineHeight)), foot.label, words);
        PaperText::paintLine(painter, area.adjusted(label, 0, 0, 0), foot.value, words.colored(paper::Ink));
    }
    return y + m_lineHeight;
}

std::shared_ptr<Block> TableBlock::detached(const Slice &slice) const
{
    auto cells = std::make_shared<QList<QStringList>>();
    QList<bool> bold;
    for (int row = slice.first; row < qMin(slice.last, m_table.rows); ++row) {
        QStringList line;
        for (int column = 0; column < m_table.columns.size(); ++column)
            line.append(m_table.cell(row, column));
        cells->append(line);
        bold.append(isBold(row));
    }
    auto copy = std::make_shared<TableBlock>(*this);
    copy->m_table.cell = [cells, first = slice.first](int row, int column) { return cells->at(row - first).at(column); };
    copy->m_table.bold = [bold, first = slice.first](int row) { return bold.at(row - first); };
    if (m_table.carry) {
        const QHash<int, QString> sums{{slice.first, m_table.carry->sum(slice.first)}, {slice.last, m_table.carry->sum(slice.last)}};
        copy->m_table.carry->sum = [sums](int rows) { return sums.value(rows); };
    }
    return copy;
}

} // namespace guanxi::app
