// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/guards.h"

#include "common/base/decimal.h"
#include "common/model/catalogue.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/amounts.h"
#include "common/rules/approval.h"
#include "common/rules/credit.h"
#include "common/rules/settlement.h"
#include "common/rules/wideguards.h"

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

using Ask = const GuardContext &;
using Guard = bool (*)(Ask);

Uuid item(const char *dictionary, const QString &code)
{
    return dictionaryItemId(QString::fromLatin1(dictionary), code);
}

/// Rows that point at the record; nothing when the program cannot say.
std::optional<QList<Record>> rowsOf(Ask ask, EntityId entity, FieldId field)
{
    if (!ask.around.rows)
        return std::nullopt;
    return ask.around.rows(entity, field, ask.after.ref());
}

/// Every row that points at the record passes the test; false when the program cannot say.
template <class Test> bool all(Ask ask, EntityId entity, FieldId field, Test test)
{
    const std::optional<QList<Record>> rows = rowsOf(ask, entity, field);
    return rows && std::all_of(rows->begin(), rows->end(), test);
}

bool some(Ask ask, EntityId entity, FieldId field)
{
    const std::optional<QList<Record>> rows = rowsOf(ask, entity, field);
    return rows && !rows->isEmpty();
}

Record found(Ask ask, EntityId entity, const Uuid &id)
{
    return id.isNull() || !ask.around.lookup ? Record() : ask.around.lookup({entity, id});
}

bool isInForce(const Record &contract)
{
    const qint64 status = contract.isValid() ? contract[Contract::status] : 0;
    return status >= Contract::Signed && status <= Contract::Archived;
}

bool isPurchase(const Record &contract) { return contract[Contract::type] == item("contract_type", QStringLiteral("purchase")); }

bool isPartnerNamed(const Record &contract)
{
    return isPurchase(contract) ? !contract.isNull(Contract::supplier) : !contract.isNull(Contract::account);
}

bool noOpenBusiness(Ask ask)
{
    return all(ask, SalesOrder::entity, SalesOrder::account.id,
               [](const Record &order) { return order[SalesOrder::status] >= SalesOrder::Completed; }) &&
           all(ask, Ticket::entity, Ticket::account.id,
               [](const Record &ticket) { return ticket[Ticket::status] == Ticket::Archived; }) &&
           all(ask, Contract::entity, Contract::account.id,
               [](const Record &contract) { return contract[Contract::status] >= Contract::Completed; });
}

bool contactComplete(Ask ask)
{
    const Record &lead = ask.after;
    return !lead.isNull(Lead::name) &&
           (!lead.isNull(Lead::phone) || !lead.isNull(Lead::mobile) || !lead.isNull(Lead::email));
}

bool contractExists(Ask ask)
{
    const std::optional<QList<Record>> contracts = rowsOf(ask, Contract::entity, Contract::opportunity.id);
    return contracts && std::any_of(contracts->begin(), contracts->end(), isInForce);
}

/// Of a document, by what kind it is.
std::optional<QList<Record>> linesOf(Ask ask)
{
    switch (ask.after.entity().id) {
    case Quote::entity:
        return rowsOf(ask, QuoteLine::entity, QuoteLine::quote.id);
    case SalesOrder::entity:
        return rowsOf(ask, SalesOrderLine::entity, SalesOrderLine::order.id);
    case PurchaseOrder::entity:
        return rowsOf(ask, PurchaseOrderLine::entity, PurchaseOrderLine::purchaseOrder.id);
    case StockDocument::entity:
        return rowsOf(ask, StockDocumentLine::entity, StockDocumentLine::document.id);
    default:
        return std::nullopt;
    }
}

/// What they come to can be kept. Lines whose prices the asking program does not see come to nothing.
bool areAddedUp(const Record &document, const QList<Record> &lines)
{
    const std::optional<TotalFields> &fields = document.entity().totals;
    const auto totals = fields ? totalsOf(document, lines) : QList<std::pair<FieldId, Value>>();
    return std::none_of(totals.begin(), totals.end(), [&](const auto &total) { return total.first == fields->total && total.second.isNull(); });
}

bool hasLines(Ask ask)
{
    const std::optional<QList<Record>> lines = linesOf(ask);
    return lines && !lines->isEmpty() && areAddedUp(ask.after, *lines);
}

std::optional<QuoteExcess> excessOfAuthor(Ask ask) { return excessOf(ask.after, authorLimitOf(ask.user, ask.around)); }

bool overApproverLimit(Ask ask) { return hasLines(ask) && excessOfAuthor(ask); }
bool withinApproverLimit(Ask ask) { return hasLines(ask) && !excessOfAuthor(ask); }
/// Who may approve and has no limit approves everything.
bool approverHasLimit(Ask ask) { return !excessOf(ask.after, quoteLimitOf(ask.user, ask.around)); }

bool creditAllows(Ask ask)
{
    if (!ask.around.rows)
        return false;
    const std::optional<Credit> credit = creditOf(ask.after, ask.around);
    return !credit || !credit->blocks || !credit->isExceeded();
}

QStringList wordsOf(const QuoteExcess &excess)
{
    return {excess.isDiscount ? QStringLiteral("discount") : QStringLiteral("total"), QString::number(excess.value), QString::number(excess.limit)};
}

/// What a refusal adds to the names of guard and field, so that it can be put into a sentence.
QStringList detailsOf(const QString &name, Ask ask)
{
    const bool isAuthors = name == QLatin1String(guards::WithinApproverLimit) || name == QLatin1String(guards::OverApproverLimit);
    const bool isAboutLines = isAuthors || name == QLatin1String(guards::HasLines);
    if (const std::optional<QList<Record>> lines = isAboutLines ? linesOf(ask) : std::nullopt; lines && !lines->isEmpty() && !areAddedUp(ask.after, *lines))
        return {QStringLiteral("too_large")};
    if (isAuthors && !hasLines(ask))
        return {QStringLiteral("lines")};
    if (isAuthors) {
        const std::optional<QuoteExcess> excess = excessOfAuthor(ask);
        return excess ? wordsOf(*excess) : QStringList{QStringLiteral("within")};
    }
    if (name == QLatin1String(guards::ApproverHasLimit))
        if (const std::optional<QuoteExcess> excess = excessOf(ask.after, quoteLimitOf(ask.user, ask.around)))
            return wordsOf(*excess);
    if (name == QLatin1String(guards::CreditAllows))
        if (const std::optional<Credit> credit = ask.around.rows ? creditOf(ask.after, ask.around) : std::nullopt)
            return {QString::number(credit->limit), QString::number(credit->open), QString::number(credit->asked)};
    if (name == QLatin1String(guards::ContractSignable))
        return {isPartnerNamed(ask.after) ? QStringLiteral("document") : isPurchase(ask.after) ? QStringLiteral("supplier") : QStringLiteral("account")};
    return {};
}

bool reviewerNotCreator(Ask ask)
{
    return ask.around.limits.reviewerMayBeCreator || ask.before.value(system::CreatedBy).id() != ask.user;
}

bool paidInFull(Ask ask)
{
    const std::optional<QList<Record>> payments = rowsOf(ask, Payment::entity, Payment::order.id);
    return payments && paidFor(ask.after, *payments) >= ask.after[SalesOrder::total];
}

bool contractSignable(Ask ask) { return isPartnerNamed(ask.after) && some(ask, Document::entity, Document::parent.id); }

bool hasPaymentPlan(Ask ask) { return some(ask, PaymentPlan::entity, PaymentPlan::contract.id); }

bool instalmentsSettled(Ask ask)
{
    return all(ask, PaymentPlan::entity, PaymentPlan::contract.id, [](const Record &instalment) {
        return instalment[PaymentPlan::settledAmount] >= instalment[PaymentPlan::amount];
    });
}

bool nothingReceived(Ask ask)
{
    return all(ask, StockDocument::entity, StockDocument::purchaseOrder.id,
               [](const Record &receipt) { return receipt[StockDocument::status] != StockDocument::Posted; });
}

bool stockAvailable(Ask ask) { return hasLines(ask) && (!ask.around.stock || ask.around.stock(ask.after, false)); }
bool stockReversible(Ask ask) { return !ask.around.stock || ask.around.stock(ask.after, true); }

bool notStarted(Ask ask) { return ask.before.isNull(Ticket::startedAt); }

bool customerSatisfied(Ask ask)
{
    for (int stars = ask.around.limits.satisfied; stars <= 5; ++stars)
        if (ask.after[Ticket::satisfaction] == item("satisfaction", QString::number(stars)))
            return true;
    return false;
}

bool feedbackOverdue(Ask ask)
{
    return ask.around.nowMs && *ask.around.nowMs - ask.before[Ticket::handledAt] >= ask.around.limits.feedbackMs;
}

bool receiptAttached(Ask ask)
{
    const std::optional<qint64> base =
        decimal::multiply(ask.after[Expense::amount], ask.after[Expense::exchangeRate], 6);
    return (base && *base <= ask.around.limits.expenseWithoutReceipt) ||
           some(ask, Document::entity, Document::parent.id);
}

bool approverNotSpender(Ask ask) { return ask.after[Expense::byUser] != ask.user; }

bool projectContractSigned(Ask ask)
{
    return ask.after[Project::type] == item("project_type", QStringLiteral("internal")) ||
           isInForce(found(ask, Contract::entity, ask.after[Project::contract]));
}

bool noOpenActivities(Ask ask)
{
    return all(ask, Activity::entity, Activity::project.id,
               [](const Record &activity) { return activity[Activity::status] >= Activity::Done; });
}

bool byApplicant(Ask ask) { return ask.before[WorkflowRun::startedBy] == ask.user; }

Guard guardOf(const QString &name)
{
    static const QHash<QString, Guard> guards = [] {
        QHash<QString, Guard> table;
        const auto add = [&](const char *guardName, Guard guard) {
            table.insert(QString::fromLatin1(guardName), guard);
        };
        add(guards::NoOpenBusiness, noOpenBusiness);
        add(guards::ContactComplete, contactComplete);
        add(guards::ContractExists, contractExists);
        add(guards::HasLines, hasLines);
        add(guards::OverApproverLimit, overApproverLimit);
        add(guards::WithinApproverLimit, withinApproverLimit);
        add(guards::ApproverHasLimit, approverHasLimit);
        add(guards::CreditAllows, creditAllows);
        add(guards::ReviewerNotCreator, reviewerNotCreator);
        add(guards::PaidInFull, paidInFull);
        add(guards::ContractSignable, contractSignable);
        add(guards::HasPaymentPlan, hasPaymentPlan);
        add(guards::InstalmentsSettled, instalmentsSettled);
        add(guards::NothingReceived, nothingReceived);
        add(guards::StockAvailable, stockAvailable);
        add(guards::StockReversible, stockReversible);
        add(guards::NotStarted, notStarted);
        add(guards::CustomerSatisfied, customerSatisfied);
        add(guards::FeedbackOverdue, feedbackOverdue);
        add(guards::ReceiptAttached, receiptAttached);
        add(guards::ApproverNotSpender, approverNotSpender);
        add(guards::ProjectContractSigned, projectContractSigned);
        add(guards::NoOpenActivities, noOpenActivities);
        add(guards::ByApplicant, byApplicant);
        return table;
    }();
    return guards.value(name, nullptr);
}

} // namespace

Result<void> checkGuard(const QString &name, const GuardContext &context)
{
    if (name.isEmpty())
        return {};
    const Guard guard = guardOf(name);
    if (!guard)
        return Error{ErrorCode::Internal, {QStringLiteral("no guard ") + name}};
    if (guard(context))
        return {};
    const Entity &entity = context.after.entity();
    const Field *state = entity.field(entity.machine.field);
    return Error{ErrorCode::RuleRefused, QStringList{name, state ? state->name : QString()} + detailsOf(name, context)};
}

bool isWideGuard(const QString &name) { return name == QLatin1String(guards::NoOpenBusiness); }

bool isGuard(const QString &name) { return guardOf(name) != nullptr; }

} // namespace guanxi::rules
