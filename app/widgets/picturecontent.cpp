// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/picturecontent.h"

#include "app/widgets/filecontent.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QPainter>

namespace guanxi::app {

namespace {

constexpr qint64 LargestFile = 64 * qint64(1024 * 1024);
constexpr qint64 MostPixels = 120'000'000;      ///< of a photograph, of which only what is wanted is unpacked
constexpr qint64 MostPlainPixels = 32'000'000;  ///< of anything else
constexpr qsizetype KeptBytes = 192 * 1024;

Error refused(const QString &name, const char *rule) { return {ErrorCode::BadFormat, {QString(), name, QString::fromLatin1(rule)}}; }

/// Only its pixels, in the colours every screen knows: texts and profiles stay behind.
QImage bare(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace::SRgb)
        image.convertToColorSpace(QColorSpace::SRgb);
    QImage plain(image.size(), image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    plain.fill(image.hasAlphaChannel() ? Qt::transparent : Qt::white);
    QPainter(&plain).drawImage(0, 0, image);
    return plain;
}

/// Formats whose readers touch nothing but the bytes given: a drawing (SVG) may name other files.
bool isPlainFormat(const QByteArray &format)
{
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "webp", "bmp", "gif"};
    return formats.contains(format);
}

} // namespace

Result<QByteArray> pictureToKeep(const QImage &image, const QString &name)
{
    if (image.isNull())
        return refused(name, "picture");
    const QSize side(PictureSide, PictureSide);
    const bool large = image.width() > PictureSide || image.height() > PictureSide;
    const QByteArray bytes = packed(bare(large ? image.scaled(side, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image), KeptBytes);
    return bytes.isEmpty() ? Result<QByteArray>(refused(name, "picture")) : Result<QByteArray>(bytes);
}

Result<QByteArray> pictureToKeep(QIODevice &content, const QString &name)
{
    if (content.size() > LargestFile)
        return refused(name, "picture_size");
    QImageReader reader(&content);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    const QSize whole = reader.size();
    if (!isPlainFormat(format) || whole.isEmpty())
        return refused(name, "picture");
    if (qint64(whole.width()) * whole.height() > (format.startsWith("jp") ? MostPixels : MostPlainPixels))
        return refused(name, "picture_size");
    content.seek(0);
    return pictureToKeep(pictureFrom(content, QSize(PictureSide, PictureSide)), name);
}

QImage keptPicture(const QByteArray &content)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!isPlainFormat(reader.format()) || reader.size().width() > PictureSide || reader.size().height() > PictureSide)
        return {};
    return reader.read();
}

} // namespace guanxi::app
