// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// For whom a price is looked up, how much of it and when.
struct PriceQuestion {
    Uuid account;
    Uuid level;          ///< of the customer (dictionary customer_level)
    qint64 quantity = 0; ///< in 1/10 000
    qint64 day = 0;      ///< since 1970-01-01
};

/// The price in base currency, in 1/10 000, of the rows of the price list that are valid then: what was agreed with the customer goes
/// before what his level gets, that before what everybody gets; among these the greatest quantity that is reached, then the
/// latest. Nothing when no row fits: the product's own price counts.
std::optional<qint64> priceOf(const QList<model::Record> &items, const PriceQuestion &question);

/// A price in base currency in another one, in whole hundredths; `rate` in millionths of the base currency. Nothing when it cannot be.
std::optional<qint64> inCurrency(qint64 price, qint64 rate);

} // namespace guanxi::rules
