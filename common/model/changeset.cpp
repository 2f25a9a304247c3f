// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/changeset.h"

#include "common/model/record.h"

namespace guanxi::model {

namespace {

ChangeKind inverseOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert: case ChangeKind::Restore: return ChangeKind::Delete;
    case ChangeKind::Delete: return ChangeKind::Restore;
    case ChangeKind::Update: break;
    }
    return ChangeKind::Update;
}

} // namespace

const FieldChange *RecordChange::field(FieldId id) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldChange &c) { return c.field == id; });
    return found == fields.end() ? nullptr : &*found;
}

RecordChange insertionOf(const Record &record)
{
    RecordChange change{ChangeKind::Insert, record.ref(), 0, {}};
    for (const Field &field : record.entity().fields())
        if (const Value &value = record.value(field.id); !value.isNull())
            change.fields.append({field.id, Value(), value, 0});
    return change;
}

ChangeSet inverseOf(const ChangeSet &set, qint64 rev)
{
    ChangeSet inverse;
    inverse.name = UndoName;
    inverse.args = QJsonObject{{UndoneAction, set.action.text()}};
    inverse.strict = true;
    for (auto change = set.changes.rbegin(); change != set.changes.rend(); ++change) {
        RecordChange back{inverseOf(change->kind), change->record, rev, {}};
        if (change->kind == ChangeKind::Update)
            for (const FieldChange &field : change->fields)
                if (field.old)
                    back.fields.append({field.field, field.value, *field.old, rev});
        inverse.changes.append(back);
    }
    return inverse;
}

} // namespace guanxi::model
