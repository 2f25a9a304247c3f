// SPDX-License-Identifier: GPL-3.0-or-later
// What could not be applied is kept: conflict records of fields and of whole change sets.
#include "server/services/pushservice.h"

#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"
#include "common/sync/parkedset.h"

namespace guanxi::server {

using namespace model;
using protocol::PushStatus;
using sync::ConflictKind;

namespace {

bool isUndo(const ChangeSet &set) { return set.strict && set.name == UndoName; }

} // namespace

Result<PushOutcome> PushService::keep(const ChangeSet &set, const Refusal &reason)
{
    const Result<std::optional<PushOutcome>> before = repeated(set);
    if (!before)
        return before.error();
    if (before->has_value())
        return **before;
    const Rights none;
    const Result<PushOutcome> outcome =
        park(set, {set.user, set.replica, none}, reason);
    if (outcome)
        GUANXI_TRY(finish(set, outcome->result));
    return outcome;
}

Result<PushOutcome> PushService::park(const ChangeSet &set, const Author &author, const Refusal &refusal)
{
    const Result<qint64> head = m_store.head(true);
    if (!head)
        return head.error();
    const qint64 rev = *head + 1;
    ChangeApplier applier(m_store, author, m_clock.wallMs());
    const Result<std::optional<ServerRow>> open = takenUp(set, author, applier);
    if (!open)
        return open.error();
    Record conflict;
    if (open->has_value()) {
        conflict = (*open)->record;
        ChangeSet parked = sync::parkedSet(conflict[Conflict::parked]);
        parked.changes = set.changes;
        parked.changes.removeIf([&](const RecordChange &change) { return change.record == conflict.ref(); });
        conflict.set(Conflict::parked, sync::parkedJson(parked));
        conflict.set(Conflict::kind, qint64(refusal.kind));
    } else {
        conflict = conflictRecord(set, refusal.kind, set.changes.isEmpty() ? RecordRef() : set.changes.first().record);
        conflict.set(Conflict::field, qint64(0));
        conflict.set(Conflict::parked, sync::parkedJson(set));
    }
    conflict.set(Conflict::reason, reasonJson(refusal.error));
    GUANXI_TRY(nameOther(conflict, refusal.theirs));
    QList<CommittedRow> rows;
    const Result<RecordChange> written = writeConflict(*open, conflict, applier, rev, rows);
    if (!written)
        return written.error();
    ChangeSet cause = set;
    cause.rev = 0;
    GUANXI_TRY(logConsequences(cause, {*written}, rev));
    GUANXI_TRY(m_store.setHead(rev));
    return PushOutcome{{set.seq, PushStatus::Parked, rev, refusal.error.code, refusal.error.args, {conflict.id()}, {}}, rows};
}

Result<std::optional<ServerRow>> PushService::takenUp(const ChangeSet &set, const Author &author, ChangeApplier &applier)
{
    if (set.name != sync::ResubmitAction)
        return std::optional<ServerRow>();
    const Uuid id = Uuid::fromText(set.args[sync::TakesUp].toString()).value_or(Uuid());
    Result<std::optional<ServerRow>> row = m_store.row({Conflict::entity, id});
    if (!row || !row->has_value())
        return row;
    const Record &conflict = (*row)->record;
    const bool may = author.rights.may(Action::Edit, Conflict::entity, applier.place(conflict));
    return conflict[Conflict::state] == Conflict::Open && may ? row : std::optional<ServerRow>();
}

Result<std::optional<ServerRow>> PushService::openClash(const ChangeSet &set, const FieldClash &clash)
{
    const Entity &entity = m_store.catalogue().at(Conflict::entity);
    const Result<QList<ServerRow>> known = m_store.children(entity, *entity.field(Conflict::record.id), clash.record);
    if (!known)
        return known.error();
    for (const ServerRow &row : *known)
        if (row.record[Conflict::state] == Conflict::Open && row.record[Conflict::kind] == Conflict::EditEdit
            && row.record[Conflict::field] == qint64(clash.mine.field) && row.record[Conflict::mineBy] == set.user)
            return std::optional(row);
    return std::optional<ServerRow>();
}

Result<RecordChange> PushService::keepClash(const ChangeSet &set, const FieldClash &clash, ChangeApplier &applier, qint64 rev,
                                            QList<CommittedRow> &rows)
{
    const bool known = m_store.catalogue().at(clash.record.entity).field(clash.mine.field);
    const Result<std::optional<ServerRow>> open = known ? openClash(set, clash) : Result<std::optional<ServerRow>>(std::nullopt);
    if (!open)
        return open.error();
    // What its author wrote into the field before is in the history of the record that is open about it.
    Record conflict = open->has_value() ? (*open)->record
                                        : conflictRecord(set, known ? ConflictKind::EditEdit : ConflictKind::Schema, clash.record);
    if (!open->has_value()) {
        conflict.set(Conflict::field, qint64(clash.mine.field));
        conflict.set(Conflict::base, clash.mine.old ? valueToJson(*clash.mine.old) : QString());
    }
    // Who takes back what he wrote wants nothing any more: what stands may stand.
    if (open->has_value() && isUndo(set) && valueFromJson(conflict[Conflict::base]) == clash.mine.value) {
        conflict.set(Conflict::state, qint64(sync::ConflictState::Resolved));
        conflict.set(Conflict::resolution, qint64(sync::Resolution::Discarded));
        conflict.set(Conflict::resolvedBy, set.user);
        conflict.set(Conflict::resolvedAt, m_clock.wallMs());
        return writeConflict(*open, conflict, applier, rev, rows);
    }
    conflict.set(Conflict::mine, valueToJson(clash.mine.value));
    conflict.set(Conflict::mineAt, set.at);
    conflict.set(Conflict::theirs, valueToJson(clash.theirs));
    GUANXI_TRY(nameOther(conflict, {clash.theirsRev, clash.theirsUser}));
    return writeConflict(*open, conflict, applier, rev, rows);
}

Record PushService::conflictRecord(const ChangeSet &set, ConflictKind kind, const RecordRef &ref)
{
    Record conflict(m_store.catalogue().at(Conflict::entity), m_ids.next());
    conflict.set(Conflict::record, ref);
    conflict.set(Conflict::kind, qint64(kind));
    conflict.set(Conflict::mineBy, set.user);
    conflict.set(Conflict::mineAt, set.at);
    conflict.set(Conflict::state, qint64(sync::ConflictState::Open));
    conflict.setValue(system::Owner, set.user);
    conflict.setValue(system::CreatedAt, m_clock.wallMs());
    conflict.setValue(system::CreatedBy, set.user);
    conflict.setValue(system::UpdatedAt, m_clock.wallMs());
    return conflict;
}

Result<void> PushService::nameOther(Record &conflict, const ForeignChanges::Change &theirs)
{
    if (theirs.rev == 0)
        return {};
    const Result<std::optional<LogEntry>> entry = m_store.logAt(theirs.rev);
    if (!entry)
        return entry.error();
    conflict.set(Conflict::theirsRev, theirs.rev);
    conflict.set(Conflict::theirsBy, theirs.user);
    if (entry->has_value())
        conflict.set(Conflict::theirsAt, (*entry)->at);
    return {};
}

Result<RecordChange> PushService::writeConflict(const std::optional<ServerRow> &before, Record conflict, ChangeApplier &applier,
                                                qint64 rev, QList<CommittedRow> &rows)
{
    const Result<ScopeIds> scopes = m_store.scopeIds(scopesOf(conflict.entity(), applier.place(conflict)));
    if (!scopes)
        return scopes.error();
    conflict.setRev(rev);
    conflict.setValue(system::UpdatedAt, m_clock.wallMs());
    GUANXI_TRY(m_store.write(before, conflict, *scopes));
    rows.append({conflict, before ? before->scopes : ScopeIds(), *scopes});
    if (!before)
        return insertionOf(conflict);
    RecordChange change{ChangeKind::Update, conflict.ref(), before->record.rev(), {}};
    for (const Field &field : conflict.entity().fields())
        if (field.id != system::UpdatedAt && conflict.value(field.id) != before->record.value(field.id))
            change.fields.append({field.id, before->record.value(field.id), conflict.value(field.id), before->record.rev()});
    return change;
}

} // namespace guanxi::server
