// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

namespace guanxi::model {

/// A row as a run-time value: identity, revision and one Value per field of its entity, in the entity's order.
/// Code reads it through typed handles: `record[Account::name]`.
class Record
{
public:
    Record() = default;
    explicit Record(const Entity &entity, const Uuid &id = {}) : m_entity(&entity), m_id(id) {}

    bool isValid() const { return m_entity != nullptr; }
    const Entity &entity() const { return *m_entity; }
    RecordRef ref() const { return {m_entity ? m_entity->id : EntityId(0), m_id}; }
    const Uuid &id() const { return m_id; }
    void setId(const Uuid &id) { m_id = id; }
    /// Server revision of the last change; 0 before the server knew it.
    qint64 rev() const { return m_rev; }
    void setRev(qint64 rev) { m_rev = rev; }
    bool isDeleted() const { return m_deleted; }
    void setDeleted(bool deleted) { m_deleted = deleted; }

    /// The field's value; null when it was never set or the entity has no such field.
    const Value &value(FieldId field) const;
    /// Ignored when the entity has no such field.
    void setValue(FieldId field, Value value);

    template <class T> T operator[](Handle<T> handle) const { return value(handle.id).template as<T>(); }
    template <class T> bool isNull(Handle<T> handle) const { return value(handle.id).isNull(); }
    template <class T> void set(Handle<T> handle, T content) { setValue(handle.id, Value(std::move(content))); }

    /// Whether the field makes sense in this record as it stands (Field::applies).
    bool applies(const Field &field) const;

    /// Same identity and field values (revision aside).
    bool sameContent(const Record &other) const;

private:
    const Entity *m_entity = nullptr;
    Uuid m_id;
    qint64 m_rev = 0;
    bool m_deleted = false;
    std::vector<Value> m_values; ///< may be shorter than the entity's fields: the rest is null
};

/// Finds a live or deleted row by reference; an invalid record when there is none.
using RecordLookup = std::function<Record(const RecordRef &)>;

/// The text for `language` ("zh", "en" …) in a JSON label such as {"en":"Price","zh":"价格"}: else the English one,
/// else any.
QString labelIn(const QString &json, const QString &language);

/// What a person calls the record: its title fields joined by a space (may be empty). JSON labels are read in
/// `language`; references among the title fields are named through `lookup`, without it they are passed over.
QString titleOf(const Record &record, const QString &language = {}, const RecordLookup &lookup = {});

} // namespace guanxi::model
