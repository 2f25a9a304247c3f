// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/conflictsolver.h"

#include <QWidget>

class QSplitter;
class QStackedLayout;
class QTimer;
class QTreeWidget;

namespace guanxi::app {

class ConflictDetail;
class EmptyState;
class ViewContext;

/// The conflict desk: what could not be applied, one after the other. Never in the way of other work.
class ConflictsView : public QWidget
{
    Q_OBJECT

public:
    ConflictsView(ViewContext &context, const Clock &clock, QWidget *parent = nullptr);

    QTreeWidget &list() const { return *m_list; }
    int count() const { return int(m_cases.size()); }
    void reload();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showCurrent();
    void retranslate();
    void mergeTwins();
    void finish(const Result<Saved> &result, const QString &text);
    const ConflictCase *current() const;

    ViewContext &m_context;
    ConflictSolver m_solver;
    QList<ConflictCase> m_cases;
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    QTreeWidget *m_list;
    ConflictDetail *m_detail;
    EmptyState *m_empty;
    QTimer *m_reloading;
};

} // namespace guanxi::app
