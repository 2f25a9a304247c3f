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

void SyncStatus::setProgress(qint64 received, qint64 behind)
{
    m_received = received;
    m_behind = behind;
    Q_EMIT changed();
}

} // namespace guanxi::app
