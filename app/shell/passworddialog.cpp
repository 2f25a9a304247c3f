// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/passworddialog.h"

#include "app/widgets/errortext.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

PasswordDialog::PasswordDialog(bool demanded, QWidget *parent)
    : QDialog(parent), m_old(new QLineEdit), m_new(new QLineEdit), m_again(new QLineEdit), m_refusal(new QLabel),
      m_submit(new QPushButton(tr("Change password")))
{
    setWindowTitle(tr("Change password"));
    setMinimumWidth(400);
    auto *text = new QLabel(demanded ? tr("Your administrator asks you to choose a password of your own.")
                                     : tr("The new password is valid at once, here and on your other computers."));
    text->setObjectName(QStringLiteral("quiet"));
    text->setWordWrap(true);
    m_refusal->setObjectName(QStringLiteral("refusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    const std::pair<QLineEdit *, QString> fields[] = {
        {m_old, tr("Present password")}, {m_new, tr("New password")}, {m_again, tr("New password again")}};
    for (const auto &[field, label] : fields) {
        field->setEchoMode(QLineEdit::Password);
        field->setAccessibleName(label);
        form->addRow(label, field);
        connect(field, &QLineEdit::textChanged, this, &PasswordDialog::updateEnabled);
    }
    auto *cancel = new QPushButton(demanded ? tr("Later") : tr("Cancel"));
    m_submit->setDefault(true);
    m_submit->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_submit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(text);
    column->addLayout(form);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    connect(m_submit, &QPushButton::clicked, this, &PasswordDialog::submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    updateEnabled();
}

void PasswordDialog::updateEnabled()
{
    m_submit->setEnabled(!m_old->text().isEmpty() && !m_new->text().isEmpty() && !m_again->text().isEmpty());
}

void PasswordDialog::submit()
{
    if (m_new->text() != m_again->text())
        return refuse(tr("The two new passwords differ. Type them again."));
    m_refusal->hide();
    m_submit->setEnabled(false);
    Q_EMIT changeRequested(m_old->text(), m_new->text());
}

void PasswordDialog::finish(const Result<void> &result)
{
    if (result)
        accept();
    else
        refuse(errorText(result.error()));
}

void PasswordDialog::refuse(const QString &text)
{
    m_refusal->setText(text);
    m_refusal->show();
    updateEnabled();
}

QString PasswordDialog::refusal() const { return m_refusal->isHidden() ? QString() : m_refusal->text(); }

} // namespace guanxi::app
