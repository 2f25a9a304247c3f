// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::rules
{

/// The entity whose records a segment holds; 0: none.
model::EntityId memberEntity(const model::Record &segment);
/// The choice of Segment::target for records of that entity; 0: no segment holds them.
qint64 segmentTarget(model::EntityId members);

/// Choice numbers of Segment::kind.
namespace segmentkind
{
inline constexpr qint64 Static = 1;
inline constexpr qint64 Filter = 2;
} // namespace segmentkind

/// Whether fields like this one hold a filter on records of an entity that depends on the record they are of; it is as free as the
/// filter of a list.
bool holdsFilter(const model::Entity &entity, const model::Field &field);
/// Of which entity's records the field of this record holds a condition (Field::conditionOn) or filter; 0: none, as it stands.
model::EntityId conditionEntity(const model::Record &record, const model::Field &field);

} // namespace guanxi::rules
