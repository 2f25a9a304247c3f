// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/validate.h"

namespace guanxi::rules
{

/// The currency a document or an amount is in and its rate: units of the company's own currency for one of it, in millionths.
struct CurrencyFields {
    model::FieldId currency = 0;
    model::FieldId rate = 0;
};

/// By the names that all entities with a currency give them; nothing for the others.
std::optional<CurrencyFields> currencyFieldsOf(const model::Entity &entity);

/// Asks for the company's own currency ("CNY"); empty when it is not known.
using OwnCurrency = std::function<QString()>;

/// The company's own currency has the rate 1: another would make base amounts wrong without anybody noticing. Only what the change
/// touches is checked, and `own` is asked only then. RuleRefused ("own_currency_rate", rate).
std::optional<FieldError> checkRate(const model::Record &before, const model::Record &after, const OwnCurrency &own);

} // namespace guanxi::rules
