// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/funnelpicture.h"

#include "app/widgets/tones.h"

#include <QMouseEvent>
#include <QPainter>

namespace guanxi::app {

namespace {

constexpr double Gap = 3, Narrowest = 0.14; // of the width
constexpr int Radius = 4, Margin = 8;

} // namespace

FunnelPicture::FunnelPicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void FunnelPicture::setBands(const QList<Band> &bands)
{
    m_bands = bands;
    update();
}

void FunnelPicture::setCurrent(int band)
{
    m_current = band;
    update();
}

QRectF FunnelPicture::placeOf(int band, const QSizeF &size) const
{
    double widest = 0;
    for (const Band &each : m_bands)
        widest = std::max(widest, each.size);
    const double share = widest > 0 ? std::max(Narrowest, m_bands[band].size / widest) : 1;
    const double tall = (size.height() - 2.0 * Margin) / double(m_bands.size()), wide = (size.width() - 2.0 * Margin) * share;
    return {(size.width() - wide) / 2, Margin + band * tall, wide, tall - Gap};
}

void FunnelPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBands(painter, size(), palette(), m_current);
}

void FunnelPicture::paintBands(QPainter &painter, const QSizeF &size, const QPalette &colors, int marked) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const ToneColors tones = toneColors(model::Tone::Active, colors);
    for (int band = 0; band < m_bands.size(); ++band) {
        const QRectF place = placeOf(band, size);
        painter.setPen(band == marked ? QPen(colors.color(QPalette::Highlight), 2) : QPen(lineColor(colors)));
        painter.setBrush(tones.fill);
        painter.drawRoundedRect(place, Radius, Radius);
        // The words may be wider than the band.
        const QRectF line(Margin, place.y(), size.width() - 2.0 * Margin, place.height());
        const bool twoLines = place.height() >= 2.4 * fontMetrics().height();
        const QString words = m_bands[band].name + (twoLines ? QStringLiteral("\n") : QStringLiteral("  ")) + m_bands[band].says;
        painter.setPen(place.width() > fontMetrics().horizontalAdvance(m_bands[band].says) ? tones.text : colors.color(QPalette::Text));
        painter.drawText(line, Qt::AlignCenter, words);
    }
}

void FunnelPicture::mousePressEvent(QMouseEvent *event)
{
    for (int band = 0; band < m_bands.size(); ++band) {
        const QRectF place = placeOf(band, size());
        if (event->position().y() >= place.top() && event->position().y() <= place.bottom())
            Q_EMIT chosen(band);
    }
}

} // namespace guanxi::app
