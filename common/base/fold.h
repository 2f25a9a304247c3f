// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace guanxi {

/// Text as search compares it: lower case, compatibility forms and full width made plain, traditional characters
/// simplified, Latin letters without accents, invisible characters gone, white space trimmed to single spaces.
/// Each character folds alone, so a part of a text folds to a part of the folded text. Thread-safe.
QString foldText(const QString &text);

/// Bytes whose order is the order of the text in a list: digits by their value ("A2" before "A10"), then Latin, then
/// Chinese by pinyin (a first 长 as chang, 曾 as zeng). Comparable only among keys of one collationVersion().
/// Thread-safe.
QByteArray sortKey(const QString &text);

/// Names what sortKey() depends on; stored beside the keys, which are made anew when it differs.
QByteArray collationVersion();

} // namespace guanxi
