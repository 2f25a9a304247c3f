// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QRectF>
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

/// The same with a heading above it, what it is about, and a line at its foot: by itself a picture tells neither period nor author.
Drawing captioned(const Drawing &drawing, const QString &heading, const QString &about, const QString &foot);

/// Into the area. Words are painted as words, so that a PDF can be searched.
void paintDrawing(QPainter &painter, const Drawing &drawing, const QRectF &area);

/// An SVG or a PNG in print resolution, by the ending of the path.
Result<void> saveDrawing(const Drawing &drawing, const QString &path);

} // namespace guanxi::app
