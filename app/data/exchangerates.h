// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// The currency the company counts in, as "CNY"; empty while the company is not known here.
QString ownCurrency(const Records &records);

/// Units of the company's own currency for one of `currency`, in millionths, as the table of exchange rates has it for the day (since
/// 1970-01-01); nothing: it has none yet.
std::optional<qint64> rateOn(const Records &records, const QString &currency, qint64 day);

} // namespace guanxi::app
