// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace guanxi::app {

/// "Saved · Undo": lies quietly over the lower edge of its parent and goes away by itself.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent);

    /// `undo` names the saved action the button takes back; none: no button.
    void say(const QString &text, const Uuid &undo = {});
    QString text() const;

Q_SIGNALS:
    void undoRequested(const guanxi::Uuid &action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reposition();

    QLabel *m_text;
    QPushButton *m_undo;
    QTimer *m_timer;
    Uuid m_action;
};

} // namespace guanxi::app
