// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/settlement.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/pricing.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr int RateScale = 6;

Uuid status(const char *code) { return dictionaryItemId(QStringLiteral("payment_status"), QString::fromLatin1(code)); }

/// The currency, rate and whole amount of an order or a contract.
struct Owed {
    QString currency;
    qint64 rate = 0;
    qint64 total = 0;
};

Owed owedFor(const Record &document)
{
    if (document.entity().id == SalesOrder::entity)
        return {document[SalesOrder::currency], document[SalesOrder::exchangeRate], document[SalesOrder::total]};
    return {document[Contract::currency], document[Contract::exchangeRate], document[Contract::amount]};
}

/// In the currency of the document.
qint64 inDocument(const Record &payment, const Owed &owed)
{
    if (payment[Payment::currency] == owed.currency)
        return payment[Payment::amount];
    const std::optional<qint64> base = decimal::multiply(payment[Payment::amount], payment[Payment::exchangeRate], RateScale);
    const bool taken = base && *base < 0;
    const std::optional<qint64> amount = base ? inCurrency(taken ? -*base : *base, owed.rate) : std::nullopt;
    return amount ? taken ? -*amount : *amount : 0;
}

Uuid statusOf(qint64 settled, qint64 amount, bool isLate)
{
    return status(settled >= amount ? "paid" : isLate ? "overdue" : settled > 0 ? "partial" : "unpaid");
}

} // namespace

qint64 paidFor(const Record &document, const QList<Record> &payments)
{
    const Owed owed = owedFor(document);
    qint64 paid = 0;
    for (const Record &payment : payments)
        if (!payment.isDeleted())
            paid = decimal::add(paid, inDocument(payment, owed)).value_or(paid);
    return paid;
}

Settlement settlementOf(const Record &document, const QList<Record> &instalments, const QList<Record> &payments, qint64 today)
{
    const qint64 total = owedFor(document).total;
    const qint64 paid = paidFor(document, payments);
    QList<Record> due;
    for (const Record &instalment : instalments)
        if (!instalment.isDeleted())
            due.append(instalment);
    std::sort(due.begin(), due.end(), [](const Record &a, const Record &b) {
        return std::pair(a[PaymentPlan::dueOn], a.id()) < std::pair(b[PaymentPlan::dueOn], b.id());
    });
    Settlement settlement;
    qint64 left = std::max<qint64>(paid, 0);
    bool late = false;
    for (const Record &instalment : std::as_const(due)) {
        const qint64 settled = std::min(left, instalment[PaymentPlan::amount]);
        left -= settled;
        late = late || (instalment[PaymentPlan::dueOn] < today && settled < instalment[PaymentPlan::amount]);
        settlement.parts.append({instalment.id(), settled, statusOf(settled, instalment[PaymentPlan::amount], instalment[PaymentPlan::dueOn] < today)});
    }
    const bool whole = total > 0 && paid >= total;
    settlement.status = status(whole ? "paid" : late ? "overdue" : paid > 0 ? "partial" : "unpaid");
    return settlement;
}

} // namespace guanxi::rules
