// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a new record is; the rules themselves are in common/rules/ownership.h, and the server decides by them once more.
#include "app/data/localrecords.h"

#include "common/model/catalogue/ownershiprules.h"
#include "common/rules/ownership.h"

namespace guanxi::app {

using namespace model;

rules::DefaultsContext LocalRecords::maker() const
{
    const qint64 now = m_clock.wallMs();
    return {me(), rights().department(), now, rules::dayOf(now)};
}

void LocalRecords::giveByRule(Record &record) const
{
    if (rules::ownershipFields(record.entity()).isEmpty() || !m_catalogue.entity(OwnershipRule::entity))
        return;
    if (!m_ownershipRules) {
        storage::Query query;
        query.entity = OwnershipRule::entity;
        const Result<QList<Record>> rules = findNow(query);
        if (!rules)
            return;
        m_ownershipRules = *rules;
    }
    rules::giveByRule(record, *m_ownershipRules, maker(), m_catalogue, [this](const RecordRef &ref) { return lookup(ref); });
}

bool LocalRecords::mayMake(const Record &record) const
{
    if (may(Action::Create, record) || rules::givingRule(record).isNull())
        return may(Action::Create, record);
    Record given = record;
    giveByRule(given);
    const QList<FieldId> fields = rules::ownershipFields(record.entity());
    const bool same = std::all_of(fields.begin(), fields.end(), [&](FieldId field) { return given.value(field) == record.value(field); });
    rules::makeOwn(given, maker());
    return same && may(Action::Create, given);
}

} // namespace guanxi::app
