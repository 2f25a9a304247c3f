// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/barcode.h"

#include <QPainter>

#include <memory>
#include <zint.h>

namespace guanxi::app {

namespace {

constexpr int QuietModules = 10; // left free on both sides of bars, so that scanners find their beginning

} // namespace

Barcode::Barcode(const QString &text, Kind kind) : m_isSquare(kind == Kind::Qr)
{
    const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(ZBarcode_Create(), ZBarcode_Delete);
    const QByteArray bytes = text.toUtf8();
    if (!symbol || bytes.isEmpty())
        return;
    symbol->symbology = m_isSquare ? BARCODE_QRCODE : BARCODE_CODE128;
    symbol->input_mode = UNICODE_MODE;
    symbol->show_hrt = 0;
    if (ZBarcode_Encode_and_Buffer_Vector(symbol.get(), reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), 0) >= ZINT_ERROR)
        return;
    m_size = QSizeF(double(symbol->vector->width), double(symbol->vector->height));
    for (const zint_vector_rect *bar = symbol->vector->rectangles; bar; bar = bar->next)
        m_bars.append(QRectF(double(bar->x), double(bar->y), double(bar->width), double(bar->height)));
}

void Barcode::paint(QPainter &painter, const QRectF &area) const
{
    if (!isValid())
        return;
    // In units of the narrowest bar, which zint draws two wide.
    const double quiet = m_isSquare ? 0 : 2.0 * QuietModules;
    const QSizeF whole(m_size.width() + 2 * quiet, m_size.height());
    const QSizeF target = m_isSquare ? whole.scaled(area.size(), Qt::KeepAspectRatio) : area.size();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.translate(area.center() - QPointF(target.width() / 2, target.height() / 2));
    painter.scale(target.width() / whole.width(), target.height() / whole.height());
    for (const QRectF &bar : m_bars)
        painter.fillRect(bar.translated(quiet, 0), Qt::black);
    painter.restore();
}

} // namespace guanxi::app
