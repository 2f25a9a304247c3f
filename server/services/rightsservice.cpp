// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/rightsservice.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>

namespace guanxi::server {

using namespace model;

namespace {

/// The rows that keep what stood in one of this entity; 0: none.
EntityId copyOf(EntityId entity) { return entity == Quote::entity ? QuoteVersion::entity : entity == QuoteLine::entity ? QuoteVersionLine::entity : 0; }

qint64 versionOf(const QByteArray &rights)
{
    const QByteArray digest = QCryptographicHash::hash(rights, QCryptographicHash::Sha256);
    return qint64(qFromBigEndian<quint64>(digest.constData()) >> 1);
}

} // namespace

Standing::Standing(const Rights &held, const Catalogue &catalogue)
    : rights(held), projection(held.projection()), scopes(held.visibleScopes(catalogue))
{
    CborWriter writer(&encoded);
    rights.write(writer);
    version = versionOf(encoded);
}

bool RightsService::decidesRights(EntityId entity)
{
    return entity == Role::entity || entity == AccessRule::entity || entity == FieldRule::entity || entity == RoleGrant::entity
        || entity == User::entity || entity == Department::entity;
}

Result<SharedStanding> RightsService::standingOf(const Uuid &user, qint64 now)
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
        known = know(user, record[User::department], now);
    return known.standing;
}

Result<Rights> RightsService::rightsOf(const Uuid &user, qint64 now)
{
    const Result<SharedStanding> standing = standingOf(user, now);
    return standing ? Result<Rights>((*standing)->rights) : standing.error();
}

bool RightsService::Known::holds(const Uuid &department, qint64 now) const
{
    if (!standing)
        return false;
    const Rights &rights = standing->rights;
    return rights.department() == department && now >= since && (rights.changesAt() == 0 || now < rights.changesAt());
}

RightsService::Roles RightsService::rolesOf(const Uuid &user, qint64 now) const
{
    Roles roles{{}, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
    for (const Grant &grant : m_grants) {
        if (grant.user != user)
            continue;
        if (grant.to != 0 && grant.to <= now) {
            roles.since = std::max(roles.since, grant.to);
            continue;
        }
        if (grant.from > now) {
            roles.until = std::min(roles.until, grant.from);
            continue;
        }
        roles.since = std::max(roles.since, grant.from);
        if (grant.to != 0)
            roles.until = std::min(roles.until, grant.to);
        roles.active.append({grant.role, grant.within});
    }
    std::sort(roles.active.begin(), roles.active.end());
    if (roles.until == std::numeric_limits<qint64>::max())
        roles.until = 0;
    return roles;
}

Rights RightsService::compute(const Making &making) const
{
    RightsInput input{Uuid(), making.department, m_departmentParents, {}, {}, m_fields, {}, making.until};
    for (const auto &[role, within] : making.roles) {
        input.activeRoles.append(role);
        for (AccessEntry entry : m_access.value(role)) {
            entry.within = within;
            input.access.append(entry);
            if (entry.action == Action::View && entry.reach != Reach::None)
                input.viewRoles[entry.entity].append(role);
        }
    }
    return Rights(input, m_store.catalogue());
}

RightsService::Known RightsService::know(const Uuid &user, const Uuid &department, qint64 now)
{
    const Roles roles = rolesOf(user, now);
    const Making making{department, roles.active, roles.until};
    auto made = m_made.constFind(making);
    if (made == m_made.constEnd())
        made = m_made.insert(making, compute(making));
    return {std::make_shared<const Standing>(made->heldBy(user), m_store.catalogue()), roles.since};
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
    m_made.clear();
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
        if (!field)
            continue;
        m_fields.append({row[FieldRule::role], entity->id, field->id, FieldRight(row[FieldRule::right])});
        // What a quote does not show, its kept versions do not show either.
        const Entity *copy = m_store.catalogue().entity(copyOf(entity->id));
        if (const Field *copied = copy ? copy->field(field->name) : nullptr)
            m_fields.append({row[FieldRule::role], copy->id, copied->id, FieldRight(row[FieldRule::right])});
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
