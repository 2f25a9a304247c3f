// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/value.h"

namespace guanxi::model {

/// A value as compact JSON text and back, for fields that hold values of other fields (conflicts, filters, settings):
/// number, text, [tags], {"id"}, {"entity", "id"}, {"hex"}; numbers beyond 2^53 as {"number": "…"}.
QString valueToJson(const Value &value);
/// Null for anything else.
Value valueFromJson(const QString &json);

} // namespace guanxi::model
