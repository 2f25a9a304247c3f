// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/guards.h"

namespace guanxi::rules
{

/// Up to where somebody lets quotes pass; what nobody set is nothing.
struct QuoteLimit {
    std::optional<qint64> total;    ///< in base currency
    std::optional<qint64> discount; ///< in hundredths of a percent of the subtotal

    bool operator==(const QuoteLimit &) const = default;
};

/// What is set for the person goes before his roles; of the roles that are granted to him now the greatest counts, each measure by
/// itself.
QuoteLimit quoteLimitOf(const Uuid &user, const Surroundings &around);

/// What of a quote is above a limit.
struct QuoteExcess {
    bool isDiscount = false;
    qint64 value = 0;
    qint64 limit = 0;

    bool operator==(const QuoteExcess &) const = default;
};

/// Nothing when all is within. The discount goes first: that is what an author can take back.
std::optional<QuoteExcess> excessOf(const model::Record &quote, const QuoteLimit &limit);

/// What its author may let pass alone: his limit, else the company's.
QuoteLimit authorLimitOf(const Uuid &user, const Surroundings &around);

} // namespace guanxi::rules
