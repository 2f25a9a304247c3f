// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"
#include "app/data/records.h"
#include "app/sync/syncstatus.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QScrollArea;
class QSplitter;
class QStackedLayout;
class QTimer;
class QTreeWidget;

namespace guanxi::app {

class EmptyState;
class ViewContext;

/// What was saved here and where it stands: waiting, taken, merged, refused and why; every action with its fields.
class OutboxView : public QWidget
{
    Q_OBJECT

public:
    /// The numbers are the order of the choices.
    enum class Shown : quint8 { Waiting, Refused, All };

    OutboxView(ViewContext &context, Outbox &outbox, SyncStatus &status, QWidget *parent = nullptr);

    void show(Shown shown);
    QTreeWidget &list() const { return *m_list; }
    void reload();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void showCurrent();
    void showEmpty();
    QList<OutboxEntry> entries() const;
    static QString stateText(const OutboxEntry &entry);

    ViewContext &m_context;
    Outbox &m_outbox;
    QList<OutboxEntry> m_entries;
    QComboBox *m_choice;
    QLabel *m_hint;
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    QTreeWidget *m_list;
    QScrollArea *m_detail;
    EmptyState *m_empty;
    QTimer *m_reloading;
};

} // namespace guanxi::app
