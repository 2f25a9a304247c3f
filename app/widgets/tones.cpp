// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tones.h"

#include <QPainter>
#include <QPalette>

#include <cmath>

namespace guanxi::app {

namespace {

struct TonePair {
    QRgb lightFill, lightText, darkFill, darkText;
};

// In the order of model::Tone: Neutral, Active, Waiting, Good, Bad, Closed.
constexpr TonePair Tones[] = {
    {0xffe8eaed, 0xff3c4652, 0xff3a4048, 0xffd5dbe3}, {0xffdbe9fd, 0xff14489c, 0xff1d3d6b, 0xffb9d6ff},
    {0xfffdecc8, 0xff7a4b00, 0xff5a3f0c, 0xffffdc93}, {0xffd6f2de, 0xff135c31, 0xff17492c, 0xffa9e8bf},
    {0xfffddddc, 0xff9c1c1c, 0xff6b2226, 0xffffc6c4}, {0xfff1f1f1, 0xff5f6368, 0xff303236, 0xffa9adb3},
};

double luminance(const QColor &color)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette) { return palette.color(QPalette::Base).lightness() < 128; }

ToneColors toneColors(model::Tone tone, const QPalette &palette)
{
    const TonePair &pair = Tones[size_t(tone) < std::size(Tones) ? size_t(tone) : 0];
    return isDark(palette) ? ToneColors{QColor(pair.darkFill), QColor(pair.darkText)}
                           : ToneColors{QColor(pair.lightFill), QColor(pair.lightText)};
}

QColor quietText(const QPalette &palette) { return isDark(palette) ? QColor(0xffa3abb5) : QColor(0xff5c6670); }
QColor errorColor(const QPalette &palette) { return isDark(palette) ? QColor(0xffff9b96) : QColor(0xffb3261e); }
QColor starColor(const QPalette &palette) { return isDark(palette) ? QColor(0xfff2b84b) : QColor(0xffa86200); }
QPalette paperPalette()
{
    QPalette palette(QColor(0xfff4f5f7));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

QColor lineColor(const QPalette &palette) { return isDark(palette) ? QColor(0xff3b4148) : QColor(0xffdde1e6); }

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

int paintChip(QPainter &painter, const QRect &rect, const QString &word, model::Tone tone, const QPalette &palette)
{
    const ToneColors colors = toneColors(tone, palette);
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = qMin(rect.height() - 2, metrics.height() + 2);
    const int width = qMin(rect.width(), metrics.horizontalAdvance(word) + 18);
    if (width < 20)
        return 0;
    const QRect chip(rect.left(), rect.center().y() - height / 2 + 1, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(chip, height / 2.0, height / 2.0);
    painter.setPen(colors.text);
    painter.drawText(chip.adjusted(6, 0, -6, 0), Qt::AlignCenter, metrics.elidedText(word, Qt::ElideRight, width - 12));
    painter.restore();
    return width;
}

} // namespace guanxi::app
