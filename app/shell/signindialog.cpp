// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/signindialog.h"

#include "app/widgets/errortext.h"
#include "common/protocol/connectioncode.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int DialogWidth = 460;

QLabel *wrapped(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

SignInDialog::SignInDialog(Purpose purpose, const QString &company, const QString &login, QWidget *parent)
    : QDialog(parent), m_purpose(purpose), m_company(company), m_knownLogin(login), m_heading(wrapped("heading")),
      m_text(wrapped("quiet")), m_language(new QComboBox), m_form(new QFormLayout), m_password(new QLineEdit),
      m_refusal(wrapped("refusal")), m_submit(new QPushButton), m_quit(new QPushButton),
      m_forgot(new QPushButton), m_second(new QTimer(this))
{
    build();
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &SignInDialog::countDown);
    connect(m_submit, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_quit, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_forgot, &QPushButton::clicked, this, &SignInDialog::forgotten);
    connect(m_password, &QLineEdit::textChanged, this, &SignInDialog::updateEnabled);
    connect(m_language, &QComboBox::activated, this, [this](int index) { Q_EMIT languageChosen(m_language->itemData(index).toString()); });
    retranslate();
    updateEnabled();
}

void SignInDialog::build()
{
    setFixedWidth(DialogWidth);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_heading->setFont(large);
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_password->setEchoMode(QLineEdit::Password);
    m_submit->setDefault(true);
    m_submit->setProperty("primary", true);

    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/guanxi.svg")).pixmap(40, 40));
    auto *top = new QHBoxLayout;
    top->addWidget(picture);
    top->addStretch(1);
    top->addWidget(m_language);

    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(6);
    if (m_purpose == Purpose::Enrol) {
        m_code = new QPlainTextEdit;
        m_code->setTabChangesFocus(true);
        m_code->setFixedHeight(76);
        m_codeCompany = wrapped("quiet");
        m_login = new QLineEdit;
        m_form->addRow(QStringLiteral(" "), m_code);
        m_form->addRow(m_codeCompany);
        m_form->addRow(QStringLiteral(" "), m_login);
        connect(m_code, &QPlainTextEdit::textChanged, this, &SignInDialog::checkCode);
        connect(m_login, &QLineEdit::textChanged, this, &SignInDialog::updateEnabled);
    }
    m_form->addRow(QStringLiteral(" "), m_password);
    if (m_purpose == Purpose::SignIn) {
        m_offline = new QCheckBox;
        m_form->addRow(m_offline);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_forgot);
    buttons->addStretch(1);
    buttons->addWidget(m_quit);
    buttons->addWidget(m_submit);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 24, 28, 20);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addLayout(m_form);
    column->addWidget(m_refusal);
    column->addStretch(1);
    column->addLayout(buttons);
    m_refusal->hide();
    m_forgot->setProperty("flat", true);
    m_forgot->setAutoDefault(false);
    m_forgot->hide();
    // The eye goes down the form, then to the buttons, the language last.
    setTabOrder(m_password, m_submit);
    setTabOrder(m_submit, m_quit);
    setTabOrder(m_quit, m_forgot);
    setTabOrder(m_forgot, m_language);
    (m_code ? static_cast<QWidget *>(m_code) : m_password)->setFocus();
}

void SignInDialog::setLanguage(const QString &name) { m_language->setCurrentIndex(qMax(0, m_language->findData(name))); }

void SignInDialog::retranslate()
{
    const auto label = [this](QWidget *field, const QString &text) {
        if (auto *found = qobject_cast<QLabel *>(m_form->labelForField(field)))
            found->setText(text);
        field->setAccessibleName(text);
    };
    setWindowTitle(tr("Guanxi"));
    m_language->setAccessibleName(tr("Language"));
    m_quit->setText(tr("Quit"));
    m_forgot->setText(tr("Forgot the password?"));
    label(m_password, m_given ? tr("New password") : tr("Password"));
    if (m_purpose == Purpose::Enrol) {
        m_heading->setText(tr("Connect this computer"));
        m_text->setText(tr("Your administrator gives you a connection code, a user name and a password. Afterwards you can "
                           "work here with and without the network."));
        label(m_code, tr("Connection code"));
        label(m_login, tr("User name"));
        m_code->setPlaceholderText(tr("Paste all of it here"));
        m_submit->setText(m_busy ? tr("Connecting…") : tr("Connect"));
        checkCode();
    } else {
        m_heading->setText(m_company.isEmpty() ? tr("Sign in") : m_company);
        m_text->setText(m_given ? tr("The password has opened this computer, but the server has another one for you by now. Enter the one your "
                                     "administrator has given you.")
                                : tr("Welcome back, %1.").arg(m_knownLogin));
        m_offline->setText(tr("Work offline for now"));
        m_submit->setText(m_busy ? tr("Opening…") : tr("Sign in"));
    }
    if (!m_refusal->isHidden())
        m_refusal->setText(refusalText());
    fit();
}

void SignInDialog::fit()
{
    // Words that wrap ask for their height only when one names the width.
    layout()->activate();
    setMinimumHeight(layout()->totalHeightForWidth(DialogWidth));
    resize(DialogWidth, minimumHeight());
}

bool SignInDialog::mayHaveForgotten() const
{
    const bool refused = m_error.code == ErrorCode::WrongPassword || m_error.code == ErrorCode::LockedOut;
    return refused && m_purpose == Purpose::SignIn && !m_given;
}

QString SignInDialog::refusalText() const
{
    if (m_wait > 0)
        return errorText({ErrorCode::LockedOut, {QString::number(m_wait)}});
    const bool own = m_error.code == ErrorCode::WrongPassword && mayHaveForgotten();
    return own ? errorText(m_error) + u' ' + tr("If your administrator has given you a new password, sign in with the previous one first.")
               : errorText(m_error);
}

void SignInDialog::checkCode()
{
    const QString typed = m_code->toPlainText().trimmed();
    const Result<protocol::ConnectionCode> code = protocol::decodeConnectionCode(typed);
    m_codeCompany->setVisible(code.ok());
    if (code.ok())
        m_codeCompany->setText(tr("Connects to %1 at %2.").arg(code->company, code->host));
    fit();
    updateEnabled();
}

void SignInDialog::updateEnabled()
{
    const bool filled = !m_password->text().isEmpty()
                        && (m_purpose == Purpose::SignIn || (!m_login->text().trimmed().isEmpty() && !m_code->toPlainText().trimmed().isEmpty()));
    m_submit->setEnabled(filled && !m_busy && m_wait == 0);
}

void SignInDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *field : {static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_login), static_cast<QWidget *>(m_password),
                           static_cast<QWidget *>(m_offline)})
        if (field)
            field->setEnabled(!busy);
    if (busy)
        m_refusal->hide();
    retranslate();
    updateEnabled();
}

void SignInDialog::submit()
{
    if (!m_submit->isEnabled())
        return;
    setBusy(true);
    if (m_purpose == Purpose::Enrol)
        Q_EMIT enrolRequested(m_code->toPlainText().trimmed(), m_login->text().trimmed(), m_password->text());
    else
        Q_EMIT signInRequested(m_password->text(), m_offline->isChecked());
}

void SignInDialog::showRefusal(const Error &error)
{
    m_error = error;
    m_wait = error.code == ErrorCode::LockedOut ? qMax(1, error.args.value(0).toInt()) : 0;
    m_forgot->setVisible(mayHaveForgotten());
    m_refusal->show();
    setBusy(false);
    if (m_wait > 0)
        m_second->start();
    const bool code = m_code && (error.code == ErrorCode::CodeInvalid || error.code == ErrorCode::CodeUsed);
    (code ? static_cast<QWidget *>(m_code) : m_password)->setFocus();
    m_password->selectAll();
    QAccessibleEvent announced(m_refusal, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

void SignInDialog::askForGiven()
{
    m_given = true;
    m_offline->hide();
    m_forgot->hide();
    m_password->clear();
    setBusy(false);
    m_password->setFocus();
}

QString SignInDialog::refusal() const { return m_refusal->isHidden() ? QString() : m_refusal->text(); }

void SignInDialog::countDown()
{
    if (--m_wait <= 0) {
        m_wait = 0;
        m_second->stop();
        m_refusal->hide();
    } else {
        m_refusal->setText(refusalText());
    }
    updateEnabled();
}

void SignInDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace guanxi::app
