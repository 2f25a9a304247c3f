// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/model/rights.h"
#include "common/protocol/syncmessages.h"
#include "server/storage/standbystore.h"

namespace guanxi::server {

/// All that a page is made of besides the database: what is asked, by whom, and what he may see.
struct PageRequest {
    protocol::Pull pull;
    model::Rights rights;
    QSet<model::ScopeKey> granted;
    QSet<model::ScopeKey> everGranted;
    StandbyStore::Wanted wanted;
};

/// A page, also as it is sent.
struct PageRead {
    protocol::Page page;
    QByteArray frame;
};

/// Reads pages from a streaming replica; the half of Standby that works on its thread.
class StandbyReader
{
public:
    struct Options {
        QString place;
        QByteArray cluster; ///< clusterIdentifier() of the primary
        StandbyStore::Declare declare = nullptr;
        int patienceMs = 2'000; ///< for each answer of the replica
        int lagMs = 100;        ///< how long it may take to come to where the primary was
    };

    StandbyReader(const Options &options, const Clock &clock) : m_options(options), m_clock(clock) {}

    /// Connects where necessary. TimedOut: it is behind; errors of StandbyStore::open().
    Result<void> look(const StandbyStore::Wanted &wanted);
    /// The page as the primary would make it at a moment not before the request. Likewise.
    Result<PageRead> page(const PageRequest &request);

private:
    Result<void> reach(const StandbyStore::Wanted &wanted);
    Result<PageRead> read(const PageRequest &request);
    /// After an error of the connection or of its data it is made anew.
    template <class T> Result<T> kept(Result<T> result);

    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<StandbyStore> m_standby;
};

} // namespace guanxi::server
