// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to records, and taking it back.
#include "app/data/localrecords.h"

#include "common/storage/statement.h"

namespace guanxi::app {

using namespace model;
using storage::Statement;

namespace {

/// Ctrl+Z goes back over a restart, but not into another day's work; older actions are taken back from their list.
constexpr qint64 UndoableMs = 12 * 3'600'000;
constexpr int UndoableActions = 100;

bool wasRefused(const OutboxEntry &entry)
{
    return entry.state == OutboxState::Parked || entry.state == OutboxState::Settled;
}

} // namespace

void LocalRecords::findUndoable()
{
    const Result<QList<OutboxEntry>> entries = m_outbox.entries(std::nullopt, UndoableActions);
    QSet<Uuid> undone;
    for (const OutboxEntry &entry : entries ? *entries : QList<OutboxEntry>()) {
        if (entry.set.name == QLatin1String("undo"))
            undone.insert(Uuid::fromText(entry.set.args.value(QLatin1String("action")).toString()).value_or(Uuid()));
        else if (entry.set.at > m_clock.wallMs() - UndoableMs && !wasRefused(entry) && !undone.contains(entry.set.action)
                 && !m_undoable.contains(entry.set.action))
            m_undoable.prepend(entry.set.action);
    }
}

Result<QList<HistoryEntry>> LocalRecords::history(const RecordRef &ref) const
{
    Result<QList<HistoryEntry>> told = HistoryStore(m_view.database()).of(ref);
    if (!told)
        return told;
    Result<QList<HistoryEntry>> waiting = waitingFor(ref);
    if (!waiting)
        return waiting;
    // One that has been answered lies on top until the pull has passed its revision, and may have been told by then.
    const qint64 newest = told->isEmpty() ? 0 : told->first().rev;
    waiting->removeIf([newest](const HistoryEntry &entry) { return entry.rev > 0 && entry.rev <= newest; });
    return *waiting + *told;
}

Result<QList<HistoryEntry>> LocalRecords::waitingFor(const RecordRef &ref) const
{
    QList<std::pair<qint64, qint64>> layers;
    Statement statement(m_view.database(), "SELECT DISTINCT seq, rev FROM overlay WHERE entity = ? AND id = ? AND rev >= 0 ORDER BY seq DESC");
    GUANXI_TRY(statement.bindAll(qint64(ref.entity), ref.id).each([&](const Statement &row) { layers.append({row.integer(0), row.integer(1)}); }));
    QList<HistoryEntry> entries;
    for (const auto &[seq, rev] : layers) {
        const Result<OutboxEntry> entry = m_outbox.entry(seq);
        if (!entry)
            return entry.error();
        const ChangeSet &set = entry->set;
        for (auto change = set.changes.crbegin(); change != set.changes.crend(); ++change)
            if (change->record == ref)
                entries.append({rev, set.at, set.user, {}, set.name, set.action, 0, *change});
    }
    return entries;
}

Result<QList<HistoryEntry>> LocalRecords::historyOf(const Uuid &action) const
{
    return HistoryStore(m_view.database()).ofAction(action);
}

Result<Saved> LocalRecords::undo(const Uuid &action)
{
    const Result<QList<RecordChange>> inverse = inverseOfAction(action);
    if (!inverse)
        return inverse.error();
    Result<QList<RecordChange>> changes = asOfNow(*inverse);
    if (!changes)
        return changes.error();
    m_undoable.removeAll(action);
    if (changes->isEmpty())
        return Saved();
    const Result<Saved> saved = commitParts(std::move(*changes), QStringLiteral("undo"), {{QStringLiteral("action"), action.text()}});
    // Taking back is itself not offered for undo: Ctrl+Z goes on to the action before.
    if (saved)
        m_undoable.removeAll(saved->action);
    return saved;
}

Result<QList<RecordChange>> LocalRecords::inverseOfAction(const Uuid &action) const
{
    const Result<QList<OutboxEntry>> own = m_outbox.action(action);
    if (!own)
        return own.error();
    QList<RecordChange> changes;
    for (auto part = own->crbegin(); part != own->crend(); ++part)
        changes.append(inverseOf(part->set, 0).changes);
    return own->isEmpty() ? inverseOfOthers(action) : changes;
}

Result<QList<RecordChange>> LocalRecords::inverseOfOthers(const Uuid &action) const
{
    const Result<QList<HistoryEntry>> told = historyOf(action);
    if (!told)
        return told.error();
    QList<RecordChange> changes;
    for (const HistoryEntry &entry : *told) {
        if (entry.causedBy != 0)
            continue; // what the server made of it goes when its cause goes
        ChangeSet set;
        set.changes = {entry.change};
        RecordChange change = inverseOf(set, 0).changes.first();
        const Record now = lookup(change.record);
        const bool turns = change.kind == ChangeKind::Delete || change.kind == ChangeKind::Restore;
        if (!now.isValid() || !may(turns ? Action::Delete : Action::Edit, now))
            return Error{ErrorCode::NotAllowed, {m_catalogue.at(change.record.entity).name, turns ? QStringLiteral("delete") : QStringLiteral("edit")}};
        // What its author could not see, nobody here can put back.
        change.fields.removeIf([&](const FieldChange &field) {
            const FieldChange *done = entry.change.field(field.field);
            const Field *declared = now.entity().field(field.field);
            return !done || !done->old || !declared || rights().fieldRight(now.entity(), *declared) != FieldRight::Write;
        });
        if (turns || !change.fields.isEmpty())
            changes.append(change);
    }
    return changes;
}

Result<QList<RecordChange>> LocalRecords::asOfNow(QList<RecordChange> changes) const
{
    const Turn turn(m_cache.turns(), Turns::Who::Urgent);
    for (RecordChange &change : changes) {
        const Record now = lookup(change.record);
        change.base = now.rev();
        for (FieldChange &field : change.fields) {
            const Result<qint64> base = m_cache.baseOf(change.record, field.field, now.rev());
            if (!base)
                return base.error();
            field.base = *base;
        }
    }
    return changes;
}

} // namespace guanxi::app
