// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace guanxi::rules
{

/// A pattern for a whole text. To be made once and kept: making it costs far more than matching with it.
inline QRegularExpression wholeText(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
}

} // namespace guanxi::rules
