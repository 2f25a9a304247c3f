// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to records, and taking it back.
#include "app/data/localrecords.h"

#include "common/model/catalogue/ids.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

namespace guanxi::app {

using namespace model;
using storage::Statement;
using storage::Transaction;

namespace {

/// Ctrl+Z goes back over a restart, but not into another day's work; older actions are taken back from their list.
constexpr qint64 UndoableMs = 12 * 3'600'000;
constexpr int UndoableActions = 100;
constexpr int OlderAtOnce = 100;
constexpr int WaitingSets = 50;          // looked at for what happened lately
constexpr qsizetype WaitingChanges = 300;
constexpr qsizetype AtOnce = 100; // of an action that is taken back: each is looked up

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
        if (entry.set.name == UndoName)
            undone.insert(Uuid::fromText(entry.set.args.value(UndoneAction).toString()).value_or(Uuid()));
        else if (entry.set.name != NoticeName && entry.set.at > m_clock.wallMs() - UndoableMs && !wasRefused(entry) && !undone.contains(entry.set.action)
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

Result<QList<HistoryEntry>> LocalRecords::waitingFor(const RecentQuestion &question) const
{
    QList<HistoryEntry> waiting;
    if (question.before || (!question.user.isNull() && question.user != me()))
        return waiting;
    for (const OutboxState state : {OutboxState::Unsent, OutboxState::Held}) {
        const Result<QList<OutboxEntry>> entries = m_outbox.entries(state, WaitingSets);
        if (!entries)
            return entries.error();
        for (const OutboxEntry &entry : *entries)
            for (auto change = entry.set.changes.crbegin(); change != entry.set.changes.crend() && waiting.size() < WaitingChanges; ++change)
                if (question.entities.contains(change->record.entity) && entry.set.at >= question.since)
                    waiting.append({0, entry.set.at, entry.set.user, {}, entry.set.name, entry.set.action, 0, *change});
    }
    return waiting;
}

void LocalRecords::recentHistory(const RecentQuestion &question, QObject *context, std::function<void(Result<RecentChanges>)> done)
{
    const Result<QList<HistoryEntry>> waiting = waitingFor(question);
    if (!waiting)
        return done(waiting.error());
    m_reader.recent(question, context, [waiting = *waiting, done = std::move(done)](Result<RecentChanges> changes) {
        if (changes)
            changes->waiting = waiting;
        done(std::move(changes));
    });
}

Result<QList<HistoryEntry>> LocalRecords::historyOf(const Uuid &action) const
{
    return HistoryStore(m_view.database()).ofAction(action);
}

void LocalRecords::olderHistory(const RecordRef &ref, qint64 before, QObject *context, std::function<void(Result<QList<HistoryEntry>>)> done)
{
    if (!m_server)
        return done(Error{ErrorCode::Disconnected, {}});
    m_server(protocol::History{0, ref, before, OlderAtOnce}, context, [done = std::move(done)](const Result<protocol::Message> &answer) {
        if (!answer)
            return done(answer.error());
        QList<HistoryEntry> older;
        for (const protocol::HistoryEntry &told : std::get<protocol::HistoryPage>(*answer).entries)
            older.append(entriesOf(told));
        done(older);
    });
}

void LocalRecords::olderChanges(const RecentQuestion &question, qint64 before, QObject *context, std::function<void(Result<RecentChanges>)> done)
{
    if (!m_server)
        return done(Error{ErrorCode::Disconnected, {}});
    const protocol::History asked{0, {ids::ChangeSet, {}}, before, question.limit, question.user, question.since, question.entities};
    m_server(asked, context, [done = std::move(done)](const Result<protocol::Message> &answer) {
        if (!answer)
            return done(answer.error());
        const auto &page = std::get<protocol::HistoryPage>(*answer);
        RecentChanges older{{}, {}, !page.end, page.reached};
        for (const protocol::HistoryEntry &told : page.entries)
            older.entries.append(entriesOf(told));
        done(std::move(older));
    });
}

Result<Saved> LocalRecords::undo(const Uuid &action)
{
    const Result<Inverse> inverse = inverseOf(action);
    if (!inverse)
        return inverse.error();
    QList<RecordChange> changes;
    for (;;) {
        const Result<QList<RecordChange>> piece = (*inverse)();
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break;
        changes.append(*piece);
    }
    m_undoable.removeAll(action);
    if (changes.isEmpty())
        return Saved();
    const Result<Saved> saved = commitParts(changes, UndoName, {{UndoneAction, action.text()}});
    // Taking back is itself not offered for undo: Ctrl+Z goes on to the action before.
    if (saved)
        m_undoable.removeAll(saved->action);
    return saved;
}

Result<LocalRecords::Inverse> LocalRecords::inverseOf(const Uuid &action) const
{
    const Result<QList<qint64>> own = m_outbox.seqsOf(action);
    if (!own)
        return own.error();
    if (!own->isEmpty())
        return inverseOfParts(*own);
    Result<QList<HistoryEntry>> told = historyOf(action);
    if (!told)
        return told.error();
    return Inverse([this, told = std::move(*told)]() mutable -> Result<QList<RecordChange>> {
        QList<RecordChange> changes;
        while (!told.isEmpty() && changes.size() < AtOnce) {
            const Result<std::optional<RecordChange>> change = inverseOf(told.takeFirst());
            if (!change)
                return change.error();
            if (*change)
                changes.append(**change);
        }
        return asOfNow(std::move(changes));
    });
}

LocalRecords::Inverse LocalRecords::inverseOfParts(const QList<qint64> &parts) const
{
    return [this, left = parts, changes = QList<RecordChange>()]() mutable -> Result<QList<RecordChange>> {
        while (changes.isEmpty() && !left.isEmpty()) {
            const Result<OutboxEntry> part = m_outbox.entry(left.takeLast());
            if (!part)
                return part.error();
            if (part->set.name != NoticeName) // what happened is not undone by taking its notice back
                changes = model::inverseOf(part->set, 0).changes;
        }
        // A whole part would take longer than a frame.
        const QList<RecordChange> some = changes.mid(0, AtOnce);
        changes.remove(0, some.size());
        return asOfNow(some);
    };
}

Result<std::optional<RecordChange>> LocalRecords::inverseOf(const HistoryEntry &entry) const
{
    if (entry.causedBy != 0)
        return std::optional<RecordChange>(); // what the server made of it goes when its cause goes
    ChangeSet set;
    set.changes = {entry.change};
    RecordChange change = model::inverseOf(set, 0).changes.first();
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
    return turns || !change.fields.isEmpty() ? std::optional(change) : std::nullopt;
}

void LocalRecords::keepUndone(RecordChange &change) const
{
    const StateMachine &machine = m_catalogue.at(change.record.entity).machine;
    const Value state = change.kind == ChangeKind::Delete && machine.undone != 0 ? lookup(change.record).value(machine.field) : Value();
    if (!state.isNull() && machine.between(int(state.number()), machine.undone))
        change = {ChangeKind::Update, change.record, 0, {{machine.field, state, Value(machine.undone), 0}}};
}

Result<QList<RecordChange>> LocalRecords::asOfNow(QList<RecordChange> changes) const
{
    const auto reading = Transaction::begin(m_view.database(), Transaction::Kind::Read);
    if (!reading)
        return reading.error();
    for (RecordChange &change : changes) {
        keepUndone(change);
        const Result<qint64> now = m_view.records().revision(change.record);
        if (!now)
            return now.error();
        change.base = *now;
        for (FieldChange &field : change.fields)
            field.base = *now;
    }
    return changes;
}

} // namespace guanxi::app
