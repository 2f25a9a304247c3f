// SPDX-License-Identifier: GPL-3.0-or-later
// Currency and rate of documents.
#include "app/data/exchangerates.h"
#include "app/shell/resources.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/recordform.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"
#include "common/rules/defaults.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QDateTime>
#include <QLineEdit>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

constexpr qint64 Rate = 1'000'000;

qint64 today() { return rules::dayOf(QDateTime::currentMSecsSinceEpoch()); }

struct Desk : SellingCompany {
    explicit Desk(storage::Backend backend = storage::Backend::Sqlite) : SellingCompany(backend)
    {
        for (const Uuid &role : {own, all})
            for (const EntityId entity : {Company::entity, Currency::entity, ExchangeRate::entity})
                server.allow(role, entity, Reach::All, false);
        settle();
    }
    /// The company counts in yuan; dollars stood at 7.10 and stand at 7.20 since yesterday.
    void found()
    {
        company = Record(server.catalogue().at(Company::entity), ids.next());
        company.set(Company::name, u"宏远"_s);
        company.set(Company::baseCurrency, u"CNY"_s);
        Record dollar(server.catalogue().at(Currency::entity), ids.next());
        dollar.set(Currency::code, u"USD"_s);
        dollar.set(Currency::name, u"美元"_s);
        dollar.set(Currency::decimals, qint64(2));
        dollar.set(Currency::active, qint64(1));
        server.insertAll({company, dollar, rate(dollar, today() - 30, 71 * Rate / 10), rate(dollar, today() - 1, 72 * Rate / 10), rate(dollar, today() + 1, 99 * Rate / 10)});
        settle();
    }
    Record rate(const Record &currency, qint64 day, qint64 value)
    {
        Record made(server.catalogue().at(ExchangeRate::entity), ids.next());
        made.set(ExchangeRate::currency, currency.id());
        made.set(ExchangeRate::validFrom, day);
        made.set(ExchangeRate::rate, value);
        return made;
    }

    Record company;
    FakeDrafts drafts;
};

} // namespace

TEST_CASE("Whoever chooses the currency of a document gets its rate of the day, and 1 for the company's own")
{
    loadResources();
    Desk desk;
    desk.found();
    CHECK(ownCurrency(desk.ann.records()) == u"CNY"_s);
    CHECK(rateOn(desk.ann.records(), u"USD"_s, today()) == 72 * Rate / 10);
    CHECK(rateOn(desk.ann.records(), u"USD"_s, today() - 2) == 71 * Rate / 10);
    CHECK_FALSE(rateOn(desk.ann.records(), u"USD"_s, today() - 31));
    CHECK_FALSE(rateOn(desk.ann.records(), u"EUR"_s, today()));

    RecordForm form(desk.ann.records(), desk.drafts, desk.quote);
    activate(form);
    const auto choose = [&](const QString &currency) {
        auto *typed = form.editor(Quote::currency.id)->findChild<QLineEdit *>();
        REQUIRE(typed);
        typed->selectAll();
        QTest::keyClicks(typed, currency);
        QTest::keyClick(typed, Qt::Key_Tab);
    };
    choose(u"USD"_s);
    CHECK(form.editor(Quote::exchangeRate.id)->value() == Value(72 * Rate / 10));
    choose(u"CNY"_s);
    CHECK(form.editor(Quote::exchangeRate.id)->value() == Value(Rate));
}

TEST_CASE("A rate other than 1 for the company's own currency is refused at the field, and by the server whatever a desk says, on both databases")
{
    Desk desk(GENERATE(storage::Backend::Sqlite, storage::Backend::Postgres));
    // Bea's laptop does not know yet in what the company counts.
    desk.bea.cut();
    desk.found();
    Record quote = must(desk.ann.records().load(desk.quote.ref()));
    quote.set(Quote::exchangeRate, 2 * Rate);
    const auto errors = desk.ann.records().check(quote);
    REQUIRE(errors.size() == 1);
    CHECK(errors.first().first == Quote::exchangeRate.id);
    CHECK_FALSE(desk.ann.records().save(quote));
    must(desk.bea.records().save(quote));
    desk.meet();
    CHECK(desk.server.record(quote.ref())[Quote::exchangeRate] == Rate);
    CHECK(desk.conflictsOf(quote).size() == 1);
    // In another currency it is right.
    quote.set(Quote::currency, u"USD"_s);
    must(desk.ann.records().save(quote));
    desk.settle();
    CHECK(desk.server.record(quote.ref())[Quote::exchangeRate] == 2 * Rate);
    // Back to the own one the rate goes back, too.
    quote.set(Quote::currency, u"CNY"_s);
    CHECK_FALSE(desk.ann.records().save(quote));
}
