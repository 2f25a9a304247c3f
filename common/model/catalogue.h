// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

namespace guanxi::model {

/// A built-in dictionary value; its row id follows from dictionary and code, so it is the same everywhere.
struct DictionaryValue {
    QString code;
    QString label;   ///< English source text, translated in context "dictionary"
    QString parent;  ///< code of the parent value in trees
};

/// A built-in dictionary.
struct DictionaryInfo {
    QString code;
    QString label;
    bool hierarchical = false;
    QList<DictionaryValue> values;
};

/// Row ids of built-in rows.
Uuid dictionaryId(const QString &dictionary);
Uuid dictionaryItemId(const QString &dictionary, const QString &code);

/// The one definition of the data: every entity, field and dictionary. Built once by the program, then it only grows
/// by user-defined fields. Not shared between threads: a thread that needs it has its own.
class Catalogue
{
public:
    Catalogue() = default;
    Catalogue(const Catalogue &) = delete;
    Catalogue &operator=(const Catalogue &) = delete;

    const std::deque<Entity> &entities() const { return m_entities; }
    Entity &addEntity(EntityId id, const QString &name);
    const Entity *entity(EntityId id) const;
    const Entity *entity(QStringView name) const;
    /// The entity of a declared id, which must exist.
    const Entity &at(EntityId id) const;
    Entity &edit(EntityId id);

    /// Adds a user-defined field (id from 65536); a field already there is left alone.
    void addCustomField(EntityId entity, Field field);

    void addDictionary(DictionaryInfo dictionary) { m_dictionaries.append(std::move(dictionary)); }
    const QList<DictionaryInfo> &dictionaries() const { return m_dictionaries; }

    /// Entities that point at `target` by a Reference or AnyReference field: the source of relation tabs.
    struct Relation {
        const Entity *entity;
        const Field *field;
    };
    QList<Relation> relationsTo(EntityId target) const;

    /// Sum of all declarations; grows with every built-in field. Travels as `schema`.
    quint32 version() const;

private:
    std::deque<Entity> m_entities;
    QHash<EntityId, Entity *> m_byId;
    QHash<QString, Entity *> m_byName;
    QList<DictionaryInfo> m_dictionaries;
};

/// Fills the catalogue with everything Guanxi knows.
void declareAll(Catalogue &catalogue);

} // namespace guanxi::model
