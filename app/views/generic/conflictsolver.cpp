// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/conflictsolver.h"

#include "common/base/clock.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::app {

using model::ChangeKind;
using model::Conflict;
using sync::Resolution;

namespace {

constexpr qint64 MostShown = 500;

QString resolveAction() { return QStringLiteral("resolve"); }

} // namespace

Result<QList<ConflictCase>> ConflictSolver::open() const
{
    storage::Query query;
    query.entity = Conflict::entity;
    query.filter = storage::Filter::is(Conflict::state.id, qint64(sync::ConflictState::Open));
    query.sort = {{Conflict::mineAt.id, true}};
    query.limit = MostShown;
    const Result<QList<model::Record>> rows = m_records.findNow(query);
    if (!rows)
        return rows.error();
    QList<ConflictCase> cases;
    for (const model::Record &row : *rows)
        cases.append(ConflictCase::read(row, m_records.catalogue()));
    return cases;
}

model::Record ConflictSolver::settled(const ConflictCase &conflict, Resolution resolution) const
{
    model::Record record = conflict.conflict;
    record.set(Conflict::state, qint64(sync::ConflictState::Resolved));
    record.set(Conflict::resolution, qint64(resolution));
    record.set(Conflict::resolvedBy, m_records.me());
    record.set(Conflict::resolvedAt, m_clock.wallMs());
    return record;
}

Result<Saved> ConflictSolver::write(const ConflictCase &conflict, const model::Value &value, Resolution resolution)
{
    Result<model::Record> record = m_records.load(conflict.about);
    if (!record)
        return record.error();
    record->setValue(conflict.field->id, value);
    return m_records.saveAll({*record, settled(conflict, resolution)}, resolveAction());
}

Result<Saved> ConflictSolver::takeMine(const ConflictCase &conflict) { return write(conflict, conflict.mine, Resolution::Mine); }

Result<Saved> ConflictSolver::keepTheirs(const ConflictCase &conflict)
{
    return m_records.saveAll({settled(conflict, Resolution::Theirs)}, resolveAction());
}

Result<Saved> ConflictSolver::takeThird(const ConflictCase &conflict, const model::Value &value)
{
    return write(conflict, value, Resolution::Merged);
}

Result<Saved> ConflictSolver::discard(const ConflictCase &conflict)
{
    return m_records.saveAll({settled(conflict, Resolution::Discarded)}, resolveAction());
}

Result<Saved> ConflictSolver::resubmit(const ConflictCase &conflict)
{
    return submitAgain(conflict.parked, {settled(conflict, Resolution::Mine)});
}

Result<Saved> ConflictSolver::submitAgain(const model::ChangeSet &set, const QList<model::Record> &with)
{
    QList<model::Record> records;
    for (const model::RecordChange &change : set.changes) {
        const model::Entity *entity = m_records.catalogue().entity(change.record.entity);
        if (!entity)
            return Error{ErrorCode::NotFound, {QString::number(change.record.entity), change.record.id.text()}};
        const Result<model::Record> present = m_records.load(change.record);
        if (!present && change.kind == ChangeKind::Delete)
            continue; // gone already
        if (!present && change.kind != ChangeKind::Insert)
            return present.error();
        model::Record record = present ? *present : model::Record(*entity, change.record.id);
        for (const model::FieldChange &field : change.fields)
            record.setValue(field.field, field.value);
        record.setDeleted(change.kind == ChangeKind::Delete);
        records.append(record);
    }
    return m_records.saveAll(records + with, resolveAction());
}

} // namespace guanxi::app
