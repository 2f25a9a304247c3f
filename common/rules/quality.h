// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/validate.h"

namespace guanxi::rules
{

/// What is not as it should be in a record that is stored already. Numbers are permanent: layouts keep them.
enum class Flaw : quint8 {
    Missing = 0,     ///< a required field is empty
    Invalid = 1,     ///< a value breaks a rule of the catalogue, and only a person can say what is meant
    Untidy = 2,      ///< a value is written otherwise than it should be: tidied() mends it
    Unreachable = 3, ///< no telephone, no e-mail address; of the whole record
};

struct FieldFlaw {
    Flaw flaw = Flaw::Missing;
    model::FieldId field = 0; ///< 0: the record as a whole

    auto operator<=>(const FieldFlaw &) const = default;
};

/// All flaws of a record; fields that `mayRead` denies say nothing, neither that they are empty nor that they are wrong.
QList<FieldFlaw> flawsOf(const model::Record &record, const CheckContext &context, const std::function<bool(const model::Field &)> &mayRead);

/// The value as a careful person would have typed it: in the normal form of its field; of names, letters and digits in half width, no
/// blanks but single ones between words, brackets that fit their surroundings; of telephone numbers, without the word for it. The value
/// as it is where there is nothing to mend, or where that cannot be done without asking.
model::Value tidied(const model::Field &field, const model::Value &value);

} // namespace guanxi::rules
