// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QXmlStreamReader;

/// What the cells of a spreadsheet (ECMA-376, part 1, section 18) mean, as text.
namespace guanxi::app::celltext {

/// By the number of the format, and its code where it is not built in: shows a day.
bool isDate(int format, const QString &code);
/// Shows a time without a day.
bool isTime(int format, const QString &code);
/// Shows a hundred times what is stored, with a percent sign.
bool isPercent(int format, const QString &code);
/// As people write it: no exponent, no digits that only come from binary fractions.
QString number(double value);
/// Days since 1900 (with the 29 February that never was) or 1904: "2026-03-31", or with "14:05" where there is a time.
QString dateTime(double days, bool since1904, bool onlyTime);
/// Characters that are told by their number, "_x000D_" (ST_Xstring).
QString unescaped(const QString &text);
/// The text of the current element, which may be in pieces of several colours; without how it is pronounced.
QString richText(QXmlStreamReader &xml);

} // namespace guanxi::app::celltext
