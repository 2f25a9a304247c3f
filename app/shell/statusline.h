// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncstatus.h"
#include "common/base/clock.h"

#include <QStatusBar>

class QProgressBar;
class QTimer;
class QToolButton;

namespace guanxi::app {

/// The bottom line: connection, what is unsent or refused, conflicts, last contact. Each part opens its desk.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(SyncStatus &status, const Clock &clock, QWidget *parent = nullptr);

    void setOfflineOnPurpose(bool offline);

Q_SIGNALS:
    void outboxRequested();
    void conflictsRequested();
    /// Connect now, or stop working offline.
    void connectRequested();
    void offlineRequested(bool offline);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showConnection();
    void showProgress();
    void fillConnectionMenu();
    QString lastSyncText() const;

    SyncStatus &m_status;
    const Clock &m_clock;
    QToolButton *m_connection;
    QProgressBar *m_progress;
    QToolButton *m_unsent;
    QToolButton *m_conflicts;
    QToolButton *m_lastSync;
    QTimer *m_minute;
    qint64 m_mostBehind = 0;  ///< of the running catch-up
    qint64 m_behindSince = 0; ///< monotonic ms
    bool m_offline = false;
};

} // namespace guanxi::app
