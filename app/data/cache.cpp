// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/cache.h"

#include "common/model/codec.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "common/sync/merge.h"

namespace guanxi::app {

using namespace storage;
using namespace model;
using sync::FieldOutcome;
using sync::ScopeStreams;

namespace {

constexpr const char *Tables =
    // Server's version of rows that have changes of mine on top; row NULL: the server has none (that I may see).
    "CREATE TABLE IF NOT EXISTS base_row (entity INTEGER NOT NULL, id BLOB NOT NULL, row BLOB,"
    " PRIMARY KEY (entity, id)) WITHOUT ROWID;"
    // One entry per record of a saved change set; rev 0: not answered yet.
    "CREATE TABLE IF NOT EXISTS overlay (entity INTEGER NOT NULL, id BLOB NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL,"
    " rev INTEGER NOT NULL, inserts INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (entity, id, seq, part)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS overlay_by_seq ON overlay (seq);"
    "CREATE INDEX IF NOT EXISTS overlay_by_rev ON overlay (rev);";

QByteArray encodedRecord(const Record &record)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writeRecord(writer, record);
    return bytes;
}

Record decodedRecord(const QByteArray &bytes, const Catalogue &catalogue)
{
    CborReader reader(bytes);
    return readRecord(reader, catalogue);
}

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
    return record;
}

Cache::Cache(std::shared_ptr<Database> database, const Catalogue &catalogue)
    : m_database(std::move(database)), m_catalogue(catalogue),
      m_records(std::make_unique<RecordStore>(*m_database, catalogue, StoreKind::Cache))
{}

Result<std::unique_ptr<Cache>> Cache::open(const QString &path, const QByteArray &key, const Catalogue &catalogue)
{
    DatabaseOptions options;
    options.place = path;
    options.key = key;
    options.durability = Durability::Normal;
    Result<std::unique_ptr<Database>> database = Database::open(options);
    if (!database)
        return database.error();
    return open(std::shared_ptr<Database>(std::move(*database)), catalogue);
}

Result<std::unique_ptr<Cache>> Cache::open(std::shared_ptr<Database> database, const Catalogue &catalogue)
{
    GUANXI_TRY(ensureSchema(*database, catalogue, StoreKind::Cache));
    GUANXI_TRY(database->execute(Tables));
    std::unique_ptr<Cache> cache(new Cache(std::move(database), catalogue));
    GUANXI_TRY(cache->load());
    return cache;
}

Result<void> Cache::load()
{
    for (const auto &[key, read] : {std::pair{"applied_seq", &Cache::readAppliedSeq}, {"rights", &Cache::readRights}, {"streams", &Cache::readStreams}}) {
        const Result<std::optional<QByteArray>> stored = metaValue(*m_database, key);
        if (!stored)
            return stored.error();
        if (!stored->has_value())
            continue;
        CborReader reader(**stored);
        (this->*read)(reader);
        GUANXI_TRY(reader.result());
    }
    return {};
}

void Cache::readAppliedSeq(CborReader &reader) { m_appliedSeq = reader.integer(); }

void Cache::readRights(CborReader &reader)
{
    reader.enterArray();
    m_rightsVersion = reader.integer();
    m_rights = Rights::read(reader);
    reader.leave();
}

void Cache::readStreams(CborReader &reader)
{
    reader.enterArray();
    m_epoch = readId(reader);
    m_streams = ScopeStreams::read(reader);
    reader.leave();
}

Result<void> Cache::saveAppliedSeq()
{
    QByteArray bytes;
    QCborStreamWriter(&bytes).append(m_appliedSeq);
    return setMetaValue(*m_database, "applied_seq", bytes);
}

Result<void> Cache::saveRights()
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(2);
    writer.append(m_rightsVersion);
    m_rights.write(writer);
    writer.endArray();
    return setMetaValue(*m_database, "rights", bytes);
}

Result<void> Cache::saveStreams()
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(2);
    writer.appendByteString(m_epoch.view().data(), Uuid::Size);
    m_streams.write(writer);
    writer.endArray();
    return setMetaValue(*m_database, "streams", bytes);
}

Result<void> Cache::extendSchema()
{
    GUANXI_TRY(ensureSchema(*m_database, m_catalogue, StoreKind::Cache));
    m_records = std::make_unique<RecordStore>(*m_database, m_catalogue, StoreKind::Cache);
    return {};
}

Result<Cache::Touched> Cache::setRights(const Rights &rights, qint64 version, qint64 head)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    QSet<EntityId> reload;
    if (rights.projection() != m_rights.projection())
        GUANXI_TRY(emptyHiddenFields(rights, reload));
    const ScopeStreams before = m_streams;
    const std::pair rightsBefore(m_rights, m_rightsVersion);
    const QSet<ScopeKey> granted = rights.visibleScopes(m_catalogue);
    giveUpAndGrantAgain(reload, granted, head);
    m_rights = rights;
    m_rightsVersion = version;
    Result<void> saved = saveRights();
    if (saved)
        saved = saveStreams();
    if (saved)
        saved = transaction->commit();
    if (!saved) {
        m_streams = before;
        std::tie(m_rights, m_rightsVersion) = rightsBefore;
        return saved.error();
    }
    scrub();
    return Touched();
}

void Cache::giveUpAndGrantAgain(const QSet<EntityId> &entities, const QSet<ScopeKey> &granted, qint64 head)
{
    if (!entities.isEmpty()) {
        QSet<ScopeKey> kept = m_streams.granted();
        kept.removeIf([&](const ScopeKey &scope) { return entities.contains(scope.entity); });
        m_streams.setGranted(kept, head);
    }
    m_streams.setGranted(granted, head);
}

Result<void> Cache::readAgain(const QSet<EntityId> &entities, qint64 head)
{
    giveUpAndGrantAgain(entities, m_streams.granted(), head);
    return saveStreams();
}

Result<void> Cache::setEpoch(const Uuid &epoch, qint64 lastSeq)
{
    if (epoch == m_epoch)
        return {};
    const bool first = m_epoch.isNull();
    m_epoch = epoch;
    if (!first) {
        // Revisions of the lost timeline mean nothing here: read everything again from the beginning. What the server
        // still knows comes with it, what it lost is sent again.
        m_streams = ScopeStreams();
        GUANXI_TRY(Statement(*m_database, "UPDATE overlay SET rev = CASE WHEN seq <= ? THEN 1 ELSE 0 END WHERE rev > 0").bind(1, lastSeq).run());
    }
    return saveStreams();
}

Result<Cache::Touched> Cache::applyLocal(const ChangeSet &set)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Touched touched;
    int part = 0;
    for (const RecordChange &change : set.changes) {
        const Entity *entity = m_catalogue.entity(change.record.entity);
        if (!entity)
            continue;
        const Result<std::optional<StoredRecord>> visible = m_records->load(change.record);
        const Result<std::optional<std::optional<Record>>> base = baseRow(change.record);
        if (!visible || !base)
            return visible ? base.error() : visible.error();
        const std::optional<Record> before = visible->has_value() ? std::optional((*visible)->record) : std::nullopt;
        if (!base->has_value())
            GUANXI_TRY(setBaseRow(change.record, before));
        Statement overlay(*m_database, "INSERT OR REPLACE INTO overlay (entity, id, seq, part, rev, inserts, body) VALUES (?, ?, ?, ?, 0, ?, ?)");
        GUANXI_TRY(overlay.bindAll(qint64(change.record.entity), change.record.id, set.seq, part++, change.kind == ChangeKind::Insert,
                                   encodedChange(change)).run());
        if (const std::optional<Record> after = withChange(before, change, *entity)) {
            const Result<qint64> written = m_records->upsert(*after);
            if (!written)
                return written.error();
        }
        touched.insert(change.record);
    }
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

Result<Cache::Touched> Cache::settle(qint64 seq, qint64 rev)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Touched touched;
    // A parked change set is over: what the server has shows again; the conflict record holds mine.
    GUANXI_TRY(Statement(*m_database, "UPDATE overlay SET rev = ? WHERE seq = ?").bindAll(rev > 0 ? rev : -1, seq).run());
    GUANXI_TRY(dropPassed(touched));
    GUANXI_TRY(transaction->commit());
    return touched;
}

Result<void> Cache::dropPassed(Touched &touched)
{
    // While something still loads, a row may lie ahead of its own stream: the overlay stays until all is read.
    const qint64 passed = m_streams.isSettled() ? m_streams.cursor() : -1;
    Statement statement(*m_database, "SELECT seq, entity, id FROM overlay WHERE rev = -1 OR (rev > 0 AND rev <= ?)");
    statement.bind(1, passed);
    QList<std::pair<qint64, RecordRef>> overlays;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        overlays.append({statement.integer(0), {EntityId(statement.integer(1)), statement.uuid(2)}});
    }
    return liftOverlays(overlays, touched);
}

Result<void> Cache::liftOverlays(const QList<std::pair<qint64, RecordRef>> &overlays, Touched &touched)
{
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
    return {};
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

Result<std::optional<std::optional<Record>>> Cache::baseRow(const RecordRef &ref)
{
    using Answer = std::optional<std::optional<Record>>;
    Statement statement(*m_database, "SELECT row FROM base_row WHERE entity = ? AND id = ?");
    const Result<bool> row = statement.bindAll(qint64(ref.entity), ref.id).step();
    if (!row)
        return row.error();
    if (!*row)
        return Answer();
    const Answer answer = statement.isNull(0) ? Answer(std::in_place) : Answer(decodedRecord(statement.bytes(0), m_catalogue));
    statement.reset();
    return answer;
}

Result<void> Cache::setBaseRow(const RecordRef &ref, const std::optional<Record> &row)
{
    Statement statement(*m_database, "INSERT OR REPLACE INTO base_row (entity, id, row) VALUES (?, ?, ?)");
    statement.bind(1, qint64(ref.entity)).bind(2, ref.id);
    if (row)
        statement.bind(3, encodedRecord(*row));
    else
        statement.bindNull(3);
    GUANXI_TRY(statement.run());
    return {};
}

Result<qint64> Cache::baseOf(const RecordRef &ref, FieldId field, qint64 rowRev)
{
    Statement statement(*m_database, "SELECT body FROM overlay WHERE entity = ? AND id = ? ORDER BY seq, part");
    statement.bindAll(qint64(ref.entity), ref.id);
    qint64 base = rowRev;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return base;
        const Result<RecordChange> change = decodedChange(statement.bytes(0));
        if (!change)
            return change.error();
        if (const FieldChange *mine = change->field(field))
            base = std::min(base, mine->base);
        else if (change->kind == ChangeKind::Insert)
            base = 0;
    }
}

Result<QList<qint64>> Cache::insertsOf(const QSet<RecordRef> &refs)
{
    QList<qint64> seqs;
    for (const RecordRef &ref : refs) {
        Statement statement(*m_database, "SELECT seq FROM overlay WHERE entity = ? AND id = ? AND inserts = 1 AND rev = 0");
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
    Statement statement(*m_database, "SELECT 1 FROM overlay WHERE entity = ? AND id = ? AND rev = 0 LIMIT 1");
    const Result<bool> row = statement.bindAll(qint64(ref.entity), ref.id).step();
    statement.reset();
    return row;
}

Result<void> Cache::putRow(const Record &row, Touched &touched)
{
    const Result<std::optional<std::optional<Record>>> base = baseRow(row.ref());
    if (!base)
        return base.error();
    touched.insert(row.ref());
    if (base->has_value()) {
        GUANXI_TRY(setBaseRow(row.ref(), row));
        return rebuild(row.ref(), row, touched);
    }
    const Result<qint64> written = m_records->upsert(row);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> Cache::removeRow(const RecordRef &ref, Touched &touched)
{
    if (!m_catalogue.entity(ref.entity))
        return {};
    const Result<std::optional<std::optional<Record>>> base = baseRow(ref);
    if (!base)
        return base.error();
    touched.insert(ref);
    if (base->has_value()) {
        GUANXI_TRY(setBaseRow(ref, std::nullopt));
        return rebuild(ref, std::nullopt, touched);
    }
    const Result<bool> removed = m_records->remove(ref);
    return removed ? Result<void>() : Result<void>(removed.error());
}

Result<void> Cache::putRows(const QList<QByteArray> &upserts, const QList<RecordRef> &removes, Touched &touched)
{
    for (const QByteArray &bytes : upserts)
        if (const Record row = decodedRecord(bytes, m_catalogue); row.isValid())
            GUANXI_TRY(putRow(row, touched));
    for (const RecordRef &ref : removes)
        GUANXI_TRY(removeRow(ref, touched));
    m_scrubDue = m_scrubDue || !removes.isEmpty();
    return dropPassed(touched);
}

Result<Cache::Touched> Cache::applyPage(quint32 generation, const Page &page)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const ScopeStreams before = m_streams;
    if (!m_streams.apply(generation, page.cursor, page.loads, page.drops))
        return Touched();
    Touched touched;
    Result<void> done = putRows(page.upserts, page.removes, touched);
    if (done)
        done = saveStreams();
    if (done)
        done = transaction->commit();
    if (!done) {
        m_streams = before;
        return done.error();
    }
    if (m_streams.isSettled())
        scrub();
    return touched;
}

Result<std::optional<Cache::Touched>> Cache::applyLive(qint64 from, qint64 to, const QList<QByteArray> &upserts, const QList<RecordRef> &removes)
{
    const ScopeStreams before = m_streams;
    if (!m_streams.isSettled() || !m_streams.advance(from, to))
        return std::optional<Touched>();
    Result<Transaction> transaction = Transaction::begin(*m_database);
    Touched touched;
    Result<void> done = transaction ? putRows(upserts, removes, touched) : Result<void>(transaction.error());
    if (done)
        done = saveStreams();
    if (done)
        done = transaction->commit();
    if (!done) {
        m_streams = before;
        return done.error();
    }
    scrub();
    return std::optional(touched);
}

} // namespace guanxi::app
