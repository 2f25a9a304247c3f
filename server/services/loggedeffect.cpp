// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/loggedeffect.h"

#include "common/model/codec.h"

namespace guanxi::server {

using namespace model;

Result<LoggedEffect> effectOf(ServerStore &store, const RecordRef &record, const Uuid &action)
{
    const Result<QList<LogEntry>> entries = store.logOf(record, action);
    if (!entries)
        return entries.error();
    LoggedEffect effect;
    for (const LogEntry &entry : *entries) {
        const Result<ChangeSet> set = decodeChangeSet(entry.body);
        if (!set)
            return set.error();
        if (effect.transition == 0)
            effect.transition = set->args[QLatin1String("transition")].toInt();
        for (const RecordChange &change : set->changes) {
            if (change.record != record)
                continue;
            if (change.kind == ChangeKind::Insert)
                effect.insertedBy = entry.user;
            for (const FieldChange &field : change.fields) {
                FieldChange &whole = effect.fields[field.field];
                const std::optional<Value> old = whole.field == 0 ? field.old : whole.old;
                whole = field;
                whole.old = old;
            }
        }
    }
    return effect;
}

} // namespace guanxi::server
