// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"

#include "common/base/decimal.h"

namespace guanxi::demo {

qint64 scaled(qint64 a, qint64 b, int dropped) { return decimal::multiply(a, b, dropped).value_or(0); }

rules::LineAmounts amountsOf(const Line &line, qint64 taxRate)
{
    return rules::amountsOf(line.quantity, line.price, line.discount, taxRate).value_or(rules::LineAmounts());
}

rules::Totals totalsOf(const std::vector<Line> &lines, qint64 taxRate)
{
    rules::Totals totals;
    for (const Line &line : lines)
        totals.add(amountsOf(line, taxRate));
    return totals;
}

qint64 inYuan(qint64 amount, int currency) { return scaled(amount, Currencies[currency].rate, 6); }

QString codeOf(int currency) { return QString::fromLatin1(Currencies[currency].code); }

qint64 taxRateOf(const Customer &customer) { return customer.currency == 0 ? 1300 : 0; }

std::vector<Line> someLines(World &world, const Customer &customer)
{
    Dice &dice = world.dice();
    std::vector<Line> lines;
    for (int i = dice.weighted({20, 22, 20, 15, 10, 7, 4, 2}); i >= 0; --i) {
        const size_t product = size_t(dice.between(0, qint64(world.products.size()) - 1));
        const qint64 yuan = world.products[product].price;
        // Prices in other currencies are whole cents (yen).
        const qint64 unit = customer.currency == 3 ? 10'000 : 100;
        const qint64 price = (yuan * 1'000'000 / Currencies[customer.currency].rate + unit - 1) / unit * unit;
        const qint64 most = yuan > 200'000'000 ? 3 : yuan > 20'000'000 ? 12 : 80;
        lines.push_back(
            {product, dice.between(1, most) * 10'000, price, dice.chance(35) ? dice.between(1, 12) * 100 : 0});
    }
    return lines;
}

} // namespace guanxi::demo
