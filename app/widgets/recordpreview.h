// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace guanxi::app {

/// The filled fields of a record at a glance, over the list; Space or Esc closes it, the arrows walk on.
class RecordPreview : public QFrame
{
    Q_OBJECT

public:
    explicit RecordPreview(Records &records, QWidget *parent = nullptr);

    void showRecord(const model::Record &record);

Q_SIGNALS:
    /// Up (-1) or down (+1) was pressed.
    void stepped(int step);
    void openRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Records &m_records;
    QLabel *m_title;
    QLabel *m_body;
};

} // namespace guanxi::app
