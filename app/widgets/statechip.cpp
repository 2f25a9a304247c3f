// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/statechip.h"

#include "app/widgets/tones.h"

#include <QEvent>
#include <QPainter>

namespace guanxi::app {

void StateChip::setState(const QString &word, model::Tone tone)
{
    m_word = word;
    m_tone = tone;
    setVisible(!word.isEmpty());
    setAccessibleName(word);
    fit();
    update();
}

void StateChip::fit() { setFixedSize(fontMetrics().horizontalAdvance(m_word) + 18, fontMetrics().height() + 6); }

void StateChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fit();
    QWidget::changeEvent(event);
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_word, m_tone, palette());
}

} // namespace guanxi::app
