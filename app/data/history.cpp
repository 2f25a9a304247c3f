// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/history.h"

namespace guanxi::app {

using namespace model;

namespace {

/// What stood in the field before entry `at`, where its author could not see it: what the change before that left there.
Value valueBefore(const QList<HistoryEntry> &entries, qsizetype at, FieldId field)
{
    for (qsizetype older = at + 1; older < entries.size(); ++older)
        if (const FieldChange *change = entries.at(older).change.field(field))
            return change->value;
    return {};
}

void takeBack(Record &record, const QList<HistoryEntry> &entries, qsizetype at)
{
    const RecordChange &change = entries.at(at).change;
    if (change.kind == ChangeKind::Delete || change.kind == ChangeKind::Restore)
        record.setDeleted(change.kind == ChangeKind::Restore);
    for (const FieldChange &field : change.fields)
        if (record.entity().field(field.field))
            record.setValue(field.field, field.old ? *field.old : valueBefore(entries, at, field.field));
}

} // namespace

std::optional<Record> stateBefore(const Record &now, const QList<HistoryEntry> &entries, qsizetype count)
{
    Record record = now;
    for (qsizetype at = 0; at < count; ++at) {
        if (entries.at(at).change.kind == ChangeKind::Insert)
            return std::nullopt;
        takeBack(record, entries, at);
    }
    if (count > 0 && count < entries.size()) {
        record.setValue(system::UpdatedAt, entries.at(count).at);
        record.setValue(system::UpdatedBy, entries.at(count).user);
    }
    return record;
}

qsizetype countAfter(const QList<HistoryEntry> &entries, qint64 at)
{
    const auto older = std::find_if(entries.begin(), entries.end(), [at](const HistoryEntry &entry) { return entry.at <= at; });
    return older - entries.begin();
}

bool reachesBack(const Record &now, const QList<HistoryEntry> &entries)
{
    if (!entries.isEmpty())
        return entries.last().change.kind == ChangeKind::Insert;
    return now.value(system::UpdatedAt) == now.value(system::CreatedAt);
}

} // namespace guanxi::app
