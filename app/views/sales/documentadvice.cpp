// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/documentadvice.h"

#include "app/data/surroundings.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/credit.h"
#include "common/rules/defaults.h"
#include "common/rules/followups.h"

#include <QCoreApplication>
#include <QDateTime>

namespace guanxi::app {

using namespace model;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Documents)
};

constexpr int DefaultNoticeDays = 60;

qint64 today() { return rules::dayOf(QDateTime::currentMSecsSinceEpoch()); }

} // namespace

QString creditAdvice(const Records &records, const Record &record)
{
    if (record.entity().id != SalesOrder::entity || record[SalesOrder::status] > SalesOrder::PendingReview)
        return {};
    const std::optional<rules::Credit> credit = rules::creditOf(record, surroundingsOf(records));
    if (!credit || !credit->isExceeded())
        return {};
    const Field &limit = *records.catalogue().at(Account::entity).field(Account::creditLimit.id);
    const auto amount = [&](qint64 value) { return FieldText(records).amount(limit, value, QString()); };
    const QString facts = Words::tr("With this order %1 would owe %2 (%3 are open, this order %4); the credit limit is %5.")
                              .arg(records.title({Account::entity, record[SalesOrder::account]}), amount(credit->sum()), amount(credit->open), amount(credit->asked), amount(credit->limit));
    return credit->blocks ? Words::tr("%1 It cannot be submitted or reviewed.").arg(facts) : facts;
}

QString overdueAdvice(const Records &records, const Record &record)
{
    const EntityId entity = record.entity().id;
    if (entity != SalesOrder::entity && entity != Contract::entity)
        return {};
    storage::Query query;
    query.entity = PaymentPlan::entity;
    query.filter = storage::Filter::is((entity == SalesOrder::entity ? PaymentPlan::order : PaymentPlan::contract).id, record.id());
    const Result<QList<Record>> instalments = records.findNow(query);
    qint64 open = 0, since = 0;
    int late = 0;
    for (const Record &instalment : instalments ? *instalments : QList<Record>()) {
        const qint64 missing = instalment[PaymentPlan::amount] - instalment[PaymentPlan::settledAmount];
        if (instalment[PaymentPlan::dueOn] >= today() || missing <= 0)
            continue;
        since = late == 0 ? instalment[PaymentPlan::dueOn] : std::min(since, instalment[PaymentPlan::dueOn]);
        open += missing;
        ++late;
    }
    if (late == 0)
        return {};
    const Field &amount = *records.catalogue().at(PaymentPlan::entity).field(PaymentPlan::amount.id);
    return Words::tr("%n instalment(s) overdue: %1, the first since %2.", nullptr, late).arg(FieldText(records).amount(amount, open, FieldText(records).currency(record)), dateText(since));
}

QString endingAdvice(const Records &records, const Record &record)
{
    if (record.entity().id != Contract::entity || !rules::isInForce(record) || record.isNull(Contract::endsOn))
        return {};
    const qint64 days = record[Contract::endsOn] - today();
    const qint64 notice = record.isNull(Contract::renewalNoticeDays) ? DefaultNoticeDays : record[Contract::renewalNoticeDays];
    if (days > notice)
        return {};
    storage::Query query;
    query.entity = Contract::entity;
    query.filter = storage::Filter::is(Contract::renews.id, record.id());
    query.limit = 1;
    if (const Result<QList<Record>> next = records.findNow(query); next && !next->isEmpty())
        return Words::tr("It ends on %1 and is renewed by %2.").arg(dateText(record[Contract::endsOn]), FieldText(records).title(next->first()));
    return days < 0 ? Words::tr("It ended on %1 and has not been renewed.").arg(dateText(record[Contract::endsOn]))
                    : Words::tr("It ends on %1, in %n day(s), and has not been renewed.", nullptr, int(days)).arg(dateText(record[Contract::endsOn]));
}

} // namespace guanxi::app
