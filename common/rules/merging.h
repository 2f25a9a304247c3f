// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/record.h"

namespace guanxi::rules
{

/// Whether what `field` of `holder` says about a record of `target` is said of the record it is merged into: links of every
/// kind are, what only tells what happened is not.
bool followsMerge(const model::Entity &holder, const model::Field &field, model::EntityId target);

/// The field of `row`, which points at `from`, pointing at `to`; a record does not point at itself.
model::Value repointed(const model::Record &row, const model::Field &field, const model::RecordRef &from, const model::RecordRef &to);

/// Whether the field of `row` points at the record.
bool pointsAt(const model::Record &row, const model::Field &field, const model::RecordRef &ref);

} // namespace guanxi::rules
