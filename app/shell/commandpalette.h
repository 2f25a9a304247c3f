// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/paletteentries.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;
class QTimer;

namespace guanxi::app {

/// Ctrl+K: one line to find any record or command, over the window it belongs to. Arrows move, Enter takes, Esc leaves.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(PaletteEntries &entries, QWidget *parent);

    void open(const QString &typed = {});
    /// What is offered now, headings included.
    const QList<PaletteEntry> &shown() const { return m_shown; }
    int currentRow() const;

Q_SIGNALS:
    void recordChosen(const guanxi::model::RecordRef &ref);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void step(int by);
    void take(int row);
    void leave();
    void reposition();

    PaletteEntries &m_entries;
    QLineEdit *m_line;
    QListView *m_list;
    QStandardItemModel *m_model;
    QTimer *m_typing;
    QList<PaletteEntry> m_shown;
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace guanxi::app
