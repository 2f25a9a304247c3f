// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/cache.h"
#include "app/data/outbox.h"
#include "app/sync/comparer.h"
#include "app/sync/syncstatus.h"
#include "common/base/clock.h"
#include "common/base/random.h"
#include "common/protocol/message.h"

namespace guanxi::app {

/// What the server said of a change set, as the outbox keeps it.
Outbox::Answer answerOf(const protocol::PushResult &result);

/// The desktop's half of sync, without I/O: pushes the outbox in order, pulls pages until it is at the head, applies live
/// commits. Driven by messages and ticks; answers by sending messages through a function. Never blocks the one on the
/// other: pulling goes on while pushes wait, and the other way round. May live on a thread of its own (SyncThread).
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<void(const protocol::Message &)>;

    SyncEngine(Outbox &outbox, Cache &cache, const Clock &clock, Random &random, QObject *parent = nullptr);

    /// Lays saved change sets that a crash kept out of the cache on top of it. Call once after opening.
    Result<void> recover();

    /// The server knows us: start pushing and pulling over `send` until disconnected().
    void connected(const protocol::Ready &ready, Send send, quint32 connection = 0);
    void disconnected();
    /// Messages that concern sync; others are ignored.
    void receive(const protocol::Message &message);
    /// Bytes came, perhaps of a message that is not whole yet: on a line that crawls an answer may be long under way.
    void heard();
    /// A change set was appended to the outbox and laid on the cache.
    void saved();
    /// Every second or so: retries what was put off, watches for stalls, clears away what must be forgotten.
    void tick();

    /// What nobody waits for, in a step of some 20 ms: makes indexes and search of what came in without.
    void work();
    bool hasWork() const { return m_cache.isBuilding() && m_cache.streams().isSettled() && !m_workFailed; }

    /// Compares the whole copy with the server, at the next contact when there is none now; `compared` tells the outcome.
    void compare();

    /// The catalogue grew: what the rows here were read without is brought.
    void fieldsGrew();

    bool isConnected() const { return bool(m_send); }
    /// At the head, nothing unsent, nothing loading: what tests and the status line call quiet.
    bool isQuiet() const;

Q_SIGNALS:
    void changed(const QSet<guanxi::model::RecordRef> &records);
    void rightsChanged(const guanxi::model::Rights &rights);
    void progressed(const guanxi::app::SyncProgress &progress);
    /// A push or pull went unanswered for too long although the connection lives: connect anew.
    void stalled();
    /// This copy was not the one that was at the server last (put back from a backup, or cloned); it is a replica of its own
    /// now: connect anew by its new name and key.
    void forked();
    void compared(const guanxi::app::ComparisonReport &report);
    /// The local copy cannot be written (disk full …): what was saved is safe in the outbox.
    void faulted(const guanxi::Error &error);

private:
    bool hasStalled() const;
    qsizetype bytesInFlight() const;
    /// What the server does not understand waits; what waited and is understood now goes on its way.
    Result<void> meetVersion(const QByteArray &vocabulary);
    Result<void> holdBack();
    void handle(const protocol::PushAck &ack);
    void handle(const protocol::Page &page);
    void handle(const protocol::Live &live);
    void handle(const protocol::Lagged &lagged);
    void handle(const protocol::RightsChanged &changed);
    // syncrecovery.cpp
    void handle(const protocol::Compared &compared);
    void handle(const protocol::Mended &mended);
    void handle(const protocol::ErrorMessage &error);
    void handle(const protocol::Forked &forked);
    /// True when this connection is over before it began: the server lost what this copy knows, or this copy is another.
    Result<bool> settlePast(const protocol::Ready &ready);
    Result<bool> isCopy(const protocol::Ready &ready, const CopyMarks &marks, bool restored);
    Result<void> meetRestored(const protocol::Ready &ready);
    /// The server does not know what it took after this: it is unsent again, and goes on showing.
    Result<void> sendAgain(qint64 afterSeq);
    /// Becomes a replica of its own. Of a server put back as it stood at a revision, what it answered since counts for nothing.
    Result<void> fork(std::optional<qint64> restoredAt);
    void ask();
    void proceed(const Result<bool> &taken, const Cache::Touched &touched);
    template <class Other> void handle(const Other &) {}

    void pushMore();
    /// What has no answer yet goes again.
    void pushAgain();
    void pull();
    /// Asks for what follows the streams as they stand, or will.
    void pullAfter(const sync::ScopeStreams &streams);
    void askAhead(bool more, const Cache::Page &page);
    void sizePages(qint64 milliseconds);
    Result<void> settle(const QList<protocol::PushResult> &results);
    /// Brings answers to the cache that it could not take when they came: the disk was full, or the program ended.
    Result<void> settleLate();
    bool takeRights(const QByteArray &rights, qint64 version, qint64 head);
    void report(const Result<Cache::Touched> &touched);
    void forget();
    /// Own changes that the copy could not take when they were saved.
    void showMissing();
    void reportProgress();

    Outbox &m_outbox;
    Cache &m_cache;
    const Clock &m_clock;
    Random &m_random;
    Comparer m_comparer;
    Send m_send;
    QByteArray m_forkKey;      ///< of the replica that this copy becomes; waits for Forked
    qint64 m_forkSeq = 0;      ///< up to here the server has what was sent
    qint64 m_sentSeq = 0;      ///< pushed up to here on this connection
    QList<std::pair<qint64, qsizetype>> m_inFlight; ///< seq and size of what has no answer yet
    qint64 m_head = 0;         ///< server's newest revision we heard of
    bool m_pulling = false;
    bool m_live = false;       ///< at the head, commits come by themselves
    bool m_settleLate = false; ///< the cache lacks answers that the outbox has
    std::optional<model::Vocabulary> m_vocabulary; ///< of a server of another version
    bool m_held = false;       ///< nothing is pushed or pulled on this connection
    sync::ScopeStreams m_pulledAfter; ///< where the streams must stand for the page on its way to follow
    bool m_pageLost = false;   ///< and cannot follow
    int m_pageBytes = 0;       ///< as much as the cache takes in some 15 ms
    bool m_workFailed = false; ///< until the next tick
    qsizetype m_messageBytes = 0; ///< a new connection begins with little, and grows with each answer
    qint64 m_pullSince = 0;    ///< monotonic ms of the last sign that the answer comes
    qint64 m_pushSince = 0;    ///< monotonic ms of the oldest unanswered push; 0: none
    qint64 m_retryAt = 0;
    qint64 m_received = 0;
    qint64 m_lastSync = 0;     ///< UTC ms
    qint64 m_forgetAt = 0;     ///< monotonic ms; not before
    qint64 m_forgetHistoryAt = 0;
    quint32 m_connection = 0;
};

} // namespace guanxi::app
