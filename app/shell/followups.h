// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/base/clock.h"

#include <QToolButton>

class QTimer;

namespace guanxi::app {

class ViewContext;

/// Something the user wanted to follow up, whose time has come.
struct DueFollowUp {
    model::RecordRef record;
    qint64 at = 0;
    bool operator==(const DueFollowUp &) const = default;
};

/// "2 follow-ups due" in the status line: found in the local copy, so it works without the network as well. What becomes
/// due while the program runs is also said quietly. Its menu opens each, puts it off, or takes its date away; all of that
/// are changes of the record's date, which undo takes back.
class FollowUpButton : public QToolButton
{
    Q_OBJECT

public:
    /// What is given outlives it.
    FollowUpButton(ViewContext &context, const Clock &clock, QWidget *parent = nullptr);

    /// The latest first.
    const QList<DueFollowUp> &due() const { return m_due; }
    /// Looks again; it does so by itself when records change and as time goes by.
    void look();

protected:
    void changeEvent(QEvent *event) override;

private:
    void find(size_t at, QList<DueFollowUp> found, quint64 round);
    void take(QList<DueFollowUp> found);
    void showCount();
    void fillMenu();
    void move(const DueFollowUp &due, const model::Value &at, const QString &said);

    ViewContext &m_context;
    const Clock &m_clock;
    QList<DueFollowUp> m_due;
    QTimer *m_soon;
    quint64 m_round = 0;
    bool m_looked = false;
};

} // namespace guanxi::app
