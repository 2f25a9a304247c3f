// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/drawing.h"

#include "app/reports/paper/papertext.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTransform>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace guanxi::app {

namespace {

constexpr int ScreenDots = 96, PrintDots = 300; // per inch
constexpr double Steps = 16; // of a pixel, in which letters are sized
constexpr int Heading = 18, About = 12, Padding = 8; // pixels

/// A text of a drawing, as an SVG has it.
struct Word {
    QTransform at;
    QPointF place;
    double size;
    QFont font;
    QColor color;
    QString text;
};

struct Parts {
    QByteArray shapes; ///< the drawing without its words
    QList<Word> words;
};

QTransform transformOf(const QXmlStreamAttributes &attributes)
{
    // "matrix(1,0,0,1,0,0)": what Qt writes.
    const QStringList numbers = attributes.value(QLatin1StringView("transform")).toString().section(u'(', 1).section(u')', 0, 0).split(u',');
    if (numbers.size() != 6)
        return {};
    const auto number = [&](int at) { return numbers[at].toDouble(); };
    return QTransform(number(0), number(1), number(2), number(3), number(4), number(5));
}

Word wordOf(const QXmlStreamAttributes &attributes, const QTransform &at)
{
    const auto value = [&](const char *name) { return attributes.value(QLatin1StringView(name)); };
    Word word{at, {value("x").toDouble(), value("y").toDouble()}, value("font-size").toDouble(), QFont(), QColor(value("fill").toString()), {}};
    word.font.setFamilies(paperFamilies(false));
    word.font.setBold(value("font-weight").toInt() > QFont::Medium);
    word.font.setPixelSize(qMax(1, qRound(word.size * Steps)));
    word.font.setHintingPreference(QFont::PreferNoHinting);
    if (const auto opacity = value("fill-opacity"); !opacity.isEmpty())
        word.color.setAlphaF(opacity.toFloat());
    return word;
}

Parts divided(const QByteArray &svg)
{
    Parts parts;
    QXmlStreamReader in(svg);
    QXmlStreamWriter out(&parts.shapes);
    QList<QTransform> above{QTransform()};
    while (!in.atEnd()) {
        in.readNext();
        if (in.isStartElement()) {
            if (in.name() == QLatin1StringView("text")) {
                Word word = wordOf(in.attributes(), above.last());
                word.text = in.readElementText(QXmlStreamReader::IncludeChildElements);
                parts.words.append(word);
                continue;
            }
            above.append(transformOf(in.attributes()) * above.last());
        } else if (in.isEndElement()) {
            above.removeLast();
        }
        if (!in.hasError() && in.tokenType() != QXmlStreamReader::NoToken)
            out.writeCurrentToken(in);
    }
    return parts;
}

/// What stands between the tags of the whole.
QByteArray bodyOf(const QByteArray &svg)
{
    const qsizetype begin = svg.indexOf('>', svg.indexOf("<svg")) + 1;
    return svg.mid(begin, svg.lastIndexOf("</svg>") - begin);
}

} // namespace

Drawing draw(const QString &title, const QSizeF &size, const std::function<void(QPainter &)> &paint)
{
    Drawing drawing{{}, size};
    QBuffer buffer(&drawing.svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title);
    generator.setResolution(ScreenDots);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return drawing;
}

Drawing captioned(const Drawing &drawing, const QString &heading, const QString &about, const QString &foot)
{
    QFont font;
    font.setFamilies(paperFamilies(false));
    QFont large = font;
    large.setPixelSize(Heading);
    large.setBold(true);
    font.setPixelSize(About);
    const double width = drawing.size.width() + 2 * Padding;
    const QRectF head(Padding, Padding, drawing.size.width(), Heading * 1.6), below = head.translated(0, head.height());
    const double aboutHeight = about.isEmpty() ? 0 : QFontMetricsF(font).boundingRect(QRectF(0, 0, drawing.size.width(), 1e4), Qt::TextWordWrap, about).height() + Padding;
    const double top = head.bottom() + aboutHeight, bottom = About * 2;
    Drawing whole = draw(heading, {width, top + drawing.size.height() + bottom + Padding}, [&](QPainter &painter) {
        painter.fillRect(QRectF(0, 0, width, top + drawing.size.height() + bottom + Padding), Qt::white);
        painter.setPen(QColor(0x22, 0x22, 0x22));
        painter.setFont(large);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, heading);
        painter.setFont(font);
        painter.drawText(QRectF(below.left(), below.top(), below.width(), aboutHeight), Qt::AlignLeft | Qt::TextWordWrap, about);
        painter.drawText(QRectF(Padding, top + drawing.size.height(), drawing.size.width(), bottom), Qt::AlignLeft | Qt::AlignVCenter, foot);
    });
    whole.svg.insert(whole.svg.lastIndexOf("</svg>"), "<g transform=\"matrix(1,0,0,1," + QByteArray::number(Padding) + ',' + QByteArray::number(top) + ")\">" + bodyOf(drawing.svg) + "</g>");
    return whole;
}

void paintDrawing(QPainter &painter, const Drawing &drawing, const QRectF &area)
{
    const Parts parts = divided(drawing.svg);
    QSvgRenderer(parts.shapes).render(&painter, area);
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(area.width() / drawing.size.width(), area.height() / drawing.size.height());
    const QTransform base = painter.transform();
    for (const Word &word : parts.words) {
        painter.setTransform(QTransform::fromScale(1 / Steps, 1 / Steps) * QTransform::fromTranslate(word.place.x(), word.place.y()) * word.at * base);
        painter.setFont(word.font);
        painter.setPen(word.color);
        painter.drawText(QPointF(), word.text);
    }
    painter.restore();
}

Result<void> saveDrawing(const Drawing &drawing, const QString &path)
{
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    if (path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive)) {
        QImage image((drawing.size * PrintDots / ScreenDots).toSize(), QImage::Format_RGB32);
        image.setDotsPerMeterX(qRound(PrintDots / 0.0254));
        image.setDotsPerMeterY(qRound(PrintDots / 0.0254));
        image.fill(Qt::white);
        QPainter painter(&image);
        QSvgRenderer(drawing.svg).render(&painter, QRectF(image.rect()));
        painter.end();
        good = good && image.save(&file, "PNG");
    } else {
        good = good && file.write(drawing.svg) == drawing.svg.size();
    }
    if (good && file.commit())
        return {};
    return Error{ErrorCode::FileFailed, {path, file.errorString()}};
}

} // namespace guanxi::app
