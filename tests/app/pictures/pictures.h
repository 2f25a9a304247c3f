// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace guanxi::tests {

/// Left half yellow, right half green.
QImage halves(const QSize &size);
QByteArray encoded(const QImage &image, const char *format);
/// A photograph as a telephone writes it that was held upright: the picture lies on its side, the place is noted beside it.
QByteArray photograph(const QSize &size, const QByteArray &place);
/// Says that it is that large, and holds next to nothing.
QByteArray hollowPng(quint32 width, quint32 height);

} // namespace guanxi::tests
