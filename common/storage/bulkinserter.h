// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"
#include "common/storage/schema.h"

namespace guanxi::storage {

/// Writes many new rows of one entity as fast as the database can: one prepared statement on SQLite, binary COPY on
/// PostgreSQL (no other statement may run on the connection until finish()). Belongs inside a Transaction; indexes and
/// search are left alone, so dropSecondary() goes before and buildSecondary() after. Sort keys are written.
class BulkInserter
{
public:
    /// What becomes of a row that is there already. Replacing is for a cache.
    enum class Existing : quint8 { Refused, Replaced };

    BulkInserter(Database &database, const model::Entity &entity, StoreKind kind, Existing existing = Existing::Refused);
    ~BulkInserter();
    BulkInserter(const BulkInserter &) = delete;
    BulkInserter &operator=(const BulkInserter &) = delete;

    /// On PostgreSQL a row the database refuses is reported by a later add() or by finish().
    Result<void> add(const model::Record &record, QByteArrayView scopes = {});
    /// Must be called; without it a COPY is called off.
    Result<void> finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace guanxi::storage
