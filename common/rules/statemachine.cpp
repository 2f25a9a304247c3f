// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/statemachine.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/defaults.h"

#include <algorithm>

namespace guanxi::rules
{

using model::Action;
using model::Effect;
using model::Entity;
using model::Field;
using model::FieldId;
using model::Maker;
using model::Record;
using model::Rights;
using model::RowPlace;
using model::StateMachine;
using model::Transition;
using model::Value;

namespace
{

using Step = Result<const Transition *>;

/// One question about one record.
struct Asked {
    const Entity &entity;
    const Record &before;
    const Record &after;
    const Rights &rights;
    const RowPlace &place;
    const Surroundings &around;

    int from() const { return before.isValid() ? int(before.value(entity.machine.field).number()) : 0; }
    int to() const { return int(after.value(entity.machine.field).number()); }
};

bool isUnlimited(const Rights &rights) { return rights == Rights::unlimited(rights.user()); }

Error wrongState(const Asked &asked, const QString &transition)
{
    const model::State *state = asked.entity.machine.state(asked.from());
    return {ErrorCode::WrongState, {asked.entity.name, transition, state ? state->code : QString()}};
}

Result<void> checkRight(const Asked &asked, const Transition &transition)
{
    if (isUnlimited(asked.rights))
        return {};
    if (transition.automatic)
        return Error{ErrorCode::NotAllowed, {asked.entity.name, transition.code}};
    const Action action = transition.approves      ? Action::Approve
                          : asked.before.isValid() ? Action::Edit
                                                   : Action::Create;
    if (asked.rights.may(action, asked.entity.id, asked.place))
        return {};
    return Error{ErrorCode::NotAllowed,
                 {asked.entity.name, transition.approves ? QStringLiteral("approve") : QStringLiteral("edit")}};
}

/// In a read-only state a step may still write its own fields and those that belong to the state.
bool mayChange(const Asked &asked, const Transition &transition, const Field &field)
{
    const Field *state = asked.entity.field(asked.entity.machine.field);
    const bool ofState = state && state->mergeGroup > 0 && field.mergeGroup == state->mergeGroup;
    return !field.isEditable() || ofState || transition.required.contains(field.id) || transition.along.contains(field.id) ||
           std::any_of(transition.effects.begin(), transition.effects.end(),
                       [&](const Effect &e) { return e.field == field.id; });
}

Result<void> checkReadOnly(const Asked &asked, const Transition &transition)
{
    const model::State *state = asked.entity.machine.state(asked.from());
    if (!state || !state->readOnly || isUnlimited(asked.rights))
        return {};
    for (const Field &field : asked.entity.fields())
        if (asked.before.value(field.id) != asked.after.value(field.id) && !mayChange(asked, transition, field))
            return wrongState(asked, transition.id ? transition.code : QStringLiteral("edit"));
    return {};
}

Result<void> checkGuards(const Asked &asked, const Transition &transition)
{
    for (const QString &guard : transition.guards)
        GUANXI_TRY(checkGuard(guard, {asked.before, asked.after, asked.rights.user(), asked.around}));
    return {};
}

Result<void> checkStep(const Asked &asked, const Transition &transition)
{
    GUANXI_TRY(checkRight(asked, transition));
    GUANXI_TRY(checkReadOnly(asked, transition));
    for (FieldId id : transition.required)
        if (const Field *field = asked.entity.field(id); field && asked.after.value(id).isNull())
            return Error{ErrorCode::Required, {field->name}};
    return checkGuards(asked, transition);
}

Step namedStep(const Asked &asked, int wanted)
{
    const Transition *transition = asked.entity.machine.transition(wanted);
    if (!transition || transition->to != asked.to() || !asked.entity.machine.leaving(asked.from()).contains(transition))
        return wrongState(asked, transition ? transition->code : QString::number(wanted));
    GUANXI_TRY(checkStep(asked, *transition));
    return transition;
}

/// The first step between the two states that passes; else why the first did not.
Step anyStep(const Asked &asked)
{
    const model::State *target = asked.entity.machine.state(asked.to());
    std::optional<Error> reason;
    for (const Transition *transition : asked.entity.machine.leaving(asked.from())) {
        if (transition->to != asked.to())
            continue;
        const Result<void> checked = checkStep(asked, *transition);
        if (checked)
            return transition;
        if (!reason)
            reason = checked.error();
    }
    return reason ? *reason : wrongState(asked, target ? target->code : QString::number(asked.to()));
}

/// A step that leaves the state as it is shows in what it writes along: that is filled only where the step is possible.
Result<void> checkUnnamed(const Asked &asked)
{
    for (const Transition &transition : asked.entity.machine.transitions) {
        const bool isTaken = transition.from.contains(transition.to) && std::ranges::any_of(transition.along, [&](FieldId id) {
            return !asked.after.value(id).isNull() && asked.before.value(id) != asked.after.value(id);
        });
        if (!isTaken)
            continue;
        if (!asked.entity.machine.leaving(asked.from()).contains(&transition))
            return wrongState(asked, transition.code);
        GUANXI_TRY(checkGuards(asked, transition));
    }
    return {};
}

/// The value after an effect; Increment counts from nothing as from 0 and stays at the greatest number.
Value effectValue(const Effect &effect, const Record &record, const Uuid &user, qint64 nowMs, qint64 today)
{
    switch (effect.kind) {
    case Effect::Kind::SetNow:
        return nowMs;
    case Effect::Kind::SetToday:
        return today;
    case Effect::Kind::SetCurrentUser:
        return user;
    case Effect::Kind::SetConstant:
        return effect.value;
    case Effect::Kind::Increment:
        break;
    }
    const qint64 old = record.value(effect.field).number();
    return decimal::add(old, 1).value_or(old);
}

} // namespace

const Transition &noTransition()
{
    static const Transition none;
    return none;
}

Result<const Transition *> checkTransition(const Entity &entity, const Record &before, const Record &after,
                                           const Rights &rights, const RowPlace &place, const Surroundings &around,
                                           int wanted)
{
    const Asked asked{entity, before, after, rights, place, around};
    const StateMachine &machine = entity.machine;
    if (machine.isEmpty())
        return &noTransition();
    if (wanted != 0)
        return namedStep(asked, wanted);
    const bool isNew = !before.isValid();
    if (isNew && (after.value(machine.field).isNull() || asked.to() == machine.initial))
        return &noTransition();
    // What a program made may be told when it is over: the steps were taken in one action.
    if (isNew && entity.maker == Maker::Program && machine.state(asked.to()))
        return &noTransition();
    if (!isNew && asked.from() == asked.to()) {
        GUANXI_TRY(checkReadOnly(asked, noTransition()));
        GUANXI_TRY(checkUnnamed(asked));
        return &noTransition();
    }
    return anyStep(asked);
}

Result<void> checkPossible(const Record &record, const Transition &transition, const Rights &rights, const RowPlace &place, const Surroundings &around)
{
    Record after = record;
    after.setValue(record.entity().machine.field, transition.to);
    const Asked asked{record.entity(), record, after, rights, place, around};
    if (!record.entity().machine.leaving(asked.from()).contains(&transition))
        return wrongState(asked, transition.code);
    GUANXI_TRY(checkRight(asked, transition));
    return checkGuards(asked, transition);
}

Result<const Transition *> checkTakeBack(const Entity &entity, const Record &before, const Record &after,
                                         const Rights &rights, const RowPlace &place, int made)
{
    const Surroundings nothing;
    const Asked asked{entity, before, after, rights, place, nothing};
    for (const Transition *transition : entity.machine.leaving(asked.to())) {
        if (transition->to != asked.from() || (made != 0 && transition->id != made))
            continue;
        GUANXI_TRY(checkRight(asked, *transition));
        GUANXI_TRY(checkReadOnly(asked, *transition));
        return transition;
    }
    return wrongState(asked, QStringLiteral("undo"));
}

void applyEffects(Record &record, const Transition &transition, const Uuid &user, qint64 nowMs,
                  std::optional<qint64> today)
{
    if (transition.id != 0)
        record.setValue(record.entity().machine.field, transition.to);
    for (const Effect &effect : transition.effects)
        record.setValue(effect.field, effectValue(effect, record, user, nowMs, today.value_or(dayOf(nowMs))));
}

const model::State *lockOf(const Record &document)
{
    if (!document.isValid() || document.entity().machine.isEmpty())
        return nullptr;
    const model::State *state = document.entity().machine.state(int(document.value(document.entity().machine.field).number()));
    return state && state->readOnly ? state : nullptr;
}

bool isDocumentLine(const Entity &entity) { return entity.line || entity.id == model::StockDocumentLine::entity; }

Result<void> checkLineLock(const Record &before, const Record &after, const model::RecordLookup &lookup)
{
    if (before.isValid() && after.isValid() && before.sameContent(after))
        return {};
    for (const Record &line : {before, after}) {
        if (!line.isValid() || !isDocumentLine(line.entity()))
            continue;
        const Record document = lookup({line.entity().parent, line.value(line.entity().parentField).id()});
        if (const model::State *lock = lockOf(document))
            return Error{ErrorCode::WrongState, {document.entity().name, QString(), lock->code}};
    }
    return {};
}

} // namespace guanxi::rules
