// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/removeddialog.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

QLabel *wrapped(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

RemovedDialog::RemovedDialog(const QString &company, QWidget *parent)
    : QDialog(parent), m_company(company), m_heading(wrapped("heading")), m_text(wrapped("text")), m_work(wrapped("work")),
      m_again(new QPushButton), m_quit(new QPushButton)
{
    setFixedWidth(480);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_heading->setFont(large);
    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/guanxi.svg")).pixmap(40, 40));
    m_quit->setDefault(true);
    m_quit->setProperty("primary", true);
    m_again->setProperty("flat", true);
    m_again->setAutoDefault(false); // Return ends the program, whatever was clicked before
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(m_quit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 24, 28, 20);
    column->setSpacing(12);
    column->addWidget(picture);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addWidget(m_work);
    column->addSpacing(12);
    column->addLayout(buttons);
    connect(m_quit, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &RemovedDialog::connectAgainRequested);
    retranslate();
}

void RemovedDialog::showHandingOver(int left)
{
    m_wiped = false;
    m_count = left;
    retranslate();
}

void RemovedDialog::showWiped(int handedOver, int lostFiles)
{
    m_wiped = true;
    m_count = handedOver;
    m_lostFiles = lostFiles;
    retranslate();
}

void RemovedDialog::retranslate()
{
    setWindowTitle(m_company.isEmpty() ? QStringLiteral("Guanxi") : m_company + QStringLiteral(" – Guanxi"));
    m_heading->setText(tr("This computer was removed"));
    m_quit->setText(tr("Quit"));
    m_again->setText(tr("Connect this computer again…"));
    m_again->setVisible(m_wiped);
    if (m_wiped) {
        m_text->setText(tr("Your administrator has removed this computer. The company's data that was stored here has been deleted."));
        m_work->setText(m_count == 0 ? tr("All your work had reached the server.")
                                     : tr("%n changes that had not been sent were handed over to your administrator, who decides "
                                          "whether to apply them.", nullptr, m_count));
        if (m_lostFiles > 0)
            m_work->setText(m_work->text() + u'\n' + tr("%n attached files could not be handed over: the server does not take them.", nullptr, m_lostFiles));
    } else {
        m_text->setText(tr("Your administrator has removed this computer. The company's data stored here cannot be opened any more "
                           "and will be deleted."));
        m_work->setText(m_count == 0 ? tr("The server is being told…")
                                     : tr("%n changes are still to be handed over to your administrator. Please stay connected to "
                                          "the network until this is done.", nullptr, m_count));
    }
}

void RemovedDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace guanxi::app
