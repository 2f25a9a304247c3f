// SPDX-License-Identifier: GPL-3.0-or-later
// What would change hands, shown and then done; what is asked for is in transferdialog.cpp.
#include "app/views/customers/transferdialog.h"

#include "app/views/customers/transferitems.h"
#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/organisation.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

namespace guanxi::app {

using model::User;

void TransferDialog::prepare()
{
    QString fault;
    const TransferOrder order = this->order(fault);
    m_do->setEnabled(false);
    m_says->setText(fault.isEmpty() ? tr("Looking for what changes hands…") : fault);
    if (fault.isEmpty())
        m_plan.prepare(order);
    else
        m_summary->setRowCount(0);
}

void TransferDialog::showPlan()
{
    m_hand->clear();
    for (const Uuid &to : m_plan.order().to)
        m_hand->addItem(m_records.title({User::entity, to}));
    fillSummary();
    m_items->setKind(0);
    m_table->setColumnHidden(TransferItems::Customer, true);
    m_give->setVisible(m_plan.order().to.size() > 1);
    m_hand->setVisible(m_plan.order().to.size() > 1);
    m_give->setEnabled(true);
    const bool any = m_plan.total() > 0;
    m_do->setEnabled(any);
    m_says->setText(any ? stayText() : tr("There is nothing to hand over.") + u' ' + stayText());
}

void TransferDialog::fillSummary()
{
    const QSignalBlocker quiet(m_summary);
    const QList<Uuid> &to = m_plan.order().to;
    QStringList headings{tr("What")};
    for (const Uuid &user : to)
        headings.append(m_records.title({User::entity, user}));
    headings.append(tr("Stays"));
    m_summary->setColumnCount(int(headings.size()));
    m_summary->setHorizontalHeaderLabels(headings);
    m_summary->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_summary->setRowCount(0);
    for (qsizetype kind = 0; kind < transferKinds().size(); ++kind) {
        if (m_plan.items(kind).isEmpty() && m_plan.stays(kind).sum() == 0)
            continue;
        const int row = m_summary->rowCount();
        m_summary->insertRow(row);
        auto *name = new QTableWidgetItem(entityPlural(m_records.catalogue().at(transferKinds()[kind].entity)));
        name->setData(Qt::UserRole, int(kind));
        m_summary->setItem(row, 0, name);
        const auto put = [&](int column, int number) {
            auto *item = new QTableWidgetItem(number > 0 ? QLocale().toString(number) : QStringLiteral("–"));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_summary->setItem(row, column, item);
        };
        for (int successor = 0; successor < to.size(); ++successor)
            put(successor + 1, m_plan.count(kind, successor));
        put(int(to.size()) + 1, m_plan.stays(kind).sum());
    }
    if (m_summary->rowCount() > 0)
        m_summary->setCurrentCell(0, 0);
}

QString TransferDialog::stayText() const
{
    int forbidden = 0, fixed = 0, others = 0;
    for (qsizetype kind = 0; kind < transferKinds().size(); ++kind) {
        forbidden += m_plan.stays(kind).forbidden;
        fixed += m_plan.stays(kind).fixed;
        others += m_plan.stays(kind).others;
    }
    QStringList parts;
    if (forbidden > 0)
        parts.append(tr("%n record(s) stay, since you may not hand them over.", nullptr, forbidden));
    if (fixed > 0)
        parts.append(tr("%n record(s) stay, since they cannot be changed in their present state.", nullptr, fixed));
    if (others > 0)
        parts.append(tr("%n record(s) stay, since somebody else looks after them.", nullptr, others));
    return parts.isEmpty() ? tr("Contacts and the history of a customer go with him. Closed records stay with who closed them.") : parts.join(u' ');
}

void TransferDialog::giveSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty() || m_items->kind() != 0)
        return;
    m_plan.give(rows, m_hand->currentIndex());
    fillSummary();
    m_table->viewport()->update();
}

void TransferDialog::openCurrent()
{
    if (const model::RecordRef ref = m_items->ref(m_table->currentIndex().row()); !ref.isNull())
        m_context.openRecord(ref);
}

void TransferDialog::perform()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        return prepare(); // something was changed a moment ago: it is looked at first
    }
    if (!m_plan.isReady() || m_performing || m_plan.total() == 0)
        return;
    m_performing = true;
    m_cancelled = false;
    m_do->setEnabled(false);
    m_progress->setRange(0, m_plan.total());
    m_progress->show();
    m_plan.setReason(m_reason->text().trimmed());
    m_plan.perform(
        this,
        [this](qsizetype done) {
            m_progress->setValue(int(done));
            if (done >= m_plan.total())
                m_cancel->setEnabled(m_cancelled); // from here on it is written
            return !m_cancelled;
        },
        [this](const Result<Saved> &result) { finish(result); });
}

void TransferDialog::finish(const Result<Saved> &result)
{
    m_performing = false;
    m_progress->hide();
    m_cancel->setEnabled(true);
    m_do->setEnabled(true);
    if (!result.ok()) {
        m_says->setText(errorText(result.error()));
        return m_context.showError(result.error());
    }
    if (result->action.isNull()) {
        m_says->setText(tr("Cancelled; nothing was changed."));
        return;
    }
    m_context.notify(tr("%n customer(s) handed over", nullptr, int(m_plan.items(0).size())), result->action);
    accept();
}

void TransferDialog::reject()
{
    if (m_performing)
        m_cancelled = true;
    else
        QDialog::reject();
}

} // namespace guanxi::app
