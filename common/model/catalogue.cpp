// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue.h"

namespace guanxi::model {

namespace {

bool pointsAt(const Field &field, EntityId target)
{
    return field.targets.contains(target) || (field.type == FieldType::AnyReference && field.targets.isEmpty());
}

} // namespace

Uuid dictionaryId(const QString &dictionary) { return Uuid::named("dictionary:" + dictionary.toUtf8()); }

Uuid dictionaryItemId(const QString &dictionary, const QString &code)
{
    return Uuid::named("dictionary:" + dictionary.toUtf8() + '/' + code.toUtf8());
}

Entity &Catalogue::addEntity(EntityId id, const QString &name)
{
    Q_ASSERT_X(!m_byId.contains(id) && !m_byName.contains(name), "Catalogue::addEntity", qPrintable(name));
    Entity &entity = m_entities.emplace_back();
    entity.id = id;
    entity.name = name;
    m_byId.insert(id, &entity);
    m_byName.insert(name, &entity);
    return entity;
}

const Entity *Catalogue::entity(EntityId id) const { return m_byId.value(id); }
const Entity *Catalogue::entity(QStringView name) const { return m_byName.value(name.toString()); }

const Entity &Catalogue::at(EntityId id) const
{
    const Entity *found = m_byId.value(id);
    Q_ASSERT_X(found, "Catalogue::at", "no such entity");
    return *found;
}

Entity &Catalogue::edit(EntityId id) { return const_cast<Entity &>(at(id)); }

void Catalogue::addCustomField(EntityId entity, Field field)
{
    Q_ASSERT(field.id >= system::FirstCustom);
    if (Entity *owner = m_byId.value(entity); owner && !owner->field(field.id)) {
        field.custom = true;
        owner->addField(std::move(field));
    }
}

QList<Catalogue::Relation> Catalogue::relationsTo(EntityId target) const
{
    QList<Relation> relations;
    for (const Entity &entity : m_entities)
        for (const Field &field : entity.fields())
            if (field.id >= system::FirstOwn && field.type != FieldType::References && pointsAt(field, target))
                relations.append({&entity, &field});
    return relations;
}

quint32 Catalogue::version() const
{
    quint32 count = 0;
    for (const Entity &entity : m_entities)
        for (const Field &field : entity.fields())
            count += field.custom ? 0 : 1;
    return count;
}

} // namespace guanxi::model
