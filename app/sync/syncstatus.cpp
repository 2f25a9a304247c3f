// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/syncstatus.h"

namespace guanxi::app {

void SyncStatus::setLink(Link link, const Error &reason)
{
    if (m_link == link && m_reason == reason)
        return;
    m_link = link;
    m_reason = reason;
    Q_EMIT changed();
}

void SyncStatus::setConnected(quint32 connection)
{
    m_connection = connection;
    setLink(Link::CatchingUp);
}

void SyncStatus::follow(const SyncProgress &progress)
{
    setUnsent(progress.unsent);
    setRefused(progress.refused);
    setHeld(progress.held);
    if (progress.lastSync != 0)
        setLastSync(progress.lastSync);
    setProgress(progress.received, progress.behind);
    setBuilding(progress.building);
    // Whether there is a connection at all is known to the link before the engine has heard of it.
    const bool linked = m_link == Link::CatchingUp || m_link == Link::Online;
    if (linked && progress.connected && progress.connection == m_connection)
        setLink(progress.live ? Link::Online : Link::CatchingUp);
}

void SyncStatus::setUnsent(int count)
{
    if (std::exchange(m_unsent, count) != count)
        Q_EMIT changed();
}

void SyncStatus::setRefused(int count)
{
    if (std::exchange(m_refused, count) != count)
        Q_EMIT changed();
}

void SyncStatus::setHeld(int count)
{
    if (std::exchange(m_held, count) != count)
        Q_EMIT changed();
}

void SyncStatus::setConflicts(int count)
{
    if (std::exchange(m_conflicts, count) != count)
        Q_EMIT changed();
}

void SyncStatus::setLastSync(qint64 at)
{
    if (std::exchange(m_lastSync, at) != at)
        Q_EMIT changed();
}

void SyncStatus::setBuilding(bool building)
{
    if (std::exchange(m_building, building) != building)
        Q_EMIT changed();
}

void SyncStatus::setProgress(qint64 received, qint64 behind)
{
    if (std::pair(m_received, m_behind) == std::pair(received, behind))
        return;
    m_received = received;
    m_behind = behind;
    Q_EMIT changed();
}

} // namespace guanxi::app
