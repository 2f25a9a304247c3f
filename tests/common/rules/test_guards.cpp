// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/guards.h"

#include <catch2/catch_test_macros.hpp>

#include <ostream>

using namespace guanxi;
using namespace guanxi::model;
using rules::Surroundings;

namespace
{

const Catalogue &catalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

Record make(EntityId entity, const char *name = "record") { return Record(catalogue().at(entity), Uuid::named(name)); }

/// A little database: rows by entity.
struct Rows {
    QList<Record> rows;

    Surroundings around() const
    {
        Surroundings surroundings;
        surroundings.lookup = [this](const RecordRef &ref) {
            for (const Record &row : rows)
                if (row.ref() == ref)
                    return row;
            return Record();
        };
        surroundings.rows = [this](EntityId entity, FieldId field, const RecordRef &target) {
            QList<Record> found;
            for (const Record &row : rows)
                if (row.entity().id == entity &&
                    (row.value(field) == Value(target.id) || row.value(field) == Value(target)))
                    found.append(row);
            return found;
        };
        return surroundings;
    }
};

const Uuid me = Uuid::named("me");

bool passes(const char *guard, const Record &record, const Surroundings &around = {}, const Uuid &user = me)
{
    return rules::checkGuard(QString::fromLatin1(guard), {record, record, user, around}).ok();
}

Uuid item(const char *dictionary, const char *code)
{
    return dictionaryItemId(QString::fromLatin1(dictionary), QString::fromLatin1(code));
}

} // namespace

TEST_CASE("Every guard the catalogue names has code, and nothing else passes as one")
{
    for (const char *name : guards::All)
        CHECK(rules::isGuard(QString::fromLatin1(name)));
    for (const Entity &entity : catalogue().entities())
        for (const Transition &transition : entity.machine.transitions)
            for (const QString &guard : transition.guards)
                CHECK(rules::isGuard(guard));
    const Record account = make(Account::entity);
    const Surroundings nothing;
    CHECK(rules::checkGuard(QStringLiteral("unknown"), {account, account, me, nothing}).error().code ==
          ErrorCode::Internal);
    CHECK(rules::checkGuard({}, {account, account, me, nothing}).ok());
}

TEST_CASE("A guard without the means to look refuses with its name")
{
    const Record order = make(SalesOrder::entity);
    const Surroundings nothing;
    const Result<void> asked = rules::checkGuard(QString::fromLatin1(guards::HasLines), {order, order, me, nothing});
    REQUIRE_FALSE(asked);
    CHECK(asked.error() == Error{ErrorCode::RuleRefused, {QStringLiteral("has_lines"), QStringLiteral("status")}});
    CHECK_FALSE(passes(guards::NoOpenBusiness, make(Account::entity)));
    CHECK_FALSE(passes(guards::NoOpenActivities, make(Project::entity)));
}

TEST_CASE("A customer with open business is not archived")
{
    Rows rows;
    const Record account = make(Account::entity);
    CHECK(passes(guards::NoOpenBusiness, account, rows.around()));
    Record order = make(SalesOrder::entity, "order");
    order.set(SalesOrder::account, account.id());
    order.set(SalesOrder::status, qint64(SalesOrder::Completed));
    rows.rows = {order};
    CHECK(passes(guards::NoOpenBusiness, account, rows.around()));
    order.set(SalesOrder::status, qint64(SalesOrder::Shipped));
    rows.rows = {order};
    CHECK_FALSE(passes(guards::NoOpenBusiness, account, rows.around()));
    Record ticket = make(Ticket::entity, "ticket");
    ticket.set(Ticket::account, account.id());
    ticket.set(Ticket::status, qint64(Ticket::Feedback));
    rows.rows = {ticket};
    CHECK_FALSE(passes(guards::NoOpenBusiness, account, rows.around()));
}

TEST_CASE("Documents need lines")
{
    Rows rows;
    const Record order = make(SalesOrder::entity);
    CHECK_FALSE(passes(guards::HasLines, order, rows.around()));
    Record line = make(SalesOrderLine::entity, "line");
    line.set(SalesOrderLine::order, order.id());
    rows.rows = {line};
    CHECK(passes(guards::HasLines, order, rows.around()));
}

TEST_CASE("A quote goes straight through within the limits, else to an approver")
{
    Rows rows;
    Record quote = make(Quote::entity);
    Record line = make(QuoteLine::entity, "line");
    line.set(QuoteLine::quote, quote.id());
    rows.rows = {line};
    const rules::Limits limits;
    quote.set(Quote::baseTotal, limits.quoteTotal);
    quote.set(Quote::subtotal, qint64(10000'0000));
    quote.set(Quote::discountAmount, qint64(1000'0000));
    CHECK(passes(guards::WithinApproverLimit, quote, rows.around()));
    CHECK_FALSE(passes(guards::OverApproverLimit, quote, rows.around()));
    quote.set(Quote::discountAmount, qint64(1000'0001));
    CHECK_FALSE(passes(guards::WithinApproverLimit, quote, rows.around()));
    CHECK(passes(guards::OverApproverLimit, quote, rows.around()));
    quote.set(Quote::discountAmount, qint64(0));
    quote.set(Quote::baseTotal, limits.quoteTotal + 1);
    CHECK(passes(guards::OverApproverLimit, quote, rows.around()));
}

TEST_CASE("Four eyes: nobody approves his own")
{
    Record order = make(SalesOrder::entity);
    order.setValue(system::CreatedBy, me);
    CHECK_FALSE(passes(guards::ReviewerNotCreator, order));
    CHECK(passes(guards::ReviewerNotCreator, order, {}, Uuid::named("boss")));
    Surroundings small;
    small.limits.reviewerMayBeCreator = true;
    CHECK(passes(guards::ReviewerNotCreator, order, small));
    Record expense = make(Expense::entity);
    expense.set(Expense::byUser, me);
    CHECK_FALSE(passes(guards::ApproverNotSpender, expense));
    CHECK(passes(guards::ApproverNotSpender, expense, {}, Uuid::named("boss")));
    Record run = make(WorkflowRun::entity);
    run.set(WorkflowRun::startedBy, me);
    CHECK(passes(guards::ByApplicant, run));
    CHECK_FALSE(passes(guards::ByApplicant, run, {}, Uuid::named("boss")));
}

TEST_CASE("An order is complete when payments in any currency reach its total")
{
    Rows rows;
    Record order = make(SalesOrder::entity);
    order.set(SalesOrder::total, qint64(710'0000));
    order.set(SalesOrder::currency, QStringLiteral("CNY"));
    order.set(SalesOrder::exchangeRate, qint64(1'000'000));
    Record payment = make(Payment::entity, "payment");
    payment.set(Payment::order, order.id());
    payment.set(Payment::amount, qint64(100'0000));
    payment.set(Payment::currency, QStringLiteral("USD"));
    payment.set(Payment::exchangeRate, qint64(7'100'000));
    CHECK_FALSE(passes(guards::PaidInFull, order, rows.around()));
    rows.rows = {payment};
    CHECK(passes(guards::PaidInFull, order, rows.around()));
    payment.set(Payment::exchangeRate, qint64(7'099'900));
    rows.rows = {payment};
    CHECK_FALSE(passes(guards::PaidInFull, order, rows.around()));
}

TEST_CASE("A contract is signed with its partner and its paper, started with a plan and finished when settled")
{
    Rows rows;
    Record contract = make(Contract::entity);
    contract.set(Contract::type, item("contract_type", "purchase"));
    contract.set(Contract::account, Uuid::named("account"));
    Record paper = make(Document::entity, "paper");
    paper.set(Document::parent, contract.ref());
    rows.rows = {paper};
    CHECK_FALSE(passes(guards::ContractSignable, contract, rows.around()));
    contract.set(Contract::supplier, Uuid::named("supplier"));
    CHECK(passes(guards::ContractSignable, contract, rows.around()));
    CHECK_FALSE(passes(guards::ContractSignable, contract, Rows().around()));

    CHECK_FALSE(passes(guards::HasPaymentPlan, contract, rows.around()));
    Record instalment = make(PaymentPlan::entity, "instalment");
    instalment.set(PaymentPlan::contract, contract.id());
    instalment.set(PaymentPlan::amount, qint64(10));
    instalment.set(PaymentPlan::settledAmount, qint64(9));
    rows.rows = {instalment};
    CHECK(passes(guards::HasPaymentPlan, contract, rows.around()));
    CHECK_FALSE(passes(guards::InstalmentsSettled, contract, rows.around()));
    instalment.set(PaymentPlan::settledAmount, qint64(10));
    rows.rows = {instalment};
    CHECK(passes(guards::InstalmentsSettled, contract, rows.around()));
}

TEST_CASE("A project starts with a signed contract unless internal, and ends without open work")
{
    Rows rows;
    Record project = make(Project::entity);
    CHECK_FALSE(passes(guards::ProjectContractSigned, project, rows.around()));
    project.set(Project::contract, Uuid::named("contract"));
    Record contract = make(Contract::entity, "contract");
    contract.set(Contract::status, qint64(Contract::Approved));
    rows.rows = {contract};
    CHECK_FALSE(passes(guards::ProjectContractSigned, project, rows.around()));
    contract.set(Contract::status, qint64(Contract::Signed));
    rows.rows = {contract};
    CHECK(passes(guards::ProjectContractSigned, project, rows.around()));
    project.set(Project::type, item("project_type", "internal"));
    CHECK(passes(guards::ProjectContractSigned, project, Rows().around()));

    Record activity = make(Activity::entity, "activity");
    activity.set(Activity::project, project.id());
    activity.set(Activity::status, qint64(Activity::InProgress));
    rows.rows = {activity};
    CHECK_FALSE(passes(guards::NoOpenActivities, project, rows.around()));
    activity.set(Activity::status, qint64(Activity::Cancelled));
    rows.rows = {activity};
    CHECK(passes(guards::NoOpenActivities, project, rows.around()));
}

TEST_CASE("Tickets: started once, archived when the customer is content, closed unanswered only after waiting")
{
    Record ticket = make(Ticket::entity);
    CHECK(passes(guards::NotStarted, ticket));
    ticket.set(Ticket::startedAt, qint64(1));
    CHECK_FALSE(passes(guards::NotStarted, ticket));
    ticket.set(Ticket::satisfaction, item("satisfaction", "3"));
    CHECK_FALSE(passes(guards::CustomerSatisfied, ticket));
    ticket.set(Ticket::satisfaction, item("satisfaction", "4"));
    CHECK(passes(guards::CustomerSatisfied, ticket));
    ticket.set(Ticket::handledAt, qint64(1000));
    Surroundings later;
    later.nowMs = 999 + later.limits.feedbackMs;
    CHECK_FALSE(passes(guards::FeedbackOverdue, ticket, later));
    later.nowMs = 1000 + later.limits.feedbackMs;
    CHECK(passes(guards::FeedbackOverdue, ticket, later));
}

TEST_CASE("Leads, receipts and stock are looked at")
{
    Rows rows;
    Record lead = make(Lead::entity);
    lead.set(Lead::name, QStringLiteral("李雷"));
    CHECK_FALSE(passes(guards::ContactComplete, lead));
    lead.set(Lead::mobile, QStringLiteral("13800138000"));
    CHECK(passes(guards::ContactComplete, lead));

    Record expense = make(Expense::entity);
    expense.set(Expense::amount, rules::Limits().expenseWithoutReceipt);
    expense.set(Expense::exchangeRate, qint64(1'000'000));
    CHECK(passes(guards::ReceiptAttached, expense, rows.around()));
    expense.set(Expense::exchangeRate, qint64(7'000'000));
    CHECK_FALSE(passes(guards::ReceiptAttached, expense, rows.around()));

    const Record order = make(PurchaseOrder::entity);
    Record receipt = make(StockDocument::entity, "receipt");
    receipt.set(StockDocument::purchaseOrder, order.id());
    receipt.set(StockDocument::status, qint64(StockDocument::Draft));
    rows.rows = {receipt};
    CHECK(passes(guards::NothingReceived, order, rows.around()));
    receipt.set(StockDocument::status, qint64(StockDocument::Posted));
    rows.rows = {receipt};
    CHECK_FALSE(passes(guards::NothingReceived, order, rows.around()));

    Surroundings empty = rows.around();
    empty.stock = [](const Record &, bool) { return false; };
    CHECK(passes(guards::StockReversible, receipt, rows.around()));
    CHECK_FALSE(passes(guards::StockReversible, receipt, empty));
}
