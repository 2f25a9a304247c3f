// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/drawing.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QSvgRenderer>

namespace guanxi::app {

namespace {

constexpr int ScreenDots = 96, PrintDots = 300; // per inch

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
