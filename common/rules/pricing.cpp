// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/pricing.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/stock.h"

#include <limits>
#include <tuple>

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qint64 Hundredth = 100; // in 1/10 000
constexpr qint64 OneRate = 1'000'000;

/// How much a row is meant for this customer; 0: not at all.
int closeness(const Record &item, const PriceQuestion &question)
{
    if (!item.isNull(PriceItem::account))
        return item[PriceItem::account] == question.account ? 3 : 0;
    if (!item.isNull(PriceItem::customerLevel))
        return item[PriceItem::customerLevel] == question.level ? 2 : 0;
    return 1;
}

bool isValid(const Record &item, const PriceQuestion &question)
{
    return !item.isDeleted() && !item.isNull(PriceItem::price) && item[PriceItem::minQuantity] <= question.quantity
        && (item.isNull(PriceItem::validFrom) || item[PriceItem::validFrom] <= question.day)
        && (item.isNull(PriceItem::validTo) || item[PriceItem::validTo] >= question.day);
}

} // namespace

std::optional<qint64> priceOf(const QList<Record> &items, const PriceQuestion &question)
{
    using Rank = std::tuple<int, qint64, qint64, Uuid>;
    std::optional<Rank> best;
    std::optional<qint64> price;
    for (const Record &item : items) {
        const int close = closeness(item, question);
        if (close == 0 || !isValid(item, question))
            continue;
        const Rank rank{close, item[PriceItem::minQuantity], item[PriceItem::validFrom], item.id()};
        if (best && rank < *best)
            continue;
        best = rank;
        price = item[PriceItem::price];
    }
    return price;
}

std::optional<qint64> inCurrency(qint64 price, qint64 rate)
{
    if (rate <= 0)
        return std::nullopt;
    // In wide numbers: price · 10^6 need not fit.
    __extension__ using Wide = __int128;
    const Wide divisor = Wide(rate) * Hundredth;
    const Wide hundredths = (Wide(price) * OneRate + divisor / 2) / divisor;
    return hundredths <= std::numeric_limits<qint64>::max() ? decimal::multiply(qint64(hundredths), Hundredth, 0) : std::nullopt;
}

} // namespace guanxi::rules
