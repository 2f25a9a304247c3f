// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QString>

class QImage;
class QIODevice;

namespace guanxi::app {

/// Pixels that the longer side of a record's picture has at most.
inline constexpr int PictureSide = 512;

/// A picture as records keep one: PNG or JPEG of at most PictureSide, turned as its camera was held, and without what cameras
/// and programs write beside the picture itself (place, time, owner). Any thread. BadFormat("", name, rule): "picture" for
/// what is none or is broken, "picture_size" for what is too large to be opened.
Result<QByteArray> pictureToKeep(QIODevice &content, const QString &name);
/// The same of one that is in memory.
Result<QByteArray> pictureToKeep(const QImage &image, const QString &name);
/// What pictureToKeep() made; null for anything larger: it came from elsewhere.
QImage keptPicture(const QByteArray &content);

} // namespace guanxi::app
