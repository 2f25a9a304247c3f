// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

#include <QWidget>

namespace guanxi::app {

/// A state as a coloured chip with its word; hidden while there is none.
class StateChip : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setState(const QString &word, model::Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QString m_word;
    model::Tone m_tone = model::Tone::Neutral;
};

} // namespace guanxi::app
