// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/exchange.h"

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qint64 One = 1'000'000;

} // namespace

std::optional<CurrencyFields> currencyFieldsOf(const Entity &entity)
{
    const Field *currency = entity.field(u"currency"), *rate = entity.field(u"exchange_rate");
    if (!currency || !rate)
        return std::nullopt;
    return CurrencyFields{currency->id, rate->id};
}

std::optional<FieldError> checkRate(const Record &before, const Record &after, const OwnCurrency &own)
{
    const std::optional<CurrencyFields> fields = currencyFieldsOf(after.entity());
    if (!fields || after.value(fields->rate).isNull() || after.value(fields->rate).number() == One)
        return std::nullopt;
    if (before.isValid() && before.value(fields->rate) == after.value(fields->rate) && before.value(fields->currency) == after.value(fields->currency))
        return std::nullopt;
    if (const QString currency = own(); currency.isEmpty() || after.value(fields->currency).text() != currency)
        return std::nullopt;
    return FieldError{fields->rate, {ErrorCode::RuleRefused, {QStringLiteral("own_currency_rate"), after.entity().field(fields->rate)->name}}};
}

} // namespace guanxi::rules
