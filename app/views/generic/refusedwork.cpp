// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/refusedwork.h"

namespace guanxi::app {

using namespace model;
using sync::ConflictKind;

namespace {

/// The refusals that name a field do so first; a broken rule after its own name.
QString fieldNamed(const Error &reason) { return reason.args.value(reason.code == ErrorCode::RuleRefused ? 1 : 0); }

} // namespace

Record RefusedWork::now(const RecordRef &ref) const
{
    const Result<Record> record = m_records.load(ref);
    return record ? *record : Record();
}

std::optional<RefusedWork::Fault> RefusedWork::fault() const
{
    const QString name = fieldNamed(m_case.reason);
    std::optional<Fault> missing;
    for (qsizetype i = 0; i < m_case.parked.changes.size(); ++i) {
        const RecordChange &change = m_case.parked.changes.at(i);
        const Entity *entity = m_records.catalogue().entity(change.record.entity);
        const Field *field = entity && !name.isEmpty() ? entity->field(name) : nullptr;
        if (!field || !field->isEditable() || m_records.rights().fieldRight(*entity, *field) != FieldRight::Write)
            continue;
        if (const FieldChange *sent = change.field(field->id))
            return Fault{i, entity, field, sent->value};
        // What is required was not sent at all.
        if (!missing && change.kind != ChangeKind::Delete)
            missing = Fault{i, entity, field, now(change.record).isValid() ? now(change.record).value(field->id) : Value()};
    }
    return missing;
}

std::optional<RecordRef> RefusedWork::deletedTarget() const
{
    const std::optional<Fault> fault = this->fault();
    if (m_case.kind != ConflictKind::ParentDeleted || !fault || !fault->field->isReference() || fault->value.isNull())
        return std::nullopt;
    const RecordRef *any = fault->value.get<RecordRef>();
    const RecordRef ref = any ? *any : RecordRef{fault->field->targets.first(), fault->value.id()};
    const Record record = now(ref);
    return record.isValid() && record.isDeleted() && m_records.may(Action::Delete, record) ? std::optional(ref) : std::nullopt;
}

Record RefusedWork::holder() const
{
    const std::optional<Fault> fault = this->fault();
    // Only a record that does not exist yet can become part of the other one.
    if (m_case.kind != ConflictKind::Unique || !fault || m_case.parked.changes.at(fault->change).kind != ChangeKind::Insert)
        return {};
    storage::Query query;
    query.entity = fault->entity->id;
    query.filter = storage::Filter::is(fault->field->id, fault->value);
    query.limit = 2;
    const Result<QList<Record>> found = m_records.findNow(query);
    const auto other = [&](const Record &record) { return record.id() != m_case.parked.changes.at(fault->change).record.id; };
    const auto record = found ? std::find_if(found->begin(), found->end(), other) : QList<Record>::const_iterator();
    return found && record != found->end() && m_records.may(Action::Edit, *record) ? *record : Record();
}

const RecordChange *RefusedWork::stepChange() const
{
    for (const RecordChange &change : m_case.parked.changes)
        if (const Entity *entity = m_records.catalogue().entity(change.record.entity); entity && !entity->machine.isEmpty())
            return &change;
    return nullptr;
}

QList<const Transition *> RefusedWork::steps() const
{
    const RecordChange *change = m_case.kind == ConflictKind::State ? stepChange() : nullptr;
    const Record record = change ? now(change->record) : Record();
    return record.isValid() ? m_records.transitions(record) : QList<const Transition *>();
}

QList<RecordChange> RefusedWork::again() const
{
    QList<RecordChange> changes;
    for (RecordChange change : m_case.parked.changes) {
        const Record record = now(change.record);
        if (change.kind == ChangeKind::Delete && record.isValid())
            change.base = record.rev();
        if (change.kind == ChangeKind::Update && record.isValid() && record.isDeleted())
            changes.append({ChangeKind::Restore, change.record, record.rev(), {}});
        changes.append(change);
    }
    return changes;
}

QList<RecordChange> RefusedWork::corrected(const Value &value) const
{
    const std::optional<Fault> fault = this->fault();
    QList<RecordChange> changes = m_case.parked.changes;
    if (!fault)
        return changes;
    RecordChange &change = changes[fault->change];
    for (FieldChange &field : change.fields)
        if (field.field == fault->field->id) {
            field.value = value;
            return changes;
        }
    const Record record = now(change.record);
    change.fields.append({fault->field->id, record.isValid() ? record.value(fault->field->id) : Value(), value, record.isValid() ? record.rev() : 0});
    return changes;
}

QList<RecordChange> RefusedWork::withTargetRestored() const
{
    QList<RecordChange> changes = m_case.parked.changes;
    if (const std::optional<RecordRef> target = deletedTarget())
        changes.prepend({ChangeKind::Restore, *target, now(*target).rev(), {}});
    return changes;
}

QList<RecordChange> RefusedWork::withStep(const Transition &step) const
{
    QList<RecordChange> changes = m_case.parked.changes;
    const RecordChange *stepping = stepChange();
    if (!stepping)
        return changes;
    const Record record = now(stepping->record);
    const FieldId state = record.entity().machine.field;
    // First the step, then what was to be written with it: the state of now may not let anything be written.
    for (RecordChange &change : changes)
        if (change.record == record.ref())
            change.fields.removeIf([state](const FieldChange &field) { return field.field == state; });
    changes.removeIf([](const RecordChange &change) { return change.kind == ChangeKind::Update && change.fields.isEmpty(); });
    changes.prepend({ChangeKind::Update, record.ref(), record.rev(), {{state, record.value(state), Value(step.to), record.rev()}}});
    return changes;
}

Record RefusedWork::merged() const
{
    Record record = holder();
    const std::optional<Fault> fault = this->fault();
    if (!record.isValid() || !fault)
        return record;
    for (const FieldChange &field : m_case.parked.changes.at(fault->change).fields) {
        const Field *declared = fault->entity->field(field.field);
        if (declared && declared->isEditable() && record.value(field.field).isNull()
            && m_records.rights().fieldRight(*fault->entity, *declared) == FieldRight::Write)
            record.setValue(field.field, field.value);
    }
    return record;
}

} // namespace guanxi::app
