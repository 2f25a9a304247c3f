// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lightreplica.h"

namespace guanxi::test {

using namespace protocol;
using sync::ScopeStreams;

void LightReplica::take(const Ready &ready)
{
    m_replica = ready.replica;
    m_user = ready.user;
    m_seq = std::max(m_seq, ready.lastSeq);
    takeRights(ready.rights, ready.rightsVersion, ready.head);
}

void LightReplica::take(const RightsChanged &changed) { takeRights(changed.rights, changed.rightsVersion, m_head); }

void LightReplica::takeRights(const QByteArray &rights, qint64 version, qint64 head)
{
    CborReader reader(rights);
    m_rights = model::Rights::read(reader);
    m_rightsVersion = version;
    m_head = std::max(m_head, head);
    m_live = false;
    m_streams.setGranted(m_rights.visibleScopes(m_catalogue), m_head);
}

void LightReplica::readAgain()
{
    m_streams = {};
    m_live = false;
    m_streams.setGranted(m_rights.visibleScopes(m_catalogue), 0);
}

Pull LightReplica::nextPull(int maxBytes) const
{
    Pull pull;
    pull.rightsVersion = m_rightsVersion;
    pull.cursor = m_streams.cursor();
    pull.maxBytes = maxBytes;
    for (const ScopeStreams::Stream &stream : m_streams.loads())
        pull.loads.append({stream.scope, stream.pos, stream.skip});
    for (const ScopeStreams::Stream &stream : m_streams.drops())
        pull.drops.append({stream.scope, stream.pos, stream.skip});
    return pull;
}

bool LightReplica::take(const Page &page)
{
    m_head = std::max(m_head, page.head);
    if (page.rightsVersion != m_rightsVersion)
        return false;
    const auto progress = [](const QList<StreamProgress> &streams) {
        QList<ScopeStreams::Progress> list;
        for (const StreamProgress &stream : streams)
            list.append({stream.scope, stream.pos.rev, stream.end});
        return list;
    };
    if (!m_streams.apply(m_streams.generation(), page.cursor.rev, progress(page.loads), progress(page.drops)))
        return false;
    m_live = !page.more && m_streams.isSettled();
    return true;
}

bool LightReplica::take(const Live &live)
{
    m_head = std::max(m_head, live.to);
    if (!m_live || live.from > m_streams.cursor())
        return false;
    return m_streams.advance(m_streams.cursor(), std::max(live.to, m_streams.cursor()));
}

model::ChangeSet LightReplica::set(QList<model::RecordChange> changes, qint64 at, bool strict)
{
    model::ChangeSet set;
    set.replica = m_replica;
    set.seq = ++m_seq;
    set.user = m_user;
    set.at = at;
    set.action = Uuid::named(m_replica.bytes() + QByteArray::number(m_seq));
    set.name = QStringLiteral("save");
    set.strict = strict;
    set.changes = std::move(changes);
    return set;
}

} // namespace guanxi::test
