// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/scope.h"
#include "common/rules/conditions.h"
#include "common/rules/defaults.h"

namespace guanxi::rules
{

/// Fields that say whose a record is: the account manager, the owner, the department. None for what has no ownership rules.
/// Who fills one of them by hand has chosen, and no rule decides.
QList<model::FieldId> ownershipFields(const model::Entity &entity);

/// The rule that gave the record to whom it belongs; none where nobody's rule did.
model::RecordRef givingRule(const model::Record &record);

/// The record as its maker's own.
void makeOwn(model::Record &record, const DefaultsContext &maker);

/// Gives a new record to whom the first rule in order gives it that is active, fits, and names somebody who works here; his
/// department goes with him. Where none does it is its maker's own. A rule that cannot be read fits nothing.
void giveByRule(model::Record &record, QList<model::Record> rules, const DefaultsContext &maker,
                const model::Catalogue &catalogue, const model::RecordLookup &lookup);

} // namespace guanxi::rules
