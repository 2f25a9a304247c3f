// SPDX-License-Identifier: GPL-3.0-or-later
// Limits of approval, credit, costs and payment plans.
#include "common/model/catalogue.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/guards.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/approval.h"
#include "common/rules/costs.h"
#include "common/rules/credit.h"
#include "common/rules/followups.h"
#include "common/rules/instalments.h"
#include "common/rules/settlement.h"

#include <catch2/catch_test_macros.hpp>

#include <QDate>

#include <limits>

using namespace guanxi;
using namespace guanxi::model;
using rules::Surroundings;

namespace
{

constexpr qint64 One = 10'000;
const Uuid me = Uuid::named("me");

const Catalogue &catalogue()
{
    static const std::unique_ptr<Catalogue> all = [] {
        auto made = std::make_unique<Catalogue>();
        declareAll(*made);
        return made;
    }();
    return *all;
}

Record make(EntityId entity, const char *name) { return Record(catalogue().at(entity), Uuid::named(name)); }

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
                if (row.entity().id == entity && row.value(field) == Value(target.id))
                    found.append(row);
            return found;
        };
        surroundings.nowMs = 1'000;
        return surroundings;
    }
    /// A role with these limits that is granted to me.
    void grant(const char *name, std::optional<qint64> total, std::optional<qint64> discount, qint64 from = 0, qint64 to = 0)
    {
        Record role = make(Role::entity, name);
        role.setValue(Role::quoteTotalLimit.id, total ? Value(*total) : Value());
        role.setValue(Role::quoteDiscountLimit.id, discount ? Value(*discount) : Value());
        Record grant = make(RoleGrant::entity, (std::string(name) + "grant").c_str());
        grant.set(RoleGrant::user, me);
        grant.set(RoleGrant::role, role.id());
        grant.set(RoleGrant::validFrom, from);
        grant.setValue(RoleGrant::validTo.id, to == 0 ? Value() : Value(to));
        rows += {role, grant};
    }
};

Record order(const char *name, qint64 total, SalesOrder::Status status)
{
    Record made = make(SalesOrder::entity, name);
    made.set(SalesOrder::account, Uuid::named("customer"));
    made.set(SalesOrder::currency, QStringLiteral("CNY"));
    made.set(SalesOrder::exchangeRate, qint64(1'000'000));
    made.set(SalesOrder::total, total);
    made.set(SalesOrder::status, qint64(status));
    return made;
}

} // namespace

TEST_CASE("The greatest limit of the roles one has now counts, and one's own goes before them")
{
    Rows rows;
    CHECK(rules::quoteLimitOf(me, rows.around()) == rules::QuoteLimit());
    rows.grant("rep", 50'000 * One, 500);
    rows.grant("lead", 80'000 * One, {});
    rows.grant("over", 900'000 * One, 9'000, 0, 1'000);
    rows.grant("later", 900'000 * One, 9'000, 1'001);
    CHECK(rules::quoteLimitOf(me, rows.around()) == rules::QuoteLimit{80'000 * One, 500});
    Record user = make(User::entity, "me");
    user.set(User::quoteDiscountLimit, qint64(200));
    rows.rows.append(user);
    CHECK(rules::quoteLimitOf(me, rows.around()) == rules::QuoteLimit{80'000 * One, 200});
    CHECK(rules::authorLimitOf(Uuid::named("nobody"), rows.around()) == rules::QuoteLimit{rules::Limits().quoteTotal, rules::Limits().quoteDiscount});
}

TEST_CASE("What of a quote is above a limit is told with its figure and the limit")
{
    Record quote = make(Quote::entity, "quote");
    quote.set(Quote::subtotal, 1'000 * One);
    quote.set(Quote::discountAmount, 180 * One);
    quote.set(Quote::baseTotal, 820 * One);
    const rules::QuoteLimit limit{800 * One, 1'000};
    CHECK(rules::excessOf(quote, limit) == rules::QuoteExcess{true, 1'800, 1'000});
    quote.set(Quote::discountAmount, 100 * One);
    CHECK(rules::excessOf(quote, limit) == rules::QuoteExcess{false, 820 * One, 800 * One});
    quote.set(Quote::baseTotal, 800 * One);
    CHECK_FALSE(rules::excessOf(quote, limit));
    // Just above is not rounded down to the limit.
    quote.set(Quote::discountAmount, 100 * One + 1);
    CHECK(rules::excessOf(quote, limit) == rules::QuoteExcess{true, 1'001, 1'000});
    CHECK_FALSE(rules::excessOf(quote, {}));
    // A total that is too large to be kept is within no limit.
    quote.set(Quote::discountAmount, qint64(0));
    quote.setValue(Quote::baseTotal.id, {});
    CHECK(rules::excessOf(quote, limit));
    // Nor does a discount overflow.
    quote.set(Quote::subtotal, std::numeric_limits<qint64>::max());
    quote.set(Quote::discountAmount, std::numeric_limits<qint64>::max());
    CHECK(rules::excessOf(quote, limit) == rules::QuoteExcess{true, 10'000, 1'000});
}

TEST_CASE("The refusal of a limit names what is above it")
{
    Rows rows;
    Record quote = make(Quote::entity, "quote");
    Record line = make(QuoteLine::entity, "line");
    line.set(QuoteLine::quote, quote.id());
    rows.rows = {line};
    quote.set(Quote::subtotal, 1'000 * One);
    quote.set(Quote::discountAmount, 180 * One);
    quote.set(Quote::baseTotal, 820 * One);
    const auto ask = [&](const char *guard) { return rules::checkGuard(QString::fromLatin1(guard), {quote, quote, me, rows.around()}); };
    REQUIRE_FALSE(ask(guards::WithinApproverLimit));
    CHECK(ask(guards::WithinApproverLimit).error().args.mid(2) == QStringList{QStringLiteral("discount"), QStringLiteral("1800"), QStringLiteral("1000")});
    CHECK(ask(guards::OverApproverLimit));
    // Who has the right to approve and no limit approves all; with a limit, only up to it.
    CHECK(ask(guards::ApproverHasLimit));
    rows.grant("lead", {}, 1'500);
    CHECK(ask(guards::ApproverHasLimit).error().args.mid(2) == QStringList{QStringLiteral("discount"), QStringLiteral("1800"), QStringLiteral("1500")});
    rows.rows.removeFirst();
    CHECK(ask(guards::OverApproverLimit).error().args.mid(2) == QStringList{QStringLiteral("lines")});
}

TEST_CASE("Lines that come to more than an amount can be are no lines to submit")
{
    Rows rows;
    Record asked = order("order", 0, SalesOrder::Draft);
    const auto line = [&](const char *name) {
        Record made = make(SalesOrderLine::entity, name);
        made.set(SalesOrderLine::order, asked.id());
        made.set(SalesOrderLine::quantity, One);
        made.set(SalesOrderLine::unitPrice, std::numeric_limits<qint64>::max() / 2);
        return made;
    };
    rows.rows = {line("a")};
    const auto ask = [&] { return rules::checkGuard(QString::fromLatin1(guards::HasLines), {asked, asked, me, rows.around()}); };
    CHECK(ask());
    rows.rows = {line("a"), line("b"), line("c")};
    REQUIRE_FALSE(ask());
    CHECK(ask().error().args.mid(2) == QStringList{QStringLiteral("too_large")});
}

TEST_CASE("What a customer owes is what is open of his reviewed orders, in base currency, and this one")
{
    Rows rows;
    Record customer = make(Account::entity, "customer");
    const Record asked = order("asked", 300 * One, SalesOrder::Draft);
    CHECK_FALSE(rules::creditOf(asked, rows.around()));
    rows.rows = {customer};
    CHECK_FALSE(rules::creditOf(asked, rows.around())); // no limit
    customer.set(Account::creditLimit, 1'000 * One);
    Record foreign = order("foreign", 100 * One, SalesOrder::Shipped);
    foreign.set(SalesOrder::currency, QStringLiteral("USD"));
    foreign.set(SalesOrder::exchangeRate, qint64(7'000'000));
    Record payment = make(Payment::entity, "payment");
    payment.set(Payment::order, foreign.id());
    payment.set(Payment::currency, QStringLiteral("USD"));
    payment.set(Payment::exchangeRate, qint64(7'100'000));
    payment.set(Payment::amount, 50 * One);
    Record overpaid = order("overpaid", 10 * One, SalesOrder::Reviewed);
    Record much = payment;
    much = make(Payment::entity, "much");
    much.set(Payment::order, overpaid.id());
    much.set(Payment::currency, QStringLiteral("CNY"));
    much.set(Payment::exchangeRate, qint64(1'000'000));
    much.set(Payment::amount, 900 * One);
    rows.rows = {customer, asked, foreign, payment, overpaid, much, order("draft", 5'000 * One, SalesOrder::PendingReview), order("done", 5'000 * One, SalesOrder::Completed),
                 order("cancelled", 5'000 * One, SalesOrder::Cancelled)};
    const std::optional<rules::Credit> credit = rules::creditOf(asked, rows.around());
    REQUIRE(credit);
    CHECK(*credit == rules::Credit{1'000 * One, 350 * One, 300 * One, false});
    CHECK_FALSE(credit->isExceeded());
    rows.rows.append(order("more", 350 * One + 1, SalesOrder::Reviewed));
    CHECK(rules::creditOf(asked, rows.around())->isExceeded());
    const auto allowed = [&] { return rules::checkGuard(QString::fromLatin1(guards::CreditAllows), {asked, asked, me, rows.around()}).ok(); };
    CHECK(allowed());
    customer.set(Account::creditBlocks, qint64(1));
    rows.rows.first() = customer;
    CHECK_FALSE(allowed());
    // What is too much to be added up is above every limit.
    rows.rows.append(order("absurd", std::numeric_limits<qint64>::max(), SalesOrder::Reviewed));
    CHECK(rules::creditOf(asked, rows.around())->isExceeded());
}

TEST_CASE("An order costs what its products cost, in its currency and by their unit, or nobody knows")
{
    const Uuid set = Uuid::named("set");
    Record pump = make(Product::entity, "pump");
    pump.set(Product::cost, 60 * One);
    pump.set(Product::unit, set);
    Rows rows{{pump}};
    Record asked = order("order", 0, SalesOrder::Draft);
    asked.set(SalesOrder::exchangeRate, qint64(2'000'000));
    Record line = make(SalesOrderLine::entity, "line");
    line.set(SalesOrderLine::product, pump.id());
    line.set(SalesOrderLine::unit, set);
    line.set(SalesOrderLine::quantity, 10 * One);
    line.set(SalesOrderLine::unitPrice, 50 * One);
    line.set(SalesOrderLine::discount, qint64(1'000));
    line.set(SalesOrderLine::taxRate, qint64(1'300));
    const auto cost = [&](const QList<Record> &lines) { return rules::costOf(asked, lines, rows.around().lookup); };
    REQUIRE(cost({line}));
    CHECK(cost({line})->cost == 300 * One);
    CHECK(cost({line})->margin == 150 * One);
    CHECK(cost({line})->baseMargin == 300 * One);
    CHECK(cost({line})->marginShare() == 3'333);
    CHECK_FALSE(cost({}));
    Record other = line;
    other.set(SalesOrderLine::unit, Uuid::named("box"));
    CHECK_FALSE(cost({line, other}));
    other.set(SalesOrderLine::unit, set);
    other.set(SalesOrderLine::product, Uuid::named("unknown"));
    CHECK_FALSE(cost({line, other}));
    Record huge = line;
    huge.set(SalesOrderLine::quantity, std::numeric_limits<qint64>::max() / 2);
    CHECK_FALSE(cost({huge}));
}

TEST_CASE("A payment plan adds up to the cent, by equal parts and by shares")
{
    const qint64 first = QDate(1970, 1, 1).daysTo(QDate(2026, 1, 31));
    const QList<rules::Instalment> thirds = rules::divided(100 * One, {1, 1, 1}, first, 1);
    REQUIRE(thirds.size() == 3);
    CHECK(thirds[0].amount == 33'3300);
    CHECK(thirds[1].amount == 33'3300);
    CHECK(thirds[2].amount == 33'3400);
    // At the end of a shorter month, and back to the day in a longer one.
    CHECK(QDate(1970, 1, 1).addDays(thirds[1].dueOn) == QDate(2026, 2, 28));
    CHECK(QDate(1970, 1, 1).addDays(thirds[2].dueOn) == QDate(2026, 3, 31));
    const QList<rules::Instalment> shares = rules::divided(1'000 * One, {30, 60, 10}, first, 0);
    CHECK(shares == QList<rules::Instalment>{{first, 300 * One}, {first, 600 * One}, {first, 100 * One}});
    CHECK(rules::divided(0, {1}, first, 1).isEmpty());
    CHECK(rules::divided(One, {}, first, 1).isEmpty());
    CHECK(rules::divided(One, {1, -1}, first, 1).isEmpty());
    CHECK(rules::divided(One, QList<qint64>(rules::MostInstalments + 1, 1), first, 1).isEmpty());
    // Nothing overflows.
    const qint64 most = std::numeric_limits<qint64>::max();
    const QList<rules::Instalment> large = rules::divided(most, {most, most}, first, 1);
    REQUIRE(large.size() == 2);
    CHECK(large[0].amount + large[1].amount == most);
}

TEST_CASE("Each instalment says how it is paid")
{
    const auto status = [](const char *code) { return dictionaryItemId(QStringLiteral("payment_status"), QString::fromLatin1(code)); };
    const Record owed = order("order", 900 * One, SalesOrder::Reviewed);
    const auto instalment = [](const char *name, qint64 due) {
        Record made = make(PaymentPlan::entity, name);
        made.set(PaymentPlan::dueOn, due);
        made.set(PaymentPlan::amount, 300 * One);
        return made;
    };
    Record payment = make(Payment::entity, "payment");
    payment.set(Payment::currency, QStringLiteral("CNY"));
    payment.set(Payment::amount, 400 * One);
    const QList<Record> plan{instalment("a", 10), instalment("b", 20), instalment("c", 30)};
    const auto parts = [&](qint64 today) { return rules::settlementOf(owed, plan, {payment}, today).parts; };
    CHECK(parts(15)[0].status == status("paid"));
    CHECK(parts(15)[1].status == status("partial"));
    CHECK(parts(15)[2].status == status("unpaid"));
    CHECK(parts(20)[1].status == status("partial")); // due today is not late
    CHECK(parts(21)[1].status == status("overdue"));
    CHECK(parts(21)[1].settled == 100 * One);
}

TEST_CASE("A contract in force reminds of its end by its days of notice, or at once when they have begun")
{
    constexpr qint64 DayMs = 86'400'000;
    Record contract = make(Contract::entity, "contract");
    contract.set(Contract::endsOn, qint64(1'000));
    contract.set(Contract::renewalNoticeDays, qint64(30));
    contract.set(Contract::status, qint64(Contract::Signed));
    const qint64 early = 900 * DayMs;
    REQUIRE(rules::renewalNoticeOf(contract, early));
    CHECK(*rules::renewalNoticeOf(contract, early) / DayMs == 970);
    CHECK(rules::renewalNoticeOf(contract, 990 * DayMs) == 990 * DayMs);
    CHECK_FALSE(rules::renewalNoticeOf(contract, 1'002 * DayMs));
    for (const auto status : {Contract::Draft, Contract::Approved, Contract::Completed, Contract::Archived, Contract::Terminated}) {
        contract.set(Contract::status, qint64(status));
        CHECK_FALSE(rules::renewalNoticeOf(contract, early));
    }
    contract.set(Contract::status, qint64(Contract::Executing));
    CHECK(rules::renewalNoticeOf(contract, early));
    contract.setValue(Contract::renewalNoticeDays.id, {});
    CHECK_FALSE(rules::renewalNoticeOf(contract, early));
}
