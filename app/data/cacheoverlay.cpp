// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Cache that lays changes of its user on top of the server's rows, and takes them off again.
#include "app/data/cache.h"

#include "app/data/outbox.h"
#include "common/model/codec.h"
#include "common/rules/amounts.h"
#include "common/storage/gatheredwords.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "common/sync/merge.h"

namespace guanxi::app {

using namespace storage;
using namespace model;
using sync::FieldOutcome;

namespace {

/// One change as a change set of its own: the codec has one form for both.
QByteArray encodedChange(const RecordChange &change)
{
    ChangeSet set;
    set.changes = {change};
    return encodeChangeSet(set);
}

Result<RecordChange> decodedChange(const QByteArray &bytes)
{
    const Result<ChangeSet> set = decodeChangeSet(bytes);
    if (!set)
        return set.error();
    return set->changes.value(0);
}

/// Nothing for rows that never come to a desktop: the author of one tells the server, and holds none either.
const Entity *heldEntity(const Catalogue &catalogue, EntityId id)
{
    const Entity *entity = catalogue.entity(id);
    return entity && entity->scope.kind != ScopeRule::Kind::ServerOnly ? entity : nullptr;
}

/// Whether other fields follow from it.
bool isFactor(const Entity &entity, FieldId id)
{
    return std::any_of(entity.fields().begin(), entity.fields().end(), [&](const Field &field) {
        return field.formula.kind == Formula::Kind::Net || field.formula.a == id || field.formula.b == id;
    });
}

/// The fields that are enough to lay the change on top, its words among them; none: the whole row.
std::vector<FieldId> onlyChanged(const RecordChange &change, const Entity &entity)
{
    std::vector<FieldId> fields;
    if (change.kind == ChangeKind::Delete || change.kind == ChangeKind::Restore)
        for (const Field &field : entity.fields())
            if (field.search != Search::None)
                fields.push_back(field.id);
    if (change.kind != ChangeKind::Update)
        return fields;
    for (const FieldChange &field : change.fields) {
        const Field *declared = entity.field(field.field);
        if (!declared)
            continue;
        if (declared->search != Search::None || isFactor(entity, field.field))
            return {};
        fields.push_back(field.field);
    }
    return fields;
}

} // namespace

std::optional<Record> withChange(const std::optional<Record> &base, const RecordChange &change, const Entity &entity)
{
    if (!base && change.kind != ChangeKind::Insert)
        return std::nullopt; // not visible here any more; the server decides what becomes of it
    Record record = base ? *base : Record(entity, change.record.id);
    if (change.kind == ChangeKind::Delete || change.kind == ChangeKind::Restore) {
        record.setDeleted(change.kind == ChangeKind::Delete);
        return record;
    }
    for (const FieldChange &field : change.fields) {
        const Field *declared = entity.field(field.field);
        if (!declared)
            continue;
        const Value &stored = record.value(field.field);
        const bool moved = field.old && stored != *field.old;
        const sync::FieldMerge merge = sync::mergeField(*declared, field, stored, moved, false);
        // What only the server fills is predicted too, so that the author sees what will be.
        const bool mine = merge.outcome == FieldOutcome::Conflict || declared->merge == MergePolicy::Server;
        record.setValue(field.field, mine ? field.value : merge.value);
    }
    rules::computeFields(record, base.value_or(Record()));
    return record;
}

Result<Cache::Touched> Cache::catchUp(Outbox &outbox)
{
    if (m_caughtUp)
        return Touched();
    const Turn turn(m_turns, Turns::Who::Patient);
    const Result<QList<OutboxEntry>> missing = outbox.after(m_appliedSeq);
    if (!missing)
        return missing.error();
    Touched touched;
    for (const OutboxEntry &entry : *missing) {
        // What the server has taken comes back with the pull; only what it has not seen must be laid on top.
        if (entry.state != OutboxState::Unsent && entry.state != OutboxState::Held)
            continue;
        const Result<Touched> laid = layOnTop(entry.set);
        if (!laid)
            return laid;
        touched += *laid;
    }
    m_caughtUp = true;
    return touched;
}

Result<Cache::Touched> Cache::applyLocal(const ChangeSet &set)
{
    const Turn turn(m_turns, Turns::Who::Urgent);
    Result<Touched> touched = layOnTop(set);
    if (!touched)
        m_caughtUp = false;
    return touched;
}

Result<Cache::Touched> Cache::layOnTop(const ChangeSet &set)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    GatheredWords words(*m_records);
    Touched touched;
    int part = 0;
    for (const RecordChange &change : set.changes) {
        if (!heldEntity(m_catalogue, change.record.entity))
            continue;
        const Result<std::optional<StoredRecord>> before = lay(change, set.seq, part++);
        if (!before)
            return before.error();
        GUANXI_TRY(show(*before, change));
        touched.insert(change.record);
    }
    GUANXI_TRY(words.write());
    const qint64 applied = std::exchange(m_appliedSeq, std::max(m_appliedSeq, set.seq));
    Result<void> saved = saveAppliedSeq();
    if (saved)
        saved = transaction->commit();
    if (!saved) {
        m_appliedSeq = applied;
        return saved.error();
    }
    return touched;
}

Result<void> Cache::together(const std::function<Result<void>()> &work)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    GatheredWords words(*m_records);
    const qint64 applied = m_appliedSeq;
    Result<void> done = work();
    if (done)
        done = words.write();
    if (done)
        done = transaction->commit();
    if (!done) {
        m_appliedSeq = applied;
        m_caughtUp = false;
    }
    return done;
}

Result<std::optional<StoredRecord>> Cache::lay(const RecordChange &change, qint64 seq, int part)
{
    const Result<bool> covered = isCovered(change.record);
    if (!covered)
        return covered.error();
    Result<std::optional<StoredRecord>> before = storedRow(change.record, *covered ? onlyChanged(change, m_catalogue.at(change.record.entity))
                                                                                   : std::vector<FieldId>());
    if (!before)
        return before;
    if (!*covered)
        GUANXI_TRY(setBaseRow(change.record, *before ? std::optional((*before)->record) : std::nullopt));
    Statement overlay(*m_database, "INSERT OR REPLACE INTO overlay (entity, id, seq, part, rev, inserts, body) VALUES (?, ?, ?, ?, 0, ?, ?)");
    GUANXI_TRY(overlay.bindAll(qint64(change.record.entity), change.record.id, seq, part, change.kind == ChangeKind::Insert,
                               encodedChange(change)).run());
    return before;
}

Result<void> Cache::show(const std::optional<StoredRecord> &before, const RecordChange &change)
{
    const std::optional<Record> after =
        withChange(before ? std::optional(before->record) : std::nullopt, change, m_catalogue.at(change.record.entity));
    if (!after)
        return {};
    const Result<qint64> written = before ? m_records->replace(*before, *after) : m_records->insert(*after);
    return written ? Result<void>() : written.error();
}

Result<void> Cache::layAgain(const ChangeSet &set)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    int part = 0;
    for (const RecordChange &change : set.changes)
        if (heldEntity(m_catalogue, change.record.entity))
            GUANXI_TRY(lay(change, set.seq, part++));
    return transaction->commit();
}

Result<Cache::Touched> Cache::settle(const QList<Settled> &sets)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Touched touched;
    // A parked change set is over: what the server has shows again; the conflict record holds mine.
    Statement statement(*m_database, "UPDATE overlay SET rev = ? WHERE seq = ?");
    for (const Settled &set : sets)
        GUANXI_TRY(statement.bindAll(set.rev > 0 ? set.rev : -1, set.seq).run());
    GUANXI_TRY(dropPassed(touched));
    GUANXI_TRY(transaction->commit());
    return touched;
}

Result<QList<qint64>> Cache::unsettled()
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Statement statement(*m_database, "SELECT DISTINCT seq FROM overlay WHERE rev = 0 ORDER BY seq");
    QList<qint64> seqs;
    GUANXI_TRY(statement.each([&](const Statement &row) { seqs.append(row.integer(0)); }));
    return seqs;
}

Result<void> Cache::dropPassed(Touched &touched)
{
    // While something still loads, a row may lie ahead of its own stream: the overlay stays until all is read.
    const qint64 passed = m_streams.isSettled() && !m_comparison ? m_streams.cursor() : -1;
    // The first condition is that of the index.
    Statement statement(*m_database, "SELECT seq, entity, id FROM overlay WHERE rev <> 0 AND rev <= ?");
    statement.bind(1, passed);
    QList<std::pair<qint64, RecordRef>> overlays;
    GUANXI_TRY(statement.each([&](const Statement &row) { overlays.append({row.integer(0), {EntityId(row.integer(1)), row.uuid(2)}}); }));
    return liftOverlays(overlays, touched);
}

Result<void> Cache::liftOverlays(const QList<std::pair<qint64, RecordRef>> &overlays, Touched &touched)
{
    GatheredWords words(*m_records);
    QSet<RecordRef> refs;
    for (const auto &[seq, ref] : overlays) {
        Statement remove(*m_database, "DELETE FROM overlay WHERE entity = ? AND id = ? AND seq = ?");
        GUANXI_TRY(remove.bindAll(qint64(ref.entity), ref.id, seq).run());
        refs.insert(ref);
    }
    for (const RecordRef &ref : refs) {
        const Result<std::optional<std::optional<Record>>> base = baseRow(ref);
        if (!base)
            return base.error();
        if (base->has_value())
            GUANXI_TRY(rebuild(ref, **base, touched));
    }
    return words.write();
}

Result<void> Cache::rebuild(const RecordRef &ref, const std::optional<Record> &base, Touched &touched)
{
    const Entity &entity = m_catalogue.at(ref.entity);
    Statement statement(*m_database, "SELECT body FROM overlay WHERE entity = ? AND id = ? ORDER BY seq, part");
    statement.bindAll(qint64(ref.entity), ref.id);
    std::optional<Record> visible = base;
    bool pending = false;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const Result<RecordChange> change = decodedChange(statement.bytes(0));
        if (!change)
            return change.error();
        visible = withChange(visible, *change, entity);
        pending = true;
    }
    if (visible) {
        const Result<qint64> written = m_records->upsert(*visible);
        if (!written)
            return written.error();
    } else if (const Result<bool> removed = m_records->remove(ref); !removed) {
        return removed.error();
    }
    touched.insert(ref);
    if (pending)
        return {};
    GUANXI_TRY(Statement(*m_database, "DELETE FROM base_row WHERE entity = ? AND id = ?").bindAll(qint64(ref.entity), ref.id).run());
    return {};
}

Result<bool> Cache::isCovered(const RecordRef &ref)
{
    Statement statement(*m_database, "SELECT 1 FROM base_row WHERE entity = ? AND id = ?");
    const Result<std::optional<qint64>> row = statement.bindAll(qint64(ref.entity), ref.id).single();
    return row ? Result<bool>(row->has_value()) : row.error();
}

Result<std::optional<std::optional<Record>>> Cache::baseRow(const RecordRef &ref)
{
    using Answer = std::optional<std::optional<Record>>;
    Statement statement(*m_database, "SELECT row FROM base_row WHERE entity = ? AND id = ?");
    const Result<bool> row = statement.bindAll(qint64(ref.entity), ref.id).step();
    if (!row)
        return row.error();
    if (!*row)
        return Answer();
    const Answer answer = statement.isNull(0) ? Answer(std::in_place) : Answer(decodeRecord(statement.bytes(0), m_catalogue));
    statement.reset();
    return answer;
}

Result<void> Cache::setBaseRow(const RecordRef &ref, const std::optional<Record> &row)
{
    Statement statement(*m_database, "INSERT OR REPLACE INTO base_row (entity, id, row) VALUES (?, ?, ?)");
    statement.bind(1, qint64(ref.entity)).bind(2, ref.id);
    if (row)
        statement.bind(3, encodeRecord(*row));
    else
        statement.bindNull(3);
    GUANXI_TRY(statement.run());
    return {};
}

Result<void> Cache::setBackBases(RecordChange &change)
{
    if (change.fields.isEmpty() || change.kind == ChangeKind::Insert)
        return {};
    const Turn turn(m_turns, Turns::Who::Urgent);
    const RecordRef &ref = change.record;
    // What stands in a field this copy has only got to know, nobody here has seen.
    if (m_comparison && m_comparison->left.contains(ref.entity))
        for (FieldChange &field : change.fields)
            if (m_comparison->grown.fields(ref.entity).contains(field.field))
                field.base = 0;
    Statement statement(*m_database, "SELECT body FROM overlay WHERE entity = ? AND id = ? ORDER BY seq, part");
    statement.bindAll(qint64(ref.entity), ref.id);
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const Result<RecordChange> earlier = decodedChange(statement.bytes(0));
        if (!earlier)
            return earlier.error();
        for (FieldChange &field : change.fields)
            if (const FieldChange *mine = earlier->field(field.field))
                field.base = std::min(field.base, mine->base);
            else if (earlier->kind == ChangeKind::Insert)
                field.base = 0;
    }
}

Result<QList<qint64>> Cache::insertsOf(const QSet<RecordRef> &refs)
{
    const Turn turn(m_turns, Turns::Who::Urgent);
    QList<qint64> seqs;
    Statement statement(*m_database, "SELECT seq FROM overlay WHERE entity = ? AND id = ? AND inserts = 1 AND rev = 0");
    for (const RecordRef &ref : refs) {
        const Result<bool> row = statement.bindAll(qint64(ref.entity), ref.id).step();
        if (!row)
            return row.error();
        if (*row && !seqs.contains(statement.integer(0)))
            seqs.append(statement.integer(0));
        statement.reset();
    }
    std::sort(seqs.begin(), seqs.end());
    return seqs;
}

Result<bool> Cache::isPending(const RecordRef &ref)
{
    const Turn turn(m_turns, Turns::Who::Urgent);
    Statement statement(*m_database, "SELECT 1 FROM overlay WHERE entity = ? AND id = ? AND rev = 0 LIMIT 1");
    const Result<bool> row = statement.bindAll(qint64(ref.entity), ref.id).step();
    statement.reset();
    return row;
}

} // namespace guanxi::app
