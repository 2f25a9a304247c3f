// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/exchangerates.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/reference.h"

namespace guanxi::app {

using namespace model;
using storage::Filter;

namespace {

constexpr qint64 One = 1'000'000;

Record first(const Records &records, EntityId entity, const Filter &filter, const QList<storage::Sort> &sort = {})
{
    storage::Query query;
    query.entity = entity;
    query.filter = filter;
    query.sort = sort;
    query.limit = 1;
    const Result<QList<Record>> found = records.catalogue().entity(entity) ? records.findNow(query) : Result<QList<Record>>(QList<Record>());
    return found && !found->isEmpty() ? found->first() : Record();
}

} // namespace

QString ownCurrency(const Records &records)
{
    const Record company = first(records, Company::entity, {});
    return company.isValid() ? company[Company::baseCurrency] : QString();
}

std::optional<qint64> rateOn(const Records &records, const QString &code, qint64 day)
{
    if (code == ownCurrency(records))
        return One;
    const Record currency = first(records, Currency::entity, Filter::is(Currency::code.id, Value(code)));
    if (!currency.isValid())
        return std::nullopt;
    const Filter until = Filter::all({Filter::is(ExchangeRate::currency.id, currency.id()), Filter::compare(Filter::Kind::LessOrEqual, ExchangeRate::validFrom.id, Value(day))});
    const Record rate = first(records, ExchangeRate::entity, until, {{ExchangeRate::validFrom.id, true}});
    return rate.isValid() ? std::optional<qint64>(rate[ExchangeRate::rate]) : std::nullopt;
}

} // namespace guanxi::app
