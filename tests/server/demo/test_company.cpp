// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/demo/collectingsink.h"

#include "common/base/decimal.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/validate.h"
#include "server/demo/generator.h"

#include <catch2/catch_test_macros.hpp>

#include <QDate>
#include <QSet>

#include <map>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// The company that is looked at is made once for all tests.
struct Made {
    explicit Made(qint64 accounts = 2000, quint64 seed = 1)
    {
        declareAll(catalogue);
        demo::Options options;
        options.accounts = accounts;
        options.seed = seed;
        const auto made = demo::generate(catalogue, sink, options);
        REQUIRE(made.ok());
        employees = *made;
    }
    Catalogue catalogue;
    CollectingSink sink;
    std::vector<demo::Employee> employees;
};

const Made &company()
{
    static const Made made;
    return made;
}

qint64 times(qint64 a, qint64 b, int dropped) { return *decimal::multiply(a, b, dropped); }

/// What a document's lines come to, figured from what is stored in them.
struct Sums {
    qint64 subtotal = 0, discount = 0, tax = 0;
};

template <class Line> std::map<Uuid, Sums> documentSums(RefField parent)
{
    std::map<Uuid, Sums> sums;
    for (const Record &line : company().sink.of(Line::entity)) {
        // Each is printed with two decimals.
        const qint64 gross = times(line[Line::unitPrice], line[Line::quantity], 6) * 100;
        const qint64 discount = times(gross, line[Line::discount], 6) * 100;
        Sums &sum = sums[line[parent]];
        sum.subtotal += gross;
        sum.discount += discount;
        sum.tax += times(gross - discount, line[Line::taxRate], 6) * 100;
        CHECK(line[Line::amount] == gross - discount);
    }
    return sums;
}

template <class Document> void checkTotals(const std::map<Uuid, Sums> &sums)
{
    const QList<Record> documents = company().sink.of(Document::entity);
    CHECK(documents.size() > 100);
    for (const Record &document : documents) {
        REQUIRE(sums.contains(document.id()));
        const Sums &sum = sums.at(document.id());
        CHECK(document[Document::subtotal] == sum.subtotal);
        CHECK(document[Document::discountAmount] == sum.discount);
        CHECK(document[Document::taxAmount] == sum.tax);
        CHECK(document[Document::total] == sum.subtotal - sum.discount + sum.tax);
        CHECK(document[Document::baseTotal] == times(document[Document::total], document[Document::exchangeRate], 6));
    }
}

} // namespace

TEST_CASE("The demo company has the people and customers it promises", "[demo]")
{
    const CollectingSink &sink = company().sink;
    CHECK(company().employees.size() == 41);
    CHECK(sink.of(User::entity).size() == 41);
    CHECK(sink.of(Department::entity).size() == 7);
    CHECK(sink.of(Account::entity).size() == 2000);
    qsizetype customersContacts = 0;
    for (const Record &contact : sink.of(Contact::entity))
        customersContacts += !contact.isNull(Contact::account);
    CHECK(customersContacts == 5000);
    CHECK(sink.of(Interaction::entity).size() >= 20000);
    QSet<Uuid> roles;
    for (const Record &grant : sink.of(RoleGrant::entity))
        roles.insert(grant[RoleGrant::role]);
    for (const char *role : {"admin", "sales_director", "account_manager", "executive", "developer"})
        CHECK(roles.contains(roleId(QString::fromLatin1(role))));
}

TEST_CASE("A database would take every row as it comes: references, unique values, groups", "[demo]")
{
    INFO(company().sink.complaints().mid(0, 10).join(u'\n').toStdString());
    CHECK(company().sink.complaints().isEmpty());
}

TEST_CASE("Every entity has rows", "[demo]")
{
    // Sign-ins, devices and audit are facts about real programs; history is the change log that the rows come with.
    const QSet<EntityId> without{ids::Session, ids::Device, ids::AuditEvent, ids::ChangeSet, ids::Change};
    QSet<EntityId> seen;
    for (const RecordRef &ref : company().sink.order())
        seen.insert(ref.entity);
    for (const Entity &entity : company().catalogue.entities()) {
        INFO(entity.name.toStdString());
        CHECK(seen.contains(entity.id) == !without.contains(entity.id));
    }
}

TEST_CASE("Every row passes the rules that a person's input must pass", "[demo]")
{
    const Made &made = company();
    rules::CheckContext context;
    context.today = QDate(1970, 1, 1).daysTo(QDate(2026, 11, 20));
    context.lookup = [&](const RecordRef &ref) { return made.sink.find(ref); };
    QStringList wrong;
    for (const RecordRef &ref : made.sink.order()) {
        const Record row = made.sink.find(ref);
        // A conflict's values are bare JSON values, as the server writes them; people never enter any.
        if (ref.entity == ids::Conflict)
            continue;
        for (const rules::FieldError &error : rules::checkRecord(row.entity(), row, nullptr, context))
            wrong.append(row.entity().name + u' ' + QString(errorName(error.error.code)) + u' ' +
                         error.error.args.join(u'|'));
    }
    wrong.removeDuplicates();
    INFO(wrong.mid(0, 20).join(u'\n').toStdString());
    CHECK(wrong.isEmpty());
}

TEST_CASE("Records stand in every state they can be in", "[demo]")
{
    for (const Entity &entity : company().catalogue.entities()) {
        if (entity.machine.isEmpty())
            continue;
        QSet<qint64> seen;
        for (const Record &row : company().sink.of(entity.id))
            seen.insert(row.value(entity.machine.field).number());
        for (const State &state : entity.machine.states) {
            // A campaign and a chat may run just now; the others are many.
            INFO(entity.name.toStdString() << ' ' << state.code.toStdString());
            CHECK(seen.contains(state.id));
        }
    }
}

TEST_CASE("What a transition asks for is filled in the state it leads to", "[demo]")
{
    QStringList missing;
    for (const Entity &entity : company().catalogue.entities())
        for (const Transition &transition : entity.machine.transitions) {
            // Only where this is the one way into the state.
            const bool only = std::count_if(entity.machine.transitions.begin(), entity.machine.transitions.end(),
                                            [&](const Transition &other) { return other.to == transition.to; }) == 1;
            if (!only || transition.to == entity.machine.initial)
                continue;
            for (const Record &row : company().sink.of(entity.id))
                if (row.value(entity.machine.field).number() == transition.to)
                    for (const FieldId field : transition.required)
                        if (row.value(field).isNull())
                            missing.append(entity.name + u'.' + entity.field(field)->name + QStringLiteral(" in ") +
                                           transition.code);
        }
    missing.removeDuplicates();
    INFO(missing.join(u'\n').toStdString());
    CHECK(missing.isEmpty());
}

TEST_CASE("Totals are the sums of their lines", "[demo]")
{
    checkTotals<Quote>(documentSums<QuoteLine>(QuoteLine::quote));
    checkTotals<SalesOrder>(documentSums<SalesOrderLine>(SalesOrderLine::order));
    std::map<Uuid, qint64> sums;
    for (const Record &line : company().sink.of(PurchaseOrderLine::entity))
        sums[line[PurchaseOrderLine::purchaseOrder]] +=
            times(line[PurchaseOrderLine::unitPrice], line[PurchaseOrderLine::quantity], 4);
    for (const Record &order : company().sink.of(PurchaseOrder::entity))
        CHECK(order[PurchaseOrder::total] == sums[order.id()]);
}

TEST_CASE("A completed order is paid, an instalment settled by what came, and nothing was paid twice", "[demo]")
{
    std::map<Uuid, qint64> paid, byContract, settled, planned;
    for (const Record &payment : company().sink.of(Payment::entity)) {
        paid[payment[Payment::order]] += payment[Payment::amount];
        if (!payment.isNull(Payment::contract))
            byContract[payment[Payment::contract]] += payment[Payment::amount];
    }
    for (const Record &order : company().sink.of(SalesOrder::entity)) {
        const qint64 total = order[SalesOrder::total];
        CHECK(paid[order.id()] <= total);
        if (order[SalesOrder::status] == SalesOrder::Completed)
            CHECK(paid[order.id()] == total);
        CHECK((order[SalesOrder::paymentStatus] ==
               dictionaryItemId(QStringLiteral("payment_status"), QStringLiteral("paid"))) ==
              (paid[order.id()] == total));
    }
    for (const Record &plan : company().sink.of(PaymentPlan::entity)) {
        settled[plan[PaymentPlan::contract]] += plan[PaymentPlan::settledAmount];
        planned[plan[PaymentPlan::contract]] += plan[PaymentPlan::amount];
    }
    for (const auto &[contract, amount] : planned) {
        CHECK(amount == company().sink.find({ids::Contract, contract})[Contract::amount]);
        CHECK(settled[contract] == byContract[contract]);
    }
}

TEST_CASE("The stock is what the posted documents moved, and never was below nothing", "[demo]")
{
    const CollectingSink &sink = company().sink;
    using Key = std::pair<Uuid, Uuid>;
    std::map<qint64, std::map<Key, qint64>> byDay;
    for (const Record &line : sink.of(StockDocumentLine::entity)) {
        const Record document = sink.find({ids::StockDocument, line[StockDocumentLine::document]});
        if (document[StockDocument::status] != StockDocument::Posted)
            continue;
        const QString type = sink.find({ids::DictionaryItem, document[StockDocument::type]})[DictionaryItem::code];
        const qint64 quantity = line[StockDocumentLine::quantity];
        const Key from{line[StockDocumentLine::product], line[StockDocumentLine::location]};
        auto &day = byDay[document[StockDocument::date]];
        if (type == QLatin1String("purchase_in"))
            day[from] += quantity;
        else if (type == QLatin1String("sales_out") || type == QLatin1String("transfer"))
            day[from] -= quantity;
        if (type == QLatin1String("transfer"))
            day[{line[StockDocumentLine::product], line[StockDocumentLine::toLocation]}] += quantity;
    }
    std::map<Key, qint64> stock;
    qsizetype below = 0;
    for (const auto &[day, moves] : byDay)
        for (const auto &[key, quantity] : moves) {
            stock[key] += quantity;
            below += stock[key] < 0;
        }
    CHECK(below == 0);
    for (const Record &balance : sink.of(StockBalance::entity)) {
        CHECK(balance[StockBalance::quantity] ==
              stock[{balance[StockBalance::product], balance[StockBalance::location]}]);
        CHECK(balance[StockBalance::available] == balance[StockBalance::quantity] - balance[StockBalance::reserved]);
    }
}

TEST_CASE("Nothing happened after the day on which the company stands", "[demo]")
{
    const qint64 now = demo::World::at(QDate(1970, 1, 1).daysTo(QDate(2026, 11, 20)), 18 * 60);
    QStringList late;
    for (const RecordRef &ref : company().sink.order()) {
        const Record row = company().sink.find(ref);
        if (row.value(system::CreatedAt).number() > now)
            late.append(row.entity().name);
    }
    late.removeDuplicates();
    INFO(late.join(u' ').toStdString());
    CHECK(late.isEmpty());
    for (const Record &talk : company().sink.of(Interaction::entity))
        CHECK(talk[Interaction::happenedAt] <= now);
    for (const Record &payment : company().sink.of(Payment::entity))
        CHECK(payment[Payment::receivedOn] <= QDate(1970, 1, 1).daysTo(QDate(2026, 11, 20)));
}

TEST_CASE("The same seed makes the same company, another seed another one", "[demo]")
{
    const Made first(300, 5);
    const Made again(300, 5);
    const Made other(300, 6);
    CHECK(first.sink.order() == again.sink.order());
    CHECK(first.sink.digest() == again.sink.digest());
    CHECK(first.sink.digest() != other.sink.digest());
}

TEST_CASE("A company of any size holds together", "[demo]")
{
    for (const qint64 accounts : {4, 30, 777}) {
        const Made made(accounts);
        INFO(accounts << ' ' << made.sink.complaints().mid(0, 5).join(u'\n').toStdString());
        CHECK(made.sink.complaints().isEmpty());
        CHECK(made.sink.of(Account::entity).size() == accounts);
    }
}
