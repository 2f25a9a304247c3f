// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/block.h"

#include <functional>
#include <optional>

namespace guanxi::app {

/// A table for paper. Its cells are asked for when they are measured and when they are painted.
struct PaperTable {
    struct Column {
        QString heading;
        QStringList groups{}; ///< heads over it, the outermost first; columns beside each other with the same ones share them
        double share = 1; ///< of the width
        Qt::Alignment alignment = Qt::AlignLeft;
        bool shrinks = false; ///< an amount: rather smaller than in two lines
    };
    /// A sub-total at the foot of each page, taken up again at the head of the next.
    struct Carry {
        int column = 0;
        QString carried;
        QString brought;
        std::function<QString(int rows)> sum; ///< of that many rows
    };
    /// A line beneath the rows; it stays with the last of them.
    struct Foot {
        QString label;
        QString value;
        int column = -1; ///< the value stands in, with the label before it; -1: both across the whole width
        bool isStrong = false;
    };

    QList<Column> columns;
    int rows = 0;
    std::function<QString(int row, int column)> cell;
    bool wraps = true; ///< else each row is one line, and what does not fit is left out
    std::function<bool(int row)> bold{};
    std::optional<Carry> carry{};
    QList<Foot> feet{};
    double points = 8.5;
    bool hasGrid = false; ///< lines between the columns
};

/// A table over pages: the heads are repeated, rows are never cut.
class TableBlock final : public Block
{
public:
    explicit TableBlock(PaperTable table) : m_table(std::move(table)) {}

    bool layOut(double width, const QDeadlineTimer &until) override;
    int parts() const override { return qMax(1, m_table.rows); }
    Slice fit(int first, double room, bool atTop) const override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;
    std::shared_ptr<Block> detached(const Slice &slice) const override;

private:
    double heightOf(int row) const;
    double measured(int row) const;
    double headHeight() const { return m_lineHeight * double(m_levels + 1) + 2; }
    double footHeight() const { return m_lineHeight * double(m_table.feet.size()); }
    bool isEnd(int row) const { return row >= m_table.rows; }
    bool isBold(int row) const { return m_table.bold && m_table.bold(row); }
    TextStyle style(int column, bool bold = false) const;
    QRectF cellOf(int column, double y, double height) const;
    void divide(double width);
    double paintHead(QPainter &painter, double y) const;
    void paintGroups(QPainter &painter, int level, double y) const;
    /// Beneath which `level` heads columns `first` and the one before it still share what is over them.
    bool isParted(int first, int level) const;
    void paintGrid(QPainter &painter, double top, double bottom) const;
    double paintRow(QPainter &painter, int row, double y) const;
    double paintCarry(QPainter &painter, const QString &label, int rows, double y) const;
    double paintFoot(QPainter &painter, const PaperTable::Foot &foot, double y) const;
    void rule(QPainter &painter, double y, double width, const QColor &color) const;

    PaperTable m_table;
    qsizetype m_levels = 0; ///< of heads over the columns
    double m_lineHeight = 0;
    QList<double> m_edges;          ///< of the columns
    QList<float> m_heights;         ///< of the rows, where they wrap
};

} // namespace guanxi::app
