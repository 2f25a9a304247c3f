// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <memory>

class QAction;
class QMainWindow;
class QMenu;

namespace guanxi::app {

/// The window's own commands with their menus. Views are added to the View menu by the controller.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QMainWindow &window);

    QAction *newRecord;
    QAction *print;
    QAction *settings;
    QAction *signOut;
    QAction *quit;
    QAction *undo;
    QAction *find;
    QAction *palette;
    QAction *closeView;
    QAction *floatView;
    QAction *nextView;
    QAction *resetLayout;
    QAction *light;
    QAction *dark;
    QAction *systemLook;
    QAction *chinese;
    QAction *english;
    QAction *conflicts;
    QAction *outbox;
    QAction *checkData;
    QAction *help;
    QAction *shortcuts;
    QAction *about;

    /// Filled when it opens: workspaces, and the views of each.
    QMenu *goMenu;
    QMenu *viewMenu;

    void retranslate();
    /// A command of a subject, beside the one for a new record; its words are the caller's.
    void addNew(QAction *action);
    /// For the command palette.
    QList<QAction *> all() const { return m_all; }

private:
    QAction *make(const char *icon, const QKeySequence &keys = {});
    void fillMenus(QMainWindow &window);

    QList<QAction *> m_all;
    QMenu *m_fileMenu;
    QMenu *m_editMenu;
    QMenu *m_helpMenu;
    QMenu *m_lookMenu;
    QMenu *m_languageMenu;
};

} // namespace guanxi::app
