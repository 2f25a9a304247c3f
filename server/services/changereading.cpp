// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ChangeApplier that reads: rows as they are with the changes so far on top.
#include "server/services/changeapplier.h"

#include "common/model/catalogue/organisation.h"

namespace guanxi::server {

using namespace model;

rules::Surroundings ChangeApplier::surroundings()
{
    rules::Surroundings around([this](const RecordRef &ref) { return lookup(ref); });
    around.nowMs = m_now;
    around.rows = [this](EntityId entity, FieldId field, const RecordRef &target) { return pointingAt(entity, field, target); };
    return around;
}

Result<TouchedRow *> ChangeApplier::rowOf(const Entity &entity, const RecordRef &ref)
{
    if (const auto found = m_touched.find(ref); found != m_touched.end())
        return &*found;
    Result<std::optional<ServerRow>> stored = m_store.row({entity.id, ref.id});
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return static_cast<TouchedRow *>(nullptr);
    const Record record = (*stored)->record;
    return &*m_touched.insert(ref, {std::move(*stored), record});
}

Record ChangeApplier::lookup(const RecordRef &ref)
{
    if (const auto found = m_touched.constFind(ref); found != m_touched.constEnd())
        return found->after;
    const Result<std::optional<ServerRow>> stored = m_store.row(ref);
    if (!stored) {
        m_fault = stored.error();
        return {};
    }
    return stored->has_value() ? (*stored)->record : Record();
}

/// Nothing that is stored can point at it.
bool ChangeApplier::isNew(const RecordRef &ref) const
{
    const auto touched = m_touched.constFind(ref);
    return touched != m_touched.constEnd() && !touched->before;
}

QList<Record> ChangeApplier::pointingAt(EntityId entityId, FieldId fieldId, const RecordRef &target)
{
    const Entity &entity = m_store.catalogue().at(entityId);
    const Field &field = *entity.field(fieldId);
    QList<Record> live;
    if (!isNew(target)) {
        const Result<QList<ServerRow>> rows = m_store.children(entity, field, target);
        if (!rows)
            m_fault = rows.error();
        else
            for (const ServerRow &row : *rows)
                if (!row.record.isDeleted() && !m_touched.contains(row.record.ref()))
                    live.append(row.record);
    }
    const Value there = field.type == FieldType::AnyReference ? Value(target) : Value(target.id);
    for (const TouchedRow &row : std::as_const(m_touched))
        if (row.after.entity().id == entityId && !row.after.isDeleted() && row.after.value(fieldId) == there)
            live.append(row.after);
    return live;
}

RowPlace ChangeApplier::place(const Record &record)
{
    return placeOf(record, [this](const RecordRef &ref) { return lookup(ref); }, [this](const RecordRef &ref) { return shareesOf(ref); });
}

QList<Uuid> ChangeApplier::shareesOf(const RecordRef &ref)
{
    if (!m_store.catalogue().entity(Share::entity))
        return {};
    QList<Uuid> sharees;
    for (const Record &share : pointingAt(Share::entity, Share::record.id, ref))
        if (Share::opens(share, ref, m_now))
            sharees.append(share[Share::sharee].id);
    return sharees;
}

} // namespace guanxi::server
