// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/vocabulary.h"

namespace guanxi::model {

Vocabulary Vocabulary::of(const Catalogue &catalogue)
{
    Vocabulary vocabulary;
    for (const Entity &entity : catalogue.entities()) {
        QSet<FieldId> &fields = vocabulary.m_fields[entity.id];
        for (const Field &field : entity.fields())
            fields.insert(field.id);
    }
    return vocabulary;
}

bool Vocabulary::knows(EntityId entity, const FieldChange &change) const
{
    if (const RecordRef *ref = change.value.get<RecordRef>(); ref && !knows(ref->entity))
        return false;
    return change.field >= system::FirstCustom || m_fields.value(entity).contains(change.field);
}

bool Vocabulary::knows(const ChangeSet &set) const
{
    return std::all_of(set.changes.begin(), set.changes.end(), [this](const RecordChange &change) {
        return knows(change.record.entity) && std::all_of(change.fields.begin(), change.fields.end(), [&](const FieldChange &field) {
            return knows(change.record.entity, field);
        });
    });
}

Vocabulary Vocabulary::fieldsMissing(const Vocabulary &other) const
{
    Vocabulary missing;
    for (auto entity = other.m_fields.begin(); entity != other.m_fields.end(); ++entity)
        if (const QSet<FieldId> fields = *entity - m_fields.value(entity.key()); knows(entity.key()) && !fields.isEmpty())
            missing.m_fields.insert(entity.key(), fields);
    return missing;
}

void Vocabulary::add(const Vocabulary &other)
{
    for (auto entity = other.m_fields.begin(); entity != other.m_fields.end(); ++entity)
        m_fields[entity.key()] += *entity;
}

void Vocabulary::takeCustomFields(const Vocabulary &other)
{
    for (auto entity = other.m_fields.begin(); entity != other.m_fields.end(); ++entity)
        if (knows(entity.key()))
            for (FieldId field : *entity)
                if (field >= system::FirstCustom)
                    m_fields[entity.key()].insert(field);
}

void Vocabulary::write(CborWriter &writer) const
{
    writer.startMap(quint64(m_fields.size()));
    for (auto entity = m_fields.begin(); entity != m_fields.end(); ++entity) {
        QList<FieldId> fields(entity->begin(), entity->end());
        std::sort(fields.begin(), fields.end());
        writer.append(quint64(entity.key()));
        writer.startArray(quint64(fields.size()));
        for (FieldId field : std::as_const(fields))
            writer.append(quint64(field));
    }
}

Vocabulary Vocabulary::read(CborReader &reader)
{
    Vocabulary vocabulary;
    for (qsizetype count = reader.enterMap(); count > 0 && !reader.failed(); --count) {
        QSet<FieldId> &fields = vocabulary.m_fields[EntityId(reader.integer())];
        for (qsizetype left = reader.enterArray(); left > 0 && !reader.failed(); --left)
            fields.insert(FieldId(reader.integer()));
        reader.leave();
    }
    reader.leave();
    return vocabulary;
}

QByteArray Vocabulary::encoded() const
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    write(writer);
    return bytes;
}

ChangeSet takeUnknown(ChangeSet &set, const Vocabulary &vocabulary)
{
    ChangeSet unknown = set;
    unknown.changes.clear();
    unknown.part += set.parts; // no part twice in one action
    if (vocabulary.knows(set))
        return unknown;
    if (set.strict) {
        unknown.changes = std::exchange(set.changes, {});
        return unknown;
    }
    QList<RecordChange> known;
    for (RecordChange change : std::exchange(set.changes, {})) {
        if (!vocabulary.knows(change.record.entity)) {
            unknown.changes.append(change);
            continue;
        }
        // The record is made by what is left; the rest is filled in later.
        RecordChange rest = change;
        if (rest.kind == ChangeKind::Insert)
            rest.kind = ChangeKind::Update;
        rest.fields.removeIf([&](const FieldChange &field) { return vocabulary.knows(change.record.entity, field); });
        change.fields.removeIf([&](const FieldChange &field) { return !vocabulary.knows(change.record.entity, field); });
        if (!rest.fields.isEmpty())
            unknown.changes.append(rest);
        if (change.kind != ChangeKind::Update || !change.fields.isEmpty())
            known.append(change);
    }
    set.changes = known;
    return unknown;
}

} // namespace guanxi::model
