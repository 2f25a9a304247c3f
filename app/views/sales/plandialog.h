// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/rules/instalments.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace guanxi::app {

class ViewContext;

/// What is not planned yet of an order or a contract, divided into instalments: a number of equal parts or shares like 30/60/10. Day and
/// amount of each can be changed before they are saved as one action.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(ViewContext &context, const model::Record &document, qint64 open, QWidget *parent = nullptr);

    /// What is not planned yet of an order or a contract, in its currency.
    static Result<qint64> openOf(const Records &records, const model::Record &document);

    QSpinBox &parts() const { return *m_parts; }
    QLineEdit &shares() const { return *m_shares; }
    QTableWidget &table() const { return *m_table; }
    void accept() override;

private:
    void build();
    void divide();
    void review();
    /// Nothing when a cell cannot be read; `fault` says which.
    std::optional<QList<rules::Instalment>> typed(QString *fault) const;
    QString amountText(qint64 amount) const;

    ViewContext &m_context;
    Records &m_records;
    model::Record m_document;
    qint64 m_open;
    bool m_isOrder;
    QSpinBox *m_parts;
    QLineEdit *m_shares;
    QDateEdit *m_first;
    QSpinBox *m_months;
    QTableWidget *m_table;
    QLabel *m_says;
    QPushButton *m_plan;
};

} // namespace guanxi::app
