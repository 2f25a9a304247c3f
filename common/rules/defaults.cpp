// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/defaults.h"

namespace guanxi::rules
{

using model::Default;
using model::Field;
using model::Value;

namespace
{

Value defaultOf(const Field &field, const DefaultsContext &context)
{
    const auto idOrNull = [](const Uuid &id) { return id.isNull() ? Value() : Value(id); };
    switch (field.defaultKind) {
    case Default::Constant:
        return field.defaultValue;
    case Default::Now:
        return context.nowMs;
    case Default::Today:
        return context.today;
    case Default::CurrentUser:
        return idOrNull(context.user);
    case Default::CurrentDepartment:
        return idOrNull(context.department);
    case Default::None:
    case Default::NextNumber:
        break;
    }
    return {};
}

} // namespace

void applyDefaults(model::Record &record, const DefaultsContext &context)
{
    const model::StateMachine &machine = record.entity().machine;
    for (const Field &field : record.entity().fields())
        if (record.value(field.id).isNull())
            record.setValue(field.id, defaultOf(field, context));
    if (!machine.isEmpty() && record.value(machine.field).isNull())
        record.setValue(machine.field, machine.initial);
}

void applyProgramDefaults(model::Record &record, const DefaultsContext &context)
{
    for (const Field &field : record.entity().fields())
        if (!field.isEditable() && record.value(field.id).isNull())
            record.setValue(field.id, defaultOf(field, context));
}

void leaveOutOtherKinds(model::Record &after, const model::Record &before)
{
    for (const Field &field : after.entity().fields())
        if (field.isEditable() && before.applies(field) && !after.applies(field) && after.value(field.id) == before.value(field.id))
            after.setValue(field.id, Value());
}

qint64 dayOf(qint64 utcMs, int offsetSeconds)
{
    constexpr qint64 day = 86'400'000;
    const qint64 local = utcMs + qint64(offsetSeconds) * 1000;
    return local >= 0 ? local / day : -((-local + day - 1) / day);
}

} // namespace guanxi::rules
