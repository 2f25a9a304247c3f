// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets that are about what was before: steps, what was parked is taken up, what was done is taken back, what is
// sent again to a restored server.
#include "server/services/changeapplier.h"

#include "common/model/catalogue/platform.h"
#include "common/rules/statemachine.h"
#include "common/sync/parkedset.h"
#include "server/services/loggedeffect.h"

namespace guanxi::server {

using namespace model;
using sync::ConflictKind;

Result<std::optional<Refusal>> ChangeApplier::takeUp(const ChangeSet &set)
{
    const RecordRef ref{Conflict::entity, Uuid::fromText(set.args[sync::TakesUp].toString()).value_or(Uuid())};
    const Entity *entity = m_store.catalogue().entity(ref.entity);
    const auto closing = std::find_if(set.changes.begin(), set.changes.end(), [&](const RecordChange &change) { return change.record == ref; });
    if (!entity || closing == set.changes.end())
        return refuse(ConflictKind::Rule, ErrorCode::NotFound, {QStringLiteral("conflict"), ref.id.text()});
    const Result<TouchedRow *> row = rowOf(*entity, ref);
    if (!row)
        return row.error();
    if (!*row)
        return isOfLostTime() ? Verdict(Accepted) : refuse(ConflictKind::Rule, ErrorCode::NotFound, {entity->name, ref.id.text()});
    const Record &conflict = (*row)->after;
    const ChangeSet parked = sync::parkedSet(conflict[Conflict::parked]);
    if (!parked.replica.isNull()) {
        m_origin = parked.replica;
        m_maker = conflict[Conflict::mineBy];
    }
    if (conflict[Conflict::state] == Conflict::Open)
        return Accepted;
    // Two who take it up as it was want the same; what one of them changed in it, or threw away, was a decision.
    const FieldChange *resolution = closing->field(Conflict::resolution.id);
    m_taken = resolution && resolution->value == conflict.value(Conflict::resolution.id) && resolution->value == Value(qint64(Conflict::Mine));
    return m_taken ? Accepted : refuse(ConflictKind::State, ErrorCode::WrongState, {entity->name, QString(), QStringLiteral("resolved")});
}

Result<qint64> ChangeApplier::seenByLostDecision(const ChangeSet &set)
{
    const Entity *conflict = m_store.catalogue().entity(Conflict::entity);
    qint64 seen = 0;
    for (const RecordChange &change : set.changes) {
        if (!isOfLostTime() || !conflict || change.record.entity != Conflict::entity)
            continue;
        const Result<TouchedRow *> row = rowOf(*conflict, change.record);
        if (!row)
            return row.error();
        if (!*row)
            seen = std::max(seen, change.base);
    }
    return seen;
}

Result<bool> ChangeApplier::mayRemoveOrRestore(const RecordChange &change, const Record &row)
{
    if (m_author.rights.may(Action::Delete, row.entity().id, place(row)))
        return true;
    // Whoever may make a record may take back that he made it, also where nobody deletes.
    if (m_takesBack.isNull() || change.kind != ChangeKind::Delete)
        return false;
    const Result<LoggedEffect> effect = effectOf(m_store, change.record, m_takesBack);
    if (!effect)
        return effect.error();
    return effect->insertedBy == m_author.user && m_author.rights.may(Action::Create, row.entity().id, place(row));
}

std::optional<Refusal> ChangeApplier::rebaseStep(const Entity &entity, RecordChange &change, const Record &before,
                                                 const ForeignChanges &foreign) const
{
    const Transition *step = m_transition == 0 ? nullptr : entity.machine.transition(m_transition);
    for (FieldChange &field : change.fields) {
        if (!step || field.field != entity.machine.field)
            continue;
        const Value &now = before.value(field.field);
        if (!field.old || *field.old == now || field.value == now)
            continue;
        if (!step->from.isEmpty() && !step->from.contains(int(now.number()))) {
            const State *state = entity.machine.state(int(now.number()));
            return Refusal{ConflictKind::State, {ErrorCode::WrongState, {entity.name, step->code, state ? state->code : QString()}},
                           foreign.fields.value(field.field)};
        }
        field.old = now;
    }
    return Accepted;
}

bool ChangeApplier::isStepMade(const Entity &entity, const RecordChange &change, const Record &before) const
{
    const FieldChange *step = m_transition == 0 ? nullptr : change.field(entity.machine.field);
    return step && step->old && step->value == before.value(step->field) && *step->old != step->value;
}

bool ChangeApplier::isStepInPlace(const Entity &entity, const Record &before) const
{
    const Transition *step = m_transition == 0 ? nullptr : entity.machine.transition(m_transition);
    return step && step->to == int(before.value(entity.machine.field).number());
}

Result<std::optional<Refusal>> ChangeApplier::takeBack(const Record &before, Record &after)
{
    if (m_author.isServer)
        return Accepted;
    const Entity &entity = after.entity();
    const Result<LoggedEffect> effect = effectOf(m_store, before.ref(), m_takesBack);
    if (!effect)
        return effect.error();
    // What the program filled in goes with what the author did; he cannot send it himself.
    for (const FieldChange &made : effect->fields)
        if (const Field *field = entity.field(made.field); field && !counts(entity, *field) && field->merge != MergePolicy::Server
            && made.old && before.value(made.field) == made.value)
            after.setValue(made.field, *made.old);
    const FieldChange made = effect->fields.value(entity.machine.field);
    const bool isStep = made.field != 0 && made.value == before.value(made.field) && made.old == after.value(made.field);
    if (!isStep || before.value(made.field) == after.value(made.field))
        return checkState(before, after);
    const Result<const Transition *> step =
        rules::checkTakeBack(entity, before, after, m_author.rights, place(before), effect->transition);
    return step ? Accepted : refuse(step.error());
}

namespace {

/// True when a value that was made on top of a change holds that change. Others stand in its place; what adds up or joins
/// may have come without it.
bool isWithin(const Field &declared, const FieldChange &change, const Value &later)
{
    if (declared.merge == MergePolicy::Add || declared.merge == MergePolicy::Set)
        return false;
    if (declared.merge != MergePolicy::Append && declared.merge != MergePolicy::Text3)
        return true;
    const QStringList seen = (change.old ? change.old->text() : QString()).split(u'\n');
    const QStringList stored = later.text().split(u'\n');
    const QStringList lines = change.value.text().split(u'\n');
    return std::all_of(lines.begin(), lines.end(), [&](const QString &line) { return seen.contains(line) || stored.contains(line); });
}

} // namespace

Result<bool> ChangeApplier::isEarlier(const RecordChange &change)
{
    if (!isOfLostTime())
        return false;
    const Result<ForeignChanges> foreign = m_store.changedByOthers(change.record, change.base, m_origin);
    return foreign ? Result<bool>(m_past.isBefore(foreign->latest.origin)) : foreign.error();
}

void ChangeApplier::leaveOutReplaced(RecordChange &change, const ForeignChanges &foreign, const Record &before)
{
    RecordChange replaced{change.kind, change.record, change.base, {}};
    change.fields.removeIf([&](const FieldChange &field) {
        const Field *declared = before.entity().field(field.field);
        if (!m_past.isBefore(foreign.fields.value(field.field).origin) || !declared || !isWithin(*declared, field, before.value(field.field)))
            return false;
        replaced.fields.append(field);
        return true;
    });
    if (!replaced.fields.isEmpty())
        m_effective.append(replaced);
}

} // namespace guanxi::server
