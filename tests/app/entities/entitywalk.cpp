// SPDX-License-Identifier: GPL-3.0-or-later
#include "entitywalk.h"

#include "app/views/generic/conflictsolver.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/normalise.h"

namespace guanxi::test {

using namespace model;

namespace {

/// Worked out from other values at each change: what the server writes there by itself does not stay.
bool follows(const Entity &entity, const Field &field)
{
    return field.formula.kind != Formula::Kind::None || (entity.id == PaymentPlan::entity && (field.id == PaymentPlan::settledAmount.id || field.id == PaymentPlan::status.id))
        || (entity.id == SalesOrder::entity && field.id == SalesOrder::paymentStatus.id);
}

/// When the server saw something last.
bool isMoment(const Field &field) { return field.computed == Computed::Server && field.type == FieldType::DateTime; }

} // namespace

std::string difference(const Record &one, const Record &other)
{
    std::string names = one.isDeleted() == other.isDeleted() ? "" : "deleted ";
    for (const Field &field : one.entity().fields())
        if (!isMoment(field) && field.id != system::UpdatedAt && field.id != system::UpdatedBy && one.value(field.id) != other.value(field.id))
            names += field.name.toStdString() + ' ';
    return names;
}

void EntityWalk::walk()
{
    create();
    if (!stored().isValid())
        return;
    checkForbidden();
    checkUnique();
    if (isEdited() && !ValueMaker::typedFields(m_entity).isEmpty()) {
        edit();
        clash();
    }
    fillByServer();
    if (m_entity.maker != Maker::Server)
        remove();
}

void EntityWalk::create()
{
    Record record = m_values.make(m_entity);
    m_ref = record.ref();
    if (m_entity.maker != Maker::Server) {
        // Made and taken back first; then again, to stay.
        if (!m_values.save(record))
            return;
        CHECK(m_company.agree(m_ref));
        const Result<app::Saved> undone = m_company.ann.records().undo(m_company.ann.records().lastUndoable());
        m_company.settle();
        INFO("taking back the new record: " << m_company.lastRefusal(m_ref));
        CHECK((passed(undone) && stored().isDeleted()));
        record = m_values.make(m_entity);
        m_ref = record.ref();
    }
    if (m_values.save(record))
        CHECK(m_company.agree(m_ref));
    CHECK(m_company.openConflicts(m_ref).isEmpty());
    for (const Field &field : m_entity.fields())
        if (field.defaultKind != Default::None && m_entity.maker != Maker::Server) {
            INFO("default of " << field.name.toStdString());
            CHECK_FALSE(stored().value(field.id).isNull());
        }
}

void EntityWalk::checkForbidden()
{
    app::LocalRecords &records = m_company.ann.records();
    CHECK(records.may(Action::View, m_entity.id));
    CHECK(records.may(Action::Create, m_entity.id) == (m_entity.maker != Maker::Server));
    CHECK(records.may(Action::Edit, m_entity.id) == isEdited());
    CHECK(records.may(Action::Delete, m_entity.id) == (m_entity.maker != Maker::Server && !m_entity.appendOnly));
    const Result<Record> here = records.load(m_ref);
    if (isEdited() || !here.ok())
        return;
    Record edited = *here;
    for (const Field &field : m_entity.fields())
        if (field.isText() && edited.value(field.id).isNull())
            edited.setValue(field.id, m_values.value(m_entity, field, 1));
    edited.setValue(system::Owner, m_company.bossId);
    CHECK_FALSE(records.save(edited).ok());
}

Record EntityWalk::changed(const Record &record, int variant)
{
    Record after = record;
    for (const Field *field : ValueMaker::typedFields(m_entity))
        after.setValue(field->id, m_values.value(m_entity, *field, variant));
    for (const Field *field : ValueMaker::typedFields(m_entity))
        if (!after.applies(*field))
            after.setValue(field->id, Value());
    return after;
}

void EntityWalk::takeBack(const Uuid &action, const Record &before)
{
    const Result<app::Saved> undone = m_company.ann.records().undo(action);
    m_company.settle();
    INFO("taken back: " << m_company.lastRefusal(m_ref) << "; differs in " << difference(before, stored()));
    CHECK((passed(undone) && difference(before, stored()).empty()));
    CHECK(m_company.agree(m_ref));
}

void EntityWalk::edit()
{
    INFO("edit");
    const Record before = stored();
    const Record after = changed(m_company.ann.records().load(m_ref).value(), 1);
    const Result<app::Saved> saved = m_company.ann.records().save(after);
    m_company.settle();
    INFO(m_company.lastRefusal(m_ref));
    if (!passed(saved))
        return;
    for (const Field *field : ValueMaker::typedFields(m_entity)) {
        INFO("field " << field->name.toStdString());
        CHECK(stored().value(field->id) == rules::normalise(*field, after.value(field->id)).value());
    }
    CHECK(m_company.agree(m_ref));
    takeBack(saved->action, before);
    passed(m_company.ann.records().save(after));
    m_company.settle();
}

void EntityWalk::clash()
{
    INFO("two desktops at once");
    const Record before = stored();
    const Record theirs = changed(m_company.ann.records().load(m_ref).value(), 2);
    const Record mine = changed(m_company.annAtHome.records().load(m_ref).value(), 3);
    m_company.cut();
    passed(m_company.ann.records().save(theirs));
    passed(m_company.annAtHome.records().save(mine));
    m_company.ann.connectToServer();
    m_company.settle();
    m_company.meet();
    const QList<Record> conflicts = m_company.openConflicts(m_ref);
    for (const Field *field : ValueMaker::typedFields(m_entity)) {
        INFO("field " << field->name.toStdString());
        const Value &old = before.value(field->id);
        const Value &first = theirs.value(field->id);
        const Value &second = mine.value(field->id);
        if (first == old || second == old || first == second)
            continue;
        const bool parked = std::any_of(conflicts.begin(), conflicts.end(), [&](const Record &row) {
            return row[Conflict::field] == field->id && row[Conflict::kind] == Conflict::EditEdit;
        });
        if (field->merge == MergePolicy::Ask) {
            CHECK(parked);
            CHECK(stored().value(field->id) == first);
        } else if (field->merge == MergePolicy::Latest && field->mergeGroup == 0) {
            CHECK(stored().value(field->id) == second);
        }
    }
    CHECK(m_company.agree(m_ref));
    settleConflicts();
}

void EntityWalk::settleConflicts()
{
    app::LocalRecords &records = m_company.annAtHome.records();
    app::ConflictSolver solver(records, m_company.clock);
    for (const app::ConflictCase &conflict : solver.open().value()) {
        if (conflict.about != m_ref)
            continue;
        INFO("conflict about " << (conflict.field ? conflict.field->name.toStdString() : std::string("the whole record")));
        CHECK(conflict.field);
        const bool takesMine = conflict.field && conflict.field->id % 2 == 0;
        const Result<app::Saved> saved = takesMine ? solver.takeMine(conflict) : solver.keepTheirs(conflict);
        m_company.settle();
        INFO(m_company.lastRefusal(m_ref));
        CHECK(passed(saved));
        CHECK(m_company.server.record(conflict.conflict.ref())[Conflict::state] == Conflict::Resolved);
        if (conflict.field)
            CHECK(stored().value(conflict.field->id) == (takesMine ? conflict.mine : conflict.theirs));
    }
    INFO(m_company.lastRefusal(m_ref));
    CHECK(m_company.openConflicts(m_ref).isEmpty());
    CHECK(m_company.agree(m_ref));
}

void EntityWalk::fillByServer()
{
    INFO("filled by the server");
    Record filled = stored();
    QList<const Field *> fields;
    for (const Field &field : m_entity.fields())
        if (field.id >= system::FirstOwn && !field.isEditable() && field.type != FieldType::State && !follows(m_entity, field)) {
            filled.setValue(field.id, m_values.value(m_entity, field, 2));
            fields.append(&field);
        }
    m_company.server.update(filled);
    m_company.settle();
    for (const Field *field : fields) {
        INFO("field " << field->name.toStdString());
        CHECK(stored().value(field->id) == rules::normalise(*field, filled.value(field->id)).value());
    }
    CHECK(m_company.agree(m_ref));
    CHECK(m_company.openConflicts(m_ref).isEmpty());
}

void EntityWalk::checkUnique()
{
    for (const Field *field : ValueMaker::typedFields(m_entity)) {
        if (!field->unique || m_entity.maker == Maker::Server)
            continue;
        INFO("unique " << field->name.toStdString());
        Record first = m_values.make(m_entity);
        Record second = m_values.make(m_entity);
        const Value value = m_values.value(m_entity, *field, 0);
        first.setValue(field->id, value);
        second.setValue(field->id, value);
        m_values.save(first);
        passed(m_company.annAtHome.records().save(second));
        m_company.settle();
        const QList<Record> refused = m_company.openConflicts(second.ref());
        CHECK((refused.size() == 1 && refused.first()[Conflict::kind] == Conflict::Unique));
        CHECK_FALSE(m_company.server.record(second.ref()).isValid());
        CHECK_FALSE(m_company.annAtHome.records().load(second.ref()).ok());
    }
}

void EntityWalk::remove()
{
    INFO("delete");
    const Record before = stored();
    const Result<app::Saved> saved = m_company.ann.records().remove({m_ref});
    if (m_entity.appendOnly) {
        CHECK_FALSE(saved.ok());
        return;
    }
    m_company.settle();
    CHECK((passed(saved) && stored().isDeleted()));
    CHECK(m_company.agree(m_ref));
    if (saved.ok())
        takeBack(saved->action, before);
}

} // namespace guanxi::test
