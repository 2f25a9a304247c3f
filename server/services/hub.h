// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/channel.h"
#include "server/auth/authservice.h"
#include "server/services/blobservice.h"
#include "server/services/compareservice.h"
#include "server/services/dailyforecasts.h"
#include "server/services/hubstats.h"
#include "server/services/pullservice.h"
#include "server/services/pushservice.h"
#include "server/services/rightsservice.h"
#include "server/services/standby.h"
#include "server/services/leadscores.h"
#include "server/services/targetprogress.h"
#include "server/services/valuetiers.h"

#include <map>

namespace guanxi::server {

class Session;

/// A commit of more rows is announced, not pushed.
inline constexpr int LiveRows = 500;

/// What the console shows of a session.
struct SessionInfo {
    quint64 number = 0;
    QString login;
    Uuid user;
    Uuid replica;
    QString device;
    QString peer;
    qint64 since = 0;     ///< UTC ms
    qint64 lastHeard = 0; ///< UTC ms
    qint64 queuedBytes = 0;
    bool live = false;    ///< at the head and served by live push
};

/// The server's engine without I/O: owns the sessions, gathers pushes into groups of one commit, answers pulls and
/// tells the others what changed. Channels, clock and randomness are given; the shipped server and the simulator run
/// the same code. Nothing waits: work() and tick() are called by the owner.
class Hub : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        ServerStore &store;
        AuthService &auth;
        const Clock &clock;
        Random &random;
        UuidMaker &ids;
        BlobService *blobs = nullptr; ///< none: this server keeps no contents
        Standby *standby = nullptr;   ///< none: everything is read from the database itself
    };

    explicit Hub(const Parts &parts, QObject *parent = nullptr);
    ~Hub() override;

    /// A new connection. The channel belongs to its listener, which may delete it once it is closed.
    void accept(protocol::Channel &channel);
    /// Commits what is queued, answers, and fans out; then makes one page of those that are asked for. Called when
    /// `workWaiting` was emitted (once per round of events), which it does again while there is more.
    void work();
    /// All of it.
    void flush();
    /// Time passes: heartbeats, expiring grants. Every second or so.
    void tick();
    /// Tells everybody to come back later, spread over the time that signing in so many takes, and closes.
    void stop();

    /// Writes a change set that came by another way than a session (tests, restore) through the same door; `author` must
    /// be a replica.
    Result<protocol::PushResult> commit(const model::ChangeSet &set, const Author &author);
    /// The replica under which the server itself writes; none before init.
    Result<Uuid> serverReplica();
    /// Writes an action of the server itself (console, jobs, audit), in parts where it is long; answers the last part's
    /// result. A parked outcome is an error here.
    Result<protocol::PushResult> write(const QString &name, const QList<model::RecordChange> &changes);

    /// Gives a company founded with an earlier program what built-in rows it has never had; one process does it.
    Result<void> provide();

    /// Applies what a conflict record holds, as its author would have sent it. Parked: it is still not possible.
    Result<protocol::PushResult> takeUp(const model::Record &conflict);

    QList<SessionInfo> sessions() const;
    /// False when there is no such session.
    bool kick(quint64 number, const Error &reason);
    /// Its connection ends, here or at another server.
    void endReplica(const Uuid &replica);
    void kickUser(const Uuid &user, const Error &reason);
    /// How many bytes may wait for a session before it is told to pull instead of hearing more.
    void setLiveBudget(qint64 bytes) { m_liveBudget = bytes; }
    /// The database was put back as it stood at revision `at`, while some copy has read up to `known`: begins a new epoch and closes every connection.
    Result<void> beginEpoch(qint64 at, qint64 known);
    // Other processes over the same database (hubothers.cpp)
    /// Tells our sessions what others committed since, exactly as our own commits; `authors` hear of it in any case.
    void hear(const QSet<quint64> &authors = {});
    /// Another process said this (ServerStore::tell).
    void hear(const QByteArray &word);
    /// Where desktops reach this server; without a host they are not told.
    Result<void> setAddress(const protocol::ServerAddress &address);

    const HubStats &stats() const { return m_stats; }
    /// Change sets that wait for the next commit.
    qsizetype queued() const { return m_queue.size(); }
    Result<qint64> head() { return m_store.head(); }

    RightsService &rights() { return m_rights; }
    PushService &push() { return m_push; }
    ServerStore &store() { return m_store; }

Q_SIGNALS:
    void workWaiting();
    /// Connections on which nothing waited gave memory back.
    void rested();
    void sessionsChanged();
    /// PostgreSQL has let go of us.
    void databaseLost();
    /// For the log: ids only, never values.
    void logged(const QString &line);

private:
    friend class Session;
    struct Waiting {
        quint64 session;
        model::ChangeSet set;
        std::optional<protocol::Recovered> recovered;
        bool quarantined = false; ///< of a revoked replica: kept, not applied
        std::optional<Error> fault = {}; ///< the server failed at it: kept, so that nothing waits behind it for ever
        Stopwatch since = {};
    };

    void callForWork();
    /// Commits, answers, and fans out what is queued.
    void commitQueued();
    /// The session has asked for a page; those who save go before those who read.
    void awaitPage(quint64 session);
    void makePage();
    QList<Waiting> nextGroup();
    void enqueue(Waiting waiting);
    /// Notes once that this program writes to the database from here on.
    Result<void> beginRun();
    Result<model::Rights> rightsFor(const Waiting &waiting);
    /// Reads together what deciding about them will ask for one by one.
    Result<void> foresee(const QList<Waiting> &group, ServerStore::Recall &recall);
    Result<PushOutcome> take(const Waiting &waiting);
    /// Fails it twice, it is the change set that the server cannot take: it is kept as it is, so that others go on.
    protocol::PushAck commitAlone(const Waiting &waiting, QList<CommittedRow> &rows);
    /// The session still writes for its replica; `holding`: what was found out already.
    Result<bool> isHeld(const Waiting &waiting, QHash<quint64, bool> &holding);
    Result<void> commitGroup(const QList<Waiting> &group, QHash<quint64, protocol::PushAck> &answers, QList<CommittedRow> &rows);
    /// The next change set of the server itself; it gets its number when it is committed.
    Result<model::ChangeSet> ownSet(const QString &name);
    Result<PushOutcome> commitOne(model::ChangeSet set, const Author &author);
    using EncodedRows = QHash<std::pair<QByteArray, qsizetype>, QByteArray>; ///< by projection and place among the rows
    /// What a session is told of a commit; its history is looked up when it is packed, once for all who are told the same.
    struct Telling {
        protocol::Live live;
        QList<qsizetype> shown; ///< places of `live.upserts` among the rows
        QList<bool> known;      ///< whether the session held them before
        QByteArray key() const;
    };
    Result<Telling> tellingFor(Session &session, const QList<CommittedRow> &rows, qint64 to, EncodedRows &encodedRows);
    Result<QByteArray> packed(Telling telling, Session &session, const QList<CommittedRow> &rows);
    /// `tooMuch`: there were more rows than are told.
    void fanOut(const QList<CommittedRow> &rows, qint64 to, const QSet<quint64> &authors, bool tooMuch = false);
    void refreshRights();
    model::RowPlace placeOf(const model::Record &record);
    // What time brings, where no other process does it (hubjobs.cpp)
    void doJobs();
    Result<void> giveBuiltIns();
    /// A moment for what is in no hurry; `Job` goes on in steps.
    template <class Job> void goOnWith(Job &job, const char *name);
    /// Writes as the server itself, under this name.
    std::function<Result<void>(const QList<model::RecordChange> &)> writing(const char *name);
    /// Takes back shares whose time is over.
    Result<void> endShares();
    /// Orders of which an instalment was due before today and is not settled say so; once a day.
    Result<void> tellOverdue();
    Result<void> expireQuotes();
    /// Once a day: traces of rows that left a scope go when nobody can be expected to ask for them any more.
    Result<void> forgetOldTraces();
    void remove(quint64 number);
    void endAll();
    /// All its sessions here but `except`.
    void endHere(const Uuid &replica, quint64 except = 0);
    /// Those that may not write for it any more.
    void endOutdated(const Uuid &replica);

    /// A transaction for change sets: what others wrote before it is known in it.
    Result<storage::Transaction> beginWrite();
    Result<void> commitWrite(storage::Transaction &transaction);
    /// Tells what was committed.
    void spread(const QList<CommittedRow> &rows, const QSet<quint64> &authors);
    /// Fields and rights as others have changed them.
    Result<void> adopt(const ServerStore::Foreign &foreign);
    /// What a replica of the database must have to be read from.
    StandbyStore::Wanted wanted() const { return {m_store.known().value(), m_epoch, m_run}; }
    struct News {
        ServerStore::Foreign foreign;
        QList<CommittedRow> rows;
        bool tooMuch = false;
    };
    Result<News> news();
    /// From now on only this session writes for the replica, whichever server others are at.
    Result<void> hold(const Uuid &replica, quint64 session);
    Result<bool> holds(const Uuid &replica, quint64 session);
    QByteArray holderName(quint64 session) const;
    /// To one session, or to all.
    void tellServers(Session *only = nullptr);

    /// Asks whoever may have it for a content that the server lacks (hubblobs.cpp).
    void seekHere(const BlobReference &reference);
    void seek(const BlobReference &reference);
    /// Once a day: contents that no record needs any more go after a time of grace.
    Result<void> collectBlobs();
    Result<QSet<QByteArray>> neededBlobs();
    /// Those of work that waits for a decision.
    Result<void> addParkedBlobs(QSet<QByteArray> &blobs);

    ServerStore &m_store;
    AuthService &m_auth;
    const Clock &m_clock;
    Random &m_random;
    UuidMaker &m_ids;
    BlobService *m_blobs;
    Standby *m_standby;
    QHash<QByteArray, BlobReference> m_sought; ///< contents that somebody wanted and the server lacks, by blob
    RightsService m_rights;
    PushService m_push;
    qint64 m_liveBudget = 1024 * 1024;
    PullService m_pull;
    CompareService m_compare;
    std::map<quint64, std::unique_ptr<Session>> m_sessions;
    std::vector<std::unique_ptr<Session>> m_ended; ///< destroyed outside their own callbacks
    QList<Waiting> m_queue;
    QList<quint64> m_readers; ///< sessions that wait for a page, each once
    bool m_called = false;    ///< for work
    QHash<Uuid, qint64> m_failed; ///< by replica: the change set at which the server failed last
    quint64 m_lastSession = 0;
    ValueTiers m_valueTiers;
    LeadScores m_leadScores;
    DailyForecasts m_forecasts;
    TargetProgress m_targets;
    qint64 m_jobsDoneAt = 0; ///< monotonic ms
    qint64 m_statsTurnedAt = 0;   ///< monotonic ms
    qint64 m_wall = 0;            ///< UTC ms at the last tick
    qint64 m_day = 0;             ///< that was noted, since 1970
    qint64 m_overdueTold = -1; ///< day of the company for which it was done
    qint64 m_blobDay = 0;         ///< on which contents were collected
    bool m_running = false;       ///< this run is on record
    Uuid m_process;               ///< names this process to others
    Uuid m_epoch;                 ///< in which this process works
    Uuid m_run;                   ///< that this process is part of, where there may be others
    qint64 m_begunAt = 0;         ///< the head when the transaction under way began
    qint64 m_ownHead = 0;         ///< after our last commit
    qint64 m_fieldsRev = 0;       ///< up to which user-defined fields of others are known
    bool m_foreign = false;       ///< others committed something that has not been told
    bool m_rightsStale = false;   ///< sessions have other rights than the database gives them
    protocol::ServerAddress m_address;
    qint64 m_addressDay = 0;
    HubStats m_stats;
};

} // namespace guanxi::server
