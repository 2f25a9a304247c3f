// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/syncmessages.h"
#include "server/services/projection.h"

#include <map>

namespace guanxi::server {

/// Gathers what happened lately to rows that are told to somebody, so that he can look back without the network. Each
/// commit is read once, whatever it did.
class HistoryTold
{
public:
    /// `head`: nothing after it is told; `now`: what is older than a year is left to questions (protocol::History).
    HistoryTold(ServerStore &store, const Reader &reader, qint64 head, qint64 now) : m_store(store), m_reader(reader), m_head(head), m_now(now) {}

    /// A row, and what its reader has heard of it.
    struct Row {
        const model::Record &record;
        qint64 since;       ///< what happened after this revision is news
        bool known = false; ///< he has seen what was before
    };
    /// These rows are added next: what is known of them is read together, where that saves trips to a server.
    Result<void> expect(const QList<Row> &rows);
    /// What happened to a row since; or, when he may never have seen it, the latest at least. A row that was made before and
    /// never changed tells of that itself; of one whose past is too much for a message nothing is told. Answers about how many
    /// bytes that is.
    Result<qsizetype> add(const Row &row);
    /// In order of revisions.
    QList<protocol::HistoryEntry> take();

private:
    struct Commit {
        protocol::HistoryEntry entry;
        model::ChangeSet set;                                ///< what is told of it; without changes at first
        QHash<Uuid, QList<model::RecordChange>> changes;     ///< all it did
    };
    /// The part of a commit that is told of one row.
    struct Part {
        Commit *commit;
        model::RecordChange change;
    };
    Result<QList<qint64>> revisionsOf(const model::RecordRef &row);
    /// Of a row's revisions those that are told; newest first, as all of them.
    static QList<qint64> toldOf(const Row &row, const QList<qint64> &revisions);
    Result<QList<Part>> partsOf(const model::Record &row, const QList<qint64> &revisions);
    /// nullptr: the log does not reach back to it.
    Result<Commit *> commit(qint64 rev);
    void remember(const LogEntry &entry);
    bool isFull() const;

    ServerStore &m_store;
    const Reader &m_reader;
    qint64 m_head;
    qint64 m_now;
    qsizetype m_bytes = 0;
    QHash<Uuid, QList<qint64>> m_expected; ///< revisions by row
    std::map<qint64, Commit> m_commits;
};

} // namespace guanxi::server
