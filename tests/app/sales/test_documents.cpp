// SPDX-License-Identifier: GPL-3.0-or-later
// Credit, overdue instalments and ending contracts at the head; payment plans, renewals and ready-made filters; margins.
#include "app/shell/resources.h"
#include "app/views/generic/contextlinks.h"
#include "app/views/sales/documentadvice.h"
#include "app/views/sales/documentlist.h"
#include "app/views/sales/nextdocument.h"
#include "app/views/sales/plandialog.h"
#include "app/widgets/linesview.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/customers.h"
#include "common/rules/defaults.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

struct Desk : SellingCompany {
    Desk() : context((loadResources(), ann.records()), drafts)
    {
        Record product = server.record(pump.ref());
        product.set(Product::cost, 60 * One);
        server.update(product);
        server.allow(own, SalesOrder::entity, Action::Approve, Reach::All);
        settle();
    }
    Record order(qint64 quantity)
    {
        Record made = ann.records().create(SalesOrder::entity);
        made.set(SalesOrder::account, customer.id());
        made.set(SalesOrder::deliveryAddress, u"世纪大道1号"_s);
        Record line = ann.records().create(SalesOrderLine::entity);
        line.set(SalesOrderLine::order, made.id());
        line.set(SalesOrderLine::position, qint64(1));
        line.set(SalesOrderLine::product, pump.id());
        line.set(SalesOrderLine::unit, dictionaryItemId(u"unit"_s, u"set"_s));
        line.set(SalesOrderLine::quantity, quantity * One);
        line.set(SalesOrderLine::unitPrice, 100 * One);
        line.set(SalesOrderLine::taxRate, qint64(0));
        must(ann.records().saveAll({made, line}, u"save"_s));
        return must(ann.records().load(made.ref()));
    }
    Record contract(qint64 startsOn, qint64 endsOn, Contract::Status status)
    {
        Record made = ann.records().create(Contract::entity);
        made.set(Contract::title, u"年度维保"_s);
        made.set(Contract::account, customer.id());
        made.set(Contract::amount, 900 * One);
        made.set(Contract::startsOn, startsOn);
        made.set(Contract::endsOn, endsOn);
        must(ann.records().save(made));
        settle();
        Record now = server.record(made.ref());
        now.set(Contract::status, qint64(status));
        server.update(now);
        settle();
        return must(ann.records().load(made.ref()));
    }
    void setCredit(qint64 limit, bool blocks)
    {
        Record account = server.record(customer.ref());
        account.set(Account::creditLimit, limit);
        account.set(Account::creditBlocks, qint64(blocks));
        server.update(account);
        settle();
    }
    bool run(const QString &text, const RecordRef &ref)
    {
        for (const RecordCommand &command : allExtras().commands)
            if (command.text() == text && command.offered(ann.records(), ref.entity)) {
                command.run(nullptr, context, {ref.entity, {ref}, {}});
                return true;
            }
        return false;
    }
    QList<Record> plan(const Record &of)
    {
        storage::Query query;
        query.entity = PaymentPlan::entity;
        query.filter = storage::Filter::is((of.entity().id == SalesOrder::entity ? PaymentPlan::order : PaymentPlan::contract).id, of.id());
        query.sort = {{PaymentPlan::dueOn.id}};
        return must(ann.records().findNow(query));
    }

    FakeDrafts drafts;
    NotingContext context;
};

qint64 realToday() { return rules::dayOf(QDateTime::currentMSecsSinceEpoch()); }

template <class Dialog> Dialog *openDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *dialog = qobject_cast<Dialog *>(widget); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

} // namespace

TEST_CASE("An order that takes a customer above his credit limit says so at its head, offline too, and does not go on where he is blocked")
{
    Desk desk;
    desk.setCredit(500 * One, false);
    desk.ann.cut();
    const Record order = desk.order(10);
    RecordPane pane(desk.ann.records(), desk.drafts, order.ref(), {});
    linkToContext(pane, desk.context);
    activate(pane);
    auto *advice = pane.findChild<QLabel *>(u"advice"_s);
    REQUIRE(advice);
    CHECK(advice->isVisible());
    CHECK(advice->text().contains(u"1,000.00"_s));
    CHECK(advice->text().contains(u"500.00"_s));
    CHECK(desk.ann.records().checkStep(order, SalesOrder::Submit).ok());
    desk.meet();
    desk.setCredit(1'000 * One, false);
    CHECK(waitFor([&] { return !pane.findChild<QLabel *>(u"advice"_s)->isVisible(); }));
    desk.setCredit(999 * One, true);
    const Result<void> possible = desk.ann.records().checkStep(order, SalesOrder::Submit);
    REQUIRE_FALSE(possible);
    CHECK(possible.error().args.first() == u"credit_allows"_s);
    CHECK(creditAdvice(desk.ann.records(), order).contains(u"cannot be submitted"_s));
    CHECK_FALSE(desk.ann.records().transition(order, SalesOrder::Submit));
    CHECK(must(desk.ann.records().load(order.ref()))[SalesOrder::status] == SalesOrder::Draft);
}

TEST_CASE("The foot of an order's lines shows cost and margin to who may see them, and the desk foretells them")
{
    Desk desk;
    desk.ann.cut();
    const Record order = desk.order(10);
    CHECK(order[SalesOrder::costTotal] == 600 * One);
    CHECK(order[SalesOrder::margin] == 400 * One);
    const auto foot = [&] {
        LinesView view(desk.ann.records(), order.ref(), desk.ann.catalogue().at(SalesOrderLine::entity));
        QStringList words;
        for (const QLabel *label : view.findChildren<QLabel *>())
            words.append(label->text());
        return words.join(u' ');
    };
    CHECK(foot().contains(u"(40 %)"_s));
    desk.meet();
    CHECK(desk.server.record(order.ref())[SalesOrder::margin] == 400 * One);
    desk.server.hideField(desk.own, Product::entity, Product::cost.id, FieldRight::Hidden);
    desk.settle();
    CHECK_FALSE(foot().contains(u"40 %"_s));
    const Record blind = desk.order(5);
    CHECK(blind.isNull(SalesOrder::costTotal));
    desk.settle();
    CHECK(desk.server.record(blind.ref())[SalesOrder::margin] == 200 * One);
}

TEST_CASE("What an order comes to is planned in one step, by parts or shares, and corrected before it is saved")
{
    Desk desk;
    const Record order = desk.order(10);
    REQUIRE(desk.run(u"Plan payments…"_s, order.ref()));
    auto *dialog = openDialog<PlanDialog>();
    REQUIRE(dialog);
    REQUIRE(dialog->table().rowCount() == 3);
    CHECK(dialog->table().item(2, 1)->text() == u"333.34"_s);
    QTest::keyClicks(&dialog->shares(), u"30/60/10"_s);
    REQUIRE(dialog->table().rowCount() == 3);
    CHECK(dialog->table().item(1, 1)->text() == u"600.00"_s);
    auto *plan = dialog->findChildren<QPushButton *>().last();
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        if (button->text().contains(u"Plan"_s))
            plan = button;
    // More than there is, and what is no number, are not taken.
    dialog->table().item(0, 1)->setText(u"301"_s);
    CHECK_FALSE(plan->isEnabled());
    dialog->table().item(0, 1)->setText(u"-1"_s);
    CHECK_FALSE(plan->isEnabled());
    dialog->table().item(0, 1)->setText(u"200"_s);
    dialog->table().item(0, 0)->setText(u"nonsense"_s);
    CHECK_FALSE(plan->isEnabled());
    dialog->table().item(0, 0)->setText(u"2030-01-15"_s);
    REQUIRE(plan->isEnabled());
    QTest::mouseClick(plan, Qt::LeftButton);
    REQUIRE(desk.plan(order).size() == 3);
    desk.settle();
    CHECK(desk.server.record(desk.plan(order).last().ref())[PaymentPlan::amount] == 200 * One);
    CHECK(desk.server.record(desk.plan(order).last().ref())[PaymentPlan::status] == dictionaryItemId(u"payment_status"_s, u"unpaid"_s));
    CHECK(must(PlanDialog::openOf(desk.ann.records(), order)) == 100 * One);
    must(desk.ann.records().undo(desk.context.action));
    desk.settle();
    CHECK(desk.plan(order).isEmpty());
}

TEST_CASE("A contract whose amount is planned completely has nothing left to plan")
{
    Desk desk;
    const Record contract = desk.contract(20'000, 20'364, Contract::Signed);
    REQUIRE(desk.run(u"Plan payments…"_s, contract.ref()));
    auto *dialog = openDialog<PlanDialog>();
    REQUIRE(dialog);
    dialog->parts().setValue(2);
    dialog->accept();
    CHECK(desk.plan(contract).size() == 2);
    desk.context.notices.clear();
    REQUIRE(desk.run(u"Plan payments…"_s, contract.ref()));
    REQUIRE(desk.context.notices.size() == 1);
    CHECK(desk.context.notices.first().contains(u"nothing left"_s));
}

TEST_CASE("Overdue instalments and an ending contract are told at the head, until they are paid and renewed")
{
    Desk desk;
    const Record contract = desk.contract(realToday() - 300, realToday() + 10, Contract::Executing);
    Record late = desk.ann.records().create(PaymentPlan::entity);
    late.set(PaymentPlan::contract, contract.id());
    late.set(PaymentPlan::dueOn, realToday() - 5);
    late.set(PaymentPlan::amount, 300 * One);
    must(desk.ann.records().save(late));
    CHECK(overdueAdvice(desk.ann.records(), contract).contains(u"300.00"_s));
    CHECK(endingAdvice(desk.ann.records(), contract).contains(u"has not been renewed"_s));
    const Preset preset = must(renewalOf(desk.ann.records(), contract.ref()));
    Record next = desk.ann.records().create(Contract::entity);
    for (const auto &[field, value] : preset)
        next.setValue(field, value);
    CHECK(next[Contract::startsOn] == realToday() + 11);
    CHECK(next[Contract::endsOn] - next[Contract::startsOn] == 310);
    CHECK(next[Contract::title] == u"年度维保"_s);
    CHECK(next[Contract::amount] == 900 * One);
    must(desk.ann.records().save(next));
    CHECK(endingAdvice(desk.ann.records(), contract).contains(u"is renewed by"_s));
    desk.settle();
    CHECK(desk.server.record(next.ref())[Contract::renews] == contract.id());
}

TEST_CASE("A contract for a whole year is renewed for a whole year, and one that was never signed is not")
{
    Desk desk;
    const QDate epoch(1970, 1, 1);
    const Record year = desk.contract(epoch.daysTo(QDate(2027, 1, 1)), epoch.daysTo(QDate(2027, 12, 31)), Contract::Signed);
    const Preset preset = must(renewalOf(desk.ann.records(), year.ref()));
    CHECK(preset.contains(std::pair(Contract::startsOn.id, Value(epoch.daysTo(QDate(2028, 1, 1))))));
    CHECK(preset.contains(std::pair(Contract::endsOn.id, Value(epoch.daysTo(QDate(2028, 12, 31))))));
    const Record draft = desk.contract(20'000, 20'010, Contract::Approved);
    REQUIRE(desk.run(u"Renew…"_s, draft.ref()));
    CHECK(desk.context.created.isEmpty());
    REQUIRE(desk.context.notices.size() == 1);
    REQUIRE(desk.run(u"Renew…"_s, year.ref()));
    CHECK(desk.context.created.size() == 1);
}

TEST_CASE("The list of contracts has a ready-made filter for those that expire soon")
{
    Desk desk;
    const Record soon = desk.contract(realToday() - 300, realToday() + 30, Contract::Executing);
    desk.contract(realToday() - 300, realToday() + 300, Contract::Executing);
    desk.contract(realToday() - 300, realToday() + 30, Contract::Draft);
    DocumentList list(desk.context, Contract::entity, readyFilters(Contract::entity));
    activate(list);
    CHECK(waitFor([&] { return list.list().shownQuery().entity == Contract::entity; }));
    list.choose(2);
    storage::Query query = list.list().shownQuery();
    const QList<Record> found = must(desk.ann.records().findNow(query));
    REQUIRE(found.size() == 1);
    CHECK(found.first().id() == soon.id());
    for (const EntityId entity : {Quote::entity, SalesOrder::entity, PaymentPlan::entity})
        CHECK(readyFilters(entity).size() == 3);
}

TEST_CASE("A line about a product that was deleted is refused at its field, and by the server whatever a desk says")
{
    Desk desk;
    must(desk.ann.records().remove({desk.pump.ref()}));
    Record line = desk.ann.records().create(QuoteLine::entity);
    line.set(QuoteLine::quote, desk.quote.id());
    line.set(QuoteLine::position, qint64(1));
    line.set(QuoteLine::product, desk.pump.id());
    line.set(QuoteLine::quantity, One);
    line.set(QuoteLine::unitPrice, One);
    const auto errors = desk.ann.records().check(line);
    REQUIRE(errors.size() == 1);
    CHECK(errors.first().first == QuoteLine::product.id);
    CHECK(errors.first().second.code == ErrorCode::ParentMissing);
    CHECK_FALSE(desk.ann.records().save(line));
    // Bea does not know it yet.
    desk.bea.cut();
    desk.settle();
    Record other = desk.bea.records().create(QuoteLine::entity);
    for (const FieldId field : {QuoteLine::quote.id, QuoteLine::position.id, QuoteLine::product.id, QuoteLine::quantity.id, QuoteLine::unitPrice.id})
        other.setValue(field, line.value(field));
    must(desk.bea.records().save(other));
    desk.meet();
    CHECK_FALSE(desk.server.record(other.ref()).isValid());
    CHECK(desk.conflictsOf(other).size() == 1);
}
