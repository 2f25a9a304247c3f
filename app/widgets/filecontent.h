// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

class QIODevice;

namespace guanxi::app {

/// What of a file can be shown here.
enum class ContentKind { Other, Picture, Text, Pdf };

ContentKind kindOf(const QString &mime);
/// Name of an icon for files of this type.
QString iconOf(const QString &mime);
/// "3.4 MB", "512 B", in the language of the moment.
QString sizeText(qint64 bytes);

/// As PNG where it has transparent parts, else as JPEG; made smaller and coarser until it fits into `limit` bytes.
QByteArray packed(QImage image, qsizetype limit);
/// A picture fitted into `size`, turned as its camera was held; null when it cannot be read or is too large to try.
QImage pictureFrom(QIODevice &content, const QSize &size);
/// A small picture of a picture or of the first page of a PDF, at most model::PictureLimit bytes; empty for other files. Any
/// thread.
QByteArray thumbnailOf(QIODevice &content, const QString &mime);

} // namespace guanxi::app
