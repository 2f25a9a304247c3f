// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/model/record.h"

namespace guanxi::app {

/// One change of a record, as its history tells it.
struct HistoryEntry {
    qint64 rev = 0; ///< 0: not at the server yet
    qint64 at = 0;  ///< UTC ms, by the server's clock; by the author's as long as it is not there
    Uuid user;
    QString device; ///< empty: the server itself
    QString name;   ///< of the action
    Uuid action;
    qint64 causedBy = 0; ///< revision of the commit whose consequence it is
    model::RecordChange change; ///< of hidden and masked fields nothing; an insert has no fields
};

/// Which of what happened to all records is asked for, newest first.
struct RecentQuestion {
    Uuid user;                         ///< who did it; null: anybody
    QList<model::EntityId> entities;   ///< of these subjects only
    qint64 since = 0;                  ///< UTC ms; 0: as far back as it is kept
    /// A place between two entries.
    struct Place {
        qint64 rev = 0;
        Uuid record;
    };
    std::optional<Place> before;       ///< go on there; none: from the newest on
    qint64 after = 0;                  ///< only what came after this revision
    int limit = 200;
};

/// A piece of the answer.
struct RecentChanges {
    QList<HistoryEntry> waiting; ///< of this user, not at the server yet; only where the question begins with the newest
    QList<HistoryEntry> entries;
    bool more = false;           ///< older ones are kept
    qint64 reached = 0;          ///< of what the server told: revisions from this one on were looked at
};

/// The record before the newest `count` of `entries` happened to it (newest first): they are taken back from `now`.
/// Nothing: it had not been made.
std::optional<model::Record> stateBefore(const model::Record &now, const QList<HistoryEntry> &entries, qsizetype count);

/// How many of `entries` (newest first) happened after the moment `at` (UTC ms).
qsizetype countAfter(const QList<HistoryEntry> &entries, qint64 at);

/// Whether the entries tell all that happened to the record, from its making on.
bool reachesBack(const model::Record &now, const QList<HistoryEntry> &entries);

} // namespace guanxi::app
