// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/guards.h"
#include "common/rules/validate.h"

namespace guanxi::rules
{

/// What must hold between a record and those it names: what belongs to a closed record stays as it is (Entity::openWhile); an opportunity
/// stands in a stage of its pipeline that goes with its state, with the fields filled that the stage asks for, and the credit for it is its
/// maker's, or that of whoever found the lead. `before` is invalid for a new record; what the lookup does not find is not held against it.
/// RuleRefused (rule, field), Required (field), WrongState (entity, step, state of the other record).
QList<FieldError> checkRelated(const model::Record &before, const model::Record &after, const Uuid &user, const model::RecordLookup &lookup);

/// Fields of an opportunity that the stage asks for and that are empty.
QList<model::FieldId> missingFor(const model::Record &stage, const model::Record &opportunity);

/// Brings stage and probability of an opportunity to where a step has led its state: won, lost, or back to where it was before.
void followOutcome(const model::Record &before, model::Record &after, const Surroundings &around);

/// Puts an opportunity into a stage. Its probability goes along, unless somebody gave it one of his own.
void enterStage(model::Record &opportunity, const model::Record &stage, const model::RecordLookup &lookup);

} // namespace guanxi::rules
