// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/valuescale.h"

#include <algorithm>
#include <limits>

namespace guanxi::server {

namespace {

constexpr int Parts = 5;
// Of three marks from 1 to 5: four on average, and the better half of all sums.
constexpr int HighFrom = 12, MediumFrom = 8;

} // namespace

Quintiles::Quintiles(std::vector<qint64> values)
{
    const qint64 count = qint64(values.size());
    auto begin = values.begin();
    for (int part = 1; part < Parts && count > 0; ++part) {
        const auto at = values.begin() + part * count / Parts;
        std::nth_element(begin, at, values.end());
        begin = at;
        const qint64 cut = *at;
        const qint64 less = std::ranges::count_if(values, [cut](qint64 value) { return value < cut; });
        const qint64 equal = std::ranges::count(values, cut);
        const bool middleIsBeyond = Parts * (2 * less + equal) >= 2 * part * count;
        m_cuts[size_t(part - 1)] = middleIsBeyond || cut == std::numeric_limits<qint64>::max() ? cut : cut + 1;
    }
}

int Quintiles::of(qint64 value) const
{
    return 1 + int(std::ranges::upper_bound(m_cuts, value) - m_cuts.begin());
}

void ValueScale::add(const Purchases &purchases)
{
    const auto parts = partsOf(purchases);
    for (int kind = 0; kind < Kinds; ++kind)
        m_values[size_t(kind)].push_back(parts[size_t(kind)]);
}

bool ValueScale::settle()
{
    if (m_settled == Kinds)
        return false;
    const size_t kind = size_t(m_settled++);
    m_quintiles[kind] = Quintiles(std::exchange(m_values[kind], {}));
    return true;
}

ValueScale::Tier ValueScale::tierOf(const Purchases &purchases) const
{
    const auto parts = partsOf(purchases);
    int sum = 0;
    for (int kind = 0; kind < Kinds; ++kind)
        sum += m_quintiles[size_t(kind)].of(parts[size_t(kind)]);
    return sum >= HighFrom ? Tier::High : sum >= MediumFrom ? Tier::Medium : Tier::Low;
}

} // namespace guanxi::server
