// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/guards.h"

namespace guanxi::rules
{

/// What a customer owes beside what he may owe, all in base currency.
struct Credit {
    qint64 limit = 0;
    qint64 open = 0;     ///< of his other orders, from their review until they are closed: what is not paid yet
    qint64 asked = 0;    ///< of this order
    bool blocks = false; ///< above the limit nothing is ordered; else it is said only

    qint64 sum() const;
    bool isExceeded() const { return sum() > limit; }
    bool operator==(const Credit &) const = default;
};

/// As far as the asking program sees his orders and payments: a desk what is there, the server all. Nothing for who has no limit.
std::optional<Credit> creditOf(const model::Record &order, const Surroundings &around);

} // namespace guanxi::rules
