// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/model/rights.h"
#include "common/protocol/message.h"
#include "common/sync/streams.h"

namespace guanxi::test {

/// What a client without a database must remember: who it is, what it may see, and how far it has read. Its owner keeps
/// the rows, or does not.
class LightReplica
{
public:
    explicit LightReplica(const model::Catalogue &catalogue, const Uuid &replica = {}, const Uuid &user = {})
        : m_catalogue(catalogue), m_replica(replica), m_user(user)
    {}

    /// Who signed in, with which rights; what is newly granted is loaded.
    void take(const protocol::Ready &ready);
    void take(const protocol::RightsChanged &changed);
    /// Everything that may be seen is read once more, traces of what is gone included.
    void readAgain();
    protocol::Pull nextPull(int maxBytes) const;
    /// False: the page is void, as those of other rights are.
    bool take(const protocol::Page &page);
    /// False: it begins after what was read, so it must be pulled.
    bool take(const protocol::Live &live);
    /// The last page reached the head and nothing is loading.
    bool isLive() const { return m_live; }
    void setLive(bool live) { m_live = live; }

    /// A change set of this replica with the next number.
    model::ChangeSet set(QList<model::RecordChange> changes, qint64 at, bool strict = false);

    const Uuid &replica() const { return m_replica; }
    const Uuid &user() const { return m_user; }
    const model::Rights &rights() const { return m_rights; }
    qint64 rightsVersion() const { return m_rightsVersion; }
    qint64 cursor() const { return m_streams.cursor(); }

private:
    void takeRights(const QByteArray &rights, qint64 version, qint64 head);

    const model::Catalogue &m_catalogue;
    Uuid m_replica;
    Uuid m_user;
    qint64 m_seq = 0;
    qint64 m_head = 0;
    model::Rights m_rights;
    qint64 m_rightsVersion = 0;
    sync::ScopeStreams m_streams;
    bool m_live = false;
};

} // namespace guanxi::test
