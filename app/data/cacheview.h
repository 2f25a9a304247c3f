// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/recordstore.h"

namespace guanxi::app {

/// Reads the local copy without waiting for whoever writes it: a connection of its own, for one thread.
class CacheView
{
public:
    /// Over a cache file. Errors as Database::open.
    static Result<std::unique_ptr<CacheView>> open(const QString &path, const QByteArray &key, const model::Catalogue &catalogue);

    /// Over a cache in memory, which has only the one connection (tests, simulator).
    CacheView(std::shared_ptr<storage::Database> database, const model::Catalogue &catalogue);

    storage::Database &database() { return *m_database; }
    storage::RecordStore &records() { return m_records; }

private:
    std::shared_ptr<storage::Database> m_database;
    storage::RecordStore m_records;
};

} // namespace guanxi::app
