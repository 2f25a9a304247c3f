// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue/ids.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "tests/app/sync/deskcompany.h"

namespace guanxi::test {

inline constexpr qint64 One = 10'000; ///< of money and of quantity

/// Ann and Bea sell pumps at 100, and at 90 from ten pieces on.
class SellingCompany : public DeskCompany
{
public:
    explicit SellingCompany(storage::Backend backend = storage::Backend::Sqlite) : DeskCompany(backend, model::declareAll)
    {
        using namespace model;
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {Quote::entity, QuoteLine::entity, PriceItem::entity, ProductCategory::entity, Product::entity, SalesOrder::entity,
                                          SalesOrderLine::entity, Contract::entity, Payment::entity, PaymentPlan::entity, Opportunity::entity, StageChange::entity})
                server.allow(role, entity, Reach::All, true);
        Record category(server.catalogue().at(ProductCategory::entity), ids.next());
        category.set(ProductCategory::name, QStringLiteral("泵"));
        pump = Record(server.catalogue().at(Product::entity), ids.next());
        pump.set(Product::name, QStringLiteral("离心泵"));
        pump.set(Product::spec, QStringLiteral("DN50"));
        pump.set(Product::category, category.id());
        pump.set(Product::unit, dictionaryItemId(QStringLiteral("unit"), QStringLiteral("set")));
        pump.set(Product::price, 100 * One);
        Record price(server.catalogue().at(PriceItem::entity), ids.next());
        price.set(PriceItem::product, pump.id());
        price.set(PriceItem::minQuantity, 10 * One);
        price.set(PriceItem::price, 90 * One);
        server.insertAll({category, pump, price});
        meet();
        customer = make(ann, QStringLiteral("上海宏远"));
        settle();
        quote = quoteOf(ann);
        settle();
    }

    model::Record quoteOf(MemoryDesk &desk)
    {
        using model::Quote;
        model::Record made = desk.records().create(Quote::entity);
        made.set(Quote::account, customer.id());
        made.set(Quote::validUntil, qint64(40'000));
        storage::test::must(desk.records().save(made));
        return storage::test::must(desk.records().load(made.ref()));
    }
    model::Record line(MemoryDesk &desk, qint64 quantity, qint64 price, qint64 position = 1)
    {
        using Line = model::QuoteLine;
        model::Record made = desk.records().create(Line::entity);
        made.set(Line::quote, quote.id());
        made.set(Line::position, position);
        made.set(Line::description, QStringLiteral("安装"));
        made.set(Line::quantity, quantity);
        made.set(Line::unitPrice, price);
        made.set(Line::taxRate, qint64(0));
        storage::test::must(desk.records().save(made));
        return made;
    }
    qint64 totalAt(MemoryDesk &desk) { return storage::test::must(desk.records().load(quote.ref()))[model::Quote::total]; }
    qint64 totalAtServer() { return server.record(quote.ref())[model::Quote::total]; }

    model::Record pump, customer, quote;
};

} // namespace guanxi::test
