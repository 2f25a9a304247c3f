// SPDX-License-Identifier: GPL-3.0-or-later
// What the server works out of money that came, and of the stages an opportunity goes through.
#include "tests/app/sales/pipelinecompany.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Paid : SellingCompany {
    explicit Paid(storage::Backend backend = storage::Backend::Sqlite) : SellingCompany(backend)
    {
        order = ann.records().create(SalesOrder::entity);
        order.set(SalesOrder::account, customer.id());
        order.set(SalesOrder::deliveryAddress, u"世纪大道1号"_s);
        Record line = ann.records().create(SalesOrderLine::entity);
        line.set(SalesOrderLine::order, order.id());
        line.set(SalesOrderLine::position, qint64(1));
        line.set(SalesOrderLine::product, pump.id());
        line.set(SalesOrderLine::quantity, 10 * One);
        line.set(SalesOrderLine::unitPrice, 100 * One);
        line.set(SalesOrderLine::taxRate, qint64(0));
        must(ann.records().saveAll({order, line}, u"save"_s));
        today = clock.wallMs() / 86'400'000;
        settle();
    }
    Record instalment(qint64 dueOn, qint64 amount)
    {
        Record made = ann.records().create(PaymentPlan::entity);
        made.set(PaymentPlan::order, order.id());
        made.set(PaymentPlan::dueOn, dueOn);
        made.set(PaymentPlan::amount, amount);
        must(ann.records().save(made));
        return made;
    }
    Record pay(qint64 amount, const QString &currency = u"CNY"_s, qint64 rate = 1'000'000)
    {
        Record made = ann.records().create(Payment::entity);
        made.set(Payment::account, customer.id());
        made.set(Payment::order, order.id());
        made.set(Payment::amount, amount);
        made.set(Payment::currency, currency);
        made.set(Payment::exchangeRate, rate);
        made.set(Payment::method, dictionaryItemId(u"payment_method"_s, u"transfer"_s));
        must(ann.records().save(made));
        settle();
        return made;
    }
    bool has(const char *status) { return server.record(order.ref())[SalesOrder::paymentStatus] == dictionaryItemId(u"payment_status"_s, QString::fromLatin1(status)); }
    qint64 settled(const Record &plan) { return server.record(plan.ref())[PaymentPlan::settledAmount]; }

    Record order;
    qint64 today = 0;
};

} // namespace

TEST_CASE("Payments settle instalments in the order in which they are due, and the order says how it is paid, on both databases")
{
    Paid company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    CHECK(company.has("unpaid"));
    const Record later = company.instalment(company.today + 30, 700 * One), sooner = company.instalment(company.today + 10, 300 * One);
    company.settle();
    const Record first = company.pay(400 * One);
    CHECK(company.has("partial"));
    CHECK(company.settled(sooner) == 300 * One);
    CHECK(company.settled(later) == 100 * One);
    // In another currency at its own rate.
    company.pay(100 * One, u"USD"_s, 6'000'000);
    CHECK(company.has("paid"));
    CHECK(company.settled(later) == 700 * One);
    // A reversal takes it back.
    Record reversal = company.ann.records().create(Payment::entity);
    for (const FieldId field : {Payment::account.id, Payment::order.id, Payment::currency.id, Payment::exchangeRate.id, Payment::method.id})
        reversal.setValue(field, first.value(field));
    reversal.set(Payment::amount, -400 * One);
    reversal.set(Payment::reverses, first.id());
    must(company.ann.records().save(reversal));
    company.settle();
    CHECK(company.has("partial"));
    CHECK(company.settled(sooner) == 300 * One);
    CHECK(company.settled(later) == 300 * One);
    // So does what was due and was not paid.
    company.change(company.ann, later.ref(), PaymentPlan::dueOn.id, Value(company.today - 1));
    company.settle();
    CHECK(company.has("overdue"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("What was due and is not settled is overdue once the day has passed, without anybody touching it, on both databases")
{
    Paid company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    company.instalment(company.today + 1, 500 * One);
    company.settle();
    CHECK(company.has("unpaid"));
    company.clock.advance(86'400'000);
    company.server.hub().tick();
    CHECK(company.has("unpaid"));
    company.clock.advance(86'400'000);
    company.server.hub().tick();
    CHECK(company.has("overdue"));
    company.meet();
    company.pay(500 * One);
    CHECK(company.has("partial"));
    company.checkExact(company.ann);
}

TEST_CASE("A sent quote is valid on its last day and has run out on the next; whoever accepts it later without a network is told, on both databases")
{
    Paid company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record draft = company.quoteOf(company.ann);
    company.settle();
    Record quote = company.server.record(company.quote.ref());
    quote.set(Quote::validUntil, company.today);
    quote.set(Quote::status, qint64(Quote::Sent));
    company.server.update(quote);
    company.settle();
    company.clock.advance(61'000);
    company.server.hub().tick();
    CHECK(company.server.record(quote.ref())[Quote::status] == Quote::Sent);
    company.bea.cut();
    company.clock.advance(86'400'000);
    company.server.hub().tick();
    CHECK(company.server.record(quote.ref())[Quote::status] == Quote::Expired);
    CHECK(company.server.record(draft.ref())[Quote::status] == Quote::Draft);
    must(company.bea.records().transition(must(company.bea.records().load(quote.ref())), Quote::Accept));
    company.meet();
    CHECK(company.server.record(quote.ref())[Quote::status] == Quote::Expired);
    CHECK(company.conflictsOf(quote).size() == 1);
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("Each step of an opportunity to another stage is kept with its time and amount, on both databases")
{
    PipelineCompany company(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    const Record deal = company.deal(company.ann, 50 * One);
    company.settle();
    company.ann.cut();
    company.clock.advance(5 * 3'600'000);
    company.move(company.ann, deal, 1);
    company.move(company.ann, deal, 2);
    company.meet();
    QList<Record> steps = company.server.all(StageChange::entity);
    std::sort(steps.begin(), steps.end(), [&](const Record &a, const Record &b) { return a.rev() < b.rev(); });
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].isNull(StageChange::fromStage));
    for (int at = 0; at < 3; ++at) {
        CHECK(steps[at][StageChange::toStage] == company.stages[at].id());
        CHECK(steps[at][StageChange::by] == company.annId);
        CHECK(steps[at][StageChange::amountAt] == 50 * One);
    }
    CHECK(steps[1][StageChange::fromStage] == company.stages[0].id());
    CHECK(steps[1][StageChange::stayed] >= 5);
    CHECK(steps[2][StageChange::fromStage] == company.stages[1].id());
    CHECK(steps[2][StageChange::stayed] == 0);
    CHECK_FALSE(company.server.record(deal.ref()).isNull(Opportunity::stageSince));
    CHECK(company.server.record(deal.ref())[Opportunity::weightedAmount] == 10 * One);
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}
