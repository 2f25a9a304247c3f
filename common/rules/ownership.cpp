// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/ownership.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/ownershiprules.h"

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

void give(Record &record, const Uuid &user, const Uuid &department)
{
    const auto orNothing = [](const Uuid &id) { return id.isNull() ? Value() : Value(id); };
    record.setValue(Account::accountManager.id, orNothing(user));
    record.setValue(system::Owner, orNothing(user));
    record.setValue(system::Department, orNothing(department));
}

bool isOff(const Record &record, NumberField flag) { return !record.isNull(flag) && record[flag] == 0; }

/// By order; of equal ones the older first.
bool before(const Record &a, const Record &b)
{
    const qint64 left = a[OwnershipRule::order], right = b[OwnershipRule::order];
    return left != right ? left < right : a.id() < b.id();
}

} // namespace

QList<FieldId> ownershipFields(const Entity &entity)
{
    return entity.id == Account::entity ? QList<FieldId>{Account::accountManager.id, system::Owner, system::Department}
                                        : QList<FieldId>();
}

RecordRef givingRule(const Record &record)
{
    const bool given = record.entity().id == Account::entity && !record.isNull(Account::assignedByRule);
    return given ? RecordRef{OwnershipRule::entity, record[Account::assignedByRule]} : RecordRef();
}

void makeOwn(Record &record, const DefaultsContext &maker)
{
    give(record, maker.user, maker.department);
    record.setValue(Account::assignedByRule.id, Value());
}

void giveByRule(Record &record, QList<Record> rules, const DefaultsContext &maker, const Catalogue &catalogue,
                const RecordLookup &lookup)
{
    makeOwn(record, maker);
    std::sort(rules.begin(), rules.end(), before);
    for (const Record &rule : std::as_const(rules)) {
        if (rule.isDeleted() || isOff(rule, OwnershipRule::active))
            continue;
        const Field &field = *rule.entity().field(OwnershipRule::condition.id);
        const Result<Filter> condition = readCondition(field, rule[OwnershipRule::condition], catalogue);
        if (!condition || !passes(record, *condition, {maker.nowMs, maker.today}))
            continue;
        const Record user = lookup({User::entity, rule[OwnershipRule::accountManager]});
        if (!user.isValid() || user.isDeleted() || isOff(user, User::active))
            continue;
        give(record, user.id(), user[User::department]);
        record.set(Account::assignedByRule, rule.id());
        return;
    }
}

} // namespace guanxi::rules
