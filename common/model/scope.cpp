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

/// Users stand nowhere in particular: a rule that names one means an owner beside the parent's (a conflict's author).
bool namesUser(const Entity &entity, FieldId field)
{
    constexpr EntityId UserEntity = 2;
    const Field *declared = entity.field(field);
    return declared && declared->isReference() && declared->targets == QList<EntityId>{UserEntity};
}

RowPlace inheritedPlace(const Record &record, const RecordLookup &lookup, const SharesOf &shares)
{
    std::optional<RowPlace> place;
    QList<Uuid> owners;
    for (FieldId field : record.entity().scope.fields) {
        const RecordRef ref = parentOf(record, field);
        if (namesUser(record.entity(), field))
            owners.append(ref.id);
        else if (const Record parent = place || ref.isNull() ? Record() : lookup(ref); parent.isValid())
            place = placeOf(parent, lookup, shares);
    }
    if (!place)
        place = ownPlace(record, {});
    for (const Uuid &owner : owners)
        if (!owner.isNull() && !place->owners.contains(owner))
            place->owners.append(owner);
    return *place;
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

RowPlace placeOf(const Record &record, const RecordLookup &lookup, const SharesOf &shares)
{
    const ScopeRule &rule = record.entity().scope;
    RowPlace place;
    switch (rule.kind) {
    case ScopeRule::Kind::Everyone:
        place = ownPlace(record, {});
        place.everyone = true;
        return place;
    case ScopeRule::Kind::Private: place.owners = {record.value(rule.fields.first()).id()}; return place;
    case ScopeRule::Kind::ServerOnly: return place;
    case ScopeRule::Kind::Owner: place = ownPlace(record, rule.fields); break;
    case ScopeRule::Kind::Inherits: place = inheritedPlace(record, lookup, shares); break;
    }
    for (const Uuid &sharee : shares ? shares(record.ref()) : QList<Uuid>())
        if (!place.shares.contains(sharee))
            place.shares.append(sharee);
    return place;
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
