// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"
#include "common/protocol/recoverymessages.h"
#include "server/services/projection.h"

namespace guanxi::server {

/// Compares a copy with what its user may see: by fingerprints of segments, then row by row where those differ. Stateless;
/// what is not visible now is neither counted nor sent, and ids leave only in answer to a client that named them.
class CompareService
{
public:
    CompareService(ServerStore &store, const Clock &clock) : m_store(store), m_clock(clock) {}

    /// NotFound(entity) for an entity that the catalogue has not.
    Result<protocol::Compared> compare(const protocol::Compare &compare, const Reader &reader);
    Result<protocol::Mended> mend(const protocol::Mend &mend, const Reader &reader);

private:
    ServerStore &m_store;
    const Clock &m_clock;
};

} // namespace guanxi::server
