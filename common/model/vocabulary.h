// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/cborreader.h"
#include "common/base/cborwriter.h"
#include "common/model/catalogue.h"
#include "common/model/changeset.h"

namespace guanxi::model {

/// The entities and fields a program knows: programs of different versions tell by it what the other would not
/// understand, and a local copy what its rows were read without.
class Vocabulary
{
public:
    Vocabulary() = default;
    static Vocabulary of(const Catalogue &catalogue);

    bool isEmpty() const { return m_fields.isEmpty(); }
    bool knows(EntityId entity) const { return m_fields.contains(entity); }
    /// User-defined fields travel with the data: they are known as soon as they are needed.
    bool knows(EntityId entity, const FieldChange &change) const;
    bool knows(const ChangeSet &set) const;

    QList<EntityId> entities() const { return m_fields.keys(); }
    QSet<FieldId> fields(EntityId entity) const { return m_fields.value(entity); }
    /// Fields it lacks of the entities that both know.
    Vocabulary fieldsMissing(const Vocabulary &other) const;
    void add(const Vocabulary &other);
    /// Adds the user-defined fields that `other` has.
    void takeCustomFields(const Vocabulary &other);

    /// Form: {entity: [field, …], …}.
    void write(CborWriter &writer) const;
    static Vocabulary read(CborReader &reader);
    QByteArray encoded() const;

    bool operator==(const Vocabulary &) const = default;

private:
    QMap<EntityId, QSet<FieldId>> m_fields;
};

/// Takes out of `set` what `vocabulary` does not know and answers it: a change set of its own, to be made on top of what is
/// left. Of a strict set, which applies whole or not at all, nothing is left.
ChangeSet takeUnknown(ChangeSet &set, const Vocabulary &vocabulary);

} // namespace guanxi::model
