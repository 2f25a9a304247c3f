// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QString>

#include <optional>

namespace guanxi {

/// Exact amounts: an integer count of 10^-scale units (money has scale 4, a percentage 2). Arithmetic answers
/// nothing instead of overflowing; halves round away from zero, the same on every machine and database.
namespace decimal {

inline constexpr int MoneyScale = 4;
inline constexpr int PercentScale = 2;
inline constexpr int QuantityScale = 4;

std::optional<qint64> add(qint64 a, qint64 b);
std::optional<qint64> subtract(qint64 a, qint64 b);
/// a·b / 10^droppedScale, rounded half up.
std::optional<qint64> multiply(qint64 a, qint64 b, int droppedScale);
/// Plain digits with '.', at most `scale` decimals, no exponent; BadValue without a field name otherwise.
Result<qint64> parse(const QString &text, int scale);
/// Shortest exact text with '.', at least `minimumDecimals` decimals.
QString format(qint64 value, int scale, int minimumDecimals = 0);

} // namespace decimal

} // namespace guanxi
