// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace guanxi::app {

/// The font in another size and weight, whether its size is given in points or in pixels.
inline QFont scaledFont(QFont font, double factor, QFont::Weight weight = QFont::Normal)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace guanxi::app
