// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settingsdialog.h"

#include "app/data/attachments.h"
#include "app/shell/language.h"
#include "app/shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr qint64 GiB = qint64(1024) * 1024 * 1024;

} // namespace

SettingsDialog::SettingsDialog(Language &language, Theme &theme, const QString &user, Attachments *attachments, QWidget *parent)
    : QDialog(parent), m_languages(language), m_themes(theme), m_userName(user), m_form(new QFormLayout),
      m_language(new QComboBox), m_theme(new QComboBox), m_user(new QLabel), m_password(new QPushButton), m_attachments(attachments), m_close(new QPushButton)
{
    setMinimumWidth(420);
    for (const QString &name : {QStringLiteral("zh_CN"), QStringLiteral("en")})
        m_language->addItem(name == QStringLiteral("zh_CN") ? QStringLiteral("中文") : QStringLiteral("English"), name);
    for (const QString &name : {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")})
        m_theme->addItem(name, name);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(10);
    m_form->addRow(QStringLiteral(" "), m_language);
    m_form->addRow(QStringLiteral(" "), m_theme);
    m_form->addRow(QStringLiteral(" "), m_user);
    m_form->addRow(QStringLiteral(" "), m_password);
    if (m_attachments)
        buildQuota();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addLayout(m_form);
    column->addStretch(1);
    column->addLayout(buttons);
    m_password->setAutoDefault(false);
    m_close->setDefault(true);
    connect(m_language, &QComboBox::activated, this, [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
    connect(m_theme, &QComboBox::activated, this, [this] { Q_EMIT themeChosen(m_theme->currentData().toString()); });
    connect(m_password, &QPushButton::clicked, this, &SettingsDialog::passwordRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void SettingsDialog::buildQuota()
{
    m_quota = new QSpinBox;
    m_quota->setRange(1, 200);
    m_quota->setSuffix(QStringLiteral(" GB"));
    m_quota->setValue(int(std::max<qint64>(1, m_attachments->quota() / GiB)));
    m_form->addRow(QStringLiteral(" "), m_quota);
    // When it is left, not with every key: "20" must not throw away what does not fit into 2.
    connect(m_quota, &QSpinBox::editingFinished, this, [this] { m_attachments->setQuota(m_quota->value() * GiB); });
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    const auto label = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    label(m_language, tr("Language"));
    label(m_theme, tr("Appearance"));
    label(m_user, tr("Signed in as"));
    label(m_password, tr("Password"));
    if (m_quota) {
        label(m_quota, tr("Attachments here"));
        m_quota->setToolTip(tr("Room for attachments on this computer; %1 are used. What was opened longest ago goes first and is fetched again when "
                               "it is opened; what is kept here or not uploaded yet stays.")
                                .arg(QLocale().formattedDataSize(m_attachments->used(), 1, QLocale::DataSizeTraditionalFormat)));
    }
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_user->setText(m_userName);
    m_password->setText(tr("Change password…"));
    m_close->setText(tr("Close"));
    m_language->setCurrentIndex(m_language->findData(m_languages.name()));
    m_theme->setCurrentIndex(m_theme->findData(Theme::nameOf(m_themes.mode())));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace guanxi::app
