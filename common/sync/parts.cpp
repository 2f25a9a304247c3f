// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/parts.h"

#include "common/model/valuesize.h"

namespace guanxi::sync {

using namespace model;

namespace {

constexpr qsizetype FieldBytes = 32; // its number, its base and a small value

qsizetype bytesOf(const FieldChange &change)
{
    return FieldBytes + byteCount(change.value) + (change.old ? byteCount(*change.old) : 0);
}

qsizetype bytesOf(const RecordChange &change)
{
    qsizetype bytes = 0;
    for (const FieldChange &field : change.fields)
        bytes += bytesOf(field);
    return bytes;
}

bool canFollow(const RecordChange &change, const FieldChange &field, const Entity *entity)
{
    const Field *declared = entity ? entity->field(field.field) : nullptr;
    return declared && declared->isLong() && !(change.kind == ChangeKind::Insert && declared->required);
}

/// The change without the long texts that make it too large, and those, one by one.
QList<RecordChange> divided(const RecordChange &whole, const Entity *entity)
{
    RecordChange first = whole;
    QList<RecordChange> followers;
    for (const FieldChange &field : whole.fields) {
        if (bytesOf(first) <= PartBytes)
            break;
        if (!canFollow(whole, field, entity) || bytesOf(field) < PartBytes / 8)
            continue;
        first.fields.removeOne(field);
        followers.append({ChangeKind::Update, whole.record, whole.base, {field}});
    }
    if (!first.fields.isEmpty() || first.kind != ChangeKind::Update)
        followers.prepend(first);
    return followers;
}

} // namespace

void Parts::add(const QList<RecordChange> &changes)
{
    for (const RecordChange &change : changes) {
        const qsizetype bytes = bytesOf(change);
        if (bytes <= PartBytes)
            add(change, bytes);
        else
            for (const RecordChange &piece : divided(change, m_catalogue->entity(change.record.entity)))
                add(piece, bytesOf(piece));
    }
}

void Parts::add(const RecordChange &change, qsizetype bytes)
{
    if (m_parts.isEmpty() || bytes > m_room || m_parts.last().size() == PartRecords) {
        m_parts.append(QList<RecordChange>());
        m_room = PartBytes;
    }
    m_parts.last().append(change);
    m_room -= bytes;
}

} // namespace guanxi::sync
