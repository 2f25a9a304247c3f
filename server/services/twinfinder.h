// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// Finds live records that share a key (rules::twinKeys) with one: possibly the same thing entered twice. By an index that
/// follows every write, never by reading a table.
class TwinFinder
{
public:
    explicit TwinFinder(ServerStore &store) : m_store(store) {}

    /// Keys that a row has now and did not have before.
    static QStringList freshKeys(const std::optional<ServerRow> &before, const model::Record &after);
    /// A row was written; answers the keys that it did not have before.
    Result<QStringList> follow(const std::optional<ServerRow> &before, const model::Record &after);
    /// Other live records with one of the keys, oldest first.
    Result<QList<model::Record>> twinsOf(const model::Record &record, const QStringList &keys);
    /// Makes the index of what is stored, once for a database that was made without it.
    Result<void> build();

private:
    ServerStore &m_store;
};

} // namespace guanxi::server
