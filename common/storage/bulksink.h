// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"
#include "common/storage/rowwriter.h"

namespace guanxi::storage {

/// Where a BulkInserter's rows go: straight to the interface of the database in use.
class BulkSink
{
public:
    static std::unique_ptr<BulkSink> into(Database &database, const model::Entity &entity, StoreKind kind, bool replacing);
    virtual ~BulkSink() = default;

    virtual Result<void> put(const RowWriter &row) = 0;
    virtual Result<void> finish() = 0;
};

} // namespace guanxi::storage
