// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/nextdocument.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/settlement.h"

#include <QDate>

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

/// Copies what both have under the same name and people type.
void copyFields(const Record &from, Record &to, const QStringList &names)
{
    for (const QString &name : names) {
        const Field *source = from.entity().field(name), *target = to.entity().field(name);
        if (source && target && !from.value(source->id).isNull())
            to.setValue(target->id, from.value(source->id));
    }
}

Result<QList<Record>> linesOf(const Records &records, const Record &quote)
{
    storage::Query query;
    query.entity = QuoteLine::entity;
    query.filter = Filter::is(QuoteLine::quote.id, quote.id());
    query.sort = {{QuoteLine::position.id}};
    return records.findNow(query);
}

Value addressOf(const Records &records, const Uuid &account)
{
    const Result<Record> customer = records.load({Account::entity, account});
    return customer ? customer->value(Account::address.id) : Value();
}

Result<qint64> paidOf(const Records &records, FieldId field, const Record &document)
{
    storage::Query query;
    query.entity = Payment::entity;
    query.filter = Filter::is(field, document.id());
    const Result<QList<Record>> payments = records.findNow(query);
    return payments ? Result<qint64>(rules::paidFor(document, *payments)) : payments.error();
}

} // namespace

Result<NextOrder> orderFrom(const Records &records, const RecordRef &ref)
{
    const Result<Record> quote = records.load(ref);
    if (!quote)
        return quote.error();
    if (quote->isNull(Quote::account))
        return Error{ErrorCode::Required, {quote->entity().field(Quote::account.id)->name}};
    const Result<QList<Record>> lines = linesOf(records, *quote);
    if (!lines)
        return lines.error();
    NextOrder made;
    Record order = records.create(SalesOrder::entity);
    copyFields(*quote, order, {QStringLiteral("account"), QStringLiteral("contact"), QStringLiteral("opportunity"), QStringLiteral("currency"), QStringLiteral("exchange_rate")});
    order.set(SalesOrder::quote, quote->id());
    order.setValue(SalesOrder::deliveryAddress.id, addressOf(records, (*quote)[Quote::account]));
    made.records.append(order);
    for (const Record &line : *lines) {
        if (line.isNull(QuoteLine::product)) {
            ++made.left;
            continue;
        }
        Record copy = records.create(SalesOrderLine::entity);
        copyFields(line, copy, {QStringLiteral("product"), QStringLiteral("quantity"), QStringLiteral("unit"), QStringLiteral("unit_price"), QStringLiteral("discount"), QStringLiteral("tax_rate")});
        copy.set(SalesOrderLine::order, order.id());
        copy.set(SalesOrderLine::position, qint64(made.records.size()));
        made.records.append(copy);
    }
    return made;
}

Result<Preset> contractFrom(const Records &records, const RecordRef &ref)
{
    const Result<Record> quote = records.load(ref);
    if (!quote)
        return quote.error();
    return Preset{{Contract::quote.id, Value(quote->id())},
                  {Contract::account.id, quote->value(Quote::account.id)},
                  {Contract::opportunity.id, quote->value(Quote::opportunity.id)},
                  {Contract::amount.id, quote->value(Quote::total.id)},
                  {Contract::currency.id, quote->value(Quote::currency.id)},
                  {Contract::exchangeRate.id, quote->value(Quote::exchangeRate.id)}};
}

Result<Preset> renewalOf(const Records &records, const RecordRef &ref)
{
    using C = Contract;
    const Result<Record> contract = records.load(ref);
    if (!contract)
        return contract.error();
    const qint64 status = (*contract)[C::status];
    if (status < C::Signed || status == C::Terminated) {
        const State *state = contract->entity().machine.state(int(status));
        return Error{ErrorCode::WrongState, {contract->entity().name, QStringLiteral("renew"), state ? state->code : QString()}};
    }
    Preset preset{{C::renews.id, Value(contract->id())}};
    for (const FieldId field : {C::title.id, C::type.id, C::account.id, C::supplier.id, C::opportunity.id, C::amount.id, C::currency.id, C::exchangeRate.id,
                                C::renewalNoticeDays.id, C::ourSignatory.id, C::theirSignatory.id, C::serviceScope.id, C::sla.id})
        preset.append({field, contract->value(field)});
    if (contract->isNull(C::endsOn))
        return preset;
    const QDate epoch(1970, 1, 1), begins = epoch.addDays((*contract)[C::endsOn] + 1);
    preset.append({C::startsOn.id, Value(epoch.daysTo(begins))});
    if (!contract->isNull(C::startsOn)) {
        // Of whole months in months: a year from 1 January ends on 31 December, leap year or not.
        const QDate from = epoch.addDays((*contract)[C::startsOn]);
        const int months = (begins.year() - from.year()) * 12 + begins.month() - from.month();
        const bool isWhole = months > 0 && from.addMonths(months) == begins;
        preset.append({C::endsOn.id, Value(epoch.daysTo(isWhole ? begins.addMonths(months) : begins.addDays(from.daysTo(begins))) - 1)});
    }
    return preset;
}

Result<Preset> paymentFor(const Records &records, const RecordRef &ref)
{
    Result<Record> document = records.load(ref);
    if (!document)
        return document.error();
    std::optional<qint64> open;
    if (ref.entity == PaymentPlan::entity) {
        open = (*document)[PaymentPlan::amount] - (*document)[PaymentPlan::settledAmount];
        const bool ofOrder = !document->isNull(PaymentPlan::order);
        document = records.load(ofOrder ? RecordRef{SalesOrder::entity, (*document)[PaymentPlan::order]} : RecordRef{Contract::entity, (*document)[PaymentPlan::contract]});
        if (!document)
            return document.error();
    }
    const bool isOrder = document->entity().id == SalesOrder::entity;
    if (!open) {
        const Result<qint64> paid = paidOf(records, (isOrder ? Payment::order : Payment::contract).id, *document);
        if (!paid)
            return paid.error();
        open = (isOrder ? (*document)[SalesOrder::total] : (*document)[Contract::amount]) - *paid;
    }
    Preset preset{{(isOrder ? Payment::order : Payment::contract).id, Value(document->id())},
                  {Payment::account.id, document->value((isOrder ? SalesOrder::account : Contract::account).id)},
                  {Payment::currency.id, document->value((isOrder ? SalesOrder::currency : Contract::currency).id)},
                  {Payment::exchangeRate.id, document->value((isOrder ? SalesOrder::exchangeRate : Contract::exchangeRate).id)}};
    if (isOrder)
        preset.append({Payment::method.id, document->value(SalesOrder::paymentMethod.id)});
    if (*open > 0)
        preset.append({Payment::amount.id, Value(*open)});
    return preset;
}

Result<Preset> reversalOf(const Records &records, const RecordRef &ref)
{
    const Result<Record> payment = records.load(ref);
    if (!payment)
        return payment.error();
    Preset preset{{Payment::reverses.id, Value(payment->id())}, {Payment::amount.id, Value(-(*payment)[Payment::amount])}};
    for (const FieldId field : {Payment::account.id, Payment::order.id, Payment::contract.id, Payment::currency.id, Payment::exchangeRate.id, Payment::method.id})
        preset.append({field, payment->value(field)});
    return preset;
}

} // namespace guanxi::app
