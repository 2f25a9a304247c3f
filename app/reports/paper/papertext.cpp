// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/papertext.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextLayout>

#include <cmath>

namespace guanxi::app {

namespace {

constexpr double Fine = 16;       // of a point: fonts have whole sizes only
constexpr double LineSpacing = 1.45;
constexpr double SquareAboveBase = 0.37; // its middle
constexpr double SmallestPoints = 5; // that can be read

QFont fontOf(const TextStyle &style, double points)
{
    static const QStringList sans = paperFamilies(false), serif = paperFamilies(true);
    QFont font(style.isSerif ? serif : sans);
    font.setPixelSize(qMax(1, qRound(points * Fine)));
    font.setWeight(style.isBold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (style.spacing > 0)
        font.setLetterSpacing(QFont::PercentageSpacing, 100 * (1 + style.spacing / points)); // absolute ones grow with the device
    return font;
}

/// Without the blanks at which a line was broken; those at its beginning are meant.
QString withoutEnd(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

/// Letters and digits apart, and what would become one shape (fi). Beside Latin letters the fonts that we print with change the shapes of
/// digits, and a PDF would no longer know which digits they are: nobody could search it for the number of a document.
QStringList runsOf(const QString &line)
{
    const auto kind = [](QChar sign) { return sign.isDigit() ? 1 : sign.isLetter() && sign.unicode() < 0x2e80 ? 2 : 0; };
    QStringList runs{QString()};
    int last = 0;
    for (const QChar sign : line) {
        const int now = kind(sign);
        const bool isJoined = runs.last().endsWith(u'f') && (sign == u'f' || sign == u'i' || sign == u'l');
        if (isJoined || (now != 0 && last != 0 && now != last))
            runs.append(QString());
        if (now != 0)
            last = now;
        runs.last() += sign;
    }
    return runs;
}

double advanceOf(const QString &line, const QFontMetricsF &metrics)
{
    double wide = 0;
    for (const QString &run : runsOf(line))
        wide += metrics.horizontalAdvance(run);
    return wide;
}

double shareOf(double free, Qt::Alignment alignment)
{
    return alignment & Qt::AlignRight ? free : alignment & Qt::AlignHCenter ? free / 2 : 0;
}

} // namespace

QStringList paperFamilies(bool serif)
{
    const QStringList wanted = serif ? QStringList{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Source Han Serif SC"), QStringLiteral("SimSun"), QStringLiteral("Times New Roman")}
                                     : QStringList{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"), QStringLiteral("Microsoft YaHei"), QStringLiteral("Arial")};
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    for (const QString &family : wanted)
        if (installed.contains(family))
            families.append(family);
    return families.isEmpty() ? QStringList{QFont().family()} : families;
}

bool hasChineseFont() { return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty(); }

PaperText::PaperText(const QString &text, const TextStyle &style, double width) : m_style(style), m_width(width)
{
    if (style.isOneLine && !text.contains(u'\n')) {
        const double wide = widthOf(text, style);
        if (wide > width)
            m_style.points = qMax(SmallestPoints, std::floor(style.points * width / wide * Fine) / Fine);
    }
    layOut(text);
}

void PaperText::layOut(const QString &text)
{
    const QFont font = fontOf(m_style, m_style.points);
    const QFontMetricsF metrics(font);
    m_step = lineHeight(m_style);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        layout.setTextOption(option);
        layout.beginLayout();
        while (true) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            // A hair more, so that a text of exactly the width stays on its line.
            line.setLineWidth(m_width * Fine + 1);
            const QString words = withoutEnd(paragraph.mid(line.textStart(), line.textLength()));
            m_lines.append({words, shareOf(m_width - advanceOf(words, metrics) / Fine + m_style.spacing, m_style.alignment)});
        }
        layout.endLayout();
        if (paragraph.isEmpty())
            m_lines.append(Line());
    }
    if (!text.isEmpty())
        return;
    m_lines.clear();
}

double PaperText::height(int first, int last) const { return m_step * (last - first); }

void PaperText::paint(QPainter &painter, const QPointF &corner, int first, int last) const
{
    painter.save();
    painter.translate(corner);
    painter.scale(1 / Fine, 1 / Fine);
    painter.setFont(fontOf(m_style, m_style.points));
    painter.setPen(m_style.color);
    // Characters fill a square: that stands in the middle of its line, whatever the font says of its own height.
    const double above = m_step / 2 + m_style.points * SquareAboveBase;
    const QFontMetricsF metrics(painter.font());
    for (int line = first; line < last; ++line) {
        QPointF place(m_lines[line].left * Fine, ((line - first) * m_step + above) * Fine);
        for (const QString &run : runsOf(m_lines[line].text)) {
            painter.drawText(place, run);
            place.rx() += metrics.horizontalAdvance(run);
        }
    }
    painter.restore();
}

double PaperText::lineHeight(const TextStyle &style) { return style.points * LineSpacing; }

double PaperText::widthOf(const QString &text, const TextStyle &style) { return advanceOf(text, QFontMetricsF(fontOf(style, style.points))) / Fine; }

QString PaperText::elided(const QString &text, const TextStyle &style, double width)
{
    return QFontMetricsF(fontOf(style, style.points)).elidedText(text.simplified(), Qt::ElideRight, width * Fine);
}

void PaperText::paintLine(QPainter &painter, const QRectF &area, const QString &text, const TextStyle &style)
{
    const PaperText line(text, style.oneLine(), area.width());
    const int last = qMin(1, line.lines());
    line.paint(painter, {area.left(), area.center().y() - line.height(0, last) / 2}, 0, last);
}

} // namespace guanxi::app
