// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/conflictsolver.h"

#include "app/views/generic/refusedwork.h"
#include "common/base/clock.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::app {

using model::Conflict;
using sync::Resolution;

namespace {

constexpr qint64 MostShown = 500;

QString resolveAction() { return QStringLiteral("resolve"); }

/// A deleted record takes no value: closing the conflict alone would lose what was decided.
Result<void> checkLives(const model::Record &record)
{
    if (record.isDeleted())
        return Error{ErrorCode::NotFound, {record.entity().name, record.id().text()}};
    return {};
}

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
    GUANXI_TRY(checkLives(*record));
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
    return m_records.resubmit(RefusedWork(conflict, m_records).again(), settled(conflict, Resolution::Mine));
}

Result<Saved> ConflictSolver::resubmit(const ConflictCase &conflict, const QList<model::RecordChange> &corrected)
{
    return m_records.resubmit(corrected, settled(conflict, Resolution::Merged));
}

Result<Saved> ConflictSolver::submitAgain(const model::ChangeSet &set)
{
    ConflictCase conflict;
    conflict.parked = set;
    return m_records.resubmit(RefusedWork(conflict, m_records).again(), {});
}

Result<Saved> ConflictSolver::mergeInto(const ConflictCase &conflict, const model::Record &holder)
{
    GUANXI_TRY(checkLives(holder));
    return m_records.saveAll({holder, settled(conflict, Resolution::Merged)}, resolveAction());
}

std::optional<model::Value> ConflictSolver::both(const ConflictCase &conflict)
{
    if (!conflict.field || conflict.mine.isNull() || conflict.theirs.isNull() || conflict.field->isReference())
        return std::nullopt;
    if (const QStringList *theirs = conflict.theirs.get<QStringList>()) {
        QStringList united = *theirs;
        for (const QString &tag : conflict.mine.as<QStringList>())
            if (!united.contains(tag))
                united.append(tag);
        return model::Value(united);
    }
    const bool isLong = conflict.field->type == model::FieldType::LongText;
    if (!isLong && conflict.field->type != model::FieldType::Text)
        return std::nullopt;
    const QString text = conflict.theirs.text() + (isLong ? QStringLiteral("\n") : QStringLiteral(" / ")) + conflict.mine.text();
    if (conflict.field->unique || (conflict.field->limit > 0 && text.size() > conflict.field->limit))
        return std::nullopt;
    return model::Value(text);
}

Result<Saved> ConflictSolver::takeBoth(const ConflictCase &conflict)
{
    const std::optional<model::Value> value = both(conflict);
    return value ? write(conflict, *value, Resolution::Both) : keepTheirs(conflict);
}

} // namespace guanxi::app
