// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace guanxi::app {

/// First start (connection code, user name, password) and every later one (password). Only asks and tells; whoever
/// made it does the work and answers with showRefusal() or accept().
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose : quint8 { Enrol, SignIn };

    /// Company and login are known at a later start only.
    SignInDialog(Purpose purpose, const QString &company, const QString &login, QWidget *parent = nullptr);

    void setLanguage(const QString &name);
    /// Work is under way: nothing can be typed.
    void setBusy(bool busy);
    /// One clear sentence; LockedOut counts down before another attempt is possible.
    void showRefusal(const Error &error);
    QString refusal() const;
    /// The password was right for this computer, but the server has another one: asks for that.
    void askForGiven();

Q_SIGNALS:
    void enrolRequested(const QString &code, const QString &login, const QString &password);
    void signInRequested(const QString &password, bool offline);
    /// The password of this computer is forgotten.
    void forgotten();
    /// "zh_CN" or "en".
    void languageChosen(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    /// As high as its words need.
    void fit();
    bool mayHaveForgotten() const;
    QString refusalText() const;
    void submit();
    void checkCode();
    void countDown();
    void updateEnabled();

    const Purpose m_purpose;
    const QString m_company;
    const QString m_knownLogin;
    QLabel *m_heading;
    QLabel *m_text;
    QComboBox *m_language;
    QFormLayout *m_form;
    QPlainTextEdit *m_code = nullptr;
    QLabel *m_codeCompany = nullptr;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_password;
    QCheckBox *m_offline = nullptr;
    QLabel *m_refusal;
    QPushButton *m_submit;
    QPushButton *m_quit;
    QPushButton *m_forgot;
    QTimer *m_second;
    Error m_error;
    int m_wait = 0; ///< seconds until another attempt
    bool m_busy = false;
    bool m_given = false; ///< asks for the server's password, not this computer's
};

} // namespace guanxi::app
