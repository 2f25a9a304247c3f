// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/followups.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/work.h"
#include "common/rules/defaults.h"

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
    // A lost customer may be won back on a day that was agreed, and a qualified lead goes on; a lost or won opportunity is over, as is a
    // contract that was done.
    return state->tone == Tone::Closed || (state->tone == Tone::Bad && record.entity().id != Account::entity)
        || (state->tone == Tone::Good && (record.entity().id == Opportunity::entity || record.entity().id == Contract::entity));
}

} // namespace

const std::vector<FollowUpFields> &followUpFields()
{
    static const std::vector<FollowUpFields> all{
        {Account::entity, Account::nextFollowUpAt.id, Account::accountManager.id},
        {Interaction::entity, Interaction::nextFollowUpAt.id, Interaction::byUser.id},
        {Lead::entity, Lead::nextFollowUpAt.id, Lead::assignedTo.id},
        {Opportunity::entity, Opportunity::nextFollowUpAt.id, Opportunity::assignedTo.id},
        {Contract::entity, Contract::noticeAt.id, Contract::ourSignatory.id}};
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

bool isInForce(const Record &contract)
{
    const qint64 status = contract[Contract::status];
    return !contract.isDeleted() && (status == Contract::Signed || status == Contract::Executing);
}

std::optional<qint64> renewalNoticeOf(const Record &contract, qint64 now)
{
    constexpr qint64 DayMs = 86'400'000, NineInChina = 3'600'000;
    if (!isInForce(contract) || contract.isNull(Contract::endsOn) || contract.isNull(Contract::renewalNoticeDays) || contract[Contract::endsOn] < dayOf(now))
        return std::nullopt;
    return std::max((contract[Contract::endsOn] - contract[Contract::renewalNoticeDays]) * DayMs + NineInChina, now);
}

RecordRef reminderOf(const RecordRef &record)
{
    return {Reminder::entity, Uuid::named("follow_up" + QByteArray::number(record.entity) + record.id.bytes())};
}

} // namespace guanxi::rules
