// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/protocol/syncmessages.h"
#include "server/services/projection.h"

namespace guanxi::server {

/// Answers pulls from the scopes' feeds. Stateless: what a client claims about its streams is looked at only within what
/// it may see now, and visibility is decided row by row at the moment of the answer.
class PullService
{
public:
    /// What is made after `longest` milliseconds is a page: where others wait meanwhile, they do not wait for long.
    PullService(ServerStore &store, const Clock &clock, qint64 longest = std::numeric_limits<qint64>::max())
        : m_store(store), m_clock(clock), m_longest(longest) {}

    /// The next page for somebody who sees `granted` and asks `pull`. Streams of scopes never granted to the replica are
    /// ended at once without rows.
    Result<protocol::Page> page(const protocol::Pull &pull, const Reader &reader, const QSet<model::ScopeKey> &granted,
                                const QSet<model::ScopeKey> &everGranted);

    /// True when the feed has forgotten some of what these streams still need.
    static bool isBehind(const protocol::Pull &pull, const QSet<model::ScopeKey> &granted, qint64 horizon);

private:
    struct Work;
    /// Adds whole revisions until the page is full; answers the last one added.
    Result<qint64> addEntries(Work &work, const QList<FeedEntry> &entries, qint64 skip);
    /// The next entries' rows, whole revisions; answers how far.
    Result<qsizetype> readAhead(Work &work, const QList<FeedEntry> &entries, qsizetype from, qint64 skip);
    Result<void> addRows(Work &work, const QMap<model::EntityId, std::vector<qint64>> &rows);
    Result<void> readStream(Work &work, const protocol::Stream &stream, QList<protocol::StreamProgress> &progress, bool mayRead);

    ServerStore &m_store;
    const Clock &m_clock;
    qint64 m_longest;
};

} // namespace guanxi::server
