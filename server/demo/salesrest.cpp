// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

/// Contracts without an order: for service, frameworks and purchases, among them those not signed yet.
void makeOtherContracts(World &world)
{
    using C = Contract;
    Dice &dice = world.dice();
    for (int i = 0; i < world.few(90); ++i) {
        const int status = 1 + dice.weighted({40, 30, 30});
        const qint64 day = world.daysAgo(1, 40);
        const bool purchase = i % 3 == 2;
        const Customer &customer = dice.pick(world.customers);
        const Supplier &supplier = dice.pick(world.suppliers);
        const int author = purchase ? supplier.buyer : customer.manager;
        Record row = world.make(C::entity, author, world.someTime(day));
        row.set(C::type, item("contract_type", purchase ? "purchase" : i % 3 == 1 ? "framework" : "service"));
        if (purchase)
            row.set(C::supplier, supplier.id);
        else
            row.set(C::account, customer.id);
        row.set(C::title, (purchase ? supplier.name + u"采购合同"_s
                                    : customer.name + (i % 3 == 1 ? u"年度框架协议"_s : u"维保服务合同"_s))
                              .left(200));
        row.set(C::amount, dice.between(3, 200) * 10'000 * 10'000);
        row.set(C::baseAmount, row[C::amount]);
        row.set(C::status, qint64(status));
        row.set(C::startsOn, day + 30);
        row.set(C::endsOn, day + 395);
        row.set(C::ourSignatory, world.userId(author));
        if (i % 3 == 0) {
            row.set(C::serviceScope, u"每季度巡检一次,故障4小时响应,备件另计。"_s);
            row.set(C::sla, dice.pick(world.serviceLevels));
        }
        world.add(row, author);
    }
}

/// What was sold of each product during the last twelve months.
void noteProductSales(World &world)
{
    std::vector<std::array<qint64, 3>> sold(world.products.size());
    for (const Order &order : world.orders) {
        if (order.day <= world.today() - 365 || order.status == SalesOrder::Draft ||
            order.status == SalesOrder::Cancelled)
            continue;
        for (const Line &line : order.lines) {
            const qint64 revenue = inYuan(amountsOf(line, 0).net, world.customers[order.customer].currency);
            sold[line.product][0] += line.quantity;
            sold[line.product][1] += revenue;
            sold[line.product][2] += revenue - scaled(world.products[line.product].cost, line.quantity, 4);
        }
    }
    using P = model::Product;
    for (size_t i = 0; i < sold.size(); ++i) {
        Record after = world.productRows[i];
        after.set(P::soldQuantity, sold[i][0]);
        after.set(P::soldAmount, sold[i][1]);
        after.set(P::margin, sold[i][2]);
        world.update(world.productRows[i], after, 0);
    }
}

} // namespace guanxi::demo
