// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/costs.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/amounts.h"
#include "common/rules/pricing.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr int RateScale = 6;

/// Of one line, in base currency.
std::optional<qint64> costOf(const Record &line, const RecordLookup &products)
{
    using L = SalesOrderLine;
    const Record product = line.isNull(L::product) ? Record() : products({Product::entity, line[L::product]});
    if (!product.isValid() || product.isNull(Product::cost) || product[Product::unit] != line[L::unit])
        return std::nullopt;
    const std::optional<LineAmounts> amounts = amountsOf(line[L::quantity], product[Product::cost], 0, 0);
    return amounts ? std::optional(amounts->gross) : std::nullopt;
}

} // namespace

std::optional<qint64> OrderCost::marginShare() const
{
    // In wide numbers: margin · 10^4 need not fit.
    __extension__ using Wide = __int128;
    return net <= 0 ? std::nullopt : std::optional(qint64(Wide(margin) * 10'000 / net));
}

std::optional<OrderCost> costOf(const Record &order, const QList<Record> &lines, const RecordLookup &products)
{
    Totals totals;
    qint64 base = 0;
    bool any = false;
    for (const Record &line : lines) {
        const std::optional<LineAmounts> amounts = line.isDeleted() ? std::nullopt : amountsOf(line);
        if (!amounts)
            continue;
        const std::optional<qint64> cost = costOf(line, products);
        const std::optional<qint64> sum = cost ? decimal::add(base, *cost) : std::nullopt;
        if (!sum || !totals.add(*amounts))
            return std::nullopt;
        base = *sum;
        any = true;
    }
    const qint64 rate = order[SalesOrder::exchangeRate];
    const qint64 net = totals.subtotal - totals.discount;
    const std::optional<qint64> cost = any ? inCurrency(base, rate) : std::nullopt;
    const std::optional<qint64> margin = cost ? decimal::subtract(net, *cost) : std::nullopt;
    const std::optional<qint64> baseNet = margin ? decimal::multiply(net, rate, RateScale) : std::nullopt;
    const std::optional<qint64> baseMargin = baseNet ? decimal::subtract(*baseNet, base) : std::nullopt;
    return baseMargin ? std::optional(OrderCost{*cost, *margin, *baseMargin, net}) : std::nullopt;
}

QList<std::pair<FieldId, Value>> costFieldsOf(const Record &order, const QList<Record> &lines, const RecordLookup &products)
{
    const std::optional<OrderCost> cost = costOf(order, lines, products);
    const auto value = [&](qint64 OrderCost::*part) { return cost ? Value((*cost).*part) : Value(); };
    return {{SalesOrder::costTotal.id, value(&OrderCost::cost)},
            {SalesOrder::margin.id, value(&OrderCost::margin)},
            {SalesOrder::baseMargin.id, value(&OrderCost::baseMargin)}};
}

} // namespace guanxi::rules
