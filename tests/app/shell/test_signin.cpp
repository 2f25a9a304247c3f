// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launchoptions.h"
#include "app/shell/language.h"
#include "app/shell/passworddialog.h"
#include "app/shell/resources.h"
#include "app/shell/signindialog.h"
#include "common/protocol/connectioncode.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;

namespace {

QPushButton *buttonNamed(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

struct SignIn {
    SignIn() : dialog(SignInDialog::Purpose::SignIn, QStringLiteral("长城公司"), QStringLiteral("wang"))
    {
        loadResources();
        activate(dialog);
        password = dialog.findChild<QLineEdit *>();
    }

    SignInDialog dialog;
    QLineEdit *password;
};

} // namespace

TEST_CASE("Signing in needs a password and Enter")
{
    SignIn signIn;
    QSignalSpy requested(&signIn.dialog, &SignInDialog::signInRequested);
    QTest::keyClick(signIn.password, Qt::Key_Return);
    CHECK(requested.isEmpty());
    QTest::keyClicks(signIn.password, QStringLiteral("secret"));
    QTest::keyClick(signIn.password, Qt::Key_Return);
    REQUIRE(requested.size() == 1);
    CHECK(requested[0][0].toString() == QStringLiteral("secret"));
    CHECK_FALSE(requested[0][1].toBool());
    CHECK_FALSE(signIn.password->isEnabled());
}

TEST_CASE("Every refusal is one clear sentence and leaves the form usable")
{
    const ErrorCode code = GENERATE(ErrorCode::WrongPassword, ErrorCode::UserDisabled, ErrorCode::GrantExpired,
                                    ErrorCode::DeviceRevoked, ErrorCode::CodeUsed, ErrorCode::CodeInvalid, ErrorCode::KeyChanged,
                                    ErrorCode::LeaseExpired, ErrorCode::Unreachable, ErrorCode::WrongProtocol, ErrorCode::DiskFull,
                                    ErrorCode::ReadOnly);
    SignIn signIn;
    QTest::keyClicks(signIn.password, QStringLiteral("secret"));
    QTest::keyClick(signIn.password, Qt::Key_Return);
    signIn.dialog.showRefusal({code, {QStringLiteral("x")}});
    CHECK(signIn.dialog.refusal().size() > 15);
    CHECK(signIn.dialog.refusal().endsWith(u'.'));
    CHECK(signIn.password->hasFocus());
    CHECK(signIn.password->selectedText() == QStringLiteral("secret"));
}

TEST_CASE("A password that was reset is asked for after this computer's own, and a wrong one is not taken for that")
{
    SignIn signIn;
    QSignalSpy requested(&signIn.dialog, &SignInDialog::signInRequested);
    QTest::keyClicks(signIn.password, QStringLiteral("previous"));
    QTest::keyClick(signIn.password, Qt::Key_Return);
    signIn.dialog.askForGiven();
    CHECK(signIn.password->text().isEmpty());
    CHECK(signIn.password->accessibleName() == QStringLiteral("New password"));
    QTest::keyClicks(signIn.password, QStringLiteral("given"));
    QTest::keyClick(signIn.password, Qt::Key_Return);
    REQUIRE(requested.size() == 2);
    CHECK(requested[1][0].toString() == QStringLiteral("given"));
    signIn.dialog.showRefusal({ErrorCode::WrongPassword, {}});
    CHECK_FALSE(signIn.dialog.refusal().contains(QStringLiteral("previous one first")));
}

TEST_CASE("Who has forgotten the password is offered a way out only where it was wrong")
{
    SignIn signIn;
    QPushButton *forgot = buttonNamed(signIn.dialog, QStringLiteral("Forgot the password?"));
    REQUIRE(forgot);
    CHECK_FALSE(forgot->isVisible());
    signIn.dialog.showRefusal({ErrorCode::Unreachable, {QStringLiteral("x")}});
    CHECK_FALSE(forgot->isVisible());
    signIn.dialog.showRefusal({ErrorCode::WrongPassword, {}});
    CHECK(forgot->isVisible());
    CHECK(signIn.dialog.refusal().contains(QStringLiteral("previous one first")));
    QSignalSpy forgotten(&signIn.dialog, &SignInDialog::forgotten);
    forgot->click();
    CHECK(forgotten.size() == 1);
}

TEST_CASE("A growing delay is counted down before the next attempt")
{
    SignIn signIn;
    QTest::keyClicks(signIn.password, QStringLiteral("secret"));
    QTest::keyClick(signIn.password, Qt::Key_Return);
    signIn.dialog.showRefusal({ErrorCode::LockedOut, {QStringLiteral("2")}});
    QPushButton *submit = buttonNamed(signIn.dialog, QStringLiteral("Sign in"));
    REQUIRE(submit);
    CHECK(signIn.dialog.refusal().contains(u'2'));
    CHECK_FALSE(submit->isEnabled());
    // A second of waiting is the behaviour itself; the test's seconds are short.
    auto *second = signIn.dialog.findChild<QTimer *>();
    REQUIRE(second);
    second->setInterval(5);
    CHECK(waitFor([&] { return signIn.dialog.refusal().contains(u'1'); }));
    CHECK(waitFor([&] { return submit->isEnabled(); }));
    CHECK(signIn.dialog.refusal().isEmpty());
}

TEST_CASE("The first start tells whom the code connects to before anything is sent")
{
    loadResources();
    SignInDialog dialog(SignInDialog::Purpose::Enrol, {}, {});
    activate(dialog);
    const Result<QString> code = protocol::encodeConnectionCode(
        {QStringLiteral("crm.example.cn"), 7443, QByteArray(32, 'p'), QByteArray(16, 't'), QStringLiteral("长城公司")});
    REQUIRE(code);
    auto *edit = dialog.findChild<QPlainTextEdit *>();
    REQUIRE(edit->hasFocus());
    edit->setPlainText(*code);
    bool told = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(QStringLiteral("长城公司")));
    CHECK(told);
    QSignalSpy requested(&dialog, &SignInDialog::enrolRequested);
    QTest::keyClick(edit, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("wang"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("secret"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(requested.size() == 1);
    CHECK(requested[0][1].toString() == QStringLiteral("wang"));
    CHECK(requested[0][2].toString() == QStringLiteral("secret"));
}

TEST_CASE("The language changes while the dialog is open")
{
    loadResources();
    Language language(*qApp);
    language.use(QStringLiteral("en"));
    SignIn signIn;
    REQUIRE(buttonNamed(signIn.dialog, QStringLiteral("Sign in")));
    signIn.dialog.showRefusal({ErrorCode::WrongPassword, {}});
    language.use(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    CHECK(buttonNamed(signIn.dialog, QStringLiteral("登录")));
    CHECK(signIn.password->accessibleName() == QStringLiteral("密码"));
    language.use(QStringLiteral("en"));
}

TEST_CASE("A new password is typed twice the same")
{
    PasswordDialog dialog(true);
    activate(dialog);
    const QList<QLineEdit *> fields = dialog.findChildren<QLineEdit *>();
    REQUIRE(fields.size() == 3);
    QSignalSpy requested(&dialog, &PasswordDialog::changeRequested);
    QTest::keyClicks(fields[0], QStringLiteral("old"));
    QTest::keyClicks(fields[1], QStringLiteral("longer secret"));
    QTest::keyClicks(fields[2], QStringLiteral("other"));
    QTest::keyClick(fields[2], Qt::Key_Return);
    CHECK(requested.isEmpty());
    CHECK_FALSE(dialog.refusal().isEmpty());
    fields[2]->setText(QStringLiteral("longer secret"));
    QTest::keyClick(fields[2], Qt::Key_Return);
    REQUIRE(requested.size() == 1);
    dialog.finish(Error{ErrorCode::WeakPassword, {QStringLiteral("12")}});
    CHECK(dialog.refusal().contains(QStringLiteral("12")));
    dialog.finish(Result<void>());
    CHECK(dialog.result() == QDialog::Accepted);
}

TEST_CASE("The command line is understood or refused")
{
    const auto parse = [](const QStringList &arguments) { return LaunchOptions::parse(QStringList{QStringLiteral("guanxi")} + arguments); };
    const Result<LaunchOptions> options = parse({QStringLiteral("--data"), QStringLiteral("/x"), QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("--offline")});
    REQUIRE(options);
    CHECK(options->data == QStringLiteral("/x"));
    CHECK(options->offline);
    CHECK_FALSE(LaunchOptions::parse({QStringLiteral("guanxi")})->data.isEmpty());
    CHECK(parse({QStringLiteral("--nonsense")}).error().code == ErrorCode::Usage);
    CHECK(parse({QStringLiteral("--code"), QStringLiteral("ABC")}).error().code == ErrorCode::Usage);
    CHECK(parse({QStringLiteral("--theme"), QStringLiteral("pink")}).error().code == ErrorCode::Usage);
    CHECK(parse({QStringLiteral("stray")}).error().code == ErrorCode::Usage);
}
