// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"
#include "app/data/records.h"
#include "app/sync/syncstatus.h"
#include "app/views/generic/conflictsolver.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSplitter;
class QStackedLayout;
class QTimer;
class QTreeWidget;
class QVBoxLayout;

namespace guanxi::app {

class EmptyState;
class ViewContext;

/// What was saved here and where it stands: waiting, taken, merged, refused and why; every action with its fields.
class OutboxView : public QWidget
{
    Q_OBJECT

public:
    /// The numbers are the order of the choices.
    enum class Shown : quint8 { Waiting, Refused, All, Orphans };

    OutboxView(ViewContext &context, Outbox &outbox, SyncStatus &status, const Clock &clock, QWidget *parent = nullptr);

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
    void addRefusal(QVBoxLayout &column, const OutboxEntry &entry);
    void addUndo(QVBoxLayout &column, const OutboxEntry &entry);
    /// Tries the refused change under the cursor again, or gives it up.
    void settle(bool again);
    /// Rows that only this copy holds; those that have come back are forgotten.
    void loadOrphans();
    void addOrphan(QVBoxLayout &column, const model::Record &orphan);
    /// Sends the row under the cursor to the server, or gives it up.
    void settleOrphan(bool send);
    void addButton(QHBoxLayout &buttons, const QString &text, Qt::Key key, bool primary, const std::function<void()> &press);
    int currentRow() const;
    ConflictCase caseOf(const OutboxEntry &entry) const;
    QList<OutboxEntry> entries() const;
    static QString stateText(const OutboxEntry &entry);

    ViewContext &m_context;
    Outbox &m_outbox;
    SyncStatus &m_status;
    ConflictSolver m_solver;
    QList<OutboxEntry> m_entries;
    QList<model::Record> m_orphans; ///< shown instead of the entries
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
