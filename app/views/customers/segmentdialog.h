// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace guanxi::app {

/// Asks for a segment: one of those there are, narrowed by typing, or a new one by the name that was typed.
class SegmentDialog : public QDialog
{
    Q_OBJECT

public:
    struct Wording {
        QString title;
        QString hint;
        QString button;
        QString newOne; ///< "%1" is the name; empty: only one of those there are
    };

    SegmentDialog(const Wording &wording, const QList<model::Record> &segments, QWidget *parent = nullptr);

    /// The chosen one; invalid for a new one.
    model::Record segment() const;
    QString name() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();

    const Wording m_wording;
    const QList<model::Record> m_segments;
    QLineEdit *m_name;
    QListWidget *m_list;
    QPushButton *m_ok;
};

} // namespace guanxi::app
