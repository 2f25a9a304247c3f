// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/segments.h"

#include "common/model/catalogue/customers.h"

#include <algorithm>

namespace guanxi::rules
{

using namespace model;

namespace
{

/// In the order of the choices of Segment::target.
constexpr EntityId Targets[] = {ids::Account, ids::Contact, ids::Lead};

} // namespace

EntityId memberEntity(const Record &segment)
{
    const qint64 target = segment[Segment::target];
    return target >= 1 && target <= qint64(std::size(Targets)) ? Targets[target - 1] : EntityId(0);
}

qint64 segmentTarget(EntityId members)
{
    const auto found = std::ranges::find(Targets, members);
    return found == std::end(Targets) ? 0 : found - std::begin(Targets) + 1;
}

bool holdsFilter(const Entity &entity, const Field &field) { return entity.id == Segment::entity && field.id == Segment::filter.id; }

EntityId conditionEntity(const Record &record, const Field &field)
{
    if (!holdsFilter(record.entity(), field))
        return field.conditionOn;
    return record[Segment::kind] == segmentkind::Filter ? memberEntity(record) : EntityId(0);
}

} // namespace guanxi::rules
