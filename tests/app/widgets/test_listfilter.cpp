// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/listfilter.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/model/filterjson.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QPushButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace Qt::StringLiterals;
using model::Account;
using model::Interaction;
using model::Opportunity;
using model::SalesOrder;
using model::Value;
using storage::Filter;
using Kind = Filter::Kind;

namespace {

std::optional<Filter> quick(tests::SampleCompany &company, model::FieldId field, const QString &typed)
{
    const model::Entity &entity = company.catalogue.at(Account::entity);
    return quickFilter(*company.records, entity, *entity.field(field), typed);
}

} // namespace

TEST_CASE("the quick filter understands parts, comparisons, ranges, empty and filled", "[filter]")
{
    tests::SampleCompany company(2);
    CHECK(quick(company, Account::name.id, u"长城"_s) == Filter::contains(Account::name.id, Value(u"长城"_s)));
    CHECK(quick(company, Account::name.id, u"-"_s) == Filter::empty(Account::name.id));
    CHECK(quick(company, Account::name.id, u"*"_s) == Filter::notEmpty(Account::name.id));
    CHECK(quick(company, Account::annualTurnover.id, u">5"_s)
          == Filter::compare(Kind::Greater, Account::annualTurnover.id, Value(50000)));
    CHECK(quick(company, Account::annualTurnover.id, u"1..2"_s)
          == Filter::between(Account::annualTurnover.id, Value(10000), Value(20000)));
    CHECK_FALSE(quick(company, Account::annualTurnover.id, u"much"_s));
    CHECK(quick(company, Account::lastOrderOn.id, u"2026-02"_s)
          == Filter::between(Account::lastOrderOn.id, Value(dayOf(QDate(2026, 2, 1))), Value(dayOf(QDate(2026, 2, 28)))));
    CHECK(quick(company, Account::status.id, u"risk"_s) == Filter::in(Account::status.id, {Value(3)}));
    CHECK(quick(company, Account::accountManager.id, u"孙"_s)->values.size() == 1);
    CHECK(quick(company, Account::status.id, u"zzz"_s)->values.isEmpty());
}

TEST_CASE("a filter survives JSON and the builder", "[filter]")
{
    tests::SampleCompany company(1);
    const model::Entity &entity = company.catalogue.at(Account::entity);
    const Filter filter = Filter::all(
        {Filter::lastDays(Account::lastOrderOn.id, 30), Filter::contains(Account::name.id, Value(u"北京"_s)),
         Filter::any({Filter::is(Account::status.id, Value(2)), Filter::between(Account::annualTurnover.id, Value(0), Value(10000)),
                      Filter::is(Account::level.id, Value(company.records->item(u"customer_level"_s, u"key"_s)))}),
         Filter::mine(Account::accountManager.id),
         Filter::referred(Opportunity::entity, Opportunity::account.id, {Filter::all({Filter::compare(Filter::Kind::GreaterOrEqual, Opportunity::amount.id, Value(qint64(100'000) * 10'000))})}),
         Filter::negate(Filter::referred(Interaction::entity, Interaction::account.id, {Filter::all({Filter::lastDays(Interaction::happenedAt.id, 90)})})),
         Filter::negate(Filter::referred(SalesOrder::entity, SalesOrder::account.id))});
    CHECK(filterFromJson(filterToJson(filter), entity, company.catalogue) == filter);
    FilterBuilder builder(*company.records, entity);
    builder.setFilter(filter);
    CHECK(builder.filter() == filter);
    const QString text = filterText(*company.records, entity, filter);
    CHECK(text.contains(u"contains 北京"_s));
    CHECK(text.contains(u"Account manager is me"_s));
    CHECK(text.contains(u"has Opportunities with "_s));
    CHECK(text.contains(u"has no Interactions with Time in the last days 90"_s));
    CHECK(text.endsWith(u"has no Sales orders"_s));
}

TEST_CASE("conditions on fields that are gone are left out", "[filter]")
{
    tests::SampleCompany company(1);
    const model::Entity &entity = company.catalogue.at(Account::entity);
    const Filter filter = Filter::all({Filter::is(99999, Value(1)), Filter::is(Account::status.id, Value(2))});
    CHECK(filterFromJson(filterToJson(filter), entity, company.catalogue) == Filter::all({Filter::is(Account::status.id, Value(2))}));
}
