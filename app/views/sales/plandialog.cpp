// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/plandialog.h"

#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/sales.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

namespace {

enum Column { Due, Amount, Columns };
constexpr int MostMonths = 24, FirstInDays = 30;
constexpr int ShareScale = 2;

/// "30/60/10", also with percent signs, commas or spaces between them; empty where one of them is no number.
QList<qint64> sharesOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s/,;:，；：、%％]+"));
    QList<qint64> shares;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const std::optional<qint64> share = parseNumber(part, ShareScale);
        if (!share || *share <= 0)
            return {};
        shares.append(*share);
    }
    return shares;
}

} // namespace

PlanDialog::PlanDialog(ViewContext &context, const Record &document, qint64 open, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_document(document), m_open(open), m_isOrder(document.entity().id == SalesOrder::entity),
      m_parts(new QSpinBox), m_shares(new QLineEdit), m_first(new QDateEdit), m_months(new QSpinBox), m_table(new QTableWidget(0, Columns)), m_says(new QLabel),
      m_plan(new QPushButton(tr("&Plan")))
{
    setWindowTitle(tr("Plan payments: %1").arg(FieldText(m_records).title(document)));
    build();
    divide();
    m_parts->setFocus();
}

void PlanDialog::build()
{
    for (QSpinBox *box : {m_parts, m_months})
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_parts->setRange(1, rules::MostInstalments);
    m_parts->setValue(3);
    m_shares->setPlaceholderText(tr("equal parts; or shares like 30/60/10"));
    m_first->setCalendarPopup(true);
    m_first->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_first->setDate(QDate::currentDate().addDays(FirstInDays));
    m_months->setRange(0, MostMonths);
    m_months->setValue(1);
    m_table->setHorizontalHeaderLabels({tr("Due"), tr("Amount")});
    m_table->horizontalHeaderItem(Due)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(Amount)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("Instalments"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setAlternatingRowColors(true);
    m_says->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("To be planned:"), new QLabel(amountText(m_open)));
    form->addRow(tr("&Number of parts:"), m_parts);
    form->addRow(tr("&Shares:"), m_shares);
    form->addRow(tr("&First due:"), m_first);
    form->addRow(tr("&Months between them:"), m_months);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_plan, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_plan->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_table, 1);
    column->addWidget(m_says);
    column->addWidget(buttons);
    connect(m_parts, &QSpinBox::valueChanged, this, [this] {
        const QSignalBlocker quiet(m_shares);
        m_shares->clear();
        divide();
    });
    connect(m_shares, &QLineEdit::textChanged, this, &PlanDialog::divide);
    connect(m_first, &QDateEdit::dateChanged, this, &PlanDialog::divide);
    connect(m_months, &QSpinBox::valueChanged, this, &PlanDialog::divide);
    connect(m_table, &QTableWidget::cellChanged, this, &PlanDialog::review);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(460, 520);
}

Result<qint64> PlanDialog::openOf(const Records &records, const Record &document)
{
    const bool isOrder = document.entity().id == SalesOrder::entity;
    storage::Query query;
    query.entity = PaymentPlan::entity;
    query.filter = storage::Filter::is((isOrder ? PaymentPlan::order : PaymentPlan::contract).id, document.id());
    const Result<QList<Record>> planned = records.findNow(query);
    if (!planned)
        return planned.error();
    std::optional<qint64> open = isOrder ? document[SalesOrder::total] : document[Contract::amount];
    for (const Record &instalment : *planned)
        if (isOrder || instalment.isNull(PaymentPlan::order)) // one that names both is the order's
            open = open ? decimal::subtract(*open, instalment[PaymentPlan::amount]) : open;
    return open.value_or(0);
}

QString PlanDialog::amountText(qint64 amount) const
{
    const Field &field = *m_records.catalogue().at(PaymentPlan::entity).field(PaymentPlan::amount.id);
    return FieldText(m_records).amount(field, amount, m_isOrder ? m_document[SalesOrder::currency] : m_document[Contract::currency]);
}

void PlanDialog::divide()
{
    QList<qint64> shares = sharesOf(m_shares->text());
    const bool unreadable = shares.isEmpty() && !m_shares->text().trimmed().isEmpty();
    if (shares.isEmpty())
        shares = QList<qint64>(m_parts->value(), 1);
    const QList<rules::Instalment> plan = unreadable ? QList<rules::Instalment>() : rules::divided(m_open, shares, dayOf(m_first->date()), m_months->value());
    {
        const QSignalBlocker quiet(m_table);
        m_table->setRowCount(int(plan.size()));
        for (int row = 0; row < plan.size(); ++row) {
            m_table->setItem(row, Due, new QTableWidgetItem(dateText(plan[row].dueOn)));
            auto *amount = new QTableWidgetItem(numberText(plan[row].amount, decimal::MoneyScale, 2));
            amount->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, Amount, amount);
        }
    }
    review();
}

std::optional<QList<rules::Instalment>> PlanDialog::typed(QString *fault) const
{
    QList<rules::Instalment> plan;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::optional<qint64> due = parseDate(m_table->item(row, Due)->text(), dayOf(QDate::currentDate()));
        const std::optional<qint64> amount = parseNumber(m_table->item(row, Amount)->text(), decimal::MoneyScale);
        if (!due || !amount || *amount <= 0) {
            *fault = !due ? tr("Line %1: the day cannot be read.").arg(row + 1) : tr("Line %1: the amount has to be a number above 0.").arg(row + 1);
            return std::nullopt;
        }
        plan.append({*due, *amount});
    }
    if (plan.isEmpty())
        *fault = tr("The shares cannot be read. Type numbers like 30/60/10.");
    return plan.isEmpty() ? std::nullopt : std::optional(plan);
}

void PlanDialog::review()
{
    QString fault;
    const std::optional<QList<rules::Instalment>> plan = typed(&fault);
    m_plan->setEnabled(plan.has_value());
    if (!plan)
        return m_says->setText(fault);
    std::optional<qint64> left = m_open;
    for (const rules::Instalment &part : *plan)
        left = left ? decimal::subtract(*left, part.amount) : left;
    m_plan->setEnabled(left && *left >= 0);
    if (!left || *left < 0)
        return m_says->setText(tr("That is more than there is to be planned: take off %1.").arg(left ? amountText(-*left) : QString()));
    m_says->setText(*left == 0 ? QString() : tr("%1 of it stay unplanned.").arg(amountText(*left)));
}

void PlanDialog::accept()
{
    QString fault;
    const std::optional<QList<rules::Instalment>> plan = typed(&fault);
    if (!plan || !m_plan->isEnabled())
        return;
    QList<Record> instalments;
    for (const rules::Instalment &part : *plan) {
        Record instalment = m_records.create(PaymentPlan::entity);
        instalment.setValue((m_isOrder ? PaymentPlan::order : PaymentPlan::contract).id, m_document.id());
        instalment.set(PaymentPlan::dueOn, part.dueOn);
        instalment.set(PaymentPlan::amount, part.amount);
        instalments.append(instalment);
    }
    const Result<Saved> saved = m_records.saveAll(instalments, QStringLiteral("save"));
    if (!saved)
        return m_context.showError(saved.error());
    m_context.notify(tr("%n instalment(s) planned", nullptr, int(instalments.size())), saved->action);
    QDialog::accept();
}

} // namespace guanxi::app
