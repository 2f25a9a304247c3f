// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/cache.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/storage/gatheredwords.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"

namespace guanxi::app {

using namespace storage;
using namespace model;
using sync::ScopeStreams;

namespace {

constexpr const char *Tables =
    // Server's version of rows that have changes of mine on top; row NULL: the server has none (that I may see).
    "CREATE TABLE IF NOT EXISTS base_row (entity INTEGER NOT NULL, id BLOB NOT NULL, row BLOB,"
    " PRIMARY KEY (entity, id)) WITHOUT ROWID;"
    // One entry per record of a saved change set; rev 0: not answered yet.
    "CREATE TABLE IF NOT EXISTS overlay (entity INTEGER NOT NULL, id BLOB NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL,"
    " rev INTEGER NOT NULL, inserts INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (entity, id, seq, part)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS overlay_by_seq ON overlay (seq, rev);"
    "CREATE INDEX IF NOT EXISTS overlay_by_rev ON overlay (rev) WHERE rev <> 0;";

/// A conflict about a record or field that is not to be seen any more: what stood in it leaves with this version.
bool hidesOthersValue(const Record &row)
{
    return row.entity().id == Conflict::entity && row[Conflict::field] != 0 && row.isNull(Conflict::theirs);
}

} // namespace

Cache::Cache(std::shared_ptr<Database> database, const Catalogue &catalogue)
    : m_database(std::move(database)), m_catalogue(catalogue),
      m_records(std::make_unique<RecordStore>(*m_database, catalogue, StoreKind::Cache)), m_history(*m_database)
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
    GUANXI_TRY(cache->m_history.createTables());
    GUANXI_TRY(cache->load());
    GUANXI_TRY(cache->readUnbuilt());
    const Result<bool> grown = cache->noteFields();
    if (!grown)
        return grown.error();
    return cache;
}

Result<void> Cache::load()
{
    for (const auto &[key, read] : {std::pair{"applied_seq", &Cache::readAppliedSeq}, {"rights", &Cache::readRights},
                                    {"streams", &Cache::readStreams}, {"must_forget", &Cache::readForgetting}, {"comparison", &Cache::readComparison}}) {
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

void Cache::readForgetting(CborReader &reader) { m_mustForget = reader.integer() != 0; }

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
    CborWriter(&bytes).append(m_appliedSeq);
    return setMetaValue(*m_database, "applied_seq", bytes);
}

Result<void> Cache::saveRights()
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writer.startArray(2);
    writer.append(m_rightsVersion);
    m_rights.write(writer);
    return setMetaValue(*m_database, "rights", bytes);
}

Result<void> Cache::saveStreams()
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writer.startArray(2);
    writer.appendByteString(m_epoch.view().data(), Uuid::Size);
    m_streams.write(writer);
    return setMetaValue(*m_database, "streams", bytes);
}

Result<void> Cache::extendSchema()
{
    GUANXI_TRY(ensureSchema(*m_database, m_catalogue, StoreKind::Cache));
    m_records = std::make_unique<RecordStore>(*m_database, m_catalogue, StoreKind::Cache);
    return {};
}

Result<bool> Cache::setRights(const Rights &rights, qint64 version, qint64 head)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    const QSet<ScopeKey> granted = rights.visibleScopes(m_catalogue);
    if (version == m_rightsVersion && granted == m_streams.granted())
        return false;
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    QSet<EntityId> reload;
    if (rights.projection() != m_rights.projection())
        GUANXI_TRY(emptyHiddenFields(rights, reload));
    GUANXI_TRY(emptyForeignWork(rights, reload));
    GUANXI_TRY(readConflictsAgain(granted, reload));
    GUANXI_TRY(forgetRevisions(reload));
    const ScopeStreams before = m_streams;
    const std::pair rightsBefore(m_rights, m_rightsVersion);
    giveUpAndGrantAgain(reload, granted, head);
    m_rights = rights;
    m_rightsVersion = version;
    const std::optional<Comparison> comparison = m_comparison;
    Result<void> saved = saveRights();
    if (saved)
        saved = saveStreams();
    // What was compared by other rights is to be compared once more.
    if (saved && m_comparison)
        saved = beginComparison(m_comparison->reason, m_comparison->from, m_comparison->restoredAt);
    if (saved)
        saved = transaction->commit();
    if (!saved) {
        m_streams = before;
        m_comparison = comparison;
        std::tie(m_rights, m_rightsVersion) = rightsBefore;
        return saved.error();
    }
    return true;
}

Result<void> Cache::forgetRevisions(const QSet<EntityId> &entities)
{
    // Until such a row has been read again, nobody here has seen what stands in its new fields: a change that named the
    // old revision would overwrite it unseen. Below zero it is still known to a comparison with a restored server.
    for (EntityId id : entities)
        if (const Entity *entity = m_catalogue.entity(id)) {
            GUANXI_TRY(m_history.forget(id)); // it comes again with the rows, by the rights of now
            GUANXI_TRY(m_database->execute("UPDATE " + tableName(*entity) + " SET rev = -rev WHERE rev > 0"));
            GUANXI_TRY(forgetBaseRevisions(id));
        }
    return {};
}

Result<void> Cache::forgetBaseRevisions(EntityId entity)
{
    QList<Record> rows;
    Statement statement(*m_database, "SELECT row FROM base_row WHERE entity = ? AND row IS NOT NULL");
    statement.bind(1, qint64(entity));
    GUANXI_TRY(statement.each([&](const Statement &row) { rows.append(decodeRecord(row.bytes(0), m_catalogue)); }));
    for (Record &row : rows)
        if (row.isValid() && row.rev() > 0) {
            row.setRev(-row.rev());
            GUANXI_TRY(setBaseRow(row.ref(), row));
        }
    return {};
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

Result<void> Cache::setEpoch(const Uuid &epoch, qint64 lastSeq, qint64 restoredAt, qint64 head)
{
    if (epoch == m_epoch)
        return {};
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const Uuid before = std::exchange(m_epoch, epoch);
    const std::optional<Comparison> comparison = m_comparison;
    Result<void> done = saveStreams();
    if (done && !before.isNull()) {
        GUANXI_TRY(m_history.forgetAfter(restoredAt));
        // Revisions of the lost timeline mean nothing any more. What the server knows of mine shows with its rows.
        Statement answered(*m_database, "UPDATE overlay SET rev = CASE WHEN seq <= ? THEN 1 ELSE 0 END WHERE rev <> 0 AND rev > 0");
        const Result<qint64> changed = answered.bind(1, lastSeq).run();
        done = changed ? beginComparison(Comparison::Reason::Restored, head, restoredAt) : Result<void>(changed.error());
    }
    if (done)
        done = transaction->commit();
    if (!done) {
        m_epoch = before;
        m_comparison = comparison;
    }
    return done;
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
    GUANXI_TRY(m_history.forget(ref));
    if (base->has_value()) {
        GUANXI_TRY(setBaseRow(ref, std::nullopt));
        return rebuild(ref, std::nullopt, touched);
    }
    const Result<bool> removed = m_records->remove(ref);
    return removed ? Result<void>() : Result<void>(removed.error());
}

Result<void> Cache::takeRows(Rows kind, const QList<QByteArray> &upserts, const QList<RecordRef> &removes,
                             const QList<protocol::HistoryEntry> &history, Touched &touched)
{
    std::map<EntityId, QList<Record>> rows;
    QHash<RecordRef, qint64> revisions;
    bool leaves = !removes.isEmpty();
    for (const QByteArray &bytes : upserts)
        if (Record row = decodeRecord(bytes, m_catalogue); row.isValid()) {
            leaves |= hidesOthersValue(row);
            revisions.insert(row.ref(), row.rev());
            rows[row.entity().id].append(std::move(row));
        }
    if (kind == Rows::Loaded)
        GUANXI_TRY(loadRows(rows, touched));
    GatheredWords words(*m_records);
    if (kind == Rows::Changed)
        for (const auto &[entity, of] : rows)
            GUANXI_TRY(putEach(of, touched));
    for (const RecordRef &ref : removes)
        GUANXI_TRY(removeRow(ref, touched));
    GUANXI_TRY(words.write());
    if (leaves)
        GUANXI_TRY(noteForgetting());
    GUANXI_TRY(m_history.take(history, revisions, m_catalogue));
    return dropPassed(touched);
}

Result<Cache::Touched> Cache::applyPage(quint32 generation, const Page &page)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const ScopeStreams before = m_streams;
    if (!m_streams.apply(generation, page.cursor, page.loads, page.drops))
        return Touched();
    Touched touched;
    Result<void> done = takeRows(page.loads.isEmpty() ? Rows::Changed : Rows::Loaded, page.upserts, page.removes, page.history, touched);
    if (done)
        done = saveStreams();
    if (done)
        done = transaction->commit();
    if (!done) {
        m_streams = before;
        return done.error();
    }
    return touched;
}

Result<std::optional<Cache::Touched>> Cache::applyLive(qint64 from, qint64 to, const QList<QByteArray> &upserts, const QList<RecordRef> &removes,
                                                       const QList<protocol::HistoryEntry> &history)
{
    const Turn turn(m_turns, Turns::Who::Patient);
    const ScopeStreams before = m_streams;
    if (!m_streams.isSettled() || !m_streams.advance(from, to))
        return std::optional<Touched>();
    Result<Transaction> transaction = Transaction::begin(*m_database);
    Touched touched;
    Result<void> done = transaction ? takeRows(Rows::Changed, upserts, removes, history, touched) : Result<void>(transaction.error());
    if (done)
        done = saveStreams();
    if (done)
        done = transaction->commit();
    if (!done) {
        m_streams = before;
        return done.error();
    }
    return std::optional(touched);
}

} // namespace guanxi::app
