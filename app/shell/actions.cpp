// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actions.h"

#include <QAction>
#include <QIcon>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace guanxi::app {

Actions::Actions(QMainWindow &window) : QObject(&window)
{
    // New, Find and Print have no shortcut here: lists and forms have these keys themselves, and the same key twice
    // would do nothing. The window takes them where nobody else does (MainWindow::keyPressEvent).
    newRecord = make("list-add");
    print = make("document-print");
    find = make("edit-find");
    settings = make("configure", QKeySequence(Qt::CTRL | Qt::Key_Comma));
    signOut = make("system-log-out");
    quit = make("application-exit", QKeySequence(Qt::CTRL | Qt::Key_Q));
    undo = make("edit-undo", QKeySequence::Undo);
    palette = make("system-search", QKeySequence(Qt::CTRL | Qt::Key_K));
    closeView = make("window-close", QKeySequence(Qt::CTRL | Qt::Key_W));
    floatView = make("window-duplicate", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    nextView = make("go-next", QKeySequence(Qt::CTRL | Qt::Key_Tab));
    resetLayout = make("view-refresh");
    conflicts = make("view-split-left-right", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    outbox = make("document-send", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    checkData = make("view-refresh");
    help = make("help-contents", QKeySequence(Qt::Key_F1));
    shortcuts = make("view-list-details");
    about = make("help-about");
    systemLook = make("color-management");
    light = make("color-management");
    dark = make("color-management");
    chinese = make("preferences-desktop-locale");
    english = make("preferences-desktop-locale");
    fillMenus(window);
    // Some are in menus that are filled only when they open; their keys must work before that.
    window.addActions(m_all);
    retranslate();
}

QAction *Actions::make(const char *icon, const QKeySequence &keys)
{
    auto *action = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), QString(), this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    m_all.append(action);
    return action;
}

void Actions::fillMenus(QMainWindow &window)
{
    QMenuBar *bar = window.menuBar();
    m_fileMenu = bar->addMenu(QString());
    m_fileMenu->addActions({newRecord, print});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({settings});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({signOut, quit});
    m_editMenu = bar->addMenu(QString());
    m_editMenu->addActions({undo});
    m_editMenu->addSeparator();
    m_editMenu->addActions({find, palette});
    goMenu = bar->addMenu(QString());
    viewMenu = bar->addMenu(QString());
    m_lookMenu = new QMenu(&window);
    m_lookMenu->addActions({systemLook, light, dark});
    m_languageMenu = new QMenu(&window);
    m_languageMenu->addActions({chinese, english});
    m_helpMenu = bar->addMenu(QString());
    m_helpMenu->addActions({help, shortcuts});
    m_helpMenu->addSeparator();
    m_helpMenu->addAction(checkData);
    m_helpMenu->addSeparator();
    m_helpMenu->addMenu(m_lookMenu);
    m_helpMenu->addMenu(m_languageMenu);
    m_helpMenu->addSeparator();
    m_helpMenu->addAction(about);
}

void Actions::addNew(QAction *action)
{
    m_fileMenu->insertAction(print, action);
    m_all.append(action);
}

void Actions::retranslate()
{
    const auto keyed = [](QAction *action, const QString &text, const QKeySequence &keys) {
        const QString native = keys.toString(QKeySequence::NativeText);
        action->setText(text + u'\t' + native);
        action->setProperty("keys", native);
    };
    keyed(newRecord, tr("&New record…"), QKeySequence::New);
    keyed(print, tr("&Print…"), QKeySequence::Print);
    keyed(find, tr("&Find in list"), QKeySequence::Find);
    settings->setText(tr("&Settings…"));
    signOut->setText(tr("Sign &out"));
    quit->setText(tr("&Quit"));
    undo->setText(tr("&Undo last saved change"));
    palette->setText(tr("&Search everything…"));
    closeView->setText(tr("&Close view"));
    floatView->setText(tr("View in a &window of its own"));
    nextView->setText(tr("&Next view"));
    resetLayout->setText(tr("&Reset layout"));
    conflicts->setText(tr("&Conflict desk"));
    outbox->setText(tr("My &changes"));
    checkData->setText(tr("&Check my data"));
    help->setText(tr("&Help on this view"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    about->setText(tr("&About Guanxi"));
    systemLook->setText(tr("As the &system"));
    light->setText(tr("&Light"));
    dark->setText(tr("&Dark"));
    chinese->setText(QStringLiteral("中文"));
    english->setText(QStringLiteral("English"));
    systemLook->setProperty("paletteText", tr("Appearance: as the system"));
    light->setProperty("paletteText", tr("Appearance: light"));
    dark->setProperty("paletteText", tr("Appearance: dark"));
    chinese->setProperty("paletteText", QStringLiteral("语言：中文"));
    english->setProperty("paletteText", QStringLiteral("Language: English"));
    m_fileMenu->setTitle(tr("&File"));
    m_editMenu->setTitle(tr("&Edit"));
    goMenu->setTitle(tr("&Go"));
    viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_lookMenu->setTitle(tr("&Appearance"));
    m_languageMenu->setTitle(tr("&Language"));
}

} // namespace guanxi::app
