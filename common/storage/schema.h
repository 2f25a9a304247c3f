// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/storage/database.h"

#include <functional>
#include <limits>
#include <optional>

namespace guanxi::storage {

/// Server: rows carry their scopes. Cache: rows carry sort keys, and there is a search index (SQLite only).
enum class StoreKind : quint8 { Server, Cache };

/// Makes or extends the tables, columns and indexes of `catalogue`, runs migrations, and makes sort keys and search
/// anew when the collation changed. Cheap when nothing changed. DatabaseNewer(version, known) when a newer program
/// wrote the database.
Result<void> ensureSchema(Database &database, const model::Catalogue &catalogue, StoreKind kind);

/// Told how many rows are done; false stops the work, which then has had no effect.
using Progress = std::function<bool(qint64 done, qint64 total)>;

/// Gives up indexes and search of the entity, for bulk loading. Remembered in the database.
Result<void> dropSecondary(Database &database, const model::Entity &entity, StoreKind kind);
/// Makes them again from the rows. Error Internal("cancelled") when `progress` said stop.
Result<void> buildSecondary(Database &database, const model::Entity &entity, StoreKind kind,
                            const Progress &progress = {});
/// The same in steps, between which rows may be written: one index, or search over the next `rows`; a table that has no more
/// at once. False when nothing is left to do. A cache only.
Result<bool> buildSome(Database &database, const model::Entity &entity, qint64 rows);

/// How far indexes and search of an entity are made.
struct Secondary {
    bool indexed = true;
    qint64 searchedTo = std::numeric_limits<qint64>::max(); ///< rows up to this number are in the search index

    bool isComplete() const { return indexed && searchedTo == std::numeric_limits<qint64>::max(); }
};
Result<Secondary> secondaryOf(Database &database, const model::Entity &entity);

/// Named settings of the database itself (schema version, epoch, cursors …).
Result<std::optional<QByteArray>> metaValue(Database &database, QByteArrayView key);
Result<void> setMetaValue(Database &database, QByteArrayView key, QByteArrayView value);
Result<void> removeMetaValue(Database &database, QByteArrayView key);

} // namespace guanxi::storage
