// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/amounts.h"
#include "server/demo/world.h"

namespace guanxi::demo {

rules::LineAmounts amountsOf(const Line &line, qint64 taxRate);
rules::Totals totalsOf(const std::vector<Line> &lines, qint64 taxRate);

/// a·b / 10^dropped, rounded half up; amounts of the demo company never overflow.
qint64 scaled(qint64 a, qint64 b, int dropped);
/// The amount in yuan.
qint64 inYuan(qint64 amount, int currency);
QString codeOf(int currency);
/// Exports leave without tax.
qint64 taxRateOf(const Customer &customer);
/// Some products with quantities and the customer's prices.
std::vector<Line> someLines(World &world, const Customer &customer);

} // namespace guanxi::demo
