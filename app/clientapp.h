// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/launchoptions.h"
#include "app/session/desk.h"
#include "app/shell/language.h"
#include "app/data/outboxdrafts.h"
#include "app/shell/theme.h"

#include <QLockFile>
#include <QPointer>

class QApplication;

namespace guanxi::app {

class MainWindow;
class MainWindowController;
class PasswordDialog;
class RemovedDialog;
class SignInFlow;
class Tour;

/// Builds the desktop program and holds its parts together: one Desk, the sign-in, the main window.
class ClientApp : public QObject
{
    Q_OBJECT

public:
    ClientApp(QApplication &application, LaunchOptions options);
    ~ClientApp() override;

    /// Begins; the event loop does the rest. Ends the program with 1 when it cannot.
    void start();

private:
    void fail(const Error &error);
    void openWindow();
    void closeWindow();
    void connectWindow();
    void signOut();
    /// Offline for too long: nothing is shown until somebody signs in again.
    void lock();
    /// The administrator removed this computer: says so instead of showing anything.
    void showRemoved();
    void startTour();
    void chooseLanguage(const QString &name);
    void chooseTheme(const QString &name);
    void rememberChoice(const QString &key, const QString &value);
    QString rememberedChoice(const QString &key) const;
    /// Tries at once; asks for the password when the server did not take it.
    void connectNow();
    /// Asks for a connection code, because of `reason`.
    void enrolAgain(const Error &reason);
    void changePassword(bool demanded);
    void checkData();
    void say(const ComparisonReport &report);

    QApplication &m_application;
    const LaunchOptions m_options;
    SystemClock m_clock;
    SystemRandom m_random;
    Theme m_theme;
    Language m_language;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SignInFlow> m_signIn;
    std::unique_ptr<OutboxDrafts> m_drafts;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<MainWindowController> m_controller;
    std::unique_ptr<Tour> m_tour;
    std::unique_ptr<RemovedDialog> m_removed;
    QPointer<PasswordDialog> m_passwordDialog;
    bool m_mustChangePassword = false;
};

} // namespace guanxi::app
