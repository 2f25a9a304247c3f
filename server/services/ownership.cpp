// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a new record is; the rules themselves are in common/rules/ownership.h.
#include "server/services/changeapplier.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/ownershiprules.h"
#include "common/rules/ownership.h"

namespace guanxi::server {

using namespace model;

namespace {

/// The desk says that a rule decided, or nothing was said at all.
bool isLeftToRules(const Record &record, const RecordChange &sent)
{
    if (record.entity().id != Account::entity)
        return false;
    const FieldChange *predicted = sent.field(Account::assignedByRule.id);
    return (predicted && !predicted->value.isNull()) || record.isNull(Account::accountManager);
}

} // namespace

Result<std::optional<Refusal>> ChangeApplier::place(Record &record, const RecordChange &sent)
{
    const Entity &entity = record.entity();
    const rules::DefaultsContext maker{m_maker, m_author.rights.department(), m_made, rules::dayOf(m_made)};
    const bool left = !m_author.isServer && isLeftToRules(record, sent);
    if (left)
        rules::makeOwn(record, maker);
    if (!m_author.rights.may(Action::Create, entity.id, place(record)))
        return notAllowed(entity, Action::Create);
    if (left)
        rules::giveByRule(record, ownershipRules(), maker, m_store.catalogue(), [this](const RecordRef &ref) { return lookup(ref); });
    return m_fault ? Verdict(*m_fault) : Verdict(Accepted);
}

const QList<Record> &ChangeApplier::ownershipRules()
{
    if (m_ownershipRules)
        return *m_ownershipRules;
    m_ownershipRules.emplace();
    const Entity *entity = m_store.catalogue().entity(OwnershipRule::entity);
    if (!entity)
        return *m_ownershipRules;
    const Result<QList<Uuid>> active = m_store.holdersOf(*entity, *entity->field(OwnershipRule::active.id), Value(true));
    if (!active)
        m_fault = active.error();
    for (const Uuid &id : active ? *active : QList<Uuid>())
        m_ownershipRules->append(lookup({OwnershipRule::entity, id}));
    return *m_ownershipRules;
}

} // namespace guanxi::server
