// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/noticebar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace guanxi::app {

namespace {

constexpr int ShownMs = 7000;
constexpr int AboveEdge = 40; ///< clears the status line

} // namespace

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_text(new QLabel), m_undo(new QPushButton), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_text->setWordWrap(false);
    m_timer->setSingleShot(true);
    m_timer->setInterval(ShownMs);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoRequested(m_action);
    });
    parent->installEventFilter(this);
    hide();
}

void NoticeBar::say(const QString &text, const Uuid &undo)
{
    m_action = undo;
    m_text->setText(text);
    m_text->setWordWrap(text.size() > 60);
    m_text->setMinimumWidth(text.size() > 60 ? 420 : 0);
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes it back (Ctrl+Z)"));
    m_undo->setVisible(!undo.isNull());
    setAccessibleName(text);
    adjustSize();
    reposition();
    show();
    raise();
    m_timer->start();
    QAccessibleEvent announced(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::reposition()
{
    const QWidget *parent = parentWidget();
    move((parent->width() - width()) / 2, parent->height() - height() - AboveEdge);
}

bool NoticeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        reposition();
    return QFrame::eventFilter(watched, event);
}

} // namespace guanxi::app
