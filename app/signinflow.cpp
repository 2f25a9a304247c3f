// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signinflow.h"

#include "app/session/desk.h"
#include "app/shell/language.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace guanxi::app {

SignInFlow::SignInFlow(Desk &desk, Language &language, const LaunchOptions &options, QObject *parent)
    : QObject(parent), m_desk(desk), m_language(language), m_options(options)
{
    connect(&m_desk, &Desk::finished, this, &SignInFlow::ended);
}

SignInFlow::~SignInFlow() = default;

void SignInFlow::start()
{
    if (m_options.passwordFile.isEmpty())
        return ask();
    const Result<QString> password = m_options.password();
    if (!password)
        return Q_EMIT gaveUp(password.error());
    startSilently(*password);
}

void SignInFlow::startSilently(const QString &password)
{
    if (!m_desk.isNew())
        return signIn(password, m_options.offline);
    if (m_options.code.isEmpty())
        return ask();
    m_desk.enrol(m_options.code, m_options.user, password);
}

void SignInFlow::close()
{
    // Not deleted here: this may be one of the dialog's own signals.
    if (m_dialog)
        m_dialog.release()->deleteLater();
}

void SignInFlow::ask(const std::optional<Error> &reason)
{
    const auto purpose = m_desk.isNew() ? SignInDialog::Purpose::Enrol : SignInDialog::Purpose::SignIn;
    m_dialog = std::make_unique<SignInDialog>(purpose, m_desk.profile().companyName, m_desk.profile().login);
    m_dialog->setLanguage(m_language.name());
    connect(m_dialog.get(), &SignInDialog::languageChosen, this, &SignInFlow::languageChosen);
    connect(m_dialog.get(), &SignInDialog::enrolRequested, this, [this](const QString &code, const QString &login, const QString &password) {
        m_desk.enrol(code, login, password);
    });
    // Deriving the key takes a moment: let the dialog say so first.
    connect(m_dialog.get(), &SignInDialog::signInRequested, this, [this](const QString &password, bool offline) {
        QTimer::singleShot(0, this, [this, password, offline] { signIn(password, offline); });
    });
    connect(m_dialog.get(), &SignInDialog::forgotten, this, &SignInFlow::offerAnew);
    connect(m_dialog.get(), &QDialog::rejected, this, [this] { Q_EMIT gaveUp(Error{ErrorCode::WrongPassword, {}}); });
    m_dialog->show();
    if (reason)
        m_dialog->showRefusal(*reason);
}

void SignInFlow::offerAnew()
{
    QMessageBox box(QMessageBox::Warning, QStringLiteral("Guanxi"), tr("Without its password nobody can open what is on this computer, "
                    "not even your administrator. What you saved here and did not send yet stays locked up in it."), QMessageBox::Cancel, m_dialog.get());
    box.setInformativeText(tr("You can connect this computer anew, with a connection code: all that has been sent comes back. The locked "
                              "files are put aside, not deleted, in case you remember the password."));
    const QPushButton *anew = box.addButton(tr("Connect anew"), QMessageBox::DestructiveRole);
    box.button(QMessageBox::Cancel)->setText(tr("Cancel"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != anew)
        return;
    if (const Result<void> aside = m_desk.setAside(); !aside)
        return m_dialog->showRefusal(aside.error());
    close();
    ask();
}

void SignInFlow::signIn(const QString &password, bool offline)
{
    if (m_desk.wantsNewPassword())
        return m_desk.signInAgain(password);
    m_desk.setOffline(offline);
    const Result<void> signedIn = m_desk.signIn(password);
    // Too long without contact: the server has the word, and finished() follows.
    if (!signedIn && signedIn.error().code == ErrorCode::LeaseExpired && !offline)
        return m_desk.renewLease(password);
    ended(signedIn);
}

void SignInFlow::ended(const Result<void> &result)
{
    if (result) {
        close();
        return Q_EMIT opened();
    }
    if (!m_dialog)
        return Q_EMIT gaveUp(result.error());
    const bool asked = std::exchange(m_asksForGiven, m_desk.wantsNewPassword());
    if (m_asksForGiven && !asked)
        return m_dialog->askForGiven();
    if (m_asksForGiven == asked)
        return m_dialog->showRefusal(result.error());
    // The copy was closed meanwhile: its own password comes first again.
    close();
    ask(result.error());
}

} // namespace guanxi::app
