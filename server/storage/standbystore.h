// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// What tells one PostgreSQL cluster, and its streaming replicas, from all others.
Result<QByteArray> clusterIdentifier(storage::Database &database);

/// A streaming replica of the company's database that follows the primary, read by one thread.
class StandbyStore
{
public:
    /// What the primary has, which the replica must have as well.
    struct Wanted {
        qint64 head = 0;
        Uuid epoch;
        Uuid run; ///< the latest one: a replica that follows another line of the database lacks it
        friend bool operator==(const Wanted &, const Wanted &) = default;
    };
    using Declare = void (*)(model::Catalogue &);

    /// No answer is waited for longer than `patienceMs`. DatabaseOpen(place, reason); NotFound("standby", place): it is no
    /// replica of the cluster, or does not follow it.
    static Result<std::unique_ptr<storage::Database>> connect(const QString &place, const QByteArray &cluster, int patienceMs);
    /// The same with what is needed for reading. An error of the database: it may not have come to our tables yet.
    static Result<std::unique_ptr<StandbyStore>> open(const QString &place, const QByteArray &cluster, int patienceMs, Declare declare);

    /// It has come to where the primary was. NotFound("standby", place) when it is of another line or was made a primary.
    Result<bool> has(const Wanted &wanted);
    /// Takes over scopes and fields as they are in the present transaction.
    Result<void> meet();
    ServerStore &store() { return *m_store; }
    storage::Database &database() { return *m_database; }

private:
    StandbyStore() = default;

    model::Catalogue m_catalogue;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<ServerStore> m_store;
};

} // namespace guanxi::server
