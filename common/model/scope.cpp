// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/scope.h"

namespace guanxi::model {

namespace {

RowPlace ownPlace(const Record &record, const QList<FieldId> &assignees)
{
    RowPlace place;
    place.department = record.value(system::Department).id();
    QList<Uuid> users;
    for (FieldId field : QList<FieldId>{system::Owner} + assignees)
        users += record.value(field).is<Uuid>() ? QList<Uuid>{record.value(field).id()} : idsOf(record.value(field));
    for (const Uuid &user : users)
        if (!user.isNull() && !place.owners.contains(user))
            place.owners.append(user);
    return place;
}

RecordRef parentOf(const Record &record, FieldId field)
{
    const Value &value = record.value(field);
    if (const RecordRef *ref = value.get<RecordRef>())
        return *ref;
    const Field *declared = record.entity().field(field);
    return declared && !declared->targets.isEmpty() ? RecordRef{declared->targets.first(), value.id()} : RecordRef{};
}

} // namespace

const Uuid &everybody()
{
    static const Uuid id = Uuid::named("everybody");
    return id;
}

size_t qHash(const ScopeKey &key, size_t seed) noexcept
{
    return guanxi::qHash(key.ref, seed) ^ (size_t(key.entity) << 2 | size_t(key.kind));
}

RowPlace placeOf(const Record &record, const RecordLookup &lookup)
{
    const ScopeRule &rule = record.entity().scope;
    switch (rule.kind) {
    case ScopeRule::Kind::Everyone: {
        RowPlace place = ownPlace(record, {});
        place.everyone = true;
        return place;
    }
    case ScopeRule::Kind::Owner: return ownPlace(record, rule.fields);
    case ScopeRule::Kind::Private: {
        RowPlace place;
        place.owners = {record.value(rule.fields.first()).id()};
        return place;
    }
    case ScopeRule::Kind::ServerOnly: return {};
    case ScopeRule::Kind::Inherits: break;
    }
    for (FieldId field : rule.fields)
        if (const RecordRef ref = parentOf(record, field); !ref.isNull())
            if (const Record parent = lookup(ref); parent.isValid())
                return placeOf(parent, lookup);
    return ownPlace(record, {});
}

QList<ScopeKey> scopesOf(const Entity &entity, const RowPlace &place)
{
    if (entity.scope.kind == ScopeRule::Kind::ServerOnly)
        return {};
    QList<ScopeKey> scopes;
    if (entity.scope.kind != ScopeRule::Kind::Private)
        scopes.append({entity.id, ScopeKind::All, {}});
    if (!place.department.isNull() && !place.everyone)
        scopes.append({entity.id, ScopeKind::Department, place.department});
    if (!place.everyone)
        for (const Uuid &owner : place.owners)
            scopes.append({entity.id, ScopeKind::Owner, owner});
    if (place.everyone && entity.scope.kind == ScopeRule::Kind::Inherits)
        scopes.append({entity.id, ScopeKind::Share, everybody()});
    for (const Uuid &share : place.shares)
        scopes.append({entity.id, ScopeKind::Share, share});
    return scopes;
}

} // namespace guanxi::model
