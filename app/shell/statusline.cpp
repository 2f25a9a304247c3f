// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/statusline.h"

#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace guanxi::app {

namespace {

QToolButton *part(const char *icon)
{
    auto *button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(QIcon::fromTheme(QString::fromLatin1(icon)));
    button->setIconSize({16, 16});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void say(QToolButton *button, const QString &text, bool alert)
{
    button->setText(text);
    button->setAccessibleName(text);
    if (button->property("alert").toBool() == alert)
        return;
    button->setProperty("alert", alert);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace

StatusLine::StatusLine(SyncStatus &status, const Clock &clock, QWidget *parent)
    : QStatusBar(parent), m_status(status), m_clock(clock), m_connection(part("network-connect")), m_progress(new QProgressBar),
      m_unsent(part("document-send")), m_conflicts(part("dialog-ok-apply")), m_lastSync(part("chronometer")),
      m_minute(new QTimer(this))
{
    setSizeGripEnabled(false);
    m_progress->setFixedWidth(140);
    m_progress->setMaximumHeight(14);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_connection->setPopupMode(QToolButton::InstantPopup);
    m_connection->setMenu(new QMenu(m_connection));
    for (QWidget *widget : {static_cast<QWidget *>(m_connection), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_unsent), static_cast<QWidget *>(m_conflicts)})
        addWidget(widget);
    addPermanentWidget(m_lastSync);
    connect(m_connection->menu(), &QMenu::aboutToShow, this, &StatusLine::fillConnectionMenu);
    connect(m_unsent, &QToolButton::clicked, this, &StatusLine::outboxRequested);
    connect(m_lastSync, &QToolButton::clicked, this, &StatusLine::outboxRequested);
    connect(m_conflicts, &QToolButton::clicked, this, &StatusLine::conflictsRequested);
    connect(&m_status, &SyncStatus::changed, this, &StatusLine::refresh);
    m_minute->setInterval(30'000);
    connect(m_minute, &QTimer::timeout, this, &StatusLine::refresh);
    m_minute->start();
    refresh();
}

void StatusLine::setOfflineOnPurpose(bool offline)
{
    m_offline = offline;
    refresh();
}

void StatusLine::refresh()
{
    showConnection();
    showProgress();
    const int unsent = m_status.unsent();
    const int refused = m_status.refused();
    if (refused > 0)
        say(m_unsent, tr("%n refused", nullptr, refused), true);
    else if (unsent > 0)
        say(m_unsent, tr("%n unsent", nullptr, unsent), false);
    else
        say(m_unsent, m_status.held() == 0 ? tr("All sent") : tr("%n wait for a newer server", nullptr, m_status.held()), false);
    m_unsent->setToolTip(m_status.held() == 0 ? tr("Shows what waits to be sent and what was refused")
                                              : tr("The server is older than this program. What it does not understand yet is sent once it is updated."));
    const int conflicts = m_status.conflicts();
    say(m_conflicts, conflicts == 0 ? tr("No conflicts") : tr("%n conflicts", nullptr, conflicts), conflicts > 0);
    // Colour only when there is something to decide.
    m_conflicts->setIcon(QIcon::fromTheme(conflicts == 0 ? QStringLiteral("dialog-ok-apply") : QStringLiteral("vcs-conflicting")));
    m_conflicts->setToolTip(tr("Opens the conflict desk"));
    say(m_lastSync, lastSyncText(), false);
    m_lastSync->setToolTip(m_status.lastSync() > 0 ? dateTimeText(m_status.lastSync()) : QString());
}

void StatusLine::showConnection()
{
    QString text;
    const char *icon = "network-disconnect";
    bool alert = false;
    switch (m_status.link()) {
    case SyncStatus::Link::Online:
        text = tr("Online");
        icon = "network-connect";
        break;
    case SyncStatus::Link::CatchingUp:
        text = tr("Catching up");
        icon = "view-refresh";
        break;
    case SyncStatus::Link::Connecting:
        text = tr("Connecting…");
        icon = "view-refresh";
        break;
    case SyncStatus::Link::Refused:
        text = tr("Not connected: refused");
        alert = true;
        break;
    case SyncStatus::Link::Offline:
        text = m_offline ? tr("Working offline") : tr("Offline");
        break;
    }
    QString explained = text;
    if (m_status.isBuilding()) {
        text += QStringLiteral(" · ") + tr("preparing search");
        explained = tr("All records are here. Until search is prepared it does not find every one of them.");
    }
    say(m_connection, text, alert);
    m_connection->setIcon(QIcon::fromTheme(QString::fromLatin1(icon)));
    const bool known = m_status.reason().code != ErrorCode::Internal;
    m_connection->setToolTip(known ? errorText(m_status.reason()) : explained);
}

void StatusLine::showProgress()
{
    const bool catching = m_status.link() == SyncStatus::Link::CatchingUp;
    const qint64 behind = m_status.behind();
    if (!catching) {
        m_mostBehind = 0;
        return m_progress->hide();
    }
    if (behind > m_mostBehind) {
        m_mostBehind = behind;
        m_behindSince = m_clock.monotonicMs();
    }
    QString text = m_status.received() > 0
                       ? tr("Catching up: %1 records").arg(QLocale().toString(m_status.received()))
                       : tr("Catching up");
    const qint64 done = m_mostBehind - behind;
    m_progress->setRange(0, m_mostBehind > 0 ? 1000 : 0);
    m_progress->setValue(m_mostBehind > 0 ? int(done * 1000 / m_mostBehind) : 0);
    m_progress->show();
    const qint64 elapsed = m_clock.monotonicMs() - m_behindSince;
    if (done > 0 && elapsed > 2000) {
        const qint64 seconds = elapsed * behind / done / 1000 + 1;
        text += QStringLiteral(" · ")
                + (seconds < 90 ? tr("%n seconds left", nullptr, int(seconds)) : tr("%n minutes left", nullptr, int(seconds / 60)));
    }
    say(m_connection, text, false);
}

QString StatusLine::lastSyncText() const
{
    if (m_status.lastSync() <= 0)
        return tr("Not synchronised yet");
    const qint64 minutes = (m_clock.wallMs() - m_status.lastSync()) / 60'000;
    if (minutes < 1)
        return tr("Synchronised just now");
    if (minutes < 60)
        return tr("Synchronised %n minutes ago", nullptr, int(minutes));
    return tr("Synchronised %1").arg(dateTimeText(m_status.lastSync()));
}

void StatusLine::fillConnectionMenu()
{
    QMenu *menu = m_connection->menu();
    menu->clear();
    if (m_status.reason().code != ErrorCode::Internal && m_status.link() != SyncStatus::Link::Online) {
        menu->addAction(errorText(m_status.reason()))->setEnabled(false);
        menu->addSeparator();
    }
    QAction *connectNow = menu->addAction(tr("Connect now"), this, &StatusLine::connectRequested);
    connectNow->setEnabled(!m_offline && m_status.link() != SyncStatus::Link::Online);
    QAction *offline = menu->addAction(tr("Work offline"));
    offline->setCheckable(true);
    offline->setChecked(m_offline);
    connect(offline, &QAction::toggled, this, &StatusLine::offlineRequested);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace guanxi::app
