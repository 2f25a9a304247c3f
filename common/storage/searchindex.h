// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"
#include "common/storage/statement.h"

namespace guanxi::storage {

/// The one full-text index of a cache (SQLite FTS5). It keeps no texts of its own: what a row has put in is made again
/// from the row to take it out, so every change goes through here, and a change of how tokens are made empties it. What
/// was removed is marked at once, and out of the file when the index has been optimized.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database) : m_database(database) {}

    Result<void> create();
    /// How large its pieces are and how many are merged at once; counts for what is written from then on.
    Result<void> tune();
    /// Takes everything out.
    Result<void> clear();
    /// Deleted records are not in the index.
    Result<void> add(qint64 rid, const model::Record &record);
    Result<void> remove(qint64 rid, const model::Record &record);
    /// What a record puts into the index; nothing of a deleted one.
    static QString wordsOf(const model::Record &record);
    /// Other words of the row `rowId()`; empty ones are in no index.
    Result<void> replace(qint64 row, const QString &before, const QString &after);
    /// Holds more in memory before writing it out: makes many additions a third faster.
    Result<void> gather(bool much);
    /// True when both versions of a row are found by the same words.
    static bool sameWords(const model::Record &before, const model::Record &after);
    /// Makes searching fast after many additions, and frees what was removed.
    Result<void> optimize();
    /// The same in steps of about `pages` pages; true while there is more to do.
    Result<bool> optimizeSome(int pages);

    /// Row numbers of different entities side by side in one index.
    static qint64 rowId(model::EntityId entity, qint64 rid) { return (qint64(entity) << 40) + rid; }
    static QByteArray firstRowId(model::EntityId entity) { return QByteArray::number(rowId(entity, 0)); }
    static QByteArray lastRowId(model::EntityId entity) { return QByteArray::number(rowId(entity + 1, 0) - 1); }

    /// Changes when tokens or sort keys are made in another way.
    static QByteArray version();

private:
    Result<void> write(const QByteArray &sql, qint64 row, const QString &words);
    Database &m_database;
};

} // namespace guanxi::storage
