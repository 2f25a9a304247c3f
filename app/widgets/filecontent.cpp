// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filecontent.h"

#include "app/widgets/pdfpages.h"
#include "common/model/field.h"

#include <QBuffer>
#include <QImageReader>
#include <QLocale>
#include <QMimeDatabase>
#include <QPainter>

namespace guanxi::app {

namespace {

constexpr QSize ThumbnailSize(192, 192);
constexpr int AllocationMiB = 128; ///< of a picture while it is read
constexpr qint64 MostPixels = 120'000'000;

} // namespace

QByteArray packed(QImage image, qsizetype limit)
{
    while (!image.isNull() && image.width() > 16) {
        if (image.hasAlphaChannel()) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            if (image.save(&buffer, "PNG") && bytes.size() <= limit)
                return bytes;
            QImage onWhite(image.size(), QImage::Format_RGB32);
            onWhite.fill(Qt::white);
            QPainter(&onWhite).drawImage(0, 0, image);
            image = onWhite;
        }
        for (const int quality : {85, 70, 55, 40}) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            if (image.save(&buffer, "JPEG", quality) && bytes.size() <= limit)
                return bytes;
        }
        image = image.scaled(image.size() * 3 / 4, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return {};
}

ContentKind kindOf(const QString &mime)
{
    if (mime == QLatin1String("application/pdf"))
        return ContentKind::Pdf;
    if (QImageReader::supportedMimeTypes().contains(mime.toLatin1()))
        return ContentKind::Picture;
    const QMimeType type = QMimeDatabase().mimeTypeForName(mime);
    return type.isValid() && type.inherits(QStringLiteral("text/plain")) ? ContentKind::Text : ContentKind::Other;
}

QString iconOf(const QString &mime)
{
    switch (kindOf(mime)) {
    case ContentKind::Picture: return QStringLiteral("view-visible");
    case ContentKind::Pdf: return QStringLiteral("view-form");
    case ContentKind::Text: return QStringLiteral("document-edit");
    case ContentKind::Other: break;
    }
    return QStringLiteral("document-multiple");
}

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat); }

QImage pictureFrom(QIODevice &content, const QSize &size)
{
    QImageReader reader(&content);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && qint64(whole.width()) * whole.height() > MostPixels)
        return {};
    QImageReader::setAllocationLimit(AllocationMiB);
    // Readers of photographs do not even unpack what is not asked for.
    if (whole.isValid() && (whole.width() > size.width() || whole.height() > size.height()))
        reader.setScaledSize(whole.scaled(size, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.width() > size.width() || image.height() > size.height())
        image = image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

QByteArray thumbnailOf(QIODevice &content, const QString &mime)
{
    switch (kindOf(mime)) {
    case ContentKind::Picture:
        return packed(pictureFrom(content, ThumbnailSize), model::PictureLimit);
    case ContentKind::Pdf:
        if (const std::unique_ptr<PdfPages> pages = PdfPages::open(content))
            return packed(pages->page(0, ThumbnailSize), model::PictureLimit);
        break;
    case ContentKind::Text: case ContentKind::Other:
        break;
    }
    return {};
}

} // namespace guanxi::app
