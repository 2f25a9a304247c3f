// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace guanxi::app {

/// A new password, by choice or because the server demands one. Whoever made it asks the server and answers with
/// finish().
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PasswordDialog(bool demanded, QWidget *parent = nullptr);

    /// Success closes the dialog; a refusal is shown.
    void finish(const Result<void> &result);
    QString refusal() const;

Q_SIGNALS:
    void changeRequested(const QString &oldPassword, const QString &newPassword);

private:
    void submit();
    void updateEnabled();
    void refuse(const QString &text);

    QLineEdit *m_old;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QLabel *m_refusal;
    QPushButton *m_submit;
};

} // namespace guanxi::app
