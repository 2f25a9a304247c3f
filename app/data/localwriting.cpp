// SPDX-License-Identifier: GPL-3.0-or-later
// What changes something: saving, deleting, steps, undo. Each becomes a change set: outbox first, then cache.
#include "app/data/localrecords.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/rules/normalise.h"
#include "common/rules/related.h"
#include "common/rules/statemachine.h"
#include "common/storage/transaction.h"
#include "common/sync/parkedset.h"

namespace guanxi::app {

using namespace model;
using storage::Transaction;

namespace {

constexpr qsizetype UndoDepth = 100;
constexpr int MostRefused = 500; // looked at for each change of a conflict

} // namespace

Result<Saved> LocalRecords::save(const Record &record) { return saveAll({record}, QStringLiteral("save")); }

Result<Saved> LocalRecords::saveAll(const QList<Record> &records, const QString &action)
{
    QList<Edit> edits;
    for (const Record &record : records)
        edits.append(editOf(record));
    Result<QList<RecordChange>> changes = changesFor(edits);
    if (!changes)
        return changes.error();
    return changes->isEmpty() ? Saved() : commitParts(*changes, action, {});
}

Result<QList<RecordChange>> LocalRecords::changesFor(const QList<Edit> &edits) const
{
    // One lock on the file, not one for each field.
    const auto reading = Transaction::begin(m_view.database(), Transaction::Kind::Read);
    if (!reading)
        return reading.error();
    QList<RecordChange> changes;
    for (const Edit &edit : edits) {
        if (edit.before.isValid() && edit.before.isDeleted() != edit.after.isDeleted()) {
            const Result<RecordChange> turned = turnOf(edit.before);
            if (!turned)
                return turned.error();
            changes.append(*turned);
        }
        if (edit.after.isDeleted())
            continue;
        const Result<Edit> stepped = withStep(edit);
        if (!stepped)
            return stepped.error();
        if (const QList<std::pair<FieldId, Error>> errors = check(*stepped); !errors.isEmpty())
            return errors.first().second;
        const Result<RecordChange> change = changeFor(*stepped);
        if (!change)
            return change.error();
        if (change->kind == ChangeKind::Insert || !change->fields.isEmpty())
            changes.append(*change);
    }
    foretell(changes);
    return changes;
}

Result<Saved> LocalRecords::resubmit(const QList<RecordChange> &changes, const Record &closed)
{
    QList<RecordChange> all = changes;
    for (RecordChange &change : all) {
        const Entity *entity = m_catalogue.entity(change.record.entity);
        if (!entity)
            return Error{ErrorCode::NotFound, {QString::number(change.record.entity), change.record.id.text()}};
        for (FieldChange &field : change.fields) {
            const Field *declared = entity->field(field.field);
            const Result<Value> value = declared ? rules::normalise(*declared, field.value) : Result<Value>(field.value);
            if (!value)
                return value.error();
            field.value = *value;
        }
    }
    if (!closed.isValid())
        return commitParts(all, QStringLiteral("save"), {});
    const Result<RecordChange> closing = changeFor(editOf(closed));
    if (!closing)
        return closing.error();
    all.append(*closing);
    return commitParts(all, sync::ResubmitAction, {{sync::TakesUp, closed.id().text()}});
}

Result<RecordChange> LocalRecords::changeFor(const Edit &edit) const
{
    const auto &[before, after] = edit;
    const Entity &entity = after.entity();
    RecordChange change{before.isValid() ? ChangeKind::Update : ChangeKind::Insert, after.ref(), before.rev(), {}};
    if (before.isValid() ? !may(Action::Edit, before) : !mayMake(after))
        return Error{ErrorCode::NotAllowed, {entity.name, before.isValid() ? QStringLiteral("edit") : QStringLiteral("create")}};
    for (const Field &field : entity.fields()) {
        const Value &old = before.value(field.id);
        if (after.value(field.id) == old || field.computed != Computed::No)
            continue;
        // Of a field that is not shown nobody can say what his value replaces.
        if (field.isEditable() && rights().fieldRight(entity, field) != FieldRight::Write) {
            if (change.kind == ChangeKind::Insert)
                continue;
            return Error{ErrorCode::NotAllowed, {entity.name, field.name}};
        }
        const Result<Value> value = rules::normalise(field, after.value(field.id));
        if (!value)
            return value.error();
        change.fields.append({field.id, old, *value, before.rev()});
    }
    return change;
}

Result<void> LocalRecords::note(const Departure &departure)
{
    const Entity &entity = m_catalogue.at(AuditEvent::entity);
    RecordChange told{ChangeKind::Insert, {}, 0, {}};
    const Record event = departure.event(entity, m_ids.next(), me(), m_clock.wallMs());
    told.record = event.ref();
    for (const Field &field : entity.fields())
        if (const Value &value = event.value(field.id); !value.isNull())
            told.fields.append({field.id, {}, value, 0});
    ChangeSet set = begin(NoticeName, {}, 1);
    set.part = 1;
    set.changes = {told};
    const Result<Saved> saved = commit(set);
    return saved ? Result<void>() : Result<void>(saved.error());
}

Result<Saved> LocalRecords::remove(const QList<RecordRef> &refs) { return removeOrRestore(refs, true); }
Result<Saved> LocalRecords::restore(const QList<RecordRef> &refs) { return removeOrRestore(refs, false); }

Result<RecordChange> LocalRecords::turnOf(const Record &before) const
{
    if (!may(Action::Delete, before))
        return Error{ErrorCode::NotAllowed, {before.entity().name, QStringLiteral("delete")}};
    GUANXI_TRY(rules::checkLineLock(before, {}, [this](const RecordRef &ref) { return lookup(ref); }));
    return RecordChange{before.isDeleted() ? ChangeKind::Restore : ChangeKind::Delete, before.ref(), before.rev(), {}};
}

Result<Saved> LocalRecords::removeOrRestore(const QList<RecordRef> &refs, bool deleting)
{
    QList<RecordChange> changes;
    for (const RecordRef &ref : refs) {
        const Result<Record> record = load(ref);
        if (!record)
            return record.error();
        const Result<RecordChange> turn = turnOf(*record);
        if (!turn)
            return turn.error();
        if (record->isDeleted() != deleting)
            changes.append(*turn);
    }
    if (changes.isEmpty())
        return Saved();
    foretell(changes);
    return commitParts(changes, deleting ? QStringLiteral("delete") : QStringLiteral("restore"), {});
}

QList<const Transition *> LocalRecords::transitions(const Record &record) const
{
    const StateMachine &machine = record.entity().machine;
    QList<const Transition *> possible;
    if (machine.isEmpty() || record.isDeleted())
        return possible;
    for (const Transition *transition : machine.leaving(int(record.value(machine.field).number())))
        if (!transition->automatic && !transition->byCommand && may(transition->approves ? Action::Approve : Action::Edit, record))
            possible.append(transition);
    return possible;
}

Result<void> LocalRecords::checkStep(const Record &record, int id) const
{
    const Transition *transition = record.entity().machine.transition(id);
    if (!transition)
        return Error{ErrorCode::NotFound, {record.entity().name, QString::number(id)}};
    return rules::checkPossible(record, *transition, rights(), placeOf(record), surroundings());
}

Result<Saved> LocalRecords::transition(const Record &record, int id)
{
    const StateMachine &machine = record.entity().machine;
    const Transition *transition = machine.transition(id);
    const Record before = lookup(record.ref());
    if (!transition || !before.isValid())
        return Error{ErrorCode::NotFound, {record.entity().name, QString::number(id)}};
    Record after = record;
    after.setValue(machine.field, transition->to);
    const Result<Edit> stepped = withStep({before, after}, id);
    if (!stepped)
        return stepped.error();
    if (const QList<std::pair<FieldId, Error>> errors = check(*stepped); !errors.isEmpty())
        return errors.first().second;
    const Result<RecordChange> change = changeFor(*stepped);
    if (!change)
        return change.error();
    QList<RecordChange> changes{*change};
    foretell(changes);
    return commitParts(changes, QStringLiteral("transition"), {{QStringLiteral("transition"), id}});
}

Result<LocalRecords::Edit> LocalRecords::withStep(const Edit &edit, int wanted) const
{
    const auto &[before, after] = edit;
    const StateMachine &machine = after.entity().machine;
    if (machine.isEmpty() || !before.isValid())
        return edit;
    const Result<const Transition *> legal = rules::checkTransition(after.entity(), before, after, rights(), placeOf(before), surroundings(), wanted);
    if (!legal)
        return legal.error();
    Edit stepped = edit;
    rules::applyEffects(stepped.after, **legal, me(), m_clock.wallMs());
    rules::followOutcome(before, stepped.after, surroundings());
    return stepped;
}

Result<void> LocalRecords::closeDecided()
{
    const Result<QList<OutboxEntry>> refused = m_outbox.entries(OutboxState::Parked, MostRefused);
    if (!refused)
        return refused.error();
    for (const OutboxEntry &entry : *refused) {
        const Record conflict = lookup({Conflict::entity, entry.conflicts.value(0)});
        if (conflict.isValid() && conflict[Conflict::state] != Conflict::Open)
            GUANXI_TRY(m_outbox.close(entry.set.seq));
    }
    return {};
}

Result<Saved> LocalRecords::commitParts(const QList<RecordChange> &changes, const QString &name, const QJsonObject &args)
{
    sync::Parts parts(m_catalogue);
    parts.add(changes);
    ChangeSet set = begin(name, args, int(parts.count()));
    Result<Saved> saved = Saved();
    while (saved && !parts.isEmpty()) {
        takeNext(set, parts);
        saved = commit(set);
    }
    if (saved)
        offerUndo(set.action);
    return saved;
}

ChangeSet LocalRecords::begin(const QString &name, const QJsonObject &args, int parts)
{
    ChangeSet set;
    set.action = m_ids.next();
    set.name = name;
    set.args = args;
    // A notice is strict: a server that does not know it yet gets all of it later.
    set.strict = name == UndoName || name == NoticeName || name == QLatin1String("restore") || name == QLatin1String("resolve");
    set.parts = parts;
    set.part = 0;
    return set;
}

void LocalRecords::takeNext(ChangeSet &set, sync::Parts &parts)
{
    set.changes = parts.takeFirst();
    ++set.part;
}

void LocalRecords::offerUndo(const Uuid &action)
{
    m_undoable.append(action);
    if (m_undoable.size() > UndoDepth)
        m_undoable.removeFirst();
}

Result<Saved> LocalRecords::commit(ChangeSet set)
{
    const Result<QSet<RecordRef>> touched = write(set);
    if (!touched)
        return touched.error();
    wrote(*touched);
    return Saved{set.seq, set.action};
}

Result<QSet<RecordRef>> LocalRecords::write(ChangeSet &set) const
{
    // In one turn: the answer of a quick server must not come before the change is in the cache.
    const Turn turn(m_cache.turns(), Turns::Who::Urgent);
    const Result<Cache::Touched> earlier = m_cache.catchUp(m_outbox);
    const Result<QList<qint64>> dependencies = this->dependencies(set);
    if (!dependencies)
        return dependencies.error();
    set.replica = m_outbox.identity().replica;
    set.user = me();
    set.at = m_clock.wallMs();
    set.schema = m_catalogue.version();
    set.dependsOn = *dependencies;
    QSet<RecordRef> refs;
    for (const RecordChange &change : set.changes)
        refs.insert(change.record);
    for (RecordChange &change : set.changes)
        GUANXI_TRY(m_cache.setBackBases(change));
    GUANXI_TRY(m_outbox.append(set));
    // From here on it is saved; a cache that cannot follow catches up with the outbox.
    const Result<Cache::Touched> touched = earlier ? m_cache.applyLocal(set) : earlier.error();
    return touched ? *touched + *earlier : refs;
}

Result<QSet<RecordRef>> LocalRecords::writeAll(QList<ChangeSet> &sets) const
{
    QSet<RecordRef> touched;
    Result<void> saved;
    for (qsizetype at = 0; saved && at < sets.size();) {
        const Turn turn(m_cache.turns(), Turns::Who::Urgent);
        const qsizetype first = at;
        const Result<void> shown = m_cache.together([&]() -> Result<void> {
            do {
                const Result<QSet<RecordRef>> written = write(sets[at++]);
                if (written)
                    touched += *written;
                else
                    saved = written.error();
            } while (saved && at < sets.size() && m_cache.turns().waiting() == 0);
            return {};
        });
        // What was saved and cannot be shown now is saved all the same.
        if (!shown && at == first)
            saved = shown.error();
    }
    return saved ? Result<QSet<RecordRef>>(touched) : saved.error();
}

void LocalRecords::wrote(const QSet<RecordRef> &records)
{
    Q_EMIT appended();
    synced(records);
}

Result<QList<qint64>> LocalRecords::dependencies(const ChangeSet &set) const
{
    QSet<RecordRef> refs;
    if (set.name == NoticeName)
        return QList<qint64>(); // it happened, whatever becomes of the record
    for (const RecordChange &change : set.changes) {
        refs.insert(change.record);
        const Entity &entity = m_catalogue.at(change.record.entity);
        for (const FieldChange &field : change.fields) {
            const Field *declared = entity.field(field.field);
            if (const RecordRef *any = field.value.get<RecordRef>())
                refs.insert(*any);
            else if (declared && declared->isReference() && !field.value.isNull())
                refs.insert({declared->targets.first(), field.value.id()});
        }
    }
    return m_cache.insertsOf(refs);
}

} // namespace guanxi::app
