// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/filterjson.h"

#include "common/model/valuejson.h"

#include <QJsonArray>

namespace guanxi::model {

using Kind = Filter::Kind;

namespace {

/// Of which entity the conditions in a filter speak; nullptr when it is not known, or has none.
const Entity *entityOfChildren(const Filter &filter, const Entity &entity, const Catalogue &catalogue)
{
    if (filter.kind == Kind::And || filter.kind == Kind::Or || filter.kind == Kind::Not)
        return &entity;
    if (filter.kind == Kind::Related) {
        const Field *field = entity.field(filter.field);
        return field ? catalogue.entity(field->targets.value(0)) : nullptr;
    }
    const Entity *other = filter.kind == Kind::Referred ? catalogue.entity(EntityId(filter.values.value(0).number())) : nullptr;
    return other && other->field(FieldId(filter.values.value(1).number())) ? other : nullptr;
}

} // namespace

QJsonObject filterToJson(const Filter &filter)
{
    QJsonObject json{{QStringLiteral("kind"), int(filter.kind)}};
    if (filter.field != 0)
        json.insert(QStringLiteral("field"), qint64(filter.field));
    QJsonArray values, children;
    for (const Value &value : filter.values)
        values.append(valueToJson(value));
    for (const Filter &child : filter.children)
        children.append(filterToJson(child));
    if (!values.isEmpty())
        json.insert(QStringLiteral("values"), values);
    if (!children.isEmpty())
        json.insert(QStringLiteral("children"), children);
    return json;
}

Filter filterFromJson(const QJsonObject &json, const Entity &entity, const Catalogue &catalogue)
{
    Filter filter;
    filter.kind = Kind(json.value(QStringLiteral("kind")).toInt());
    filter.field = FieldId(json.value(QStringLiteral("field")).toInteger());
    for (const QJsonValue &value : json.value(QStringLiteral("values")).toArray())
        filter.values.append(valueFromJson(value.toString()));
    const bool group = filter.kind == Kind::And || filter.kind == Kind::Or || filter.kind == Kind::Not;
    const Field *field = entity.field(filter.field);
    const Entity *other = entityOfChildren(filter, entity, catalogue);
    if (int(filter.kind) > int(Kind::Among))
        return {};
    if (filter.kind != Kind::Among && (group || filter.kind == Kind::Referred ? !other : !field))
        return {};
    for (const QJsonValue &child : json.value(QStringLiteral("children")).toArray())
        if (const Filter read = other ? filterFromJson(child.toObject(), *other, catalogue) : Filter(); !read.isEmpty())
            filter.children.append(read);
    return group && filter.children.isEmpty() ? Filter() : filter;
}

} // namespace guanxi::model
