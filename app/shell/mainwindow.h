// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <QMainWindow>

namespace guanxi::app {

class Actions;
class Docks;
class NoticeBar;
class Rail;
class StatusLine;
class SyncStatus;

/// The frame: rail, docks, menus, status line, notices. It only holds them; MainWindowController feeds them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(SyncStatus &status, const Clock &clock);

    Rail &rail() const { return *m_rail; }
    Docks &docks() const { return *m_docks; }
    Actions &actions() const { return *m_actions; }
    StatusLine &statusLine() const { return *m_status; }
    NoticeBar &notices() const { return *m_notices; }

Q_SIGNALS:
    void languageChanged();
    /// About to close: the last moment to remember the layout.
    void closing();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    QMenu *createPopupMenu() override;

private:
    Docks *m_docks;
    Rail *m_rail;
    Actions *m_actions;
    StatusLine *m_status;
    NoticeBar *m_notices;
};

} // namespace guanxi::app
