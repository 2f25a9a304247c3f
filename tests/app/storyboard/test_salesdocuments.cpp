// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes with their versions, orders above a credit limit, contracts that end, and planning payments.
#include "app/views/sales/documentlist.h"
#include "app/views/sales/plandialog.h"
#include "app/views/sales/quoteversions.h"
#include "app/views/sales/versiondialog.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/linesview.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/defaults.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QDateTime>
#include <QDir>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 One = 10'000;
const Value Cny(u"CNY"_s), Par(qint64(1'000'000));

/// A year of one customer's business.
struct Scene {
    Scene()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        today = rules::dayOf(now);
        person = records().add(User::entity, {{User::realName.id, u"孙丽华"_s}});
        const Record account = customer();
        for (const auto &[name, price] : {std::pair(u"离心泵 DN50"_s, 12'800), std::pair(u"变频控制柜"_s, 36'500), std::pair(u"安装调试"_s, 6'000)})
            products.append(records().add(Product::entity, {{Product::name.id, name}, {Product::price.id, price * One}, {Product::cost.id, price * One * 6 / 10}, {Product::unit.id, unit()}}));
        quote = records().add(Quote::entity, {{Quote::number.id, u"QT-202611-00042"_s}, {Quote::account.id, account.id()}, {Quote::quotedOn.id, today - 2}, {Quote::validUntil.id, today + 28},
                                              {Quote::version.id, 3}, {Quote::status.id, int(Quote::Draft)}, {Quote::currency.id, Cny}, {Quote::exchangeRate.id, Par}});
        quoteLine(0, 5, 1800, 1);
        quoteLine(1, 2, 1000, 2);
        finish();
        version(1, now - 40 * 86'400'000LL, 4, 500);
        version(2, now - 20 * 86'400'000LL, 5, 1000);
        order = records().add(SalesOrder::entity, {{SalesOrder::number.id, u"SO-202611-00017"_s}, {SalesOrder::account.id, account.id()}, {SalesOrder::orderDate.id, today}, {SalesOrder::status.id, int(SalesOrder::PendingReview)},
                                                   {SalesOrder::deliveryAddress.id, u"工业园区星湖街 328 号"_s}, {SalesOrder::currency.id, Cny}, {SalesOrder::exchangeRate.id, Par}, {SalesOrder::total.id, 137'000 * One}});
        for (int at = 0; at < 2; ++at)
            records().add(SalesOrderLine::entity, {{SalesOrderLine::order.id, order.id()}, {SalesOrderLine::position.id, at + 1}, {SalesOrderLine::product.id, products[at].id()}, {SalesOrderLine::unit.id, unit()},
                                                   {SalesOrderLine::quantity.id, (5 - 3 * at) * One}, {SalesOrderLine::unitPrice.id, products[at].value(Product::price.id)}, {SalesOrderLine::taxRate.id, 1300}});
        contract = records().add(Contract::entity, {{Contract::number.id, u"CT-2025-00008"_s}, {Contract::title.id, u"泵站年度维保合同"_s}, {Contract::account.id, account.id()}, {Contract::amount.id, 90'000 * One}, {Contract::currency.id, Cny},
                                                    {Contract::exchangeRate.id, Par}, {Contract::status.id, int(Contract::Approved)}, {Contract::startsOn.id, today - 340}, {Contract::endsOn.id, today + 24}});
        running = records().add(Contract::entity, {{Contract::number.id, u"CT-2025-00003"_s}, {Contract::title.id, u"二期设备供货合同"_s}, {Contract::account.id, account.id()}, {Contract::amount.id, 300'000 * One}, {Contract::currency.id, Cny},
                                                   {Contract::exchangeRate.id, Par}, {Contract::status.id, int(Contract::Executing)}, {Contract::startsOn.id, today - 340}, {Contract::endsOn.id, today + 24}});
        const char *states[] = {"paid", "overdue", "unpaid"};
        for (int part = 0; part < 3; ++part)
            records().add(PaymentPlan::entity, {{PaymentPlan::contract.id, running.id()}, {PaymentPlan::dueOn.id, today - 60 + 45 * part}, {PaymentPlan::amount.id, 100'000 * One},
                                                {PaymentPlan::settledAmount.id, part == 0 ? 100'000 * One : 0}, {PaymentPlan::status.id, dictionaryItemId(u"payment_status"_s, QString::fromLatin1(states[part]))}});
    }
    FakeRecords &records() { return *data.company.records; }
    static Uuid unit() { return dictionaryItemId(u"unit"_s, u"set"_s); }
    Record customer()
    {
        Record account = data.company.accounts[0];
        account.set(Account::creditLimit, 100'000 * One);
        account.set(Account::creditBlocks, qint64(1));
        records().arrive(account);
        return account;
    }
    void quoteLine(int product, qint64 quantity, qint64 discount, int position)
    {
        const qint64 price = products[product][Product::price];
        records().add(QuoteLine::entity, {{QuoteLine::quote.id, quote.id()}, {QuoteLine::position.id, position}, {QuoteLine::product.id, products[product].id()}, {QuoteLine::description.id, products[product][Product::name]},
                                          {QuoteLine::unit.id, unit()}, {QuoteLine::quantity.id, quantity * One}, {QuoteLine::unitPrice.id, price}, {QuoteLine::discount.id, discount}, {QuoteLine::taxRate.id, 1300},
                                          {QuoteLine::amount.id, price * quantity * (10'000 - discount) / 10'000}});
    }
    void finish()
    {
        quote.set(Quote::subtotal, 137'000 * One);
        quote.set(Quote::discountAmount, 18'820 * One);
        quote.set(Quote::taxAmount, qint64(15'363'4000));
        quote.set(Quote::total, qint64(133'543'4000));
        quote.set(Quote::baseTotal, qint64(133'543'4000));
        records().arrive(quote);
    }
    void version(int number, qint64 sentAt, qint64 quantity, qint64 discount)
    {
        const qint64 price = products[0][Product::price], amount = price * quantity * (10'000 - discount) / 10'000;
        const Record kept = records().add(QuoteVersion::entity, {{QuoteVersion::quote.id, quote.id()}, {QuoteVersion::version.id, number}, {QuoteVersion::sentAt.id, sentAt}, {QuoteVersion::sentBy.id, person.id()},
                                                                 {QuoteVersion::validUntil.id, today - 10}, {QuoteVersion::currency.id, Cny}, {QuoteVersion::exchangeRate.id, Par}, {QuoteVersion::subtotal.id, price * quantity},
                                                                 {QuoteVersion::discountAmount.id, price * quantity - amount}, {QuoteVersion::total.id, amount * 113 / 100}});
        for (int at = 0; at < 2; ++at)
            records().add(QuoteVersionLine::entity, {{QuoteVersionLine::quoteVersion.id, kept.id()}, {QuoteVersionLine::position.id, at + 1}, {QuoteVersionLine::product.id, products[at * 2].id()}, {QuoteVersionLine::productName.id, products[at * 2][Product::name]},
                                                     {QuoteVersionLine::unit.id, unit()}, {QuoteVersionLine::quantity.id, at == 0 ? quantity * One : One}, {QuoteVersionLine::unitPrice.id, products[at * 2].value(Product::price.id)},
                                                     {QuoteVersionLine::discount.id, discount}, {QuoteVersionLine::taxRate.id, 1300}, {QuoteVersionLine::amount.id, at == 0 ? amount : 6'000 * One}});
    }

    ShellData data;
    qint64 today = 0;
    QList<Record> products;
    Record person, quote, order, contract, running;
};

void shoot(bool chinese, bool dark)
{
    Scene scene;
    Shell shell(scene.data);
    shell.language.use(chinese ? u"zh_CN"_s : u"en"_s);
    shell.theme.use(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const QString place = QStringLiteral(GUANXI_STORYBOARD_DIR "/documents/%1-%2").arg(dark ? u"dark" : u"light").arg(chinese ? u"zh" : u"en");
    QDir().mkpath(place);
    const auto save = [&](QWidget &widget, const QString &name) {
        QTest::qWait(50);
        CHECK(widget.grab().save(place + u'/' + name + u".png"_s));
    };
    const auto pane = [&](const Record &record, const QString &name, QWidget *(*tab)(RecordPane &)) {
        RecordPane shown(scene.records(), scene.data.company.drafts, record.ref(), {});
        linkToContext(shown, shell.controller);
        shown.resize(1100, 520);
        activate(shown);
        if (QWidget *chosen = tab(shown))
            shown.tabs()->setCurrentWidget(chosen);
        save(shown, name);
    };
    pane(scene.quote, u"quote-lines"_s, [](RecordPane &shown) -> QWidget * { return shown.findChild<LinesView *>(); });
    pane(scene.quote, u"quote-versions"_s, [](RecordPane &shown) -> QWidget * {
        for (int at = 0; at < shown.tabs()->count(); ++at)
            if (shown.tabs()->widget(at)->inherits("guanxi::app::VersionsView"))
                return shown.tabs()->widget(at);
        return nullptr;
    });
    pane(scene.order, u"order-credit"_s, [](RecordPane &shown) -> QWidget * { return shown.findChild<LinesView *>(); });
    pane(scene.contract, u"contract-sign"_s, [](RecordPane &) -> QWidget * { return nullptr; });
    pane(scene.running, u"contract-overdue"_s, [](RecordPane &shown) -> QWidget * { return shown.openRelation(PaymentPlan::entity); });
    const QuoteLook present = presentLook(scene.records(), scene.quote.ref()).value();
    VersionDialog version(scene.records(), keptLook(scene.records(), keptVersions(scene.records(), scene.quote.ref()).first().ref()).value(), present);
    activate(version);
    save(version, u"version"_s);
    PlanDialog plan(shell.controller, scene.contract, 90'000 * One);
    activate(plan);
    plan.shares().setText(u"30/60/10"_s);
    save(plan, u"plan"_s);
    DocumentList list(shell.controller, Contract::entity, readyFilters(Contract::entity));
    list.resize(1100, 300);
    activate(list);
    list.choose(2);
    QTest::qWait(100);
    save(list, u"contracts"_s);
}

} // namespace

TEST_CASE("Sales documents paint themselves in both languages")
{
    shoot(true, false);
    shoot(false, true);
}

TEST_CASE("Sales documents paint themselves in every look", "[.all]")
{
    for (const bool chinese : {true, false})
        for (const bool dark : {false, true})
            shoot(chinese, dark);
}
