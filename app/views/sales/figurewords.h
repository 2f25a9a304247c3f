// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

// How figures of sales are written. Amounts in base currency, in 1/10 000.

/// "March 2026", "Quarter 1, 2026", "2026".
QString periodText(const QString &period);
/// Short, for axes; with the year where it begins.
QString monthText(const QString &period);
QString amountText(const Records &records, qint64 amount);
/// With its sign; empty for nothing.
QString changeText(const Records &records, std::optional<qint64> amount);
/// "83 %"; empty without a target.
QString shareText(qint64 reached, std::optional<qint64> target);
/// The company's own currency as it stands behind a number.
QString currencyText(const Records &records);

// For spreadsheets.
QString plainAmount(qint64 amount);
QString plainShare(qint64 reached, std::optional<qint64> target);

} // namespace guanxi::app
