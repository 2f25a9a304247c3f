// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ChangeApplier that takes what desks tell of themselves: records that left the program, as a file or on paper.
#include "server/services/changeapplier.h"

#include "common/model/catalogue/organisation.h"
#include "common/rules/normalise.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using storage::Statement;
using sync::ConflictKind;

bool ChangeApplier::isNotice(const Entity &entity, const RecordChange &change)
{
    const FieldChange *kind = change.field(AuditEvent::kind.id);
    return entity.id == AuditEvent::entity && change.kind == ChangeKind::Insert && kind && AuditEvent::isTold(kind->value.number());
}

Result<std::optional<Refusal>> ChangeApplier::note(const Entity &entity, const RecordChange &change)
{
    const Result<TouchedRow *> existing = rowOf(entity, change.record);
    if (!existing)
        return existing.error();
    if (*existing) // sent again by a desk that was put back
        return (*existing)->after[AuditEvent::user] == m_author.user ? Verdict(Accepted)
                                                                     : refuse(ConflictKind::CreateCreate, ErrorCode::AlreadyExists, {entity.name, change.record.id.text()});
    Record event(entity, change.record.id);
    // Whose desk it was, and when the server heard of it, is not for the desk to say.
    for (const FieldId id : {AuditEvent::kind.id, AuditEvent::record.id, AuditEvent::detail.id, AuditEvent::toldAt.id}) {
        const FieldChange *told = change.field(id);
        const Result<Value> value = told ? rules::normalise(*entity.field(id), told->value) : Result<Value>(Value());
        if (!value)
            return std::optional(Refusal{ConflictKind::Rule, value.error()});
        event.setValue(id, *value);
    }
    Statement replica(m_store.database(), "SELECT name FROM replica WHERE id = ?");
    const Result<bool> known = replica.bind(1, m_author.replica).step();
    if (!known)
        return known.error();
    event.set(AuditEvent::computer, *known ? replica.text(0).left(entity.field(AuditEvent::computer.id)->limit) : QString());
    event.set(AuditEvent::at, m_now);
    event.set(AuditEvent::user, m_author.user);
    TouchedRow row;
    row.after = std::move(event);
    m_touched.insert(change.record, row);
    noteEffect(change, Record(entity), row.after);
    return Accepted;
}

} // namespace guanxi::server
