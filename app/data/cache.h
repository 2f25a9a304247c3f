// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/historystore.h"
#include "app/data/turns.h"
#include "common/model/changeset.h"
#include "common/model/rights.h"
#include "common/model/vocabulary.h"
#include "common/storage/database.h"
#include "common/storage/recordstore.h"
#include "common/sync/streams.h"

#include <atomic>
#include <map>
#include <set>

namespace guanxi::app {

class Outbox;

/// A comparison of the copy with what the server shows its user, under way.
struct Comparison {
    enum class Reason : quint8 { Asked = 0, Behind = 1, Restored = 2 };
    Reason reason = Reason::Asked;
    qint64 from = 0;       ///< revision from which the streams go on afterwards
    qint64 restoredAt = 0; ///< rows above it are news to a server that was restored; 0: it was not
    QList<model::EntityId> left;
    model::Vocabulary grown; ///< fields the rows here were read without

    bool operator==(const Comparison &) const = default;
};

/// The disposable local copy: rows the user may see, with unsent changes on top. Deleting it never loses an edit, since
/// the outbox replays into a new one. Two threads write, in turns: who saves (urgent), and who syncs (patient), to whom
/// alone rights, streams and epoch belong. Readers open the same file.
class Cache
{
public:
    using Touched = QSet<model::RecordRef>;

    /// `path` may be ":memory:". The catalogue outlives the cache and grows by addSchema().
    static Result<std::unique_ptr<Cache>> open(const QString &path, const QByteArray &key, const model::Catalogue &catalogue);

    /// Over a database that is open already (tests and simulator, where a crash keeps the file but not the program).
    static Result<std::unique_ptr<Cache>> open(std::shared_ptr<storage::Database> database, const model::Catalogue &catalogue);

    storage::Database &database() { return *m_database; }
    const std::shared_ptr<storage::Database> &sharedDatabase() const { return m_database; }
    storage::RecordStore &records() { return *m_records; }
    const model::Catalogue &catalogue() const { return m_catalogue; }
    /// For what must not be interrupted: saving in outbox and cache, growing the catalogue.
    Turns &turns() { return m_turns; }
    /// After the catalogue grew by user-defined fields; inside a turn that began before it did.
    Result<void> extendSchema();
    /// True when rows may lie here that were read without some of the fields known now: a comparison brings what is missing.
    Result<bool> noteFields();

    // What the server granted
    const model::Rights &rights() const { return m_rights; }
    qint64 rightsVersion() const { return m_rightsVersion; }
    const sync::ScopeStreams &streams() const { return m_streams; }
    const Uuid &epoch() const { return m_epoch; }
    /// Takes over rights as of server revision `head`: opens loads, starts drops; fields no longer visible are emptied at
    /// once and their rows are loaded anew. False when they are those it had.
    Result<bool> setRights(const model::Rights &rights, qint64 version, qint64 head);
    /// Another incarnation of the server's database, which knows my change sets up to `lastSeq` and begins with revision
    /// `head`: everything is to be compared, rows it shares with the one before stay. The first one is only noted.
    Result<void> setEpoch(const Uuid &epoch, qint64 lastSeq, qint64 restoredAt, qint64 head);

    // Comparing (cachecomparison.cpp)
    const std::optional<Comparison> &comparison() const { return m_comparison; }
    /// Everything is compared; an earlier comparison that is not finished is part of it.
    Result<void> beginComparison(Comparison::Reason reason, qint64 from, qint64 restoredAt = 0);
    /// Rows of the server with ids in (after, last], and their revisions, in order.
    Result<std::vector<std::pair<Uuid, qint64>>> stamps(model::EntityId entity, const Uuid &after, const Uuid &last);
    /// The server's row beneath changes of mine, with the revision it was read at, forgotten or not; nothing when the server has none.
    Result<std::optional<model::Record>> serverRow(const model::RecordRef &ref);
    /// What the server says of rows that differed.
    Result<Touched> mend(const QList<QByteArray> &upserts, const QList<model::RecordRef> &removes, const QList<protocol::HistoryEntry> &history);
    /// The entity is equal now; after the last one the streams go on.
    Result<Touched> entityCompared(model::EntityId entity);

    // Local changes
    /// Lays on top what is saved in the outbox and is missing here: after the cache was opened or lost, and once it could not be
    /// written. Nothing to do otherwise. What builds on earlier changes comes after it.
    Result<Touched> catchUp(Outbox &outbox);
    /// Lays a saved change set on top.
    Result<Touched> applyLocal(const model::ChangeSet &set);
    /// All that `work` lays on top shows at once, or none of it; whoever calls has the turn.
    Result<void> together(const std::function<Result<void>()> &work);
    /// A set that shows already, because it had taken effect: it goes on showing when rows come that lack it.
    Result<void> layAgain(const model::ChangeSet &set);
    /// The server took set `seq` at `rev`, or parked it (`rev` 0): the overlay goes once the pull has passed that revision.
    struct Settled {
        qint64 seq;
        qint64 rev;
    };
    Result<Touched> settle(const QList<Settled> &sets);
    /// Sets that lie on top and have no answer here.
    Result<QList<qint64>> unsettled();
    /// Sets back what the author of a change has seen, where changes of mine lie on the row that are not pulled yet (see design:
    /// base of the earliest of them). The change comes with the revisions of the row.
    Result<void> setBackBases(model::RecordChange &change);
    /// Unsettled changes of mine that insert one of these records: what a new change depends on.
    Result<QList<qint64>> insertsOf(const QSet<model::RecordRef> &refs);
    /// True if the record has changes of mine that the server has not confirmed yet.
    Result<bool> isPending(const model::RecordRef &ref);

    // Pulled rows
    struct Page {
        qint64 cursor = 0;
        QList<sync::ScopeStreams::Progress> loads;
        QList<sync::ScopeStreams::Progress> drops;
        QList<QByteArray> upserts;
        QList<model::RecordRef> removes;
        QList<protocol::HistoryEntry> history;
    };
    /// Rows and positions in one transaction. A page of an earlier generation of streams is ignored.
    Result<Touched> applyPage(quint32 generation, const Page &page);
    /// A live commit; false when it does not fit the cursor (pull instead).
    Result<std::optional<Touched>> applyLive(qint64 from, qint64 to, const QList<QByteArray> &upserts, const QList<model::RecordRef> &removes,
                                             const QList<protocol::HistoryEntry> &history);

    // Loading much (cacheloading.cpp)
    /// Rows came in without indexes and search, which are to be made.
    bool isBuilding() const { return !m_unbuilt.empty() || m_mergeSearch; }
    /// So many rows of an entity in one page, and no more here yet, are the first of a large load (fewer in tests).
    void setLargeLoad(qsizetype rows) { m_largeLoad = rows; }
    /// Makes them in short steps, once nothing is loading any more; false when nothing is left to do now.
    Result<bool> buildSome();

    // Forgetting
    /// Rows or fields left that are still in free pages, the search index or the write-ahead log.
    bool mustForget() const { return m_mustForget; }
    /// Takes them out of the files in short steps, once nothing is loading or leaving any more; false when nothing is left
    /// to do now.
    Result<bool> forgetSome();
    /// Some of the history that is older than a year.
    Result<void> forgetHistory();

private:
    Cache(std::shared_ptr<storage::Database> database, const model::Catalogue &catalogue);
    Result<void> load();
    void readAppliedSeq(CborReader &reader);
    void readRights(CborReader &reader);
    void readStreams(CborReader &reader);
    void readForgetting(CborReader &reader);
    void readComparison(CborReader &reader);
    Result<void> saveComparison();
    Result<void> compareFields(const model::Vocabulary &grown);
    Result<void> saveAppliedSeq();
    Result<void> saveRights();
    Result<void> saveStreams();
    Result<Touched> layOnTop(const model::ChangeSet &set);
    /// Notes a change as mine, over the row that shows now; answers that row, with at least the fields that change.
    Result<std::optional<storage::StoredRecord>> lay(const model::RecordChange &change, qint64 seq, int part);
    /// The row that shows, with the change on top.
    Result<void> show(const std::optional<storage::StoredRecord> &before, const model::RecordChange &change);
    Result<void> putRow(const model::Record &row, Touched &touched);
    Result<void> removeRow(const model::RecordRef &ref, Touched &touched);
    enum class Rows : quint8 { Changed, Loaded };
    Result<void> takeRows(Rows kind, const QList<QByteArray> &upserts, const QList<model::RecordRef> &removes,
                          const QList<protocol::HistoryEntry> &history, Touched &touched);
    Result<void> readUnbuilt();
    Result<void> loadRows(const std::map<model::EntityId, QList<model::Record>> &rows, Touched &touched);
    /// True when rows of the entity go in without indexes and search: they are the first of many.
    Result<bool> beginPlain(const model::Entity &entity, qsizetype coming);
    Result<void> putPlain(const QList<model::Record> &rows, bool overlaid, Touched &touched);
    Result<void> putEach(const QList<model::Record> &rows, Touched &touched);
    Result<void> rebuild(const model::RecordRef &ref, const std::optional<model::Record> &base, Touched &touched);
    Result<std::optional<std::optional<model::Record>>> baseRow(const model::RecordRef &ref);
    Result<void> setBaseRow(const model::RecordRef &ref, const std::optional<model::Record> &row);
    Result<void> dropPassed(Touched &touched);
    Result<void> liftOverlays(const QList<std::pair<qint64, model::RecordRef>> &overlays, Touched &touched);
    Result<void> forgetRevisions(const QSet<model::EntityId> &entities);
    Result<void> forgetBaseRevisions(model::EntityId entity);
    /// Whether the row has changes of mine on top.
    Result<bool> isCovered(const model::RecordRef &ref);
    /// As it stands in its table, with a forgotten revision below zero; with `fields`, only those are filled.
    Result<std::optional<storage::StoredRecord>> storedRow(const model::RecordRef &ref, std::span<const model::FieldId> fields = {});
    void giveUpAndGrantAgain(const QSet<model::EntityId> &entities, const QSet<model::ScopeKey> &granted, qint64 head);
    Result<void> emptyHiddenFields(const model::Rights &rights, QSet<model::EntityId> &reload);
    Result<void> emptyColumns(const model::Entity &entity, const QList<const model::Field *> &fields, QByteArrayView where = {});
    Result<void> emptyConflicts(const model::Entity &about, const QList<const model::Field *> &fields, const Uuid &user);
    Result<void> readConflictsAgain(const QSet<model::ScopeKey> &granted, QSet<model::EntityId> &reload);
    Result<void> emptyForeignWork(const model::Rights &rights, QSet<model::EntityId> &reload);
    Result<void> noteForgetting();
    Result<bool> emptyLog();

    Turns m_turns;
    std::shared_ptr<storage::Database> m_database;
    const model::Catalogue &m_catalogue;
    std::unique_ptr<storage::RecordStore> m_records;
    HistoryStore m_history;
    model::Rights m_rights;
    qint64 m_rightsVersion = 0;
    sync::ScopeStreams m_streams;
    Uuid m_epoch;
    std::optional<Comparison> m_comparison;
    qint64 m_appliedSeq = 0; ///< last seq of the outbox that is in here
    std::atomic<bool> m_caughtUp = false; ///< nothing above the applied seq is missing
    std::set<model::EntityId> m_unbuilt; ///< indexes and search are missing, or not all made
    bool m_mergeSearch = false;
    qsizetype m_largeLoad = 128;
    bool m_mustForget = false;
    bool m_searchForgot = false; ///< the search index is done with it, the log is not
};

/// `base` with one change on top, as the author sees it until the server has answered.
std::optional<model::Record> withChange(const std::optional<model::Record> &base, const model::RecordChange &change,
                                        const model::Entity &entity);

} // namespace guanxi::app
