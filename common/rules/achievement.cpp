// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/achievement.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qint64 DayMs = 86'400'000, ZoneMs = 8 * 3'600'000;
constexpr qint64 One = 10'000;
constexpr int RateScale = 6;
constexpr int DeepestTree = 32;

Filter within(NumberField day, const PeriodDays &days) { return Filter::between(day.id, Value(days.first), Value(days.last)); }

Filter bookedIn(const PeriodDays &days)
{
    return Filter::all({within(SalesOrder::orderDate, days), bookedOrders()});
}

/// From an order.
QList<FieldId> creditOfOrder(Credit credit)
{
    switch (credit) {
    case Credit::Person: return {SalesOrder::salesperson.id};
    case Credit::Region: return {SalesOrder::account.id, Account::region.id};
    case Credit::Channel: return {SalesOrder::channel.id};
    case Credit::ProductCategory: break;
    }
    return {};
}

QList<Counted> orders(Credit credit, const PeriodDays &days, FieldId sum)
{
    if (credit == Credit::ProductCategory)
        return {};
    return {{SalesOrder::entity, bookedIn(days), creditOfOrder(credit), sum}};
}

QList<Counted> lines(Credit credit, const PeriodDays &days, FieldId sum, const QList<FieldId> &rate)
{
    const QList<FieldId> path = credit == Credit::ProductCategory ? QList<FieldId>{SalesOrderLine::product.id, Product::category.id}
                                                                  : QList<FieldId>{SalesOrderLine::order.id} + creditOfOrder(credit);
    return {{SalesOrderLine::entity, Filter::related(SalesOrderLine::order.id, bookedIn(days)), path, sum, rate}};
}

QList<Counted> payments(Credit credit, const PeriodDays &days)
{
    if (credit == Credit::ProductCategory)
        return {};
    const Filter paid = within(Payment::receivedOn, days), ordered = Filter::notEmpty(Payment::order.id);
    QList<Counted> all{{Payment::entity, Filter::all({paid, ordered}), QList<FieldId>{Payment::order.id} + creditOfOrder(credit), Payment::baseAmount.id}};
    if (credit != Credit::Channel) {
        const QList<FieldId> path = credit == Credit::Person ? QList<FieldId>{Payment::contract.id, Contract::ourSignatory.id}
                                                             : QList<FieldId>{Payment::account.id, Account::region.id};
        all.append({Payment::entity, Filter::all({paid, Filter::empty(Payment::order.id)}), path, Payment::baseAmount.id});
    }
    return all;
}

QList<Counted> ofCustomers(Credit credit, const Filter &filter, EntityId entity, FieldId person, const QList<FieldId> &region)
{
    if (credit != Credit::Person && credit != Credit::Region)
        return {};
    return {{entity, filter, credit == Credit::Person ? QList<FieldId>{person} : region}};
}

} // namespace

QList<Value> bookedStates()
{
    return {qint64(SalesOrder::Reviewed), qint64(SalesOrder::PartlyShipped), qint64(SalesOrder::Shipped), qint64(SalesOrder::Completed)};
}

Filter withoutIndex(Filter filter) { return Filter::negate(Filter::negate(std::move(filter))); }

Filter bookedOrders() { return withoutIndex(Filter::in(SalesOrder::status.id, bookedStates())); }

bool isWithin(const QHash<Uuid, Uuid> &parents, const Uuid &node, const Uuid &upper)
{
    Uuid at = node;
    for (int depth = 0; depth < DeepestTree && !at.isNull(); ++depth) {
        if (at == upper)
            return true;
        at = parents.value(at);
    }
    return false;
}

qint64 beginOf(qint64 day) { return day * DayMs - ZoneMs; }

QList<Counted> countedFor(qint64 measure, Credit credit, const PeriodDays &days)
{
    switch (measure) {
    case SalesTarget::Revenue:
        return credit == Credit::ProductCategory ? lines(credit, days, SalesOrderLine::amount.id, {SalesOrderLine::order.id, SalesOrder::exchangeRate.id})
                                                 : orders(credit, days, SalesOrder::baseTotal.id);
    case SalesTarget::Orders: return orders(credit, days, 0);
    case SalesTarget::Quantity: return lines(credit, days, SalesOrderLine::quantity.id, {});
    case SalesTarget::Payments: return payments(credit, days);
    case SalesTarget::NewCustomers:
        return ofCustomers(credit, within(Account::firstOrderOn, days), Account::entity, Account::accountManager.id, {Account::region.id});
    case SalesTarget::Opportunities:
        return ofCustomers(credit, Filter::between(system::CreatedAt, Value(beginOf(days.first)), Value(beginOf(days.last + 1) - 1)), Opportunity::entity,
                           Opportunity::provider.id, {Opportunity::account.id, Account::region.id});
    default: return {};
    }
}

qint64 worthOf(const Counted &counted, qint64 count, std::optional<qint64> sum, const Value &rate)
{
    if (counted.sum == 0)
        return count * One;
    if (counted.rate.isEmpty() || rate.isNull())
        return sum.value_or(0);
    return decimal::multiply(sum.value_or(0), rate.number(), RateScale).value_or(0);
}

} // namespace guanxi::rules
