// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/documentlines.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/amounts.h"
#include "common/rules/defaults.h"
#include "common/rules/pricing.h"

#include <QDateTime>

namespace guanxi::app {

using namespace model;

namespace {

constexpr qint64 One = 10'000; // in 1/10 000
constexpr qint64 OneRate = 1'000'000;

Record loaded(const Records &records, const RecordRef &ref)
{
    const Result<Record> record = ref.id.isNull() ? Result<Record>(Record()) : records.load(ref);
    return record ? *record : Record();
}

Uuid accountOf(const Record &document)
{
    for (const Field &field : document.entity().fields())
        if (field.type == FieldType::Reference && field.targets.first() == Account::entity)
            return document.value(field.id).id();
    return {};
}

/// In base currency.
std::optional<qint64> basePriceOf(const Records &records, const Record &document, const Record &line, const Record &product)
{
    const LineFields &fields = *line.entity().line;
    if (fields.isSold) {
        const Record account = loaded(records, {Account::entity, accountOf(document)});
        storage::Query query;
        query.entity = PriceItem::entity;
        query.filter = storage::Filter::is(PriceItem::product.id, product.id());
        const Result<QList<Record>> items = records.findNow(query);
        const std::optional<qint64> price = rules::priceOf(items ? *items : QList<Record>(),
                                                           {account.id(), account.isValid() ? account[Account::level] : Uuid(), line.value(fields.quantity).number(),
                                                            rules::dayOf(QDateTime::currentMSecsSinceEpoch())});
        if (price)
            return price;
    }
    const Value own = product.value(fields.priceFrom);
    return own.isNull() ? std::nullopt : std::optional(own.number());
}

} // namespace

std::optional<qint64> listPriceOf(const Records &records, const Record &document, const Record &line)
{
    const Record product = loaded(records, {Product::entity, line.value(line.entity().line->product).id()});
    const std::optional<qint64> price = product.isValid() ? basePriceOf(records, document, line, product) : std::nullopt;
    const std::optional<TotalFields> &totals = document.entity().totals;
    const qint64 rate = totals && !document.value(totals->rate).isNull() ? document.value(totals->rate).number() : OneRate;
    return price && rate != OneRate ? rules::inCurrency(*price, rate) : price;
}

void takeProduct(const Records &records, const Record &document, Record &line, const QSet<FieldId> &given)
{
    const LineFields &fields = *line.entity().line;
    const Record product = loaded(records, {Product::entity, line.value(fields.product).id()});
    if (product.isValid()) {
        for (const auto &[own, from] : fields.taken)
            if (!given.contains(own))
                line.setValue(own, from == 0 ? Value(records.title(product.ref())) : product.value(from));
        if (line.value(fields.quantity).isNull())
            line.setValue(fields.quantity, One);
        if (const std::optional<qint64> price = given.contains(fields.price) ? std::nullopt : listPriceOf(records, document, line))
            line.setValue(fields.price, *price);
    }
    rules::computeFields(line, Record());
}

void followQuantity(const Records &records, const Record &document, const Record &before, Record &line)
{
    const FieldId field = line.entity().line->price;
    const std::optional<qint64> former = listPriceOf(records, document, before);
    if (!former || before.value(field).isNull() || before.value(field).number() != *former)
        return;
    if (const std::optional<qint64> price = listPriceOf(records, document, line))
        line.setValue(field, *price);
}

bool maySeeCost(const Records &records)
{
    const auto reads = [&](EntityId id, FieldId field) {
        const Entity *entity = records.catalogue().entity(id);
        return entity && records.may(Action::View, id) && records.rights().fieldRight(*entity, *entity->field(field)) >= FieldRight::Read;
    };
    return reads(Product::entity, Product::cost.id) && reads(SalesOrder::entity, SalesOrder::costTotal.id) && reads(SalesOrder::entity, SalesOrder::margin.id);
}

std::optional<rules::OrderCost> costOf(const Records &records, const Record &order, const QList<Record> &lines)
{
    if (order.entity().id != SalesOrder::entity || !maySeeCost(records))
        return std::nullopt;
    return rules::costOf(order, lines, [&](const RecordRef &ref) { return loaded(records, ref); });
}

} // namespace guanxi::app
