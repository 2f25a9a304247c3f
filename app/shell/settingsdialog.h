// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace guanxi::app {

class Attachments;
class Language;
class Theme;

/// Ctrl+comma: language and look (at once, no "apply"), password, room for attachments.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Language &language, Theme &theme, const QString &user, Attachments *attachments = nullptr, QWidget *parent = nullptr);

Q_SIGNALS:
    void languageChosen(const QString &name);
    void themeChosen(const QString &name);
    void passwordRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildQuota();
    void retranslate();

    Language &m_languages;
    Theme &m_themes;
    const QString m_userName;
    QFormLayout *m_form;
    QComboBox *m_language;
    QComboBox *m_theme;
    QLabel *m_user;
    QPushButton *m_password;
    Attachments *m_attachments;
    QSpinBox *m_quota = nullptr; ///< in GB
    QPushButton *m_close;
};

} // namespace guanxi::app
