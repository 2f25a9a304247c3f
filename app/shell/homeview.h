// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/syncstatus.h"
#include "app/views/viewlist.h"
#include "common/base/clock.h"

#include <QScrollArea>

class QVBoxLayout;
class QTimer;

namespace guanxi::app {

class ViewContext;
struct HomeList;

/// The first page: what waits for the user, what comes next, and where to begin. Empty companies see first steps.
class HomeView : public QScrollArea
{
    Q_OBJECT

public:
    HomeView(ViewContext &context, SyncStatus &status, const Clock &clock, QWidget *parent = nullptr);

    void reload();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *card(const QString &title, const QString &icon, QVBoxLayout *&content);
    void addWaiting(QVBoxLayout *content);
    void addNext(QVBoxLayout *content, const HomeList &list);
    void addStart(QVBoxLayout *content);
    void addLine(QVBoxLayout *content, const QString &icon, const QString &text, const QString &detail, std::function<void()> run);
    void addQuiet(QVBoxLayout *content, const QString &text);

    ViewContext &m_context;
    SyncStatus &m_status;
    const Clock &m_clock;
    QTimer *m_reloading;
};

/// Adds it as the main view of Home.
void addHomeView(ViewList &views, SyncStatus &status, const Clock &clock);

} // namespace guanxi::app
