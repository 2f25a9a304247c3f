// SPDX-License-Identifier: GPL-3.0-or-later
// The part of EntityBuilder about the entity as a whole; fields are in builder.cpp.
#include "common/model/builder.h"

namespace guanxi::model {

namespace {

// Entities every record points at by its system fields; declared in catalogue/organisation.h.
constexpr EntityId DepartmentEntity = 1;
constexpr EntityId UserEntity = 2;

} // namespace

EntityBuilder::EntityBuilder(Catalogue &catalogue, EntityId id, const char *name, const char *label,
                             const char *plural)
    : m_entity(catalogue.addEntity(id, QString::fromLatin1(name)))
{
    m_entity.label = QString::fromLatin1(label);
    m_entity.plural = QString::fromLatin1(plural);
    addSystemFields();
}

void EntityBuilder::addSystemFields()
{
    using namespace model::system;
    reference({Owner}, "owner", UserEntity).byDefault(Default::CurrentUser).indexed();
    reference({Department}, "department", DepartmentEntity).byDefault(Default::CurrentDepartment).indexed();
    dateTime({CreatedAt}, "created_at").label("Created").system();
    reference({CreatedBy}, "created_by", UserEntity).system();
    dateTime({UpdatedAt}, "updated_at").label("Changed").system().indexed();
    reference({UpdatedBy}, "updated_by", UserEntity).label("Changed by").system();
    for (FieldId id : {CreatedAt, CreatedBy, UpdatedAt, UpdatedBy}) {
        m_last = id;
        merge(MergePolicy::Server);
    }
    m_last = 0;
}

EntityBuilder &EntityBuilder::childOf(EntityId parent, RefField parentField)
{
    m_entity.parent = parent;
    m_entity.parentField = parentField.id;
    m_entity.scope = {ScopeRule::Kind::Inherits, {parentField.id}};
    return *this;
}

EntityBuilder &EntityBuilder::area(Area area)
{
    m_entity.area = area;
    return *this;
}

EntityBuilder &EntityBuilder::workspace(Workspace workspace, const char *icon)
{
    m_entity.workspace = workspace;
    m_entity.icon = QString::fromLatin1(icon);
    return *this;
}

EntityBuilder &EntityBuilder::everyone()
{
    m_entity.scope = {ScopeRule::Kind::Everyone, {}};
    return *this;
}

EntityBuilder &EntityBuilder::owned(QList<FieldId> assignees)
{
    m_entity.scope = {ScopeRule::Kind::Owner, std::move(assignees)};
    return *this;
}

EntityBuilder &EntityBuilder::inherits(QList<FieldId> parents)
{
    m_entity.scope = {ScopeRule::Kind::Inherits, std::move(parents)};
    return *this;
}

EntityBuilder &EntityBuilder::privateTo(FieldId user)
{
    m_entity.scope = {ScopeRule::Kind::Private, {user}};
    return *this;
}

EntityBuilder &EntityBuilder::serverOnly()
{
    m_entity.scope = {ScopeRule::Kind::ServerOnly, {}};
    return *this;
}

EntityBuilder &EntityBuilder::title(QList<FieldId> fields)
{
    m_entity.titleFields = std::move(fields);
    return *this;
}

EntityBuilder &EntityBuilder::numbered(const char *pattern)
{
    m_entity.numberPattern = QString::fromLatin1(pattern);
    return *this;
}

EntityBuilder &EntityBuilder::relations(QList<EntityId> menu)
{
    m_entity.relationMenu = std::move(menu);
    return *this;
}

EntityBuilder &EntityBuilder::appendOnly()
{
    m_entity.appendOnly = true;
    return *this;
}

EntityBuilder &EntityBuilder::line(LineFields fields)
{
    field(fields.amount);
    last().formula.kind = Formula::Kind::Net;
    m_entity.line = std::move(fields);
    return computed(Computed::Local);
}

EntityBuilder &EntityBuilder::totals(TotalFields fields)
{
    m_entity.totals = fields;
    return *this;
}

EntityBuilder &EntityBuilder::openWhile(RefField other, QList<int> states)
{
    m_entity.openWhile = {other.id, std::move(states)};
    return *this;
}

EntityBuilder &EntityBuilder::madeBy(Maker maker)
{
    m_entity.maker = maker;
    return *this;
}

EntityBuilder &EntityBuilder::serverWritten()
{
    m_entity.serverWritten = true;
    return madeBy(Maker::Server);
}

EntityBuilder &EntityBuilder::within(RefField other)
{
    last().within = other.id;
    return *this;
}

EntityBuilder &EntityBuilder::section(const char *heading)
{
    m_section = QString::fromLatin1(heading);
    if (m_last != 0)
        last().section = m_section;
    return *this;
}

EntityBuilder &EntityBuilder::states(NumberField field, QList<State> states)
{
    m_entity.machine.field = field.id;
    m_entity.machine.initial = states.first().id;
    m_entity.machine.states = std::move(states);
    return *this;
}

EntityBuilder &EntityBuilder::whenUndone(int state)
{
    m_entity.machine.undone = state;
    return *this;
}

EntityBuilder &EntityBuilder::transition(Transition transition)
{
    m_entity.machine.transitions.append(std::move(transition));
    return *this;
}

} // namespace guanxi::model
