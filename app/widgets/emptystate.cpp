// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/emptystate.h"

#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int TextWidth = 400;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel), m_title(new QLabel), m_text(new QLabel), m_action(new QPushButton)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setFont(scaledFont(font(), 1.25, QFont::DemiBold));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(TextWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch(2);
    for (QWidget *part : {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_text),
                          static_cast<QWidget *>(m_action)})
        column->addWidget(part, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::say(const QString &icon, const QString &title, const QString &text, const QString &action)
{
    const QIcon image = QIcon::fromTheme(icon);
    m_icon->setVisible(!image.isNull());
    m_icon->setPixmap(image.pixmap(48, 48));
    m_title->setText(title);
    m_text->setText(text);
    fitText();
    m_text->setVisible(!text.isEmpty());
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_text->setPalette(quiet);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::fitText()
{
    // A box layout asks a centred label for its height at the full width, which would cut the lines that are wrapped.
    m_text->setFixedHeight(qMax(0, m_text->heightForWidth(TextWidth)));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitText();
    if (event->type() != QEvent::PaletteChange)
        return;
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_text->setPalette(quiet);
}

QString EmptyState::title() const { return m_title->text(); }

} // namespace guanxi::app
