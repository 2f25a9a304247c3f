// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/docks.h"

#include "app/shell/docktitle.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QIcon>
#include <QMainWindow>
#include <QScreen>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace guanxi::app {

namespace {

/// Grows with every change that makes saved layouts useless.
constexpr int LayoutVersion = 1;

} // namespace

Docks::Docks(QMainWindow &window) : QObject(&window), m_window(window), m_tidying(new QTimer(this))
{
    m_window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window.installEventFilter(this);
    m_tidying->setSingleShot(true);
    m_tidying->setInterval(0);
    connect(m_tidying, &QTimer::timeout, this, &Docks::tidy);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (const QString id = idOf(now); !id.isEmpty())
            setCurrent(id);
    });
}

void Docks::add(const QString &id, const QString &title, const QString &icon, Make make)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(id);
    dock->setWindowIcon(QIcon::fromTheme(icon));
    dock->setAccessibleName(title);
    dock->setTitleBarWidget(new DockTitle(*dock));
    dock->hide();
    m_docks.insert(id, {dock, std::move(make), false});
    m_order.append(id);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, id](bool visible) { visibilityChanged(id, visible); });
    connect(dock, &QDockWidget::topLevelChanged, this, [this, id](bool floating) { floatingChanged(id, floating); });
    connect(dock, &QDockWidget::dockLocationChanged, m_tidying, qOverload<>(&QTimer::start));
    dock->installEventFilter(this);
}

void Docks::remove(const QString &id)
{
    const Entry entry = m_docks.take(id);
    m_order.removeAll(id);
    if (m_current == id)
        m_current.clear();
    if (!entry.dock)
        return;
    m_window.removeDockWidget(entry.dock);
    entry.dock->deleteLater();
    m_tidying->start();
}

QDockWidget *Docks::dock(const QString &id) const { return m_docks.value(id).dock; }

QWidget *Docks::content(const QString &id) const
{
    const QDockWidget *found = dock(id);
    return found ? found->widget() : nullptr;
}

void Docks::setTitle(const QString &id, const QString &title)
{
    if (QDockWidget *found = dock(id)) {
        found->setWindowTitle(title);
        found->setAccessibleName(title);
        if (auto *bar = qobject_cast<DockTitle *>(found->titleBarWidget()))
            bar->retranslate();
    }
}

void Docks::ensureContent(const QString &id)
{
    Entry &entry = m_docks[id];
    if (entry.dock->widget() || !entry.make)
        return;
    QWidget *content = entry.make(entry.dock);
    content->setProperty("surface", true);
    content->setAttribute(Qt::WA_StyledBackground);
    entry.dock->setWidget(content);
}

void Docks::place(QDockWidget *dock)
{
    for (const QString &id : std::as_const(m_order)) {
        QDockWidget *other = this->dock(id);
        if (other != dock && !other->isHidden() && !other->isFloating()
            && m_window.dockWidgetArea(other) == Qt::LeftDockWidgetArea)
            return m_window.tabifyDockWidget(other, dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock);
}

void Docks::show(const QString &id)
{
    QDockWidget *shown = dock(id);
    if (!shown)
        return;
    ensureContent(id);
    if (shown->isHidden()) {
        if (!shown->isFloating())
            place(shown);
        shown->show();
    }
    shown->raise();
    if (shown->isFloating())
        shown->activateWindow();
    if (QWidget *content = shown->widget(); content && !content->isAncestorOf(QApplication::focusWidget()))
        content->setFocus(Qt::OtherFocusReason);
    setCurrent(id);
    m_tidying->start();
}

void Docks::showAside(const QString &id)
{
    QDockWidget *shown = dock(id);
    if (!shown)
        return;
    if (shown->isHidden() && !shown->isFloating()) {
        QDockWidget *neighbour = nullptr;
        for (const QString &other : std::as_const(m_order))
            if (QDockWidget *candidate = dock(other); candidate != shown && !candidate->isHidden() && !candidate->isFloating()
                && m_window.dockWidgetArea(candidate) == Qt::RightDockWidgetArea)
                neighbour = candidate;
        if (neighbour) {
            m_window.tabifyDockWidget(neighbour, shown);
        } else {
            m_window.addDockWidget(Qt::RightDockWidgetArea, shown);
            const QDockWidget *left = dock(m_current);
            if (left && left != shown && !left->isFloating())
                m_window.resizeDocks({const_cast<QDockWidget *>(left), shown}, {46, 54}, Qt::Horizontal);
        }
        ensureContent(id);
        shown->show();
    }
    show(id);
}

void Docks::close(const QString &id)
{
    QDockWidget *closing = dock(id);
    if (!closing)
        return;
    closing->close();
    // A tab behind another one was not seen before either, so Qt says nothing of its going.
    report(id);
}

bool Docks::isOpen(const QString &id) const
{
    const QDockWidget *found = dock(id);
    return found && !found->isHidden();
}

QStringList Docks::open() const
{
    QStringList ids;
    for (const QString &id : m_order)
        if (isOpen(id))
            ids.append(id);
    return ids;
}

QString Docks::current() const { return isOpen(m_current) ? m_current : open().value(0); }

void Docks::closeCurrent() { close(current()); }

void Docks::floatCurrent()
{
    if (QDockWidget *found = dock(current()))
        found->setFloating(!found->isFloating());
}

void Docks::setCurrent(const QString &id)
{
    if (id == m_current || m_arranging)
        return;
    m_current = id;
    Q_EMIT currentChanged(id);
}

void Docks::arrange(const QStringList &ids, const QString &front)
{
    m_arranging = true;
    clear();
    QDockWidget *first = nullptr;
    for (const QString &id : ids) {
        QDockWidget *next = dock(id);
        if (!next)
            continue;
        if (first)
            m_window.tabifyDockWidget(first, next);
        else
            m_window.addDockWidget(Qt::LeftDockWidgetArea, next);
        next->show();
        first = first ? first : next;
    }
    m_arranging = false;
    noteOpen();
    show(front);
}

QByteArray Docks::save() const { return m_window.saveState(LayoutVersion); }

bool Docks::restore(const QByteArray &state)
{
    m_arranging = true;
    clear();
    const bool restored = m_window.restoreState(state, LayoutVersion);
    m_arranging = false;
    for (const QString &id : open()) {
        QDockWidget *found = dock(id);
        rescue(found);
        // On top of its tabs, or alone: seen now, so its content is needed.
        if (!found->visibleRegion().isEmpty())
            ensureContent(id);
    }
    noteOpen();
    m_tidying->start();
    return restored;
}

void Docks::clear()
{
    for (const Entry &entry : std::as_const(m_docks)) {
        entry.dock->setFloating(false);
        m_window.removeDockWidget(entry.dock);
    }
    // QMainWindow (seen with Qt 6.4) goes on saving docks that an earlier restoreState() has shown, although they were
    // removed since, unless it restores a state without any.
    if (m_blank.isEmpty())
        m_blank = m_window.saveState(LayoutVersion);
    else
        m_window.restoreState(m_blank, LayoutVersion);
}

void Docks::noteOpen()
{
    for (Entry &entry : m_docks)
        entry.open = !entry.dock->isHidden();
}

void Docks::rescue(QDockWidget *dock) const
{
    if (!dock->isFloating())
        return;
    for (const QScreen *screen : QGuiApplication::screens())
        if (screen->availableGeometry().intersects(dock->frameGeometry().adjusted(40, 40, -40, -40)))
            return;
    dock->move(m_window.frameGeometry().topLeft() + QPoint(80, 80));
}

void Docks::visibilityChanged(const QString &id, bool visible)
{
    m_tidying->start();
    if (m_arranging || !m_docks.contains(id))
        return;
    if (visible) {
        ensureContent(id);
        // A tab that was clicked comes on top without taking the keyboard.
        if (!idOf(QApplication::focusWidget()).isEmpty() && idOf(QApplication::focusWidget()) != id)
            if (QWidget *content = this->content(id); content && !dock(id)->isFloating())
                content->setFocus(Qt::OtherFocusReason);
        setCurrent(id);
    }
    report(id);
}

void Docks::report(const QString &id)
{
    if (!m_docks.contains(id))
        return;
    Entry &entry = m_docks[id];
    const bool nowOpen = !entry.dock->isHidden();
    if (std::exchange(entry.open, nowOpen) == nowOpen)
        return;
    if (nowOpen)
        Q_EMIT opened(id);
    else
        Q_EMIT closed(id);
}

void Docks::floatingChanged(const QString &id, bool floating)
{
    QDockWidget *found = dock(id);
    if (!found)
        return;
    // A window of its own has the system's title bar.
    if (floating && found->titleBarWidget())
        delete found->titleBarWidget();
    else if (!floating && !found->titleBarWidget())
        found->setTitleBarWidget(new DockTitle(*found));
    m_tidying->start();
}

QString Docks::idOf(const QWidget *inside) const
{
    for (; inside; inside = inside->parentWidget())
        if (const auto *found = qobject_cast<const QDockWidget *>(inside))
            return m_docks.contains(found->objectName()) ? found->objectName() : QString();
    return {};
}

QString Docks::idOfTab(const QTabBar *bar, int index) const
{
    // QMainWindow keeps the dock's address with the tab.
    const quintptr address = bar->tabData(index).value<quintptr>();
    for (const QString &id : m_order)
        if (reinterpret_cast<quintptr>(dock(id)) == address)
            return id;
    return {};
}

void Docks::tidy()
{
    for (QTabBar *bar : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        tidyTabs(bar);
    for (const QString &id : open())
        if (!dock(id)->visibleRegion().isEmpty())
            ensureContent(id);
    for (const Entry &entry : std::as_const(m_docks))
        if (auto *title = qobject_cast<DockTitle *>(entry.dock->titleBarWidget())) {
            bool tabbed = false;
            for (const QDockWidget *other : m_window.tabifiedDockWidgets(entry.dock))
                tabbed = tabbed || !other->isHidden();
            title->setCollapsed(tabbed);
        }
}

void Docks::tidyTabs(QTabBar *bar)
{
    bar->setDocumentMode(true);
    bar->setElideMode(Qt::ElideRight);
    bar->setIconSize({16, 16});
    bar->setFocusPolicy(Qt::TabFocus);
    for (int i = 0; i < bar->count(); ++i)
        // QMainWindow reuses tabs for other docks. Only what differs: changing a tab lays the window out again, which would bring us back here for ever.
        if (const QDockWidget *found = dock(idOfTab(bar, i))) {
            if (bar->tabIcon(i).cacheKey() != found->windowIcon().cacheKey())
                bar->setTabIcon(i, found->windowIcon());
            if (!bar->tabButton(i, QTabBar::RightSide))
                bar->setTabButton(i, QTabBar::RightSide, closeButton(bar));
        }
}

QWidget *Docks::closeButton(QTabBar *bar)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(QStringLiteral("tabClose"));
    button->setText(QStringLiteral("×"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the keyboard has Ctrl+W
    button->setToolTip(tr("Close (Ctrl+W)"));
    button->setAccessibleName(tr("Close"));
    connect(button, &QToolButton::clicked, this, [this, bar, button] {
        for (int i = 0; i < bar->count(); ++i)
            if (bar->tabButton(i, QTabBar::RightSide) == button)
                return close(idOfTab(bar, i));
    });
    return button;
}

bool Docks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && watched == &m_window && !m_tidying->isActive())
        m_tidying->start();
    return QObject::eventFilter(watched, event);
}

} // namespace guanxi::app
