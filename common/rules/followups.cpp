// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/followups.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/work.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

bool isEnded(const Record &record)
{
    const StateMachine &machine = record.entity().machine;
    const State *state = machine.isEmpty() ? nullptr : machine.state(int(record.value(machine.field).number()));
    if (!state)
        return false;
    // A lost customer may be won back on a day that was agreed, and a qualified lead goes on; a lost or won opportunity is over.
    return state->tone == Tone::Closed || (state->tone == Tone::Bad && record.entity().id != Account::entity)
        || (state->tone == Tone::Good && record.entity().id == Opportunity::entity);
}

} // namespace

const std::vector<FollowUpFields> &followUpFields()
{
    static const std::vector<FollowUpFields> all{
        {Account::entity, Account::nextFollowUpAt.id, Account::accountManager.id},
        {Interaction::entity, Interaction::nextFollowUpAt.id, Interaction::byUser.id},
        {Lead::entity, Lead::nextFollowUpAt.id, Lead::assignedTo.id},
        {Opportunity::entity, Opportunity::nextFollowUpAt.id, Opportunity::assignedTo.id}};
    return all;
}

std::optional<FollowUp> followUpOf(const Record &record)
{
    const auto fields = std::ranges::find(followUpFields(), record.entity().id, &FollowUpFields::entity);
    if (fields == followUpFields().end() || record.isDeleted() || record.value(fields->at).isNull() || isEnded(record))
        return std::nullopt;
    const Value person = record.value(fields->person);
    // Nobody was assigned yet: whoever has it.
    const Uuid user = person.isNull() ? record.value(system::Owner).id() : person.id();
    return user.isNull() ? std::nullopt : std::optional(FollowUp{user, record.value(fields->at).number()});
}

RecordRef reminderOf(const RecordRef &record)
{
    return {Reminder::entity, Uuid::named("follow_up" + QByteArray::number(record.entity) + record.id.bytes())};
}

} // namespace guanxi::rules
