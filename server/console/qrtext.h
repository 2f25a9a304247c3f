// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::server {

/// A QR code made of half blocks, two rows to a line. On a terminal the colours are set, so that it is dark on light
/// whatever the theme; elsewhere it is drawn for light text on dark. Empty when the text is too long.
QString qrText(const QString &text, bool coloured);

} // namespace guanxi::server
