// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/launchoptions.h"
#include "app/shell/signindialog.h"

namespace guanxi::app {

class Desk;
class Language;

/// Gets the desk open: with what the command line gives, else by asking. Ends with opened() or gaveUp().
class SignInFlow : public QObject
{
    Q_OBJECT

public:
    SignInFlow(Desk &desk, Language &language, const LaunchOptions &options, QObject *parent = nullptr);
    ~SignInFlow() override;

    void start();
    /// Ask, whatever the command line says (after signing out), and say why where there is a reason.
    void ask(const std::optional<Error> &reason = {});
    /// Stop asking: the computer was removed.
    void close();

Q_SIGNALS:
    void opened();
    /// Closed without signing in, or refused where nobody can be asked.
    void gaveUp(const guanxi::Error &reason);
    void languageChosen(const QString &name);

private:
    void startSilently(const QString &password);
    void signIn(const QString &password, bool offline);
    void ended(const Result<void> &result);
    /// The password is forgotten: says what that costs before anything is given up.
    void offerAnew();

    Desk &m_desk;
    Language &m_language;
    const LaunchOptions m_options;
    std::unique_ptr<SignInDialog> m_dialog;
    bool m_asksForGiven = false;
};

} // namespace guanxi::app
