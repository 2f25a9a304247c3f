// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace guanxi::server {

/// What a customer bought in the period that counts.
struct Purchases {
    qint64 lastOn = 0; ///< days since 1970
    qint64 orders = 0;
    qint64 amount = 0; ///< in the company's currency
    bool operator==(const Purchases &) const = default;
};

/// Four cuts make five parts of equal size; where values are equal, they stay together in the part in which their middle lies.
class Quintiles
{
public:
    Quintiles() = default;
    explicit Quintiles(std::vector<qint64> values);

    /// 1 (the smallest fifth) to 5.
    int of(qint64 value) const;

private:
    std::array<qint64, 4> m_cuts{}; ///< the first value of the parts 2 to 5
};

/// Values customers by how lately, how often and for how much they bought, each against all others (RFM).
class ValueScale
{
public:
    enum class Tier : quint8 { Low, Medium, High };

    /// Everybody who bought in the period is shown to it first, then settle() until that is false.
    void add(const Purchases &purchases);
    /// Orders one of the three kinds of values, which takes a moment where they are many; false: all are in order.
    bool settle();

    /// Of one who bought in the period.
    Tier tierOf(const Purchases &purchases) const;

private:
    enum Kind { Recency, Frequency, Money, Kinds };
    static std::array<qint64, Kinds> partsOf(const Purchases &purchases) { return {purchases.lastOn, purchases.orders, purchases.amount}; }

    std::array<std::vector<qint64>, Kinds> m_values;
    std::array<Quintiles, Kinds> m_quintiles;
    int m_settled = 0;
};

} // namespace guanxi::server
