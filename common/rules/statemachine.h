// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/rights.h"
#include "common/rules/guards.h"

namespace guanxi::rules
{

/// Whether a change of `before` (invalid: a new record) into `after` is a legal step of its state machine, and which.
/// A changed state needs an arrow from the stored state whose right, required fields and guard are all there; of
/// several arrows between two states `wanted` names one (its number), else the first that passes is taken. A wanted
/// arrow may also lead back to the same state. Without a step, a read-only state refuses any change of fields that
/// people edit. Records that programs make may begin in any state. The answer is never null: noTransition() when the state stays. Rights::unlimited() makes automatic
/// steps. WrongState (entity, transition, state), NotAllowed (entity, action), Required (field), RuleRefused (guard,
/// field).
Result<const model::Transition *> checkTransition(const model::Entity &entity, const model::Record &before,
                                                  const model::Record &after, const model::Rights &rights,
                                                  const model::RowPlace &place, const Surroundings &around = {},
                                                  int wanted = 0);

/// Whether the record can take this step as it stands, apart from the fields that are asked for when it does: WrongState, NotAllowed
/// or RuleRefused as above.
Result<void> checkPossible(const model::Record &record, const model::Transition &transition, const model::Rights &rights,
                           const model::RowPlace &place, const Surroundings &around);

/// Whether the step that brought the record into its state may be taken back: `before` stands where the step `made`
/// (its number; 0: any that fits) led, `after` where it came from. Asks for the right to the step and that nothing but
/// what belongs to it changes in a read-only state; guards looked forward and are not asked again. WrongState, NotAllowed.
Result<const model::Transition *> checkTakeBack(const model::Entity &entity, const model::Record &before,
                                                const model::Record &after, const model::Rights &rights,
                                                const model::RowPlace &place, int made);

/// The state in which nobody changes the record or its lines; nullptr: they may be changed.
const model::State *lockOf(const model::Record &document);
/// Whether rows of the entity are lines that are locked with their document.
bool isDocumentLine(const model::Entity &entity);
/// A line neither of a locked document nor made one; an invalid record is none. WrongState (document, "", its state).
Result<void> checkLineLock(const model::Record &before, const model::Record &after, const model::RecordLookup &lookup);

/// A step that changes nothing.
const model::Transition &noTransition();

/// Writes the transition's state and effects into the record. `today`: where the company is; else China's.
void applyEffects(model::Record &record, const model::Transition &transition, const Uuid &user, qint64 nowMs,
                  std::optional<qint64> today = {});

} // namespace guanxi::rules
