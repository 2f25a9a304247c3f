// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/catalogue.h"
#include "common/model/filter.h"
#include "common/model/record.h"

namespace guanxi::rules
{

/// When a condition is asked.
struct Moment {
    qint64 nowMs = 0; ///< UTC
    qint64 today = 0; ///< day since 1970-01-01 where the company is
};

/// Whether a condition on new records may ask for the field: it is typed, not worked out later.
bool isAskedOfNew(const model::Field &field);

/// What a condition field holds (Field::conditionOn); an empty text lets everything pass. BadFormat (field, value, rule) for
/// what cannot be read whole, so that a condition is never wider than it was written; RuleRefused ("own_fields", field) for
/// one that depends on who asks, on other records, or on what is not typed.
Result<model::Filter> readCondition(const model::Field &field, const QString &text, const model::Catalogue &catalogue);

/// Whether a record that need not be stored meets a condition on its own fields, as a list with this filter would show it.
/// Kinds that readCondition() refuses are never met.
bool passes(const model::Record &record, const model::Filter &condition, const Moment &moment);

} // namespace guanxi::rules
