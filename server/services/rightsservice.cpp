// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/rightsservice.h"

#include "common/model/catalogue/organisation.h"

#include <limits>

namespace guanxi::server {

using namespace model;

bool RightsService::decidesRights(EntityId entity)
{
    return entity == Role::entity || entity == AccessRule::entity || entity == FieldRule::entity || entity == RoleGrant::entity
        || entity == User::entity || entity == Department::entity;
}

Result<Rights> RightsService::rightsOf(const Uuid &user, qint64 now)
{
    if (!m_loaded)
        GUANXI_TRY(load());
    const Result<std::optional<ServerRow>> row = m_store.row({User::entity, user});
    if (!row)
        return row.error();
    if (!row->has_value())
        return Error{ErrorCode::NotFound, {QStringLiteral("user"), user.text()}};
    const Record &record = (*row)->record;
    if (record.isDeleted() || record[User::active] == 0)
        return Error{ErrorCode::UserDisabled, {}};

    Known &known = m_known[user];
    if (!known.holds(record[User::department], now))
        known = compute(user, record[User::department], now);
    return known.rights;
}

bool RightsService::Known::holds(const Uuid &department, qint64 now) const
{
    return !rights.user().isNull() && rights.department() == department && now >= since && (rights.changesAt() == 0 || now < rights.changesAt());
}

RightsService::Known RightsService::compute(const Uuid &user, const Uuid &department, qint64 now) const
{
    RightsInput input{user, department, m_departmentParents, {}, {}, m_fields, {}, 0};
    qint64 since = std::numeric_limits<qint64>::min();
    qint64 changesAt = std::numeric_limits<qint64>::max();
    for (const Grant &grant : m_grants) {
        if (grant.user != user)
            continue;
        if (grant.to != 0 && grant.to <= now) {
            since = std::max(since, grant.to);
            continue;
        }
        if (grant.from > now) {
            changesAt = std::min(changesAt, grant.from);
            continue;
        }
        since = std::max(since, grant.from);
        if (grant.to != 0)
            changesAt = std::min(changesAt, grant.to);
        input.activeRoles.append(grant.role);
        for (AccessEntry entry : m_access.value(grant.role)) {
            entry.within = grant.within;
            input.access.append(entry);
            if (entry.action == Action::View && entry.reach != Reach::None)
                input.viewRoles[entry.entity].append(grant.role);
        }
    }
    input.changesAt = changesAt == std::numeric_limits<qint64>::max() ? 0 : changesAt;
    return {Rights(input, m_store.catalogue()), since};
}

Result<void> RightsService::load()
{
    const Result<QList<Record>> departments = all(Department::entity);
    const Result<QList<Record>> grants = all(RoleGrant::entity);
    const Result<QList<Record>> access = all(AccessRule::entity);
    const Result<QList<Record>> fields = all(FieldRule::entity);
    const Result<QList<Record>> roles = all(Role::entity);
    for (const Result<QList<Record>> *rows : {&departments, &grants, &access, &fields, &roles})
        if (!rows->ok())
            return rows->error();

    m_known.clear();
    m_departmentParents.clear();
    m_grants.clear();
    m_access.clear();
    m_fields.clear();
    for (const Record &row : *departments)
        m_departmentParents.insert(row.id(), row[Department::parent]);
    QSet<Uuid> known;
    for (const Record &row : *roles)
        known.insert(row.id());
    for (const Record &row : *grants)
        if (row.isNull(RoleGrant::revokedAt) && known.contains(row[RoleGrant::role]))
            m_grants.append({row[RoleGrant::user], row[RoleGrant::role], row[RoleGrant::within], row[RoleGrant::validFrom], row[RoleGrant::validTo]});
    for (const Record &row : *access)
        if (const Entity *entity = m_store.catalogue().entity(row[AccessRule::object]))
            m_access[row[AccessRule::role]].append({entity->id, Action(row[AccessRule::action]), Reach(row[AccessRule::scope]), {}});
    for (const Record &row : *fields) {
        const Entity *entity = m_store.catalogue().entity(row[FieldRule::object]);
        const Field *field = entity ? entity->field(row[FieldRule::field]) : nullptr;
        if (field)
            m_fields.append({row[FieldRule::role], entity->id, field->id, FieldRight(row[FieldRule::right])});
    }
    m_loaded = true;
    return {};
}

Result<QList<Record>> RightsService::all(EntityId entity)
{
    QList<Record> rows;
    for (qint64 after = 0;;) {
        const Result<std::vector<storage::StoredRecord>> page = m_store.records().loadAfter(entity, after, 1000);
        if (!page)
            return page.error();
        for (const storage::StoredRecord &stored : *page)
            if (!stored.record.isDeleted())
                rows.append(stored.record);
        if (page->size() < 1000)
            return rows;
        after = page->back().rid;
    }
}

} // namespace guanxi::server
