// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/field.h"

namespace guanxi::rules
{

/// Full-width letters, digits, marks and blanks as half-width ones; everything else as it is.
QString halfWidth(const QString &text);

/// The one form in which a value is stored: texts trimmed and without control characters, telephone numbers, e-mail and
/// web addresses, codes and tags in their normal form, an empty text or set as null. BadValue (field, value) when the
/// value is not of the field's kind, BadText (field), BadFormat (field, value, rule) when there is no normal form.
Result<model::Value> normalise(const model::Field &field, const model::Value &value);

} // namespace guanxi::rules
