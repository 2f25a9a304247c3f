// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "app/shell/actions.h"
#include "app/shell/docks.h"
#include "app/shell/noticebar.h"
#include "app/shell/rail.h"
#include "app/shell/statusline.h"

#include <QAction>
#include <QKeyEvent>
#include <QLayout>
#include <QToolBar>

namespace guanxi::app {

MainWindow::MainWindow(SyncStatus &status, const Clock &clock)
    : m_docks(new Docks(*this)), m_rail(new Rail), m_actions(new Actions(*this)), m_status(new StatusLine(status, clock)),
      m_notices(new NoticeBar(this))
{
    setWindowTitle(QStringLiteral("Guanxi"));
    resize(1280, 800);
    // Docks that pass by while a layout is restored must not push the window beyond the screen: it would stay so.
    layout()->setSizeConstraint(QLayout::SetNoConstraint);
    setMinimumSize(800, 520);
    // A tool bar stays outside the docks whatever is done with them.
    auto *bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("rail"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_rail);
    addToolBar(Qt::LeftToolBarArea, bar);
    setStatusBar(m_status);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::New))
        m_actions->newRecord->trigger();
    else if (event->matches(QKeySequence::Find))
        m_actions->find->trigger();
    else if (event->matches(QKeySequence::Print))
        m_actions->print->trigger();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        Q_EMIT languageChanged();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

QMenu *MainWindow::createPopupMenu() { return nullptr; }

} // namespace guanxi::app
