// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/editable.h"

#include "common/rules/statemachine.h"

namespace guanxi::app {

bool isEditable(const Records &records, const model::Record &record, const model::Field &field)
{
    const model::Entity &entity = record.entity();
    return field.isTyped() && record.applies(field) && !entity.appendOnly && !entity.serverWritten && !record.isDeleted() && !rules::lockOf(record)
           && records.may(model::Action::Edit, record) && records.rights().fieldRight(entity, field) == model::FieldRight::Write;
}

bool mayReveal(const Records &records, const model::Record &record, const model::Field &field)
{
    return records.rights().fieldRight(record.entity(), field) == model::FieldRight::Masked && records.may(model::Action::Edit, record);
}

} // namespace guanxi::app
