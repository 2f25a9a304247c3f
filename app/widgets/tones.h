// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

#include <QColor>

class QPainter;
class QPalette;
class QRect;
class QString;

namespace guanxi::app {

/// The fixed colours of a state, contrast at least 4.5:1 between text and fill.
struct ToneColors {
    QColor fill;
    QColor text;
};

bool isDark(const QPalette &palette);
ToneColors toneColors(model::Tone tone, const QPalette &palette);
/// Quiet text (hints, times) that is still legible on the palette's base.
QColor quietText(const QPalette &palette);
/// Text of an error message.
QColor errorColor(const QPalette &palette);
QColor starColor(const QPalette &palette);
QColor lineColor(const QPalette &palette);
/// What is drawn on paper is drawn in these, whatever the look of the screen.
QPalette paperPalette();
/// WCAG contrast ratio, 1–21.
double contrast(const QColor &a, const QColor &b);

/// Paints a rounded chip with the word, centred in the height of `rect`, from its left; answers the width used.
int paintChip(QPainter &painter, const QRect &rect, const QString &word, model::Tone tone, const QPalette &palette);

} // namespace guanxi::app
