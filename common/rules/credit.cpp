// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/credit.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/settlement.h"

#include <limits>

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr int RateScale = 6;
constexpr qint64 TooMuch = std::numeric_limits<qint64>::max();

bool isOpen(const Record &order)
{
    const qint64 status = order[SalesOrder::status];
    return !order.isDeleted() && status >= SalesOrder::Reviewed && status <= SalesOrder::Shipped;
}

qint64 inBase(qint64 amount, const Record &order)
{
    return decimal::multiply(amount, order[SalesOrder::exchangeRate], RateScale).value_or(TooMuch);
}

/// More than was asked for is no credit for other orders.
qint64 openOf(const Record &order, const QList<Record> &payments)
{
    const qint64 open = decimal::subtract(order[SalesOrder::total], paidFor(order, payments)).value_or(TooMuch);
    return open > 0 ? inBase(open, order) : 0;
}

} // namespace

qint64 Credit::sum() const { return decimal::add(open, asked).value_or(TooMuch); }

std::optional<Credit> creditOf(const Record &order, const Surroundings &around)
{
    if (order.isNull(SalesOrder::account) || !around.lookup || !around.rows)
        return std::nullopt;
    const RecordRef customer{Account::entity, order[SalesOrder::account]};
    const Record account = around.lookup(customer);
    if (!account.isValid() || account.isNull(Account::creditLimit))
        return std::nullopt;
    const auto unpaid = [&](const Record &one) { return openOf(one, around.rows(Payment::entity, Payment::order.id, one.ref())); };
    Credit credit{account[Account::creditLimit], 0, unpaid(order), account[Account::creditBlocks] != 0};
    for (const Record &other : around.rows(SalesOrder::entity, SalesOrder::account.id, customer))
        if (other.id() != order.id() && isOpen(other))
            credit.open = decimal::add(credit.open, unpaid(other)).value_or(TooMuch);
    return credit;
}

} // namespace guanxi::rules
