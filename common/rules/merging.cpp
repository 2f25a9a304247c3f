// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/merging.h"

#include "common/model/catalogue/ids.h"

namespace guanxi::rules
{

using namespace model;

bool followsMerge(const Entity &holder, const Field &field, EntityId target)
{
    if (field.id < system::FirstOwn || holder.area == Area::Audit || holder.id == ids::Conflict || holder.id == ids::DuplicateCandidate)
        return false;
    const bool any = field.type == FieldType::AnyReference && field.targets.isEmpty();
    const bool points = field.type == FieldType::AnyReference || field.type == FieldType::Reference || field.type == FieldType::References;
    return any || (points && field.targets.contains(target));
}

bool pointsAt(const Record &row, const Field &field, const RecordRef &ref)
{
    const Value &value = row.value(field.id);
    if (field.type == FieldType::AnyReference)
        return value.as<RecordRef>() == ref;
    if (!field.targets.contains(ref.entity))
        return false;
    return field.type == FieldType::References ? idsOf(value).contains(ref.id) : value.id() == ref.id;
}

Value repointed(const Record &row, const Field &field, const RecordRef &from, const RecordRef &to)
{
    if (field.type == FieldType::References) {
        QList<Uuid> ids = idsOf(row.value(field.id));
        ids.removeAll(from.id);
        if (!ids.contains(to.id))
            ids.append(to.id);
        return valueOf(ids);
    }
    if (row.ref() == to)
        return {};
    return field.type == FieldType::AnyReference ? Value(to) : Value(to.id);
}

} // namespace guanxi::rules
