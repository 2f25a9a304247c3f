// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QStringList>

namespace guanxi::app {

/// How a text stands on paper; sizes are points.
struct TextStyle {
    double points = 9;
    bool isBold = false;
    bool isSerif = false; ///< titles of documents
    bool isOneLine = false; ///< becomes smaller rather than longer, and wraps only when it could not be read any more
    double spacing = 0;   ///< between letters
    Qt::Alignment alignment = Qt::AlignLeft;
    QColor color{Qt::black};

    TextStyle bold(bool on = true) const { return changed([on](TextStyle &style) { style.isBold = on; }); }
    TextStyle sized(double size) const { return changed([size](TextStyle &style) { style.points = size; }); }
    TextStyle aligned(Qt::Alignment to) const { return changed([to](TextStyle &style) { style.alignment = to; }); }
    TextStyle colored(const QColor &ink) const { return changed([&ink](TextStyle &style) { style.color = ink; }); }
    TextStyle oneLine() const { return changed([](TextStyle &style) { style.isOneLine = true; }); }

private:
    template <class Change> TextStyle changed(Change change) const
    {
        TextStyle style = *this;
        change(style);
        return style;
    }
};

/// Colours that a printer without colours turns into quiet greys.
namespace paper {
inline const QColor Ink{0xff1b1f23}, Quiet{0xff5b6470}, Hairline{0xffb9c0c7}, Shade{0xfff1f3f5};
inline constexpr double ThinLine = 0.4, StrongLine = 1.0;
} // namespace paper

/// A text laid out for a width. What it comes to does not depend on the device: it is measured in sixteenths of a point, without hints.
class PaperText
{
public:
    PaperText(const QString &text, const TextStyle &style, double width);

    int lines() const { return int(m_lines.size()); }
    double height() const { return height(0, lines()); }
    double height(int first, int last) const;
    /// Lines `first` up to `last`, from the top of `area` on.
    void paint(QPainter &painter, const QPointF &corner, int first, int last) const;
    void paint(QPainter &painter, const QPointF &corner) const { paint(painter, corner, 0, lines()); }

    /// One line of a style.
    static double lineHeight(const TextStyle &style);
    /// Of a text that does not wrap.
    static double widthOf(const QString &text, const TextStyle &style);
    /// Its beginning, as far as the width takes it.
    static QString elided(const QString &text, const TextStyle &style, double width);
    /// Into the middle of an area, one line.
    static void paintLine(QPainter &painter, const QRectF &area, const QString &text, const TextStyle &style);

private:
    void layOut(const QString &text);

    struct Line {
        QString text;
        double left = 0;
    };
    TextStyle m_style;
    double m_width;
    double m_step = 0;   ///< from line to line
    QList<Line> m_lines;
};

/// Families for Chinese and Latin text, those that are installed first.
QStringList paperFamilies(bool serif);
/// False when no font of this computer has Chinese characters: they would be boxes.
bool hasChineseFont();

} // namespace guanxi::app
