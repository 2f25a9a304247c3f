// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/drawing.h"
#include "app/reports/paper/papertext.h"

#include <QDeadlineTimer>
#include <QImage>

#include <memory>
#include <vector>

namespace guanxi::app {

/// Parts of a block that stand on one page: `first` up to `last`.
struct Slice {
    int first = 0;
    int last = 0;
    double height = 0;
};

/// A piece of a flow of content. It is divided into parts (rows, lines) that are never cut; sizes are points.
class Block
{
public:
    virtual ~Block() = default;

    /// Measures itself for a width; true when all of it is measured.
    virtual bool layOut(double width, const QDeadlineTimer &until) = 0;
    virtual int parts() const { return 1; }
    /// What goes into `room` from a part on; nothing when that is too little. At the top of a page at least one part does.
    virtual Slice fit(int first, double room, bool atTop) const = 0;
    virtual void paint(QPainter &painter, const QRectF &area, const Slice &slice) const = 0;
    /// It stands on the page of what comes after it.
    virtual bool isHeading() const { return false; }
    /// Painted by another thread without this one; nullptr: as it is.
    virtual std::shared_ptr<Block> detached(const Slice &) const { return nullptr; }
};

using BlockList = std::vector<std::shared_ptr<Block>>;

/// A block that stands whole on one page.
class WholeBlock : public Block
{
public:
    Slice fit(int, double room, bool atTop) const final
    {
        return atTop || m_height <= room ? Slice{0, 1, m_height} : Slice{};
    }
    double height() const { return m_height; }

protected:
    double m_height = 0;
};

/// A paragraph, divided between its lines.
class TextBlock final : public Block
{
public:
    TextBlock(const QString &text, const TextStyle &style, bool heading = false) : m_text(text), m_style(style), m_isHeading(heading) {}
    bool layOut(double width, const QDeadlineTimer &until) override;
    int parts() const override { return qMax(1, m_laid ? m_laid->lines() : 0); }
    Slice fit(int first, double room, bool atTop) const override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;
    bool isHeading() const override { return m_isHeading; }

private:
    QString m_text;
    TextStyle m_style;
    bool m_isHeading;
    std::shared_ptr<PaperText> m_laid;
};

/// Room that is left free; it is swallowed by the end of a page. Or a line in the middle of it.
class SpaceBlock final : public WholeBlock
{
public:
    explicit SpaceBlock(double points, double rule = 0) : m_rule(rule) { m_height = points; }
    bool layOut(double, const QDeadlineTimer &) override { return true; }
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;
    bool isRule() const { return m_rule > 0; }

private:
    double m_rule;
};

/// What follows begins a page.
class PageBreak final : public WholeBlock
{
public:
    bool layOut(double, const QDeadlineTimer &) override { return true; }
    void paint(QPainter &, const QRectF &, const Slice &) const override {}
};

/// Names and values beneath each other, in one or more columns.
class FieldsBlock final : public WholeBlock
{
public:
    struct Item {
        QString label;
        QString value;
        bool isStrong = false;
    };
    FieldsBlock(QList<Item> items, int columns, const TextStyle &style) : m_items(std::move(items)), m_columns(qMax(1, columns)), m_style(style) {}
    bool layOut(double width, const QDeadlineTimer &until) override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;

private:
    double cellWidth(double width) const;

    QList<Item> m_items;
    int m_columns;
    TextStyle m_style;
    double m_labelWidth = 0;
    QList<double> m_rowHeights;
};

/// Blocks beside each other.
class RowBlock final : public WholeBlock
{
public:
    struct Cell {
        double share = 1;
        BlockList blocks;
    };
    explicit RowBlock(std::vector<Cell> cells) : m_cells(std::move(cells)) {}
    bool layOut(double width, const QDeadlineTimer &until) override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;

private:
    double widthOf(const Cell &cell, double width) const;

    std::vector<Cell> m_cells;
};

/// A picture, as large as `height` and the width allow.
class PictureBlock final : public WholeBlock
{
public:
    PictureBlock(const QImage &image, double height, Qt::Alignment alignment) : m_image(image), m_most(height), m_alignment(alignment) {}
    bool layOut(double width, const QDeadlineTimer &until) override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;

private:
    QSizeF sizeFor(double width) const;

    QImage m_image;
    double m_most;
    Qt::Alignment m_alignment;
};

/// Anything that is drawn, such as a chart, scaled into the width and at most `height`.
class DrawingBlock final : public WholeBlock
{
public:
    DrawingBlock(Drawing drawing, double height) : m_drawing(std::move(drawing)), m_most(height) {}
    bool layOut(double width, const QDeadlineTimer &until) override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;

private:
    Drawing m_drawing;
    double m_most;
};

/// Places to sign and date, beside each other: who it is, then lines after the words.
class SignatureBlock final : public WholeBlock
{
public:
    struct Party {
        QString heading;
        QStringList lines;
    };
    SignatureBlock(QList<Party> parties, const TextStyle &style) : m_parties(std::move(parties)), m_style(style) {}
    bool layOut(double width, const QDeadlineTimer &until) override;
    void paint(QPainter &painter, const QRectF &area, const Slice &slice) const override;

private:
    double step() const;

    QList<Party> m_parties;
    TextStyle m_style;
};

} // namespace guanxi::app
