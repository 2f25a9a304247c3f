// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/customers/transferplan.h"
#include "app/views/recordcommand.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class QTableWidget;
class QVBoxLayout;

namespace guanxi::app {

class LookupLine;
class TransferItems;

/// Customers, with what is open about them, change hands: from whom, which, to whom, and what that comes to. Nothing is
/// changed before it was looked at; then it is one action that can be undone.
class TransferDialog : public QDialog
{
    Q_OBJECT

public:
    /// `scope`: customers, or the user who leaves.
    TransferDialog(ViewContext &context, const CommandScope &scope, QWidget *parent = nullptr);

    void setFrom(const Uuid &user);
    void addSuccessor(const Uuid &user);
    void setWhich(TransferOrder::Which which);
    const TransferPlan &plan() const { return m_plan; }
    bool isPerforming() const { return m_performing; }

    void reject() override;

private:
    void buildOrder(QVBoxLayout &column);
    QHBoxLayout *alongBoxes();
    void buildPreview(QVBoxLayout &column);
    void buildButtons(QVBoxLayout &column);
    void addSuccessorLine();
    LookupLine *userLine(const QString &name);
    /// What is filled in, and what is still wrong with it.
    TransferOrder order(QString &fault) const;
    void prepare();
    void showPlan();
    void fillSummary();
    QString stayText() const;
    void giveSelected();
    void openCurrent();
    void perform();
    void finish(const Result<Saved> &result);

    ViewContext &m_context;
    Records &m_records;
    CommandScope m_scope;
    TransferPlan m_plan;
    QFormLayout *m_form = nullptr;
    LookupLine *m_from = nullptr;
    QComboBox *m_which = nullptr;
    QLabel *m_toLabel = nullptr;
    QVBoxLayout *m_toColumn = nullptr;
    QList<LookupLine *> m_to;
    QComboBox *m_share = nullptr;
    QList<QCheckBox *> m_along;
    QLineEdit *m_reason = nullptr;
    QTableWidget *m_summary = nullptr;
    QTableView *m_table = nullptr;
    TransferItems *m_items = nullptr;
    QComboBox *m_hand = nullptr;
    QPushButton *m_give = nullptr;
    QLabel *m_says = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_do = nullptr;
    QPushButton *m_cancel = nullptr;
    QTimer m_pause;
    bool m_performing = false;
    bool m_cancelled = false;
};

/// The command on customers and on users.
RecordCommand transferCommand();

} // namespace guanxi::app
