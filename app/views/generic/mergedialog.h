// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/generic/mergeplan.h"
#include "app/views/generic/mergetable.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace guanxi::app {

class ViewContext;
struct RecordCommand;

/// Two records side by side that become one: whose value each field gets, what moves, and what stands in the way. One action,
/// that can be undone.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// The first to go, the second to stay, until they change places.
    MergeDialog(ViewContext &context, const model::RecordRef &goes, const model::RecordRef &stays, QWidget *parent = nullptr);

    /// Saved with the merge: what it settles.
    void setAlong(const QList<model::Record> &along) { m_along = along; }

    MergeTable &table() { return *m_table; }
    const MergePlan &plan() const { return m_plan; }
    bool isPerforming() const { return m_performing; }
    void swap();
    void reject() override;

Q_SIGNALS:
    void merged(const Saved &saved, const model::RecordRef &kept);

private:
    void build();
    QWidget *buildHeads();
    void buildTable();
    QWidget *buildButtons();
    void load(const model::RecordRef &goes, const model::RecordRef &stays);
    void showPlan();
    QString headText(const model::Record &record) const;
    QString planText() const;
    QString obstacleText() const;
    void chooseCurrent();
    void perform();
    void finish(const Result<Saved> &result);
    void setPerforming(bool performing);

    ViewContext &m_context;
    Records &m_records;
    MergePlan m_plan;
    QList<model::Record> m_along;
    MergeTable *m_table;
    QTableView *m_view = nullptr;
    QLabel *m_staysHead = nullptr;
    QLabel *m_goesHead = nullptr;
    QLabel *m_says = nullptr;
    QCheckBox *m_only = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_swap = nullptr;
    QPushButton *m_do = nullptr;
    QPushButton *m_cancel = nullptr;
    bool m_performing = false;
    bool m_cancelled = false;
};

/// "Merge…" on lists, for two records that are selected.
RecordCommand mergeCommand();

} // namespace guanxi::app
