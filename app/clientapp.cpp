// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clientapp.h"

#include "app/shell/homeview.h"
#include "app/shell/mainwindow.h"
#include "app/shell/mainwindowcontroller.h"
#include "app/shell/passworddialog.h"
#include "app/shell/removeddialog.h"
#include "app/shell/statusline.h"
#include "app/signinflow.h"
#include "app/tour.h"
#include "app/views/conflicts/conflictsmodule.h"
#include "app/views/outbox/outboxmodule.h"
#include "app/widgets/errortext.h"
#include "app/widgets/filecontent.h"

#include <QApplication>
#include <QDir>
#include <QInputDialog>
#include <QMessageBox>
#include <QSettings>
#include <QTextStream>

namespace guanxi::app {

namespace {

QtMessageHandler &nextHandler()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

/// The platform without a screen complains, outside any logging category, of every size a window asks for; on a tour
/// that is thousands of lines which hide the one that matters.
void hushOffscreen()
{
    nextHandler() = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (!text.startsWith(QStringLiteral("This plugin does not support")))
            nextHandler()(type, context, text);
    });
}

} // namespace

ClientApp::ClientApp(QApplication &application, LaunchOptions options)
    : m_application(application), m_options(std::move(options)), m_theme(application), m_language(application)
{
    // Signing out closes the window and asks again; only leaving on purpose ends the program.
    m_application.setQuitOnLastWindowClosed(false);
    connect(&m_language, &Language::changed, this, [this] {
        m_theme.useFontFor(m_language.shortName());
        // Names of dictionary values are in both languages; those read so far are in the other one.
        if (m_desk && m_desk->isOpen())
            m_desk->records().synced({});
    });
}

ClientApp::~ClientApp() = default;

void ClientApp::start()
{
    QDir().mkpath(m_options.data);
    m_language.use(m_options.language.isEmpty() ? rememberedChoice(QStringLiteral("language")) : m_options.language);
    m_theme.use(Theme::modeNamed(m_options.theme.isEmpty() ? rememberedChoice(QStringLiteral("theme")) : m_options.theme));
    m_lock = std::make_unique<QLockFile>(QDir(m_options.data).filePath(QStringLiteral("guanxi.lock")));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return fail(m_lock->error() == QLockFile::LockFailedError ? Error{ErrorCode::InUse, {m_options.data}}
                                                                  : Error{ErrorCode::ReadOnly, {m_options.data}});
    m_desk = std::make_unique<Desk>(m_options.data, m_clock, m_random);
    m_desk->setThumbnailer(thumbnailOf);
    connect(&m_desk->link(), &ServerLink::ready, this, [this](const protocol::Ready &ready) {
        m_mustChangePassword = ready.mustChangePassword;
        if (m_mustChangePassword && m_window && m_options.tour.isEmpty())
            changePassword(true);
    });
    connect(m_desk.get(), &Desk::faulted, this, [this](const Error &error) {
        if (m_controller)
            m_controller->showError(error);
    });
    connect(m_desk.get(), &Desk::locked, this, &ClientApp::lock);
    connect(m_desk.get(), &Desk::removalOrdered, this, &ClientApp::showRemoved);
    m_signIn = std::make_unique<SignInFlow>(*m_desk, m_language, m_options);
    connect(m_signIn.get(), &SignInFlow::opened, this, &ClientApp::openWindow);
    connect(m_signIn.get(), &SignInFlow::languageChosen, this, &ClientApp::chooseLanguage);
    connect(m_signIn.get(), &SignInFlow::gaveUp, this, [this](const Error &reason) {
        if (m_options.passwordFile.isEmpty())
            m_application.quit();
        else
            fail(reason);
    });
    if (m_desk->isRemoved() && m_desk->isNew())
        showRemoved();
    else
        m_signIn->start();
}

void ClientApp::fail(const Error &error)
{
    const QString text = errorText(error);
    QTextStream(stderr) << text << Qt::endl;
    // Started by a script, nobody may be there to press a button.
    if (m_options.passwordFile.isEmpty())
        QMessageBox::critical(nullptr, QStringLiteral("Guanxi"), text);
    QMetaObject::invokeMethod(&m_application, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
}

void ClientApp::openWindow()
{
    if (m_desk->isRemoved())
        return showRemoved();
    m_drafts = std::make_unique<OutboxDrafts>(m_desk->outbox());
    m_window = std::make_unique<MainWindow>(m_desk->status(), m_clock);
    const QString company = m_desk->profile().companyName;
    m_window->setWindowTitle(company.isEmpty() ? QStringLiteral("Guanxi") : company + QStringLiteral(" – Guanxi"));
    ViewList views;
    addHomeView(views, m_desk->status(), m_clock);
    addConflictsView(views, m_clock);
    addOutboxView(views, m_desk->outbox(), m_desk->status(), m_clock);
    for (std::unique_ptr<ViewFactory> &view : allViews(m_desk->catalogue()))
        views.push_back(std::move(view));
    const ShellParts parts{m_desk->records(), *m_drafts, m_desk->outbox(), m_desk->status(), m_clock};
    m_controller = std::make_unique<MainWindowController>(parts, m_language, m_theme, std::move(views), *m_window);
    m_controller->setExtras(allExtras());
    connectWindow();
    m_window->statusLine().setOfflineOnPurpose(m_desk->isOffline());
    m_controller->start();
    m_window->show();
    if (!m_options.tour.isEmpty())
        startTour();
    else if (m_mustChangePassword)
        changePassword(true);
}

void ClientApp::connectWindow()
{
    connect(m_window.get(), &MainWindow::closing, this, [this] {
        m_desk->signOut();
        m_application.quit();
    }, Qt::QueuedConnection);
    connect(m_controller.get(), &MainWindowController::signOutRequested, this, &ClientApp::signOut, Qt::QueuedConnection);
    connect(m_controller.get(), &MainWindowController::languageChosen, this, &ClientApp::chooseLanguage);
    connect(m_controller.get(), &MainWindowController::themeChosen, this, &ClientApp::chooseTheme);
    connect(m_controller.get(), &MainWindowController::checkRequested, this, &ClientApp::checkData);
    connect(m_desk.get(), &Desk::compared, m_controller.get(), [this](const ComparisonReport &report) { say(report); });
    connect(m_desk.get(), &Desk::forked, m_controller.get(), [this] {
        m_controller->notify(tr("This copy was put back from a backup, or copied: it goes on as a computer of its own. Nothing is lost."));
    });
    connect(m_controller.get(), &MainWindowController::passwordRequested, this, [this] { changePassword(false); });
    StatusLine &line = m_window->statusLine();
    connect(&line, &StatusLine::connectRequested, this, &ClientApp::connectNow);
    connect(&line, &StatusLine::offlineRequested, this, [this](bool offline) {
        m_desk->setOffline(offline);
        m_window->statusLine().setOfflineOnPurpose(offline);
    });
}

void ClientApp::closeWindow()
{
    if (m_controller)
        m_controller->remember();
    m_tour.reset();
    m_controller.reset();
    m_window.reset();
    m_drafts.reset();
}

void ClientApp::signOut()
{
    closeWindow();
    m_desk->signOut();
    m_signIn->ask();
}

void ClientApp::lock()
{
    closeWindow();
    QMetaObject::invokeMethod(m_signIn.get(), [this] { m_signIn->ask(Error{ErrorCode::LeaseExpired, {}}); }, Qt::QueuedConnection);
}

void ClientApp::showRemoved()
{
    closeWindow();
    m_signIn->close();
    if (m_removed)
        return;
    if (!m_options.passwordFile.isEmpty()) // started by a script: nobody reads a page
        return fail({ErrorCode::DeviceRevoked, {}});
    m_removed = std::make_unique<RemovedDialog>(m_desk->profile().companyName);
    const auto say = [this] {
        const Profile &profile = m_desk->profile();
        if (profile.removal == Profile::Removal::Wiped)
            m_removed->showWiped(profile.handedOver, profile.lostFiles);
        else
            m_removed->showHandingOver(m_desk->unsent());
    };
    connect(m_desk.get(), &Desk::removalProgressed, m_removed.get(), say);
    connect(m_removed.get(), &RemovedDialog::connectAgainRequested, this, [this] {
        m_removed->hide();
        m_removed.release()->deleteLater(); // this is one of its own signals
        m_signIn->ask();
    });
    connect(m_removed.get(), &QDialog::rejected, &m_application, &QApplication::quit);
    say();
    m_removed->show();
}

void ClientApp::startTour()
{
    m_tour = std::make_unique<Tour>(Tour::Parts{*m_window, *m_controller, m_theme, m_language}, m_options.tour,
                                    [this] { return m_desk->isOffline() || m_desk->isQuiet(); });
    if (!m_options.look.isEmpty() && !m_tour->setLook(m_options.look))
        return fail({ErrorCode::Usage, {QStringLiteral("--look ") + m_options.look}});
    hushOffscreen();
    connect(m_tour.get(), &Tour::finished, this, [this](bool complete) {
        closeWindow();
        m_desk->signOut();
        m_application.exit(complete ? 0 : 1);
    }, Qt::QueuedConnection);
    m_tour->start();
}

void ClientApp::connectNow()
{
    const SyncStatus &status = m_desk->status();
    const ErrorCode refusal = status.link() == SyncStatus::Link::Refused ? status.reason().code : ErrorCode::Internal;
    constexpr std::array NeedCode{ErrorCode::DeviceUnknown, ErrorCode::KeyChanged, ErrorCode::CodeUsed, ErrorCode::CodeInvalid, ErrorCode::WrongCompany};
    if (std::find(NeedCode.begin(), NeedCode.end(), refusal) != NeedCode.end())
        return enrolAgain(status.reason());
    if (refusal != ErrorCode::WrongPassword)
        return m_desk->link().reconnect();
    // The password opened the local copy, so it was right once: somebody has set another at the server.
    auto *dialog = new QInputDialog(m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Connect"));
    dialog->setLabelText(tr("The server does not take your password any more. If your administrator has given you another "
                            "one, enter it here:"));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, m_desk.get(), &Desk::signInAgain);
    dialog->open();
}

void ClientApp::enrolAgain(const Error &reason)
{
    auto *dialog = new QInputDialog(m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Connect"));
    dialog->setLabelText(errorText(reason) + QLatin1Char('\n')
                         + tr("Your work stays on this computer and is sent once it is connected again. Connection code from your administrator:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &code) {
        if (const Result<void> begun = m_desk->enrolAgain(code); !begun)
            enrolAgain(begun.error());
    });
    dialog->open();
}

void ClientApp::checkData()
{
    m_desk->checkData();
    m_controller->notify(m_desk->status().link() == SyncStatus::Link::Online ? tr("Comparing with the server…")
                                                                            : tr("Your data will be compared as soon as the server can be reached"));
}

void ClientApp::say(const ComparisonReport &report)
{
    const QLocale locale;
    if (report.orphans > 0)
        m_controller->notify(tr("The server was put back from a backup. %n records exist only on this computer now: see My changes.", nullptr, int(report.orphans)));
    else if (report.fetched + report.removed == 0)
        m_controller->notify(tr("%1 records compared with the server: all the same").arg(locale.toString(report.rows)));
    else
        m_controller->notify(tr("%1 records compared with the server: %2 read again, %3 removed")
                                 .arg(locale.toString(report.rows), locale.toString(report.fetched), locale.toString(report.removed)));
}

void ClientApp::changePassword(bool demanded)
{
    if (m_passwordDialog)
        return;
    m_passwordDialog = new PasswordDialog(demanded, m_window.get());
    m_passwordDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_passwordDialog, &PasswordDialog::changeRequested, m_desk.get(), &Desk::changePassword);
    connect(m_desk.get(), &Desk::passwordChanged, m_passwordDialog, [this](const Result<void> &result) {
        m_passwordDialog->finish(result);
        if (!result)
            return;
        m_mustChangePassword = false;
        m_controller->notify(tr("Password changed"));
    });
    m_passwordDialog->open();
}

void ClientApp::chooseLanguage(const QString &name)
{
    m_language.use(name);
    rememberChoice(QStringLiteral("language"), name);
}

void ClientApp::chooseTheme(const QString &name)
{
    m_theme.use(Theme::modeNamed(name));
    rememberChoice(QStringLiteral("theme"), name);
}

// Language and look are needed before anybody signed in, so they are in a plain file beside the profile.
void ClientApp::rememberChoice(const QString &key, const QString &value)
{
    QSettings(QDir(m_options.data).filePath(QStringLiteral("look.ini")), QSettings::IniFormat).setValue(key, value);
}

QString ClientApp::rememberedChoice(const QString &key) const
{
    return QSettings(QDir(m_options.data).filePath(QStringLiteral("look.ini")), QSettings::IniFormat).value(key).toString();
}

} // namespace guanxi::app
