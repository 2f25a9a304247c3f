// SPDX-License-Identifier: GPL-3.0-or-later
// What the server judges, keeps and works out about quotes, contracts and orders, whatever a desktop says.
#include "smallcompany.h"

#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/rules/defaults.h"
#include "common/rules/followups.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 One = 10'000, DayMs = 86'400'000;

/// Ann sells pumps that cost 60; Boss approves what Ann may not let pass alone.
struct Sales : SmallCompany {
    explicit Sales(storage::Backend backend) : SmallCompany(backend, declareAll)
    {
        for (const EntityId entity : {Quote::entity, QuoteLine::entity, QuoteVersion::entity, QuoteVersionLine::entity, Product::entity, SalesOrder::entity, SalesOrderLine::entity,
                                      Contract::entity, Payment::entity, PaymentPlan::entity, Document::entity, Reminder::entity})
            server.allow(all, entity, Reach::All, true);
        for (const EntityId entity : {Quote::entity, SalesOrder::entity, Contract::entity})
            server.allow(all, entity, Action::Approve, Reach::All);
        pump = Record(server.catalogue().at(Product::entity), ids.next());
        pump.set(Product::name, u"离心泵"_s);
        pump.set(Product::unit, unit("set"));
        pump.set(Product::price, 100 * One);
        pump.set(Product::cost, 60 * One);
        server.insert(pump);
        customer = account(u"上海宏远"_s, ann, east);
        mine.connect();
        theirs.connect();
    }

    static Uuid unit(const char *code) { return dictionaryItemId(u"unit"_s, QString::fromLatin1(code)); }
    qint64 today() const { return rules::dayOf(clock.wallMs()); }
    Record make(EntityId entity) { return Record(server.catalogue().at(entity), ids.next()); }

    PushResult save(WireClient &who, const QList<Record> &records)
    {
        QList<RecordChange> changes;
        for (const Record &record : records)
            changes.append(insertionOf(record));
        return who.push(changes);
    }
    Record quoteLine(const Record &quote, qint64 quantity, qint64 discount = 0)
    {
        Record line = make(QuoteLine::entity);
        line.set(QuoteLine::quote, quote.id());
        line.set(QuoteLine::position, qint64(1));
        line.set(QuoteLine::product, pump.id());
        line.set(QuoteLine::quantity, quantity * One);
        line.set(QuoteLine::unit, unit("set"));
        line.set(QuoteLine::unitPrice, 100 * One);
        line.set(QuoteLine::discount, discount);
        line.set(QuoteLine::taxRate, qint64(0));
        return line;
    }
    Record quote(qint64 quantity = 10, qint64 discount = 0)
    {
        Record made = make(Quote::entity);
        made.set(Quote::account, customer.id());
        made.set(Quote::quotedOn, today());
        made.set(Quote::validUntil, today() + 30);
        made.set(Quote::currency, u"CNY"_s);
        made.set(Quote::exchangeRate, qint64(1'000'000));
        REQUIRE(save(mine, {made, quoteLine(made, quantity, discount)}).status == PushStatus::Applied);
        return now(made);
    }
    Record order(qint64 quantity, const char *unitCode = "set")
    {
        Record made = make(SalesOrder::entity);
        made.set(SalesOrder::account, customer.id());
        made.set(SalesOrder::orderDate, today());
        made.set(SalesOrder::salesperson, ann);
        made.set(SalesOrder::deliveryAddress, u"世纪大道1号"_s);
        made.set(SalesOrder::currency, u"CNY"_s);
        made.set(SalesOrder::exchangeRate, qint64(1'000'000));
        Record line = make(SalesOrderLine::entity);
        line.set(SalesOrderLine::order, made.id());
        line.set(SalesOrderLine::position, qint64(1));
        line.set(SalesOrderLine::product, pump.id());
        line.set(SalesOrderLine::quantity, quantity * One);
        line.set(SalesOrderLine::unit, unit(unitCode));
        line.set(SalesOrderLine::unitPrice, 100 * One);
        line.set(SalesOrderLine::taxRate, qint64(1300));
        REQUIRE(save(mine, {made, line}).status == PushStatus::Applied);
        return now(made);
    }
    PushResult step(WireClient &who, const Record &record, int which, const QList<FieldChange> &more = {})
    {
        const Record seen = now(record);
        RecordChange change = edit(seen, seen.entity().machine.field, Value(seen.entity().machine.transition(which)->to));
        change.fields += more;
        ChangeSet set = who.set({change});
        set.name = u"transition"_s;
        set.args = {{u"transition"_s, which}};
        return who.push(set);
    }
    void take(WireClient &who, const Record &record, int which) { REQUIRE(step(who, record, which).status == PushStatus::Applied); }
    QStringList refusal(const Record &record)
    {
        const QList<Record> conflicts = conflictsOf(record, true);
        return conflicts.isEmpty() ? QStringList() : QStringList{conflicts.last()[Conflict::reason]};
    }
    QList<Record> versions() { return live(QuoteVersion::entity); }
    QList<Record> live(EntityId entity)
    {
        QList<Record> rows = server.all(entity);
        rows.removeIf([](const Record &row) { return row.isDeleted(); });
        return rows;
    }
    void setRoleLimit(std::optional<qint64> total, std::optional<qint64> discount)
    {
        Record role = server.record({model::Role::entity, all});
        role.setValue(model::Role::quoteTotalLimit.id, total ? Value(*total) : Value());
        role.setValue(model::Role::quoteDiscountLimit.id, discount ? Value(*discount) : Value());
        server.update(role);
    }

    Uuid ann = user(u"ann"_s, east, all);
    Uuid boss = user(u"boss"_s, east, all);
    WireClient mine{server, u"ann"_s, ann, clock};
    WireClient theirs{server, u"boss"_s, boss, clock};
    Record pump, customer;
};

} // namespace

TEST_CASE("A quote that is sent is kept as it stood, and no later version changes it, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const Record quote = sales.quote(10, 500);
    sales.take(sales.mine, quote, Quote::Release);
    CHECK(sales.versions().isEmpty());
    sales.take(sales.mine, quote, Quote::Send);
    REQUIRE(sales.versions().size() == 1);
    const Record sent = sales.versions().first();
    CHECK(sent[QuoteVersion::quote] == quote.id());
    CHECK(sent[QuoteVersion::version] == 1);
    CHECK(sent[QuoteVersion::total] == 950 * One);
    CHECK(sent[QuoteVersion::sentBy] == sales.ann);
    CHECK(sent[QuoteVersion::sentAt] == sales.clock.wallMs());
    CHECK(sent[QuoteVersion::validUntil] == quote[Quote::validUntil]);
    REQUIRE(sales.live(QuoteVersionLine::entity).size() == 1);
    CHECK(sales.live(QuoteVersionLine::entity).first()[QuoteVersionLine::productName] == u"离心泵"_s);

    // The next version, and a product that is called otherwise by then.
    sales.take(sales.mine, quote, Quote::Revise);
    CHECK(sales.now(quote)[Quote::version] == 2);
    CHECK(sales.now(quote)[Quote::number] == quote[Quote::number]);
    sales.pump.set(Product::name, u"新泵"_s);
    sales.server.update(sales.pump);
    const Record line = sales.live(QuoteLine::entity).first();
    REQUIRE(sales.mine.push({edit(line, QuoteLine::quantity.id, Value(20 * One))}).status == PushStatus::Applied);
    CHECK(sales.now(quote)[Quote::total] == 1'900 * One);
    CHECK(sales.versions().first()[QuoteVersion::total] == 950 * One);
    const Record kept = sales.live(QuoteVersionLine::entity).first();
    CHECK(kept[QuoteVersionLine::quantity] == 10 * One);
    CHECK(kept[QuoteVersionLine::productName] == u"离心泵"_s);
    // Who may not edit the copy is everybody.
    CHECK(sales.mine.push({edit(kept, QuoteVersionLine::quantity.id, Value(One))}).status == PushStatus::Parked);
    CHECK(sales.mine.push({RecordChange{ChangeKind::Delete, sent.ref(), sent.rev(), {}}}).status == PushStatus::Parked);
    CHECK(sales.now(kept)[QuoteVersionLine::quantity] == 10 * One);

    sales.take(sales.mine, quote, Quote::Release);
    sales.take(sales.mine, quote, Quote::Send);
    CHECK(sales.versions().size() == 2);
    CHECK(sales.live(QuoteVersionLine::entity).size() == 2);
}

TEST_CASE("A version that was approved and never sent is kept without a day of sending, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const Record quote = sales.quote();
    sales.take(sales.mine, quote, Quote::Release);
    sales.take(sales.mine, quote, Quote::Revise);
    REQUIRE(sales.versions().size() == 1);
    CHECK(sales.versions().first().isNull(QuoteVersion::sentAt));
    CHECK(sales.versions().first()[QuoteVersion::version] == 1);
}

TEST_CASE("What a role does not see of quotes it does not see of their versions, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const Record quote = sales.quote();
    sales.take(sales.mine, quote, Quote::Release);
    sales.take(sales.mine, quote, Quote::Send);
    const Rights before = sales.server.rightsOf(sales.boss);
    const Entity &line = sales.server.catalogue().at(QuoteVersionLine::entity);
    CHECK(before.isVisible(line, *line.field(QuoteVersionLine::unitPrice.id)));
    sales.server.hideField(sales.all, QuoteLine::entity, QuoteLine::unitPrice.id, FieldRight::Hidden);
    sales.server.hideField(sales.all, Quote::entity, Quote::total.id, FieldRight::Hidden);
    const Rights after = sales.server.rightsOf(sales.boss);
    CHECK_FALSE(after.isVisible(line, *line.field(QuoteVersionLine::unitPrice.id)));
    const Entity &version = sales.server.catalogue().at(QuoteVersion::entity);
    CHECK_FALSE(after.isVisible(version, *version.field(QuoteVersion::total.id)));
    CHECK(after.isVisible(version, *version.field(QuoteVersion::version.id)));
}

TEST_CASE("The server asks the limit of who acts, role by role and person by person, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const Record dear = sales.quote(10, 1800);
    CHECK(sales.step(sales.mine, dear, Quote::Release).status == PushStatus::Parked);
    CHECK(sales.now(dear)[Quote::status] == Quote::Draft);
    // The role may give 20 %.
    sales.setRoleLimit({}, 2000);
    const Record second = sales.quote(10, 1800);
    CHECK(sales.step(sales.mine, second, Quote::Submit).status == PushStatus::Parked);
    sales.take(sales.mine, second, Quote::Release);
    // Ann herself only 5 %.
    Record person = sales.server.record({User::entity, sales.ann});
    person.set(User::quoteDiscountLimit, qint64(500));
    sales.server.update(person);
    const Record third = sales.quote(10, 600);
    CHECK(sales.step(sales.mine, third, Quote::Release).status == PushStatus::Parked);
    sales.take(sales.mine, third, Quote::Submit);
    // Who approves needs the limit, too.
    CHECK(sales.step(sales.mine, third, Quote::Approve).status == PushStatus::Parked);
    sales.take(sales.theirs, third, Quote::Approve);
    CHECK(sales.now(third)[Quote::approvedBy] == sales.boss);

    // Lines that come with the step which locks the quote do not slip through beneath it.
    const Record fourth = sales.quote(10, 0);
    const Record cheap = sales.quoteLine(fourth, 10'000, 9'000);
    RecordChange release = edit(sales.now(fourth), Quote::status.id, Value(qint64(Quote::Approved)));
    ChangeSet set = sales.mine.set({release, insertionOf(cheap)});
    set.name = u"transition"_s;
    set.args = {{u"transition"_s, int(Quote::Release)}};
    CHECK(sales.mine.push(set).status == PushStatus::Parked);
    CHECK(sales.now(fourth)[Quote::status] == Quote::Draft);
    CHECK(sales.now(fourth)[Quote::total] == 1'000 * One);
}

TEST_CASE("An order above the credit limit is refused where the customer says so, by all orders and payments of everybody, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    Record customer = sales.now(sales.customer);
    customer.set(Account::creditLimit, 2'500 * One);
    sales.server.update(customer);
    const Record first = sales.order(10), second = sales.order(20);
    sales.take(sales.mine, first, SalesOrder::Submit);
    sales.take(sales.theirs, first, SalesOrder::Review);
    // 1,130 are open, 2,260 come: that warns only.
    sales.take(sales.mine, second, SalesOrder::Submit);
    customer = sales.now(sales.customer);
    customer.set(Account::creditBlocks, qint64(1));
    sales.server.update(customer);
    CHECK(sales.step(sales.theirs, second, SalesOrder::Review).status == PushStatus::Parked);
    CHECK(sales.now(second)[SalesOrder::status] == SalesOrder::PendingReview);
    // A payment makes room.
    Record payment = sales.make(Payment::entity);
    payment.set(Payment::account, sales.customer.id());
    payment.set(Payment::order, first.id());
    payment.set(Payment::receivedOn, sales.today());
    payment.set(Payment::amount, 900 * One);
    payment.set(Payment::currency, u"CNY"_s);
    payment.set(Payment::exchangeRate, qint64(1'000'000));
    payment.set(Payment::method, dictionaryItemId(u"payment_method"_s, u"transfer"_s));
    REQUIRE(sales.save(sales.theirs, {payment}).status == PushStatus::Applied);
    CHECK(sales.step(sales.theirs, second, SalesOrder::Review).status == PushStatus::Applied);
}

TEST_CASE("An order costs what its products cost when it is reviewed, and a customer is worth what completed orders left, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const Record order = sales.order(10);
    CHECK(order[SalesOrder::costTotal] == 600 * One);
    CHECK(order[SalesOrder::margin] == 400 * One);
    const auto setCost = [&](qint64 cost) {
        Record pump = sales.now(sales.pump);
        pump.set(Product::cost, cost * One);
        sales.server.update(pump);
    };
    setCost(70);
    sales.take(sales.mine, order, SalesOrder::Submit);
    CHECK(sales.now(order)[SalesOrder::costTotal] == 700 * One);
    setCost(75);
    sales.take(sales.theirs, order, SalesOrder::Review);
    CHECK(sales.now(order)[SalesOrder::margin] == 250 * One);
    CHECK(sales.now(order)[SalesOrder::baseMargin] == 250 * One);
    setCost(90);
    Record done = sales.now(order);
    done.set(SalesOrder::status, qint64(SalesOrder::Shipped));
    sales.server.update(done);
    CHECK(sales.now(sales.customer).isNull(Account::lifetimeValue));
    sales.take(sales.theirs, order, SalesOrder::Close);
    CHECK(sales.now(order)[SalesOrder::margin] == 250 * One);
    CHECK(sales.now(sales.customer)[Account::lifetimeValue] == 250 * One);
    // Counted in another unit, nobody knows the cost.
    const Record boxed = sales.order(5, "box");
    CHECK(boxed.isNull(SalesOrder::costTotal));
    CHECK(boxed.isNull(SalesOrder::margin));
}

TEST_CASE("Somebody is reminded once that a contract ends, and not of one that is renewed, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const qint64 today = sales.today();
    Record contract = sales.make(Contract::entity);
    contract.set(Contract::title, u"年度维保"_s);
    contract.set(Contract::type, dictionaryItemId(u"contract_type"_s, u"sales"_s));
    contract.set(Contract::account, sales.customer.id());
    contract.set(Contract::amount, 1'000 * One);
    contract.set(Contract::ourSignatory, sales.boss);
    contract.set(Contract::endsOn, today + 100);
    contract.set(Contract::renewalNoticeDays, qint64(30));
    contract.set(Contract::status, qint64(Contract::Approved));
    sales.server.insert(contract);
    CHECK(sales.live(Reminder::entity).isEmpty());
    contract = sales.now(contract);
    contract.set(Contract::status, qint64(Contract::Signed));
    sales.server.update(contract);
    REQUIRE(sales.live(Reminder::entity).size() == 1);
    CHECK(sales.live(Reminder::entity).first()[Reminder::user] == sales.boss);
    CHECK(rules::dayOf(sales.live(Reminder::entity).first()[Reminder::at]) == today + 70);
    // Put off by its person it stays where he put it, until the term changes.
    REQUIRE(sales.theirs.push({edit(sales.now(contract), Contract::noticeAt.id, Value((today + 80) * DayMs))}).status == PushStatus::Applied);
    REQUIRE(sales.theirs.push({edit(sales.now(contract), Contract::title.id, Value(u"维保"_s))}).status == PushStatus::Applied);
    CHECK(sales.now(contract)[Contract::noticeAt] == (today + 80) * DayMs);
    REQUIRE(sales.theirs.push({edit(sales.now(contract), Contract::endsOn.id, Value(today + 20))}).status == PushStatus::Applied);
    CHECK(sales.now(contract)[Contract::noticeAt] == sales.clock.wallMs()); // its notice has begun already
    CHECK(sales.live(Reminder::entity).size() == 1);
    Record next = sales.make(Contract::entity);
    next.set(Contract::title, u"维保 2"_s);
    next.set(Contract::type, contract[Contract::type]);
    next.set(Contract::account, sales.customer.id());
    next.set(Contract::amount, One);
    next.set(Contract::currency, u"CNY"_s);
    next.set(Contract::exchangeRate, qint64(1'000'000));
    next.set(Contract::renews, contract.id());
    REQUIRE(sales.save(sales.theirs, {next}).status == PushStatus::Applied);
    CHECK(sales.now(contract).isNull(Contract::noticeAt));
    CHECK(sales.live(Reminder::entity).isEmpty());
}

TEST_CASE("What a form would not take the server does not take either, and nothing of it stays, on both databases")
{
    Sales sales(GUANXI_ON_BOTH);
    const Record quote = sales.quote();
    const auto refused = [&](const QList<Record> &records) {
        const bool parked = sales.save(sales.mine, records).status == PushStatus::Parked;
        return parked && std::none_of(records.begin(), records.end(), [&](const Record &record) { return sales.server.record(record.ref()).isValid(); });
    };
    const auto line = [&](auto change) {
        Record made = sales.quoteLine(quote, 1);
        change(made);
        return made;
    };
    CHECK(refused({line([](Record &r) { r.set(QuoteLine::quantity, -One); })}));
    CHECK(refused({line([](Record &r) { r.set(QuoteLine::quantity, qint64(0)); })}));
    CHECK(refused({line([](Record &r) { r.set(QuoteLine::unitPrice, -One); })}));
    CHECK(refused({line([](Record &r) { r.set(QuoteLine::discount, qint64(10'001)); })}));
    CHECK(refused({line([](Record &r) { r.set(QuoteLine::discount, qint64(-1)); })}));
    CHECK(refused({line([](Record &r) { r.set(QuoteLine::quantity, qint64(9'000'000'000'000'000'000)); })}));
    CHECK(refused({line([](Record &r) { r.setValue(QuoteLine::product.id, {}); })}));
    CHECK(refused({line([&](Record &r) { r.set(QuoteLine::product, sales.ids.next()); })}));
    CHECK_FALSE(refused({line([](Record &r) {
        r.setValue(QuoteLine::product.id, {});
        r.set(QuoteLine::description, QString(u"安装"_s));
    })}));
    // Good lines beside a bad one do not come alone.
    CHECK(refused({line([](Record &) {}), line([](Record &r) { r.set(QuoteLine::quantity, -One); })}));

    const auto document = [&](EntityId entity, auto change) {
        Record made = entity == Quote::entity ? quote : sales.order(1);
        Record copy(made.entity(), sales.ids.next());
        for (const Field &field : made.entity().fields())
            if (field.isEditable())
                copy.setValue(field.id, made.value(field.id));
        change(copy);
        return copy;
    };
    CHECK(refused({document(Quote::entity, [&](Record &r) { r.set(Quote::validUntil, r[Quote::quotedOn] - 1); })}));
    CHECK(refused({document(Quote::entity, [](Record &r) { r.set(Quote::exchangeRate, qint64(0)); })}));
    CHECK(refused({document(Quote::entity, [](Record &r) { r.set(Quote::currency, QString(u"¥¥"_s)); })}));
    CHECK(refused({document(Quote::entity, [](Record &r) { r.setValue(Quote::account.id, {}); })}));
    CHECK(refused({document(SalesOrder::entity, [](Record &r) { r.set(SalesOrder::deliverBy, r[SalesOrder::orderDate] - 1); })}));
    CHECK(refused({document(SalesOrder::entity, [](Record &r) { r.setValue(SalesOrder::deliveryAddress.id, {}); })}));
    // In a state other than the first nobody is born.
    CHECK(refused({document(SalesOrder::entity, [](Record &r) { r.set(SalesOrder::status, qint64(SalesOrder::Reviewed)); })}));

    Record contract = sales.make(Contract::entity);
    contract.set(Contract::title, u"x"_s);
    contract.set(Contract::type, dictionaryItemId(u"contract_type"_s, u"sales"_s));
    contract.set(Contract::account, sales.customer.id());
    contract.set(Contract::amount, One);
    contract.set(Contract::currency, u"CNY"_s);
    contract.set(Contract::exchangeRate, qint64(1'000'000));
    contract.set(Contract::startsOn, sales.today());
    contract.set(Contract::endsOn, sales.today() - 1);
    CHECK(refused({contract}));
    contract.set(Contract::endsOn, sales.today());
    contract.set(Contract::amount, -One);
    CHECK(refused({contract}));

    Record plan = sales.make(PaymentPlan::entity);
    plan.set(PaymentPlan::dueOn, sales.today());
    plan.set(PaymentPlan::amount, One);
    CHECK(refused({plan}));

    // A product that is gone, and a document that was issued.
    sales.server.commit({RecordChange{ChangeKind::Delete, sales.pump.ref(), sales.now(sales.pump).rev(), {}}});
    CHECK(refused({line([](Record &) {})}));
    sales.take(sales.mine, quote, Quote::Release);
    CHECK(refused({line([](Record &r) {
        r.setValue(QuoteLine::product.id, {});
        r.set(QuoteLine::description, QString(u"安装"_s));
    })}));
    CHECK(sales.mine.push({edit(sales.now(quote), Quote::validUntil.id, Value(sales.today() + 60))}).status == PushStatus::Parked);
    CHECK(sales.now(quote)[Quote::validUntil] == sales.today() + 30);
}
