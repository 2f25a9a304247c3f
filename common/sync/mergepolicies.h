// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/field.h"

namespace guanxi::sync
{

/// What mine and theirs make together of the old value by a merge policy; nothing when they cannot be combined.
/// Values of a kind the policy does not know cannot be combined.
std::optional<model::Value> addNumbers(const model::Field &field, const model::Value &old, const model::Value &mine,
                                       const model::Value &theirs);
std::optional<model::Value> mergeSets(const model::Value &old, const model::Value &mine, const model::Value &theirs);
std::optional<model::Value> appendText(const model::Field &field, const model::Value &old, const model::Value &mine,
                                       const model::Value &theirs);
std::optional<model::Value> mergeText(const model::Field &field, const model::Value &old, const model::Value &mine,
                                      const model::Value &theirs);

/// Sets without order and doubles, an empty one as null; other values as they are.
model::Value canonicalSet(const model::Value &value);

} // namespace guanxi::sync
