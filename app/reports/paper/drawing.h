// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QSizeF>

#include <functional>

class QPainter;

namespace guanxi::app {

/// Something that was drawn, as SVG: sharp at any size, for paper and files.
struct Drawing {
    QByteArray svg;
    QSizeF size;

    bool isNull() const { return svg.isEmpty(); }
};

Drawing draw(const QString &title, const QSizeF &size, const std::function<void(QPainter &)> &paint);

/// An SVG or a PNG in print resolution, by the ending of the path.
Result<void> saveDrawing(const Drawing &drawing, const QString &path);

} // namespace guanxi::app
