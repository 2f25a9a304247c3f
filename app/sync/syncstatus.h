// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QObject>

namespace guanxi::app {

/// How far the engine is, at one moment.
struct SyncProgress {
    quint32 connection = 0; ///< which one; what is heard of an earlier one is out of date
    bool connected = false;
    bool live = false;
    int unsent = 0;
    int refused = 0;
    int held = 0;
    qint64 lastSync = 0; ///< UTC ms; 0: not in this run
    qint64 received = 0;
    qint64 behind = 0;
    bool building = false;
};

/// What the status line shows about the link to the server.
class SyncStatus : public QObject
{
    Q_OBJECT

public:
    enum class Link { Offline, Connecting, CatchingUp, Online, Refused };

    using QObject::QObject;

    Link link() const { return m_link; }
    /// Why the link is Offline or Refused; code Internal when there is nothing to say.
    const Error &reason() const { return m_reason; }
    int unsent() const { return m_unsent; }
    int refused() const { return m_refused; }   ///< change sets the server parked, not settled yet
    int held() const { return m_held; }         ///< of them or beside them, those that wait for an update of the server
    int conflicts() const { return m_conflicts; } ///< open conflict records
    qint64 lastSync() const { return m_lastSync; } ///< UTC ms; 0 never
    qint64 received() const { return m_received; } ///< rows of the running catch-up
    qint64 behind() const { return m_behind; }     ///< revisions still to come

    /// Search does not find everything yet that came with a large load.
    bool isBuilding() const { return m_building; }

    void setLink(Link link, const Error &reason = {});
    /// The server knows us on this connection; from now on the engine's progress tells the rest.
    void setConnected(quint32 connection);
    void follow(const guanxi::app::SyncProgress &progress);
    void setUnsent(int count);
    void setRefused(int count);
    void setHeld(int count);
    void setConflicts(int count);
    void setLastSync(qint64 at);
    void setBuilding(bool building);
    void setProgress(qint64 received, qint64 behind);

Q_SIGNALS:
    void changed();

private:
    Link m_link = Link::Offline;
    quint32 m_connection = 0;
    Error m_reason;
    int m_unsent = 0;
    int m_refused = 0;
    int m_held = 0;
    int m_conflicts = 0;
    qint64 m_lastSync = 0;
    qint64 m_received = 0;
    qint64 m_behind = 0;
    bool m_building = false;
};

} // namespace guanxi::app
