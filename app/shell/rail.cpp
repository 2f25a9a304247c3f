// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/rail.h"

#include "app/shell/workspaces.h"
#include "app/widgets/tones.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int Width = 98;
constexpr int Height = 56;
constexpr int IconSize = 22;

} // namespace

RailButton::RailButton(model::Workspace workspace, QWidget *parent) : QAbstractButton(parent), m_workspace(workspace)
{
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    retranslate(0);
    update();
}

void RailButton::retranslate(int place)
{
    const WorkspaceInfo info = workspaceInfo(m_workspace);
    setText(info.label);
    setIcon(QIcon::fromTheme(info.icon));
    setAccessibleName(m_badge > 0 ? tr("%1, %n waiting", nullptr, m_badge).arg(info.label) : info.label);
    if (place > 0 && place <= 9)
        setToolTip(QStringLiteral("%1 (Ctrl+%2)").arg(info.label).arg(place));
}

QSize RailButton::sizeHint() const { return {Width, Height}; }

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(6, 2, -6, -2);
    const bool dark = isDark(palette());
    if (isChecked() || underMouse() || hasFocus()) {
        QColor fill = isChecked() ? palette().color(QPalette::Base) : palette().color(QPalette::Mid);
        fill.setAlphaF(isChecked() ? 1.0f : dark ? 0.5f : 0.4f);
        painter.setBrush(fill);
        painter.setPen(hasFocus() && window()->isActiveWindow() ? QPen(palette().color(QPalette::Highlight), 1.5) : Qt::NoPen);
        painter.drawRoundedRect(area, 6, 6);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Link));
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 10, 3, 20), 1.5, 1.5);
    }
    icon().paint(&painter, QRect((width() - IconSize) / 2, 9, IconSize, IconSize));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    small.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(small);
    painter.setPen(isChecked() ? palette().color(QPalette::WindowText) : quietText(palette()));
    const QRect line(2, 32, width() - 4, 20);
    painter.drawText(line, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
    if (m_badge > 0)
        paintBadge(painter);
}

void RailButton::paintBadge(QPainter &painter)
{
    const QString text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const ToneColors colors = toneColors(model::Tone::Waiting, palette());
    const int wide = qMax(16, painter.fontMetrics().horizontalAdvance(text) + 8);
    const QRectF place(width() / 2.0 + 6, 4, wide, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(place, 8, 8);
    painter.setPen(colors.text);
    painter.drawText(place, Qt::AlignCenter, text);
}

Rail::Rail(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(0, 6, 0, 6);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_group->setExclusive(true);
}

void Rail::setWorkspaces(const QList<model::Workspace> &workspaces)
{
    if (workspaces == this->workspaces())
        return;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const model::Workspace workspace : workspaces) {
        auto *button = new RailButton(workspace, this);
        m_buttons.append(button);
        m_group->addButton(button);
        button->retranslate(int(m_buttons.size()));
        m_column->insertWidget(int(m_buttons.size()) - 1, button, 0, Qt::AlignHCenter);
        connect(button, &QAbstractButton::clicked, this, [this, workspace] { Q_EMIT chosen(workspace); });
    }
}

QList<model::Workspace> Rail::workspaces() const
{
    QList<model::Workspace> list;
    for (const RailButton *button : m_buttons)
        list.append(button->workspace());
    return list;
}

RailButton *Rail::button(model::Workspace workspace) const
{
    for (RailButton *button : m_buttons)
        if (button->workspace() == workspace)
            return button;
    return nullptr;
}

void Rail::setCurrent(model::Workspace workspace)
{
    if (RailButton *found = button(workspace))
        found->setChecked(true);
}

void Rail::setBadge(model::Workspace workspace, int count)
{
    if (RailButton *found = button(workspace); found && found->badge() != count)
        found->setBadge(count);
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        for (int i = 0; i < m_buttons.size(); ++i)
            m_buttons[i]->retranslate(i + 1);
}

} // namespace guanxi::app
