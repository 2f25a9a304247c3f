// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/vocabulary.h"
#include "common/storage/database.h"
#include "common/storage/statement.h"

#include <mutex>

namespace guanxi::app {

/// Where a saved change set stands. Numbers are stored.
/// Held: the server would not understand it before it is updated; under its number goes a set without changes.
enum class OutboxState : quint8 { Unsent = 0, Applied = 1, Merged = 2, Parked = 3, Known = 4, Settled = 5, Held = 6 };

/// A saved change set and what the server said of it.
struct OutboxEntry {
    model::ChangeSet set;
    OutboxState state = OutboxState::Unsent;
    qint64 rev = 0;
    Error reason; ///< of Parked and Settled
    QList<Uuid> conflicts;
};

/// Who this replica is.
struct ReplicaIdentity {
    Uuid company;
    Uuid replica;
    Uuid user;
    QString login;
    QString realName;
    bool operator==(const ReplicaIdentity &) const = default;
};

/// By what a copy of a replica and its server recognise each other again, and what it last knew of that server.
struct CopyMarks {
    Uuid mark; ///< the one the server held when this copy was there last
    Uuid next; ///< the one it was told then, or is to be told
    Uuid run;  ///< of the server program (protocol::ServerRun)
    Uuid epoch = {}; ///< of its database
    bool operator==(const CopyMarks &) const = default;
};

/// What a change set had been before the server was restored.
struct SentBefore {
    qint64 rev = 0;
    bool withdrawn = false; ///< refused then, and tried again or given up since
    QHash<model::RecordRef, QString> numbers;
};

/// The truth about what the user did: change sets in a small file of their own, each durable before append() returns.
/// Nothing saved is ever removed or changed; only its state follows the server's answers. Any thread may call; who asks for a
/// figure or an entry does not wait for what another thread is writing to the disk.
class Outbox
{
public:
    /// `path` may be ":memory:" for the simulator. Errors as Database::open.
    static Result<std::unique_ptr<Outbox>> open(const QString &path, const QByteArray &key);

    /// Over a database that is open already (tests and simulator).
    static Result<std::unique_ptr<Outbox>> open(std::shared_ptr<storage::Database> database);

    ReplicaIdentity identity() const { return told(&Figures::identity); }
    Result<void> setIdentity(const ReplicaIdentity &identity);
    /// This copy goes on as another replica: what is unsent is sent under that one's name, signed with its key.
    Result<void> fork(const Uuid &replica, const QByteArray &signingKey);
    /// The key of a forked replica; empty: that of the vault.
    Result<QByteArray> signingKey() { return value(QStringLiteral("signing_key")); }
    Result<CopyMarks> marks();
    Result<void> setMarks(const CopyMarks &marks);

    /// All of `work` or nothing, also of the numbers that it gives.
    Result<void> atomically(const std::function<Result<void>()> &work);
    /// Gives replica and next seq, and stores the set durably. DiskFull and the like leave nothing behind.
    Result<void> append(model::ChangeSet &set);
    qint64 lastSeq() const { return told(&Figures::lastSeq); }
    int unsent() const { return told(&Figures::unsent); }
    int parked() const { return told(&Figures::parked); }
    int held() const { return told(&Figures::held); }
    qint64 firstUnsent() const { return told(&Figures::firstUnsent); } ///< 0: none

    /// Encoded sets after `seq` that have no answer yet, at most `count` and about `bytes`.
    struct Encoded {
        qint64 seq;
        QByteArray bytes;
        std::optional<SentBefore> before = {};
    };
    Result<QList<Encoded>> pending(qint64 afterSeq, int count, qsizetype bytes);
    /// What the server said of one set.
    struct Answer {
        qint64 seq;
        OutboxState state;
        qint64 rev;
        Error reason;
        QList<Uuid> conflicts;
    };
    /// Stores answers durably, all or none; a set that has one keeps its first.
    Result<void> settle(const QList<Answer> &answers);
    /// What was refused has been tried again or given up.
    Result<void> close(qint64 seq);
    /// A server restored from backup lacks what came after `lastSeq`: it is to be sent again, with the document numbers
    /// it got then.
    Result<void> reopenAfter(qint64 lastSeq, const std::function<QString(const model::RecordRef &)> &numberOf = {});
    /// The last set that has an answer; 0: none.
    Result<qint64> lastAnswered();
    /// The same without what was answered with a revision after `rev`, or none, and all that came later.
    Result<qint64> lastAnsweredAt(qint64 rev);
    /// The newest revision that an answer named.
    Result<qint64> knownRev();
    /// Null: there is no such set.
    Result<Uuid> actionOf(qint64 seq);

    // What a server of an older version does not understand (outboxholding.cpp)
    /// Takes out of the unsent sets after `seq` what `server` does not know, and holds it back. Answers what is held, in order: sets of
    /// their own, to be laid on top.
    Result<QList<model::ChangeSet>> holdBack(const model::Vocabulary &server, qint64 afterSeq);
    /// A set that was held, and the unsent one it is now.
    struct Released {
        qint64 seq;
        model::ChangeSet set;
    };
    /// Gives free what `server` knows by now; nullptr: everything.
    Result<QList<Released>> release(const model::Vocabulary *server);
    bool isHeld(qint64 seq);

    // Rows that only this copy holds: the server lost them when it was restored, and their author may never come back.
    Result<void> keepOrphan(const model::RecordRef &ref, const QByteArray &record);
    Result<QList<QByteArray>> orphans();
    Result<void> dropOrphan(const model::RecordRef &ref);

    Result<OutboxEntry> entry(qint64 seq);
    /// Newest first.
    Result<QList<OutboxEntry>> entries(std::optional<OutboxState> state, int limit);
    /// The parts of an action, in order.
    Result<QList<qint64>> seqsOf(const Uuid &action);
    /// All parts of an action, in order.
    Result<QList<OutboxEntry>> action(const Uuid &action);
    /// Sets after `seq`, in order: what a cache has to catch up with.
    Result<QList<OutboxEntry>> after(qint64 seq);
    /// Of these, those that took effect at the server, as far as is known here.
    Result<QList<OutboxEntry>> takenAfter(qint64 seq);

    Result<QByteArray> value(const QString &key);
    Result<void> setValue(const QString &key, const QByteArray &value);

private:
    struct Figures {
        ReplicaIdentity identity;
        qint64 lastSeq = 0;
        qint64 firstUnsent = 0;
        int unsent = 0;
        int parked = 0;
        int held = 0;
    };

    explicit Outbox(std::shared_ptr<storage::Database> database) : m_database(std::move(database)) {}
    Result<void> load();
    Result<void> store(model::ChangeSet &set, OutboxState state);
    /// What is sent from now on is sent under that name.
    Result<void> rename(model::ChangeSet &set, const Uuid &replica);
    /// `where` with the last write of whoever holds m_mutex.
    Result<QList<OutboxEntry>> select(QByteArrayView where, const std::function<void(storage::Statement &)> &bind);
    /// What is committed, beside whatever is being written.
    Result<QList<OutboxEntry>> read(QByteArrayView where, const std::function<void(storage::Statement &)> &bind);
    Result<void> readBeside(const std::function<Result<void>(storage::Database &)> &work);
    Result<void> count();
    Result<qint64> figure(const QByteArray &sql, std::optional<qint64> bound = {});
    template <class T> T told(T Figures::*figure) const
    {
        const std::lock_guard lock(m_figuresMutex);
        return m_figures.*figure;
    }
    /// By whoever holds m_mutex, who may read them without another lock.
    void note(const std::function<void(Figures &)> &change)
    {
        const std::lock_guard lock(m_figuresMutex);
        change(m_figures);
    }

    std::recursive_mutex m_mutex; ///< held while something is written
    std::shared_ptr<storage::Database> m_database;
    std::mutex m_readingMutex;
    std::unique_ptr<storage::Database> m_reading; ///< none beside a database that was opened by somebody else
    mutable std::mutex m_figuresMutex;
    Figures m_figures;
};

} // namespace guanxi::app
