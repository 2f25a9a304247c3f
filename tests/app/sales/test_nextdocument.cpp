// SPDX-License-Identifier: GPL-3.0-or-later
// From a quote to the order, from there to the payments: the commands of the sales desk.
#include "app/shell/resources.h"
#include "app/views/viewlist.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QInputDialog>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : SellingCompany {
    Desk() : context((loadResources(), ann.records()), drafts) {}
    /// Runs the command of that name; false when the record has none.
    bool run(const QString &text, const RecordRef &ref)
    {
        for (const RecordCommand &command : allExtras().commands)
            if (command.text() == text && command.offered(ann.records(), ref.entity)) {
                command.run(nullptr, context, {ref.entity, {ref}, {}});
                return true;
            }
        return false;
    }
    void bring(qint64 status)
    {
        settle();
        Record now = server.record(quote.ref());
        now.set(Quote::status, status);
        server.update(now);
        settle();
    }
    Record order()
    {
        storage::Query query;
        query.entity = SalesOrder::entity;
        const QList<Record> orders = must(ann.records().findNow(query));
        return orders.isEmpty() ? Record() : orders.first();
    }

    FakeDrafts drafts;
    NotingContext context;
};

} // namespace

TEST_CASE("An accepted quote becomes an order with its lines and total, as one action, and offline")
{
    Desk desk;
    desk.line(desk.ann, 1 * One, 5 * One);
    Record sold = desk.line(desk.ann, 3 * One, 90 * One, 2);
    sold.set(QuoteLine::product, desk.pump.id());
    sold.set(QuoteLine::discount, qint64(1000));
    must(desk.ann.records().save(sold));
    REQUIRE(desk.run(u"Make an order"_s, desk.quote.ref()));
    CHECK_FALSE(desk.order().isValid());
    REQUIRE(desk.context.notices.size() == 1); // nobody has accepted it yet
    desk.bring(Quote::Accepted);
    desk.ann.cut();

    // The customer has no address: it is asked for.
    whenOpen<QInputDialog>([](QInputDialog &dialog) {
        dialog.setTextValue(u"世纪大道1号"_s);
        dialog.accept();
    });
    REQUIRE(desk.run(u"Make an order"_s, desk.quote.ref()));
    const Record order = desk.order();
    REQUIRE(order.isValid());
    CHECK(order[SalesOrder::account] == desk.customer.id());
    CHECK(order[SalesOrder::quote] == desk.quote.id());
    CHECK(order[SalesOrder::total] == 243 * One);
    CHECK(desk.context.opened == QList<RecordRef>{order.ref()});
    CHECK(desk.context.notices.last().contains(u"1 line(s) without a product"_s));
    desk.meet();
    CHECK(desk.server.record(order.ref())[SalesOrder::total] == 243 * One);
    const QList<Record> lines = desk.server.all(SalesOrderLine::entity);
    REQUIRE(lines.size() == 1);
    CHECK(lines.first()[SalesOrderLine::discount] == 1000);
    CHECK(lines.first()[SalesOrderLine::amount] == 243 * One);
    must(desk.ann.records().undo(desk.context.action));
    desk.settle();
    CHECK(desk.server.record(order.ref()).isDeleted());
    CHECK(desk.server.record(lines.first().ref()).isDeleted());
}

TEST_CASE("A quote for somebody who is no customer yet says so instead of becoming an order")
{
    Desk desk;
    Record now = desk.server.record(desk.quote.ref());
    now.setValue(Quote::account.id, {});
    desk.server.update(now);
    desk.bring(Quote::Accepted);
    REQUIRE(desk.run(u"Make an order"_s, desk.quote.ref()));
    REQUIRE(desk.context.errors.size() == 1);
    CHECK(desk.context.errors.first().code == ErrorCode::Required);
}

TEST_CASE("A payment begins with what is open of its order, and its reversal with the same below zero")
{
    Desk desk;
    Record order = desk.ann.records().create(SalesOrder::entity);
    order.set(SalesOrder::account, desk.customer.id());
    order.set(SalesOrder::deliveryAddress, u"世纪大道1号"_s);
    Record line = desk.ann.records().create(SalesOrderLine::entity);
    line.set(SalesOrderLine::order, order.id());
    line.set(SalesOrderLine::position, qint64(1));
    line.set(SalesOrderLine::product, desk.pump.id());
    line.set(SalesOrderLine::quantity, 10 * One);
    line.set(SalesOrderLine::unitPrice, 100 * One);
    line.set(SalesOrderLine::taxRate, qint64(0));
    must(desk.ann.records().saveAll({order, line}, u"save"_s));
    REQUIRE(desk.run(u"Record a payment"_s, order.ref()));
    REQUIRE(desk.context.created.size() == 1);
    const auto [entity, preset] = desk.context.created.first();
    CHECK(entity == Payment::entity);
    Record payment = desk.ann.records().create(Payment::entity);
    for (const auto &[field, value] : preset)
        payment.setValue(field, value);
    CHECK(payment[Payment::amount] == 1'000 * One);
    CHECK(payment[Payment::account] == desk.customer.id());
    payment.set(Payment::amount, 400 * One);
    payment.set(Payment::method, dictionaryItemId(u"payment_method"_s, u"transfer"_s));
    must(desk.ann.records().save(payment));
    REQUIRE(desk.run(u"Record a payment"_s, order.ref()));
    CHECK(desk.context.created.last().second.contains(std::pair(Payment::amount.id, Value(600 * One))));
    // One in another currency counts at its rate.
    Record foreign = desk.ann.records().create(Payment::entity);
    for (const FieldId field : {Payment::account.id, Payment::order.id, Payment::method.id})
        foreign.setValue(field, payment.value(field));
    foreign.set(Payment::amount, 50 * One);
    foreign.set(Payment::currency, u"USD"_s);
    foreign.set(Payment::exchangeRate, qint64(6'000'000));
    must(desk.ann.records().save(foreign));
    REQUIRE(desk.run(u"Record a payment"_s, order.ref()));
    CHECK(desk.context.created.last().second.contains(std::pair(Payment::amount.id, Value(300 * One))));
    REQUIRE(desk.run(u"Reverse this payment"_s, payment.ref()));
    const Preset reversal = desk.context.created.last().second;
    CHECK(reversal.contains(std::pair(Payment::amount.id, Value(-400 * One))));
    CHECK(reversal.contains(std::pair(Payment::reverses.id, Value(payment.id()))));
}
