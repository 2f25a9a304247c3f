// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/base/clock.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace guanxi::app {

/// The eye beside a masked field: has the server tell the text behind the mask, holds it for half a minute while it is
/// looked at, and forgets it. Nothing else ever gets it, unless the user copies it.
class RevealBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 ShownMs = 30'000;

    RevealBar(Records &records, const model::Field &field, QWidget *parent = nullptr);

    /// Hides what was shown when the value behind it is another one.
    void setRecord(const model::Record &record);
    /// Shows the text, or hides it again.
    void toggle();
    bool isShown() const { return !m_text.isEmpty(); }
    /// Empty while the mask is on.
    const QString &text() const { return m_text; }
    /// Why it could not be shown just now; empty when there is nothing to say.
    const QString &hint() const { return m_hint; }
    void copy() const;

    /// Looks whether the time is over.
    void tick();
    void setClock(const Clock &clock) { m_clock = &clock; }

Q_SIGNALS:
    void changed();
    void failed(const Error &error);

protected:
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void take(const Result<model::Value> &value);
    void display(const QString &text, const QString &hint);
    void retranslate();

    Records &m_records;
    const model::Field &m_field;
    model::Record m_record;
    SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock;
    QToolButton *m_eye;
    QToolButton *m_copy;
    QTimer m_ticker;
    QString m_text;
    QString m_hint;
    qint64 m_until = 0;
};

} // namespace guanxi::app
