// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/merge.h"

#include "common/sync/mergepolicies.h"

#include <algorithm>

namespace guanxi::sync
{

using model::Entity;
using model::Field;
using model::FieldChange;
using model::FieldId;
using model::MergePolicy;
using model::Record;
using model::RecordChange;
using model::Value;

namespace
{

bool isServers(const Field &field)
{
    return field.merge == MergePolicy::Server || field.computed != model::Computed::No;
}

bool same(const Field &field, const Value &a, const Value &b)
{
    return a == b || (field.merge == MergePolicy::Set && canonicalSet(a) == canonicalSet(b));
}

std::optional<Value> combined(const Field &field, const FieldChange &change, const Value &stored)
{
    if (field.merge == MergePolicy::Latest)
        return change.value;
    if (!change.old)
        return std::nullopt;
    switch (field.merge) {
    case MergePolicy::Add:
        return addNumbers(field, *change.old, change.value, stored);
    case MergePolicy::Set:
        return mergeSets(*change.old, change.value, stored);
    case MergePolicy::Append:
        return appendText(field, *change.old, change.value, stored);
    case MergePolicy::Text3:
        return mergeText(field, *change.old, change.value, stored);
    case MergePolicy::Ask:
    case MergePolicy::Latest:
    case MergePolicy::Server:
        break;
    }
    return std::nullopt;
}

/// A difference is added whoever wrote the stored number: two people who both count from 1 to 2 make 3.
bool isDifference(const Field &field, const FieldChange &change, const Value &stored)
{
    return field.merge == MergePolicy::Add && change.old && change.value.is<qint64>() && *change.old != change.value &&
           stored != *change.old;
}

/// The stored value alone decides: the log need not be asked.
bool isDecidedByValue(const Field &field, const FieldChange &change, const Value &stored)
{
    return isServers(field) || same(field, stored, change.value) || (change.old && same(field, stored, *change.old));
}

FieldMerge merged(const Field &field, const FieldChange &change, const Value &stored)
{
    const std::optional<Value> value = combined(field, change, stored);
    if (!value)
        return {FieldOutcome::Conflict, stored};
    return {same(field, *value, stored) ? FieldOutcome::Unchanged : FieldOutcome::Merge, *value};
}

/// Fields of the same group as `field` that the author left alone and somebody else changed.
bool neighbourChanged(const Entity &entity, const RecordChange &change, const Field &field,
                      const ForeignChange &foreign)
{
    return std::any_of(entity.fields().begin(), entity.fields().end(), [&](const Field &other) {
        return other.mergeGroup == field.mergeGroup && !isServers(other) && !change.field(other.id) &&
               foreign(other.id);
    });
}

/// Groups of which at least one field cannot be written.
QSet<int> clashingGroups(const Entity &entity, const RecordChange &change, const QHash<FieldId, FieldMerge> &outcomes,
                         const ForeignChange &foreign)
{
    QSet<int> groups;
    for (const FieldChange &fieldChange : change.fields) {
        const Field *field = entity.field(fieldChange.field);
        if (!field || field->mergeGroup == 0)
            continue;
        const FieldOutcome outcome = outcomes.value(field->id).outcome;
        const bool writes = outcome == FieldOutcome::Apply || outcome == FieldOutcome::Merge;
        if (outcome == FieldOutcome::Conflict || (writes && neighbourChanged(entity, change, *field, foreign)))
            groups.insert(field->mergeGroup);
    }
    return groups;
}

} // namespace

FieldMerge mergeField(const Field &field, const FieldChange &change, const Value &stored, bool changedByOthersSinceBase,
                      bool strict, Writer writer)
{
    if (isServers(field)) {
        const bool news = writer == Writer::Server && !same(field, stored, change.value);
        return news ? FieldMerge{FieldOutcome::Apply, change.value} : FieldMerge{FieldOutcome::Unchanged, stored};
    }
    if (!strict && isDifference(field, change, stored))
        return merged(field, change, stored);
    if (same(field, stored, change.value))
        return {FieldOutcome::Unchanged, stored};
    if (change.old && same(field, stored, *change.old))
        return {FieldOutcome::Apply, change.value};
    if (strict && change.old)
        return {FieldOutcome::Conflict, stored};
    if (!changedByOthersSinceBase)
        return {FieldOutcome::Apply, change.value};
    return strict ? FieldMerge{FieldOutcome::Conflict, stored} : merged(field, change, stored);
}

RecordMerge mergeRecord(const Entity &entity, const RecordChange &change, const Record &stored,
                        const ForeignChange &foreign, bool strict, Writer writer)
{
    QHash<FieldId, FieldMerge> outcomes;
    for (const FieldChange &fieldChange : change.fields) {
        if (const Field *field = entity.field(fieldChange.field)) {
            const Value &value = stored.value(field->id);
            const bool changedByOthers = !isDecidedByValue(*field, fieldChange, value) && foreign(field->id);
            outcomes.insert(field->id, mergeField(*field, fieldChange, value, changedByOthers, strict, writer));
        }
    }
    const QSet<int> clashing = clashingGroups(entity, change, outcomes, foreign);

    RecordMerge result;
    for (const FieldChange &fieldChange : change.fields) {
        const Field *field = entity.field(fieldChange.field);
        if (!field) { // a field this catalogue does not know: kept for somebody who does
            result.conflicts.append(fieldChange);
            continue;
        }
        const FieldMerge &outcome = outcomes[field->id];
        if (outcome.outcome == FieldOutcome::Conflict || (clashing.contains(field->mergeGroup) && !isServers(*field))) {
            result.conflicts.append(fieldChange);
        } else if (outcome.outcome != FieldOutcome::Unchanged) {
            result.applied.append({field->id, stored.value(field->id), outcome.value, fieldChange.base});
            if (outcome.outcome == FieldOutcome::Merge)
                result.merges.append(fieldChange);
        }
    }
    return result;
}

} // namespace guanxi::sync
