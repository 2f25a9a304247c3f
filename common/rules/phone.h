// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace guanxi::rules
{

/// The one way a telephone number is stored, so that equal numbers are equal texts; nothing when it is none:
/// "13800138000", "010-62751234", "0755-26001234-801" (extension), "400-8208820", "95588", "+14155552671".
/// Takes full-width digits, blanks, brackets, +86 and 0086; a land line needs its area code.
std::optional<QString> normalPhone(const QString &text);

} // namespace guanxi::rules
