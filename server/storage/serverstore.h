// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/model/scope.h"
#include "common/protocol/recoverymessages.h"
#include "common/protocol/sessionmessages.h"
#include "common/protocol/syncmessages.h"
#include "common/storage/database.h"
#include "common/storage/recordstore.h"
#include "common/storage/rowsender.h"
#include "common/storage/transaction.h"

namespace guanxi::server {

/// Small integers that stand for scopes in rows and feed.
using ScopeIds = QList<qint32>;

/// As they lie beside a row.
ScopeIds scopesFrom(const QByteArray &bytes);

/// A row with what the server keeps beside it.
struct ServerRow {
    model::Record record;
    qint64 rid = 0;
    ScopeIds scopes;
};

/// One entry of a scope's feed: the row changed, or left the scope, at `rev`.
struct FeedEntry {
    qint64 rev = 0;
    model::EntityId entity = 0;
    qint64 rid = 0;
    bool gone = false;
};

/// Who changed what of a record after a revision, by another replica.
struct ForeignChanges {
    struct Change {
        qint64 rev = 0;
        Uuid user;
        qint64 origin = 0; ///< the revision it had when it was made: another one when it was sent again to a restored server
    };
    QHash<model::FieldId, Change> fields; ///< the latest change of each field
    Change latest;                        ///< of any kind, deleting and restoring included

    bool touches(model::FieldId field, qint64 base) const { return fields.value(field).origin > base; }
};

/// One entry of a record's history.
struct LogEntry {
    qint64 rev = 0;
    Uuid user;
    qint64 at = 0; ///< server's clock, UTC ms
    QString name;
    qint64 causedBy = 0;
    QByteArray body; ///< encoded ChangeSet
    QString device;  ///< empty: the server itself
};

/// A row's identity and revision, and who sees it: what copies are compared by.
struct RowStamp {
    Uuid id;
    qint64 rev = 0;
    ScopeIds scopes;
    bool filled = false; ///< in one of the fields asked about
};

/// A row that changed, and every scope that has seen it since a revision.
struct ChangedRow {
    ServerRow row;
    ScopeIds scopes;
};

/// The company's shared database: rows, scopes, feed, change log and revision counter. Nothing here decides anything;
/// the services do. Used by one thread, inside the caller's transaction.
class ServerStore
{
public:
    /// Makes or extends the tables, unless the database is open for reading only. The database and catalogue outlive the store;
    /// the catalogue grows by the fields that users defined.
    static Result<std::unique_ptr<ServerStore>> open(storage::Database &database, model::Catalogue &catalogue);
    ~ServerStore();

    storage::Database &database() { return m_database; }
    storage::RecordStore &records() { return *m_records; }
    const model::Catalogue &catalogue() const { return m_catalogue; }

    /// After CustomField rows changed: their fields become part of the catalogue, their columns of the tables.
    Result<void> adoptCustomFields();
    /// After a rollback: what was remembered of scopes and columns made in it is forgotten.
    Result<void> rolledBack();

    // Other processes over the same database (shared.cpp)
    /// There may be some. Where not, all of this is free.
    bool isShared() const;
    /// A transaction in which nobody else writes: it begins with the lock of the revision counter. Whatever is read in order
    /// to be written back belongs in one.
    Result<storage::Transaction> beginWrite();
    /// The revision up to which what is remembered here (scopes, fields, and what services keep) is of the database as it is.
    Result<qint64> known();
    void setKnown(qint64 rev) { m_known = rev; }
    /// What was written beyond known(): how far it goes, and the latest revision of each entity that changed.
    struct Foreign {
        qint64 to = 0;
        Uuid epoch;
        QHash<model::EntityId, qint64> entities;
    };
    Result<Foreign> foreign();
    /// Rows that changed after a revision; nothing when there are more than `limit`.
    Result<std::optional<QList<ChangedRow>>> changedSince(qint64 rev, int limit);
    /// Says a word to the others, with the commit of the present transaction. An empty one: there is something new.
    Result<void> tell(const QByteArray &word);
    /// True for one process at a time: it does what has to be done once.
    Result<bool> isKeeper();
    /// Where the servers of this company are reached that ran since a time.
    Result<void> noteAddress(const protocol::ServerAddress &address, qint64 now);
    Result<QList<protocol::ServerAddress>> addresses(qint64 since);

    // Identity and order
    Result<QByteArray> meta(const QString &key);
    Result<void> setMeta(const QString &key, const QByteArray &value);
    /// The revision of the last committed change set. In a writing transaction this locks the counter.
    Result<qint64> head(bool forUpdate = false);
    Result<void> setHead(qint64 rev);

    /// As long as it lives, what was read is remembered, and kept in step with what is written: for a beginWrite() where every read is a
    /// trip to a server, as nobody else writes meanwhile. Nothing on SQLite.
    class Recall
    {
    public:
        explicit Recall(ServerStore &store);
        ~Recall();
        Recall(const Recall &) = delete;
        Recall &operator=(const Recall &) = delete;
        /// Reads together what will be asked for one by one.
        Result<void> expect(const QSet<model::RecordRef> &refs);
        Result<void> expectReplicas(const QSet<Uuid> &replicas);
        /// Finds out what will be asked: questions that have no answer yet are answered with nothing while it goes through, then asked
        /// together. It may read rows, children, holders, changes by others and twins; it writes nothing, and concludes nothing.
        Result<void> foresee(const std::function<void()> &goThrough);
        /// Questions without an answer so far.
        qsizetype wanted() const;

    private:
        ServerStore &m_store;
    };

    /// It is only foreseen what will be asked: what this store cannot note is not worth asking now.
    bool foresees() const;

    // Rows
    Result<std::optional<ServerRow>> row(const model::RecordRef &ref);
    Result<QList<ServerRow>> rowsByRid(model::EntityId entity, const std::vector<qint64> &rids);
    /// Rows (deleted ones, too) whose reference field points at `target`.
    Result<QList<ServerRow>> children(const model::Entity &entity, const model::Field &field, const model::RecordRef &target);
    /// Live rows of the entity that have this value in the field.
    Result<QList<Uuid>> holdersOf(const model::Entity &entity, const model::Field &field, const model::Value &value);

    /// The next rows of an entity in order of their ids, deleted ones too. Fields the entity does not have are nowhere filled.
    Result<std::vector<RowStamp>> stampsAfter(const model::Entity &entity, const Uuid &id, int count, const QList<qint64> &fields = {});

    /// Writes a row at its revision and moves its feed entries: LIVE in `scopes`, GONE in those it leaves.
    Result<void> write(const std::optional<ServerRow> &before, const model::Record &after, const ScopeIds &scopes);

    // Twins: what live records may be known again by, as numbers made of it
    Result<void> addTwinKey(const model::RecordRef &ref, qint64 key);
    Result<void> removeTwinKey(const model::RecordRef &ref, qint64 key);
    Result<void> forgetTwinKeys();
    Result<QList<Uuid>> twinsWith(model::EntityId entity, qint64 key, int limit);

    // Scopes
    Result<qint32> scopeId(const model::ScopeKey &key);
    Result<ScopeIds> scopeIds(const QList<model::ScopeKey> &keys);
    /// Known scopes among `keys`.
    Result<QSet<qint32>> knownScopes(const QSet<model::ScopeKey> &keys);
    /// Grows with every new scope.
    qint32 lastScope() const { return m_lastScope; }
    /// Scopes a replica was ever granted: only their rows' ids may be named to it when they are dropped.
    Result<QSet<model::ScopeKey>> scopesOfReplica(const Uuid &replica);
    Result<void> addReplicaScopes(const Uuid &replica, const QSet<model::ScopeKey> &scopes);

    // Feed
    /// Entries of one scope after `pos` in revision order; whole revisions, at least `count` entries if there are.
    Result<QList<FeedEntry>> feedOf(qint32 scope, qint64 pos, int count);
    /// Traces of rows that left a scope are kept above this revision only.
    Result<qint64> horizon();
    /// Forgets those up to `rev`.
    Result<void> setHorizon(qint64 rev);
    /// Remembers how far this day (since 1970) found the company, once; answers how far `before` days earlier did, 0: that
    /// is not known.
    Result<qint64> noteDay(qint64 day, qint64 before);
    /// Entries of any of `scopes` after `pos`, likewise; `reached` is the last revision looked at.
    Result<QList<FeedEntry>> feedOf(const QSet<qint32> &scopes, qint64 pos, int count, qint64 *reached);

    // Change log
    /// `cause`: the replica whose change this follows from; it counts as that replica's own. `origin`: the revision it had
    /// before the server was restored; 0: it is new.
    Result<void> appendLog(const model::ChangeSet &set, qint64 at, const Uuid &cause = {}, qint64 origin = 0);
    /// The next value of a named counter that starts at `first`.
    Result<qint64> count(const QString &counter, qint64 first = 1);
    /// It goes on behind this value at least.
    Result<void> passOver(const QString &counter, qint64 value);
    /// True when this part of the action has been taken or parked already, from whichever replica.
    Result<bool> hasTaken(const Uuid &action, int part);
    Result<ForeignChanges> changedByOthers(const model::RecordRef &ref, qint64 base, const Uuid &replica);
    Result<QList<LogEntry>> history(const model::RecordRef &ref, qint64 beforeRev, int limit);
    /// Of what touched the record, newest first, up to `upTo`.
    Result<QList<qint64>> revisionsOf(const model::RecordRef &ref, qint64 upTo, int limit);
    /// The same of many, in one question: where each would be a trip to a server.
    Result<QHash<Uuid, QList<qint64>>> revisionsOf(const QList<Uuid> &records, qint64 upTo, int limit);
    /// What one action did to the record, oldest first; empty when the log does not reach back to it.
    Result<QList<LogEntry>> logOf(const model::RecordRef &ref, const Uuid &action);
    Result<std::optional<LogEntry>> logAt(qint64 rev);
    /// The same of many, in one question; without those that the log does not reach back to.
    Result<QList<LogEntry>> logAt(const QList<qint64> &revs);
    /// What came before a revision, newest first.
    Result<QList<LogEntry>> log(qint64 beforeRev, int limit);

    // Incarnations (incarnation.cpp)
    /// The program begins to write to this database. Processes that work on it at the same time share one run; where there
    /// may be some, not in a transaction.
    Result<void> beginRun(const Uuid &id);
    /// The latest runs, oldest first.
    Result<QList<protocol::ServerRun>> runs();
    /// This database was put back as it stood at revision `at`, and has perhaps been written to since: it becomes a new
    /// incarnation, in which everything after `at` has revisions above all that were ever given. `known` is the newest that somebody has read.
    Result<void> beginEpoch(const Uuid &epoch, qint64 at, qint64 known);
    /// Where the present incarnation began and what the backup held; nulls for the first one.
    struct Restored {
        qint64 at = 0;
        qint64 begin = 0;
    };
    Result<Restored> restored();

    // Replicas (replicas.cpp)
    struct Copy {
        Uuid mark;       ///< of the copy that was here last
        Uuid lastAction; ///< of its change set `last_seq`
        Uuid forkedFrom; ///< the replica whose change sets it may send again
    };
    struct Replica {
        Uuid author;
        QString name;
        qint64 lastSeq = 0;
        Copy copy;
        QByteArray holder;
    };
    /// Its author, name and last change set.
    Result<std::optional<Replica>> replica(const Uuid &id);
    Result<Copy> copyOf(const Uuid &replica);
    Result<void> setCopy(const Uuid &replica, const Copy &copy);
    /// The one connection that may write for a replica.
    Result<void> setHolder(const Uuid &replica, const QByteArray &holder);
    Result<QByteArray> holderOf(const Uuid &replica);
    /// Its change set was answered, in its turn.
    Result<void> noteTaken(const Uuid &replica, qint64 seq, const Uuid &action, qint64 at);
    Result<void> noteResult(const Uuid &replica, qint64 seq, protocol::PushStatus status, const QByteArray &body);
    Result<bool> isParked(const Uuid &replica, qint64 seq);

private:
    ServerStore(storage::Database &database, model::Catalogue &catalogue);
    Result<void> prepare();
    Result<void> openBesideOthers();
    Result<void> openForReading();
    Result<void> extendSchema();
    Result<void> createTables();
    Result<void> loadScopes();
    /// Those that other processes have made.
    Result<void> meetScopes();
    Result<bool> tryLock(int lock);
    Result<void> call(const char *function, int lock);
    Result<void> noteRun(const Uuid &id);
    Result<void> askWanted();
    template <class List> Result<QList<ServerRow>> rowsWhere(const model::Entity &entity, const QByteArray &isOneOf, const List &values);
    Result<void> recallRows(const model::Entity &entity, const QList<Uuid> &ids);
    Result<void> recallChildren(const model::Entity &entity, const model::Field &field, const QList<model::RecordRef> &targets);
    Result<void> recallHolders(const model::Entity &entity, const model::Field &field, const QList<model::Value> &values);
    Result<void> recallHistories(const QHash<Uuid, qint64> &bases);
    Result<void> recallTwins();
    Result<void> recallReplicas(const QSet<Uuid> &ids);
    Result<QList<ServerRow>> recalledChildren(const model::Entity &entity, const model::Field &field, const model::RecordRef &target);
    Result<std::vector<qint64>> childRids(const model::Entity &entity, const model::Field &field, const model::RecordRef &target);
    /// Answers its row number.
    Result<qint64> rewrite(const ServerRow &before, const model::Record &after, const QByteArray &scopes);
    Result<void> moveFeed(model::EntityId entity, qint64 rid, const ScopeIds &oldScopes, qint64 rev,
                          const ScopeIds &scopes);
    Result<void> feedEntry(qint32 scope, qint64 rev, model::EntityId entity, qint64 rid, bool gone);

    storage::Database &m_database;
    model::Catalogue &m_catalogue;
    std::unique_ptr<storage::RecordStore> m_records;
    std::unique_ptr<storage::RowSender> m_sender;
    QHash<model::ScopeKey, qint32> m_scopes;
    qint32 m_lastScope = 0;
    struct Recalled; ///< what a Recall remembers
    std::unique_ptr<Recalled> m_recalled;
    qint64 m_known = 0;
    bool m_keeper = false;
};

} // namespace guanxi::server
