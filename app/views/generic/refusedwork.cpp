// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/refusedwork.h"

#include "app/widgets/editable.h"
#include "common/model/catalogue/stock.h"

namespace guanxi::app {

using namespace model;
using sync::ConflictKind;

namespace {

/// The refusals that name a field do so first; a broken rule after its own name.
QString fieldNamed(const Error &reason) { return reason.args.value(reason.code == ErrorCode::RuleRefused ? 1 : 0); }

/// The record with what it lacks and these fields hold, as far as the user may write it. Nothing that stands is changed.
Record filledFrom(const Records &records, Record record, const QList<FieldChange> &fields)
{
    for (const FieldChange &field : fields) {
        const Field *declared = record.entity().field(field.field);
        if (declared && record.value(field.field).isNull() && isEditable(records, record, *declared))
            record.setValue(field.field, field.value);
    }
    return record;
}

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

void RefusedWork::put(QList<RecordChange> &changes, const RecordRef &ref, FieldId field, const Value &value) const
{
    const Record record = now(ref);
    const FieldChange wanted{field, record.isValid() ? record.value(field) : Value(), value, record.isValid() ? record.rev() : 0};
    for (RecordChange &change : changes) {
        if (change.record != ref || change.kind == ChangeKind::Delete)
            continue;
        for (FieldChange &sent : change.fields)
            if (sent.field == field) {
                sent.value = value;
                return;
            }
        return change.fields.append(wanted);
    }
    changes.append({ChangeKind::Update, ref, wanted.base, {wanted}});
}

QList<RecordChange> RefusedWork::corrected(const Value &value) const
{
    const std::optional<Fault> fault = this->fault();
    QList<RecordChange> changes = m_case.parked.changes;
    if (!fault)
        return changes;
    put(changes, changes.at(fault->change).record, fault->field->id, value);
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
    return filledFrom(m_records, record, m_case.parked.changes.at(fault->change).fields);
}

QList<RecordChange> RefusedWork::asNewRecord() const
{
    QList<RecordChange> changes = m_case.parked.changes;
    const Record fresh = m_case.entity ? m_records.create(m_case.entity->id) : Record();
    for (RecordChange &change : changes) {
        if (change.record == m_case.about)
            change.record.id = fresh.id();
        for (FieldChange &field : change.fields)
            if (field.value == Value(m_case.about.id))
                field.value = fresh.id();
            else if (field.value == Value(m_case.about))
                field.value = RecordRef{m_case.about.entity, fresh.id()};
    }
    return changes;
}

Record RefusedWork::insertedBy(const RecordChange &change) const
{
    const Entity *entity = m_records.catalogue().entity(change.record.entity);
    Record record = entity ? Record(*entity, change.record.id) : Record();
    for (const FieldChange &field : entity ? change.fields : QList<FieldChange>())
        record.setValue(field.field, field.value);
    return record;
}

Record RefusedWork::shortLine() const
{
    const Uuid id = Uuid::fromText(m_case.reason.args.value(2)).value_or(Uuid());
    const RecordRef ref{StockDocumentLine::entity, id};
    if (const Record stored = now(ref); stored.isValid() || id.isNull())
        return stored;
    const auto sent = std::find_if(m_case.parked.changes.begin(), m_case.parked.changes.end(),
                                   [&](const RecordChange &change) { return change.record == ref; });
    return sent == m_case.parked.changes.end() ? Record() : insertedBy(*sent);
}

QList<RecordChange> RefusedWork::withQuantity(const Value &quantity) const
{
    QList<RecordChange> changes = m_case.parked.changes;
    put(changes, shortLine().ref(), StockDocumentLine::quantity.id, quantity);
    return changes;
}

QList<RecordChange> RefusedWork::fromWarehouse(const Uuid &warehouse) const
{
    QList<RecordChange> changes = m_case.parked.changes;
    const RecordRef document{StockDocument::entity, shortLine()[StockDocumentLine::document]};
    for (const Record &line : linesOf(document))
        put(changes, line.ref(), StockDocumentLine::location.id, Value(locationIn(warehouse, line[StockDocumentLine::product])));
    put(changes, document, StockDocument::warehouse.id, Value(warehouse));
    return changes;
}

QList<Record> RefusedWork::linesOf(const RecordRef &document) const
{
    storage::Query query;
    query.entity = StockDocumentLine::entity;
    query.filter = storage::Filter::is(StockDocumentLine::document.id, Value(document.id));
    const Result<QList<Record>> stored = m_records.findNow(query);
    QList<Record> lines = stored ? *stored : QList<Record>();
    if (lines.isEmpty())
        for (const RecordChange &change : m_case.parked.changes)
            if (change.record.entity == StockDocumentLine::entity && change.kind == ChangeKind::Insert)
                lines.append(insertedBy(change));
    return lines;
}

Uuid RefusedWork::locationIn(const Uuid &warehouse, const Uuid &product) const
{
    using B = StockBalance;
    storage::Query stock;
    stock.entity = B::entity;
    stock.filter = storage::Filter::all({storage::Filter::is(B::product.id, Value(product)), storage::Filter::is(B::warehouse.id, Value(warehouse))});
    stock.sort = {{B::quantity.id, true}};
    stock.limit = 1;
    if (const Result<QList<Record>> found = m_records.findNow(stock); found && !found->isEmpty())
        return found->first()[B::location];
    storage::Query any;
    any.entity = StorageLocation::entity;
    any.filter = storage::Filter::is(StorageLocation::warehouse.id, Value(warehouse));
    any.sort = {{StorageLocation::code.id, false}};
    any.limit = 1;
    const Result<QList<Record>> found = m_records.findNow(any);
    return found && !found->isEmpty() ? found->first().id() : Uuid();
}

} // namespace guanxi::app
