// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/starsedit.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"

#include <QKeyEvent>
#include <QLayout>
#include <QMouseEvent>
#include <QPainter>

namespace guanxi::app {

namespace {

constexpr int Most = 5;
constexpr int StarWidth = 20;

} // namespace

StarsWidget::StarsWidget(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("1–5 sets the stars, 0 clears them"));
}

QSize StarsWidget::sizeHint() const { return {Most * StarWidth + 8, 28}; }

void StarsWidget::setStars(int stars)
{
    m_stars = qBound(0, stars, Most);
    setAccessibleDescription(tr("%n star(s)", nullptr, m_stars));
    update();
}

void StarsWidget::pick(int stars)
{
    setStars(stars);
    Q_EMIT picked();
}

int StarsWidget::starAt(const QPoint &point) const { return qBound(1, (point.x() - 4) / StarWidth + 1, Most); }

void StarsWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(scaledFont(font(), 1.3));
    const int shown = m_hovered > 0 ? m_hovered : m_stars;
    for (int at = 0; at < Most; ++at) {
        painter.setPen(at < shown ? starColor(palette()) : quietText(palette()));
        painter.drawText(QRect(4 + at * StarWidth, 0, StarWidth, height()), Qt::AlignCenter,
                         at < shown ? QStringLiteral("★") : QStringLiteral("☆"));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void StarsWidget::mousePressEvent(QMouseEvent *event)
{
    const int star = starAt(event->pos());
    pick(star == m_stars ? 0 : star);
}

void StarsWidget::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = starAt(event->pos());
    update();
}

void StarsWidget::leaveEvent(QEvent *)
{
    m_hovered = 0;
    update();
}

void StarsWidget::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_5)
        pick(key - Qt::Key_0);
    else if (key == Qt::Key_Right || key == Qt::Key_Plus)
        pick(m_stars + 1);
    else if (key == Qt::Key_Left || key == Qt::Key_Minus)
        pick(m_stars - 1);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        pick(0);
    else
        QWidget::keyPressEvent(event);
}

StarsEditor::StarsEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_widget(new StarsWidget)
{
    connect(m_widget, &StarsWidget::picked, this, &FieldEditor::edited);
    setMainWidget(m_widget);
    layout()->setAlignment(m_widget, Qt::AlignLeft);
}

model::Value StarsEditor::value() const
{
    const QList<DictionaryChoice> choices = records().dictionary(field().dictionary);
    for (const DictionaryChoice &choice : choices)
        if (m_widget->stars() > 0 && choice.code.toInt() == m_widget->stars())
            return model::Value(choice.id);
    return {};
}

void StarsEditor::setValue(const model::Value &value) { m_widget->setStars(FieldText(records()).stars(field(), value)); }

} // namespace guanxi::app
