// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace guanxi::app {

/// A text that scanners read, as bars.
class Barcode
{
public:
    enum class Kind : quint8 { Code128, Qr };

    /// Not valid when the text cannot be written so (Code 128 has no Chinese).
    Barcode(const QString &text, Kind kind);

    bool isValid() const { return !m_bars.isEmpty(); }
    /// As large as the area allows, in its middle; squares stay square.
    void paint(QPainter &painter, const QRectF &area) const;

private:
    QList<QRectF> m_bars;
    QSizeF m_size;
    bool m_isSquare;
};

} // namespace guanxi::app
