// SPDX-License-Identifier: GPL-3.0-or-later
// What changes something in FakeRecords.
#include "tests/app/support/fakerecords.h"

#include "app/data/surroundings.h"

namespace guanxi::tests {

using app::Saved;
using model::Record;
using model::RecordRef;
using model::Value;

namespace {

Result<Saved> turned(FakeRecords &fake, const QList<RecordRef> &refs, bool deleted, const QString &action)
{
    QList<Record> records;
    for (const RecordRef &ref : refs) {
        Result<Record> record = fake.load(ref);
        if (!record)
            return record.error();
        record->setDeleted(deleted);
        records.append(*record);
    }
    return fake.saveAll(records, action);
}

} // namespace

Saved FakeRecords::write(const QList<Record> &records, const QString &action)
{
    Step step{m_ids.next(), {}};
    QSet<RecordRef> refs;
    for (Record record : records) {
        Record before = record;
        before.setDeleted(true);
        if (const Result<Record> stored = load(record.ref()); stored.ok())
            before = *stored;
        else
            m_rids.insert(record.ref(), qint64(m_rids.size()) + 1);
        step.before.append(before);
        record.setValue(model::system::UpdatedAt, Value(m_clock.wallMs()));
        m_rows[m_rids.value(record.ref())] = record;
        refs.insert(record.ref());
    }
    actions.append(action);
    m_undo.push_back(step);
    Q_EMIT changed(refs);
    return {++m_seq, step.action};
}

Result<Saved> FakeRecords::save(const Record &record) { return write({record}, QStringLiteral("save")); }

Result<Saved> FakeRecords::saveAll(const QList<Record> &records, const QString &action) { return write(records, action); }

Result<Saved> FakeRecords::resubmit(const QList<model::RecordChange> &changes, const Record &closed)
{
    QList<Record> records;
    for (const model::RecordChange &change : changes) {
        const Result<Record> stored = load(change.record);
        Record record = stored ? *stored : Record(catalogue().at(change.record.entity), change.record.id);
        for (const model::FieldChange &field : change.fields)
            record.setValue(field.field, field.value);
        record.setDeleted(change.kind == model::ChangeKind::Delete);
        records.append(record);
    }
    if (closed.isValid())
        records.append(closed);
    return write(records, QStringLiteral("resubmit"));
}

void FakeRecords::saveMany(const app::BulkChange &work, QObject *context, std::function<bool(qsizetype)> progress,
                           std::function<void(Result<Saved>)> done)
{
    const auto prepared = [this, progress = std::move(progress)](qsizetype count) {
        if (whenPrepared)
            whenPrepared();
        return progress(count);
    };
    Records::saveMany(work, context, prepared, std::move(done));
}

Result<Saved> FakeRecords::remove(const QList<RecordRef> &refs) { return turned(*this, refs, true, QStringLiteral("delete")); }

Result<Saved> FakeRecords::restore(const QList<RecordRef> &refs) { return turned(*this, refs, false, QStringLiteral("restore")); }

QList<const model::Transition *> FakeRecords::transitions(const Record &record) const
{
    QList<const model::Transition *> steps;
    const model::StateMachine &machine = record.entity().machine;
    for (const model::Transition *step : machine.leaving(int(record.value(machine.field).number())))
        if (!step->automatic)
            steps.append(step);
    return steps;
}

Result<void> FakeRecords::checkStep(const Record &record, int transition) const
{
    const rules::Surroundings around = app::surroundingsOf(*this);
    for (const QString &guard : record.entity().machine.transition(transition)->guards)
        GUANXI_TRY(rules::checkGuard(guard, {record, record, me(), around}));
    return {};
}

Result<Saved> FakeRecords::transition(const Record &record, int transition)
{
    Record moved = record;
    moved.setValue(record.entity().machine.field, Value(record.entity().machine.transition(transition)->to));
    return write({moved}, QStringLiteral("transition"));
}

Result<Saved> FakeRecords::undo(const Uuid &action)
{
    for (size_t at = m_undo.size(); at-- > 0;)
        if (m_undo[at].action == action) {
            const QList<Record> before = m_undo[at].before;
            m_undo.erase(m_undo.begin() + qint64(at));
            return write(before, QStringLiteral("undo"));
        }
    return {ErrorCode::NotFound};
}

} // namespace guanxi::tests
