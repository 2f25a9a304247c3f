// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/history.h"
#include "common/model/catalogue.h"
#include "common/protocol/syncmessages.h"
#include "common/storage/database.h"

namespace guanxi::app {

/// What one told commit did to the record it was asked about, newest first; an insert without its fields.
QList<HistoryEntry> entriesOf(const protocol::HistoryEntry &told);

/// What happened to the rows of the local copy, as the server told it: the commits, and of each record what they did. A
/// record's entries have no gap: from the newest down to the oldest that is held.
class HistoryStore
{
public:
    explicit HistoryStore(storage::Database &database) : m_database(database) {}

    Result<void> createTables();
    /// What came beside `rows` (with their revisions). What is held already is not stored twice; of a row that has changed and
    /// of which nothing is told, what is held is forgotten: there would be a gap.
    Result<void> take(const QList<protocol::HistoryEntry> &told, const QHash<model::RecordRef, qint64> &rows, const model::Catalogue &catalogue);
    Result<void> forget(const model::RecordRef &ref);
    Result<void> forget(model::EntityId entity);
    /// Of a timeline the server lost.
    Result<void> forgetAfter(qint64 rev);
    /// A part of what is more than a year older than the newest: no clock of this computer decides.
    Result<void> forgetOld();

    /// Newest first.
    Result<QList<HistoryEntry>> of(const model::RecordRef &ref);
    /// All that one action did to records held here, newest first.
    Result<QList<HistoryEntry>> ofAction(const Uuid &action);

    /// All records together, a piece at a time.
    Result<RecentChanges> recent(const RecentQuestion &question);

private:
    Result<void> forgetBehind(const QHash<model::RecordRef, qint64> &rows);

    storage::Database &m_database;
};

} // namespace guanxi::app
