// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/approval.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

bool isActive(const Record &grant, const std::optional<qint64> &now)
{
    return !grant.isDeleted() && grant.isNull(RoleGrant::revokedAt) && (!now || grant.isNull(RoleGrant::validFrom) || grant[RoleGrant::validFrom] <= *now)
        && (!now || grant.isNull(RoleGrant::validTo) || grant[RoleGrant::validTo] == 0 || grant[RoleGrant::validTo] > *now);
}

std::optional<qint64> valueOf(const Record &record, NumberField field)
{
    return !record.isValid() || record.isDeleted() || record.isNull(field) ? std::nullopt : std::optional(record[field]);
}

std::optional<qint64> greater(const std::optional<qint64> &a, const std::optional<qint64> &b)
{
    return a && b ? std::max(*a, *b) : a ? a : b;
}

/// In hundredths of a percent, rounded up: what is just above a limit must not read like the limit.
qint64 shareOf(qint64 discount, qint64 subtotal)
{
    // In wide numbers: discount · 10^4 need not fit.
    __extension__ using Wide = __int128;
    return subtotal <= 0 ? 0 : qint64((Wide(discount) * 10'000 + subtotal - 1) / subtotal);
}

} // namespace

QuoteLimit quoteLimitOf(const Uuid &user, const Surroundings &around)
{
    QuoteLimit ofRoles;
    const RecordRef person{User::entity, user};
    if (user.isNull() || !around.lookup)
        return ofRoles;
    for (const Record &grant : around.rows ? around.rows(RoleGrant::entity, RoleGrant::user.id, person) : QList<Record>()) {
        const Record role = isActive(grant, around.nowMs) ? around.lookup({Role::entity, grant[RoleGrant::role]}) : Record();
        ofRoles.total = greater(ofRoles.total, valueOf(role, Role::quoteTotalLimit));
        ofRoles.discount = greater(ofRoles.discount, valueOf(role, Role::quoteDiscountLimit));
    }
    const Record own = around.lookup(person);
    const std::optional<qint64> total = valueOf(own, User::quoteTotalLimit), discount = valueOf(own, User::quoteDiscountLimit);
    return {total ? total : ofRoles.total, discount ? discount : ofRoles.discount};
}

QuoteLimit authorLimitOf(const Uuid &user, const Surroundings &around)
{
    const QuoteLimit own = quoteLimitOf(user, around);
    return {own.total.value_or(around.limits.quoteTotal), own.discount.value_or(around.limits.quoteDiscount)};
}

std::optional<QuoteExcess> excessOf(const Record &quote, const QuoteLimit &limit)
{
    const qint64 share = shareOf(quote[Quote::discountAmount], quote[Quote::subtotal]);
    if (limit.discount && share > *limit.discount)
        return QuoteExcess{true, share, *limit.discount};
    // A total that could not be worked out is above every limit.
    if (limit.total && (quote.isNull(Quote::baseTotal) || quote[Quote::baseTotal] > *limit.total))
        return QuoteExcess{false, quote[Quote::baseTotal], *limit.total};
    return std::nullopt;
}

} // namespace guanxi::rules
