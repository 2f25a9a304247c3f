// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/changeapplier.h"

#include "common/model/catalogue/platform.h"
#include "common/rules/amounts.h"
#include "common/rules/defaults.h"
#include "common/rules/normalise.h"
#include "common/rules/related.h"
#include "common/rules/statemachine.h"
#include "common/sync/merge.h"
#include "common/sync/parkedset.h"

namespace guanxi::server {

using namespace model;
using sync::ConflictKind;

namespace {

/// Who closed a conflict, and when, is not for the author to say.
void signDecision(Record &after, const Record &before, const Uuid &user, qint64 now)
{
    if (after.entity().id != Conflict::entity || after[Conflict::state] == before[Conflict::state])
        return;
    const bool closed = after[Conflict::state] == Conflict::Resolved;
    after.setValue(Conflict::resolvedBy.id, closed ? Value(user) : Value());
    after.setValue(Conflict::resolvedAt.id, closed ? Value(now) : Value());
}

/// Follows from the log entry itself.
bool isStamp(FieldId field)
{
    return field == system::CreatedAt || field == system::CreatedBy || field == system::UpdatedAt || field == system::UpdatedBy;
}

/// Nobody changed the record: the server worked out anew what follows from others.
bool isWorkedOut(const Entity &entity, const QList<FieldChange> &fields)
{
    return !fields.isEmpty() && std::ranges::all_of(fields, [&](const FieldChange &written) {
        const Field *field = entity.field(written.field);
        return field && field->computed == Computed::Server;
    });
}

/// The change of an author who had seen all that came up to `rev`.
RecordChange basedOn(qint64 rev, RecordChange change)
{
    change.base = std::max(change.base, rev);
    for (FieldChange &field : change.fields)
        field.base = std::max(field.base, rev);
    return change;
}

} // namespace

Result<std::optional<Refusal>> ChangeApplier::apply(const ChangeSet &set)
{
    m_made = std::min(set.at, m_now);
    m_schema = set.schema;
    m_transition = set.args[QLatin1String("transition")].toInt();
    if (set.name == UndoName && set.strict)
        m_takesBack = Uuid::fromText(set.args[UndoneAction].toString()).value_or(Uuid());
    if (set.name == sync::ResubmitAction)
        if (Verdict verdict = takeUp(set); !verdict.ok() || verdict->has_value() || m_taken)
            return verdict;
    const Result<qint64> seen = seenByLostDecision(set);
    if (!seen)
        return seen.error();
    for (const RecordChange &change : set.changes) {
        Verdict verdict = *seen > 0 ? applyFollowing(basedOn(*seen, change), false) : applyFollowing(change, set.strict);
        if (m_fault)
            return *m_fault;
        if (!verdict.ok() || verdict->has_value())
            return verdict;
    }
    if (Verdict verdict = settleMerges(); !verdict.ok() || verdict->has_value())
        return verdict;
    if (m_author.isServer)
        return Accepted;
    if (Verdict verdict = checkLines(); !verdict.ok() || verdict->has_value())
        return verdict;
    return moveStock();
}

Result<std::optional<Refusal>> ChangeApplier::applyChange(const RecordChange &change, bool strict)
{
    const Entity *entity = m_store.catalogue().entity(change.record.entity);
    if (!entity || change.record.id.isNull())
        return refuse(ConflictKind::Schema, ErrorCode::NotFound, {QString::number(change.record.entity), change.record.id.text()});
    if (!m_author.isServer && isNotice(*entity, change))
        return note(*entity, change);
    if (entity->serverWritten && !m_author.isServer)
        return notAllowed(*entity, Action::Edit);
    // Taking back what was appended is allowed, changing it is not.
    const bool takesBack = !m_takesBack.isNull() && change.kind == ChangeKind::Delete;
    if (entity->appendOnly && change.kind != ChangeKind::Insert && !m_author.isServer && !takesBack)
        return notAllowed(*entity, Action::Edit);
    switch (change.kind) {
    case ChangeKind::Insert: return insert(*entity, change);
    case ChangeKind::Update: return update(*entity, change, strict);
    case ChangeKind::Delete: case ChangeKind::Restore: break;
    }
    return removeOrRestore(*entity, change);
}

Result<std::optional<Refusal>> ChangeApplier::insert(const Entity &entity, const RecordChange &change)
{
    const Result<TouchedRow *> existing = rowOf(entity, change.record);
    if (!existing)
        return existing.error();
    Record after(entity, change.record.id);
    if (Verdict verdict = writeFields(after, change.fields); !verdict.ok() || verdict->has_value())
        return verdict;
    if (*existing) {
        // A record that arrives twice under two sequence numbers (a restored desktop) is no news if it says the same.
        const bool same = std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange &field) {
            const Field *declared = entity.field(field.field);
            return (declared && !counts(entity, *declared)) || (*existing)->after.value(field.field) == after.value(field.field);
        });
        // Who may not see the record must not learn from the answer what is in it.
        if (same && m_author.rights.may(Action::View, entity.id, place((*existing)->after)))
            return Accepted;
        return refuse(ConflictKind::CreateCreate, ErrorCode::AlreadyExists, {entity.name, change.record.id.text()});
    }
    if (!m_author.isServer)
        rules::applyProgramDefaults(after, {m_maker, m_author.rights.department(), m_made, rules::dayOf(m_made)});
    if (entity.hasSystemFields()) {
        if (after.value(system::CreatedAt).isNull()) {
            after.setValue(system::CreatedAt, m_now);
            after.setValue(system::CreatedBy, m_maker);
        }
        after.setValue(system::UpdatedAt, after.value(system::CreatedAt));
        after.setValue(system::UpdatedBy, m_author.user);
    }
    if (Verdict verdict = place(after, change); !verdict.ok() || verdict->has_value())
        return verdict;
    if (!entity.machine.isEmpty() && after.value(entity.machine.field).isNull())
        after.setValue(entity.machine.field, entity.machine.initial);
    if (Verdict verdict = checkState(Record(), after); !verdict.ok() || verdict->has_value())
        return verdict;
    rules::computeFields(after, Record());
    if (Verdict verdict = check(nullptr, after, change.fields); !verdict.ok() || verdict->has_value())
        return verdict;
    TouchedRow row;
    row.after = std::move(after);
    m_touched.insert(change.record, row);
    noteEffect(change, Record(entity), row.after);
    return Accepted;
}

Result<std::optional<Refusal>> ChangeApplier::update(const Entity &entity, const RecordChange &sent, bool strict)
{
    if (isForetold(entity, sent))
        return Accepted;
    RecordChange change = sent;
    change.fields.removeIf([&](const FieldChange &field) {
        const Field *declared = entity.field(field.field);
        return declared && !counts(entity, *declared);
    });
    const Result<TouchedRow *> found = rowOf(entity, change.record);
    if (!found)
        return found.error();
    // What a decision was about was lost with the conflict; what was decided stands by itself.
    if (!*found && entity.id == Conflict::entity && isOfLostTime())
        return Accepted;
    if (!*found || (*found)->after.isDeleted()) {
        const Result<bool> earlier = isEarlier(change);
        if (!earlier)
            return earlier.error();
        if (!*earlier)
            return refuseFor(ConflictKind::EditDelete, ErrorCode::NotFound, change, entity);
        if (!*found) {
            m_effective.append(change);
            return Accepted;
        }
        // Who deleted it had seen this; whoever restores it finds it there.
    }
    const Record before = (*found)->after;
    // Without the right to see, conflicts would tell what stands there.
    for (Action action : {Action::View, Action::Edit})
        if (!m_author.rights.may(action, entity.id, place(before)))
            return notAllowed(entity, action);
    for (const FieldChange &field : change.fields)
        if (const Field *declared = entity.field(field.field); declared && !mayWrite(entity, *declared))
            return refuse(ConflictKind::Permission, ErrorCode::NotAllowed, {entity.name, declared->name});

    qint64 base = change.base;
    for (const FieldChange &field : change.fields)
        base = std::min(base, field.base);
    const Result<ForeignChanges> foreign = m_store.changedByOthers(change.record, base, m_origin);
    if (!foreign)
        return foreign.error();
    leaveOutReplaced(change, *foreign, before);
    // Who decides about a conflict decides about what he has seen of it; more may have joined it since.
    if (entity.id == Conflict::entity && (foreign->touches(Conflict::mine.id, change.base) || foreign->touches(Conflict::parked.id, change.base)))
        return refuse(ConflictKind::State, ErrorCode::WrongState, {entity.name, QString(), QStringLiteral("changed")});
    if (const std::optional<Refusal> late = rebaseStep(entity, change, before, *foreign))
        return late;
    const sync::ForeignChange changedByOthers = [&](FieldId id) {
        const FieldChange *mine = change.field(id);
        return foreign->touches(id, mine ? mine->base : change.base);
    };
    const sync::RecordMerge merge = sync::mergeRecord(entity, change, before, changedByOthers, strict,
                                                      m_author.isServer ? sync::Writer::Server : sync::Writer::Person);
    const auto clashOf = [&](const FieldChange &mine) {
        const ForeignChanges::Change theirs = foreign->fields.value(mine.field, foreign->latest);
        return FieldClash{change.record, mine, before.value(mine.field), theirs.rev, theirs.user};
    };
    for (const FieldChange &mine : merge.conflicts)
        m_clashes.append(clashOf(mine));
    for (const FieldChange &mine : merge.merges)
        m_merges.append(clashOf(mine));
    const bool silent = merge.conflicts.isEmpty() && (!m_takesBack.isNull() || isStepInPlace(entity, before));
    if (merge.applied.isEmpty() && (!silent || isStepMade(entity, change, before)))
        return Accepted;
    Record after = before;
    if (Verdict verdict = writeFields(after, merge.applied); !verdict.ok() || verdict->has_value())
        return verdict;
    if (Verdict verdict = m_takesBack.isNull() ? checkState(before, after) : takeBack(before, after);
        !verdict.ok() || verdict->has_value())
        return verdict;
    rules::computeFields(after, before);
    if (silent && after.sameContent(before))
        return Accepted;
    if (!m_author.isServer)
        signDecision(after, before, m_author.user, m_now);
    if (entity.hasSystemFields() && !isWorkedOut(entity, merge.applied)) {
        after.setValue(system::UpdatedAt, m_now);
        after.setValue(system::UpdatedBy, m_author.user);
    }
    if (Verdict verdict = check(&before, after, merge.applied); !verdict.ok() || verdict->has_value())
        return verdict;
    (*found)->after = after;
    noteEffect(change, before, after);
    return Accepted;
}

Result<std::optional<Refusal>> ChangeApplier::removeOrRestore(const Entity &entity, const RecordChange &change)
{
    const bool deleting = change.kind == ChangeKind::Delete;
    const Result<TouchedRow *> found = rowOf(entity, change.record);
    if (!found)
        return found.error();
    if (!*found)
        return refuse(ConflictKind::EditDelete, ErrorCode::NotFound, {entity.name, change.record.id.text()});
    const Result<bool> allowed = mayRemoveOrRestore(change, (*found)->after);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return notAllowed(entity, Action::Delete);
    if ((*found)->after.isDeleted() == deleting)
        return Accepted; // both sides wanted the same
    const Result<ForeignChanges> foreign = m_store.changedByOthers(change.record, change.base, m_origin);
    if (!foreign)
        return foreign.error();
    if (m_past.isBefore(foreign->latest.origin)) {
        m_effective.append(change);
        return Accepted;
    }
    // What the server worked out since is no edit that deleting would throw away.
    const bool edited = std::any_of(foreign->fields.keyBegin(), foreign->fields.keyEnd(), [&](FieldId id) {
        const Field *field = entity.field(id);
        return !field || field->computed != Computed::Server;
    });
    if (deleting && foreign->latest.rev > change.base && edited)
        return refuseFor(ConflictKind::DeleteEdit, ErrorCode::AlreadyExists, change, entity);
    // While it was deleted somebody else may have taken what must be unique.
    if (!deleting)
        for (const Field &field : entity.fields())
            if (Verdict verdict = checkUnique((*found)->after, field); !verdict.ok() || verdict->has_value())
                return verdict;
    (*found)->after.setDeleted(deleting);
    if (entity.hasSystemFields()) {
        (*found)->after.setValue(system::UpdatedAt, m_now);
        (*found)->after.setValue(system::UpdatedBy, m_author.user);
    }
    m_effective.append({change.kind, change.record, change.base, {}});
    return Accepted;
}

Result<std::optional<Refusal>> ChangeApplier::refuseFor(ConflictKind kind, ErrorCode code, const RecordChange &change, const Entity &entity)
{
    const Result<ForeignChanges> foreign = m_store.changedByOthers(change.record, change.base, m_origin);
    if (!foreign)
        return foreign.error();
    return std::optional(Refusal{kind, {code, {entity.name, change.record.id.text()}}, foreign->latest});
}

void ChangeApplier::noteEffect(const RecordChange &sent, const Record &before, const Record &after)
{
    RecordChange effect{sent.kind, sent.record, sent.base, {}};
    for (const Field &field : after.entity().fields()) {
        if (isStamp(field.id) || before.value(field.id) == after.value(field.id))
            continue;
        const FieldChange *mine = sent.field(field.id);
        effect.fields.append({field.id, before.value(field.id), after.value(field.id), mine ? mine->base : sent.base});
    }
    m_effective.append(effect);
}

bool ChangeApplier::counts(const Entity &entity, const Field &field) const
{
    return m_author.isServer || field.isEditable() || field.id == entity.machine.field;
}

bool ChangeApplier::mayWrite(const Entity &entity, const Field &field) const
{
    if (m_author.isServer || !field.isEditable())
        return true;
    return m_author.rights.fieldRight(entity, field) == FieldRight::Write;
}

Result<std::optional<Refusal>> ChangeApplier::writeFields(Record &record, const QList<FieldChange> &fields)
{
    const Entity &entity = record.entity();
    for (const FieldChange &change : fields) {
        const Field *field = entity.field(change.field);
        if (!field)
            return refuse(ConflictKind::Schema, ErrorCode::BadValue, {QString::number(change.field), QString()});
        if (!mayWrite(entity, *field))
            return refuse(ConflictKind::Permission, ErrorCode::NotAllowed, {entity.name, field->name});
        if (!counts(entity, *field))
            continue;
        const Result<Value> value = rules::normalise(*field, change.value);
        if (!value)
            return std::optional(Refusal{ConflictKind::Rule, value.error()});
        record.setValue(change.field, *value);
    }
    return Accepted;
}

Result<std::optional<Refusal>> ChangeApplier::checkState(const Record &before, Record &after)
{
    if (after.entity().machine.isEmpty() || m_author.isServer)
        return Accepted;
    const RowPlace place = this->place(before.isValid() ? before : after);
    const Result<const Transition *> transition =
        rules::checkTransition(after.entity(), before, after, m_author.rights, place, surroundings(), m_transition);
    if (!transition)
        return refuse(transition.error());
    if (*transition != &rules::noTransition())
        rules::applyEffects(after, **transition, m_author.user, m_now);
    rules::followOutcome(before, after, surroundings());
    return Accepted;
}

} // namespace guanxi::server
