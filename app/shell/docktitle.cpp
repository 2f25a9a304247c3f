// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/docktitle.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace guanxi::app {

namespace {

constexpr int TitleHeight = 28;

QToolButton *smallButton(const char *icon)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(QString::fromLatin1(icon)));
    button->setIconSize({16, 16});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

DockTitle::DockTitle(QDockWidget &dock)
    : QWidget(&dock), m_dock(dock), m_text(new QLabel), m_float(smallButton("window-duplicate")), m_close(new QToolButton)
{
    setObjectName(QStringLiteral("dockTitle"));
    setAttribute(Qt::WA_StyledBackground);
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(2);
    row->addWidget(m_text, 1);
    row->addWidget(m_float);
    row->addWidget(m_close);
    connect(m_float, &QToolButton::clicked, &dock, [&dock] { dock.setFloating(true); });
    connect(m_close, &QToolButton::clicked, &dock, [&dock] { dock.close(); });
    connect(&dock, &QDockWidget::windowTitleChanged, m_text, &QLabel::setText);
    retranslate();
}

void DockTitle::retranslate()
{
    m_text->setText(m_dock.windowTitle());
    m_float->setToolTip(tr("Into a window of its own"));
    m_float->setAccessibleName(m_float->toolTip());
    m_close->setToolTip(tr("Close (Ctrl+W)"));
    m_close->setAccessibleName(tr("Close"));
}

void DockTitle::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_float), static_cast<QWidget *>(m_close)})
        part->setVisible(!collapsed);
    setFixedHeight(collapsed ? 0 : TitleHeight);
    // The dock keeps the old height of its title otherwise.
    m_dock.layout()->invalidate();
    QCoreApplication::postEvent(&m_dock, new QEvent(QEvent::LayoutRequest));
}

QSize DockTitle::sizeHint() const { return {120, m_collapsed ? 0 : TitleHeight}; }
QSize DockTitle::minimumSizeHint() const { return {0, m_collapsed ? 0 : TitleHeight}; }

} // namespace guanxi::app
