// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/mergeplan.h"

#include "common/model/catalogue/platform.h"
#include "common/rules/merging.h"

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

constexpr size_t StepRows = 200;
constexpr qsizetype SaveRows = 100;

QList<const Field *> pointersOf(const Entity &holder, EntityId target)
{
    QList<const Field *> fields;
    for (const Field &field : holder.fields())
        if (rules::followsMerge(holder, field, target))
            fields.append(&field);
    return fields;
}

Filter pointing(const QList<const Field *> &fields, const RecordRef &ref)
{
    QList<Filter> parts;
    for (const Field *field : fields)
        parts.append(field->type == FieldType::References ? Filter::contains(field->id, ref.id)
                                                          : Filter::is(field->id, field->isReference() ? Value(ref.id) : Value(ref)));
    return parts.size() == 1 ? parts.first() : Filter::any(parts);
}

bool isClosed(const Record &record)
{
    const State *state = record.entity().machine.state(int(record.value(record.entity().machine.field).number()));
    return state && state->readOnly;
}

} // namespace

MergePlan::MergePlan(Records &records, QObject *parent) : QObject(parent), m_records(records)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MergePlan::step);
}

void MergePlan::prepare(const RecordRef &goes, const RecordRef &stays)
{
    ++m_round;
    m_timer.stop();
    m_goes = goes;
    m_stays = stays;
    m_kinds.clear();
    m_rows.clear();
    m_holders.clear();
    m_ready = false;
    m_obstacle = obstacleNow();
    for (const Entity &holder : m_records.catalogue().entities())
        if (holder.scope.kind != ScopeRule::Kind::ServerOnly && m_records.may(Action::View, holder.id) && !pointersOf(holder, goes.entity).isEmpty())
            m_holders.append(&holder);
    findNext();
}

MergePlan::Obstacle MergePlan::obstacleNow() const
{
    const Result<Record> gone = m_records.load(m_goes);
    const Result<Record> kept = m_records.load(m_stays);
    const bool both = gone.ok() && kept.ok() && !gone->isDeleted() && !kept->isDeleted();
    if (!both || m_goes == m_stays || m_goes.entity != m_stays.entity || !m_records.catalogue().entity(DuplicateCandidate::entity))
        return Obstacle::Gone;
    if (!m_records.may(Action::Delete, *gone) || !m_records.may(Action::Create, note()))
        return Obstacle::MayNotDelete;
    if (!m_records.may(Action::Edit, *kept))
        return Obstacle::MayNotEdit;
    return isClosed(*kept) ? Obstacle::Closed : Obstacle::None;
}

void MergePlan::findNext()
{
    if (m_holders.isEmpty()) {
        m_ready = true;
        return Q_EMIT ready();
    }
    const Entity &holder = *m_holders.first();
    storage::Query query;
    query.entity = holder.id;
    query.filter = pointing(pointersOf(holder, m_goes.entity), m_goes);
    m_records.find(query, this, [this, round = m_round](Result<Records::Rows> rows) {
        if (round != m_round)
            return;
        if (!rows.ok())
            return Q_EMIT failed(rows.error());
        m_found = std::move(*rows);
        m_at = 0;
        m_kinds.append({m_holders.first()});
        m_timer.start();
    });
}

void MergePlan::step()
{
    const size_t end = std::min(m_at + StepRows, m_found.size());
    const Result<QList<Record>> rows = m_records.window(m_holders.first()->id, std::span(m_found).subspan(m_at, end - m_at));
    if (!rows.ok())
        return Q_EMIT failed(rows.error());
    for (const Record &row : *rows)
        judge(row, m_kinds.last());
    m_at = end;
    if (m_at < m_found.size())
        return m_timer.start();
    if (m_found.empty())
        m_kinds.removeLast();
    m_holders.removeFirst();
    findNext();
}

void MergePlan::judge(const Record &row, Kind &kind)
{
    if (row.isDeleted() || row.ref() == m_goes)
        return;
    const Entity &entity = row.entity();
    bool follows = entity.appendOnly || entity.serverWritten || isClosed(row);
    bool mayNot = false;
    for (const Field *field : pointersOf(entity, m_goes.entity)) {
        if (!rules::pointsAt(row, *field, m_goes))
            continue;
        follows = follows || !field->isEditable();
        mayNot = mayNot || m_records.rights().fieldRight(entity, *field) != FieldRight::Write;
    }
    if (follows) {
        ++kind.follows;
    } else if (mayNot || !m_records.may(Action::Edit, row)) {
        ++kind.forbidden;
        if (m_obstacle == Obstacle::None)
            m_obstacle = Obstacle::MayNotMove;
    } else {
        ++kind.moves;
        if (row.ref() != m_stays) // that one is saved as it is to be
            m_rows.append(row.ref());
    }
}

Record MergePlan::repointed(Record row) const
{
    for (const Field *field : pointersOf(row.entity(), m_goes.entity))
        if (rules::pointsAt(row, *field, m_goes))
            row.setValue(field->id, rules::repointed(row, *field, m_goes, m_stays));
    return row;
}

Record MergePlan::note() const
{
    Record pair = m_records.create(DuplicateCandidate::entity);
    pair.set(DuplicateCandidate::recordA, m_goes);
    pair.set(DuplicateCandidate::recordB, m_stays);
    pair.set(DuplicateCandidate::state, qint64(DuplicateCandidate::Merged));
    return pair;
}

void MergePlan::perform(const Record &stays, const QList<Record> &along, QObject *context, std::function<bool(qsizetype)> progress,
                        std::function<void(Result<Saved>)> done)
{
    Result<Record> gone = m_records.load(m_goes);
    if (!gone.ok())
        return done(gone.error());
    gone->setDeleted(true);
    // What moves is first, the deletion before what may take its unique values, its note last: taken back in the other order,
    // nothing ever points at a record that is not there.
    const QList<Record> last = QList{*gone, repointed(stays), note()} + along;
    const auto next = [this, last, at = qsizetype(0), ended = false]() mutable -> Result<std::optional<BulkSource::Piece>> {
        BulkSource::Piece records;
        const qsizetype from = at;
        for (; at < m_rows.size() && records.size() < SaveRows; ++at) {
            const Result<Record> row = m_records.load(m_rows[at]);
            if (!row.ok())
                return row.error();
            if (!row->isDeleted())
                records.append(repointed(*row));
        }
        if (at > from)
            return std::optional(records);
        return std::exchange(ended, true) ? std::optional<BulkSource::Piece>() : last;
    };
    m_records.saveFrom({QStringLiteral("merge"), next}, context, std::move(progress), std::move(done));
}

} // namespace guanxi::app
