// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/conditions.h"

#include "common/model/filterjson.h"
#include "common/rules/normalise.h"
#include "common/rules/validate.h"

#include <QJsonDocument>

#include <algorithm>

namespace guanxi::rules
{

using namespace model;
using Kind = Filter::Kind;

namespace
{

constexpr int kDeepest = 16;
constexpr int kShownText = 40;

bool isGroup(const Filter &filter) { return filter.kind == Kind::And || filter.kind == Kind::Or || filter.kind == Kind::Not; }

/// Whether the answer is the same for everybody and needs nothing but what is typed into the record.
bool isOwn(const Filter &filter, const Entity &entity)
{
    switch (filter.kind) {
    case Kind::Related: case Kind::InSubtree: case Kind::Referred: case Kind::Mine: case Kind::MyDepartment: case Kind::Among: return false;
    default: break;
    }
    const Field *field = entity.field(filter.field);
    return (!field || isAskedOfNew(*field))
        && std::all_of(filter.children.begin(), filter.children.end(), [&](const Filter &child) { return isOwn(child, entity); });
}

bool isValueFor(const Field &field, const Filter &filter, const Value &value)
{
    if (filter.kind == Kind::LastDays)
        return value.is<qint64>() && value.number() > 0 && (field.type == FieldType::Date || field.type == FieldType::DateTime);
    if (filter.kind == Kind::Contains || filter.kind == Kind::StartsWith)
        return field.type == FieldType::References ? value.is<Uuid>() : field.isText() && value.is<QString>();
    return !value.isNull() && normalise(field, value).ok();
}

qsizetype valuesOf(const Filter &filter)
{
    switch (filter.kind) {
    case Kind::Empty: case Kind::NotEmpty: return 0;
    case Kind::Between: return 2;
    case Kind::In: return filter.values.size();
    default: return 1;
    }
}

bool isWellMade(const Filter &filter, const Entity &entity, int depth)
{
    if (depth > kDeepest)
        return false;
    if (isGroup(filter))
        return (filter.kind != Kind::Not || filter.children.size() == 1)
            && std::all_of(filter.children.begin(), filter.children.end(),
                           [&](const Filter &child) { return isWellMade(child, entity, depth + 1); });
    const Field *field = entity.field(filter.field);
    return field && filter.children.isEmpty() && filter.values.size() == valuesOf(filter)
        && std::all_of(filter.values.begin(), filter.values.end(),
                       [&](const Value &value) { return isValueFor(*field, filter, value); });
}

/// -1, 0, 1: texts by their bytes, as both databases order them.
int compare(const Value &a, const Value &b)
{
    if (const QString *text = a.get<QString>()) {
        const QByteArray left = text->toUtf8(), right = b.text().toUtf8();
        return left < right ? -1 : left > right ? 1 : 0;
    }
    return a.number() < b.number() ? -1 : a.number() > b.number() ? 1 : 0;
}

bool contains(const Value &value, const Value &part)
{
    if (value.is<QByteArray>())
        return idsOf(value).contains(part.id());
    if (value.is<QStringList>())
        return value.as<QStringList>().contains(part.text());
    return value.text().toLower().contains(part.text().toLower());
}

bool isWithinDays(const Field &field, const Value &value, qint64 days, const Moment &moment)
{
    const bool date = field.type == FieldType::Date;
    const qint64 now = date ? moment.today : moment.nowMs;
    return value.number() <= now && value.number() > now - days * (date ? 1 : MsPerDay);
}

bool fieldPasses(const Field &field, const Value &value, const Filter &filter, const Moment &moment)
{
    const Value wanted = filter.values.value(0);
    switch (filter.kind) {
    case Kind::Is: return value == wanted;
    case Kind::IsNot: return value != wanted;
    case Kind::Empty: return value.isNull();
    case Kind::NotEmpty: return !value.isNull();
    default: break;
    }
    if (value.isNull())
        return false;
    switch (filter.kind) {
    case Kind::Less: return compare(value, wanted) < 0;
    case Kind::LessOrEqual: return compare(value, wanted) <= 0;
    case Kind::Greater: return compare(value, wanted) > 0;
    case Kind::GreaterOrEqual: return compare(value, wanted) >= 0;
    case Kind::Between: return compare(value, wanted) >= 0 && compare(value, filter.values.value(1)) <= 0;
    case Kind::Contains: return contains(value, wanted);
    case Kind::StartsWith: return value.text().toLower().startsWith(wanted.text().toLower());
    case Kind::In: return filter.values.contains(value);
    case Kind::LastDays: return isWithinDays(field, value, wanted.number(), moment);
    default: return false;
    }
}

} // namespace

bool isAskedOfNew(const Field &field) { return field.isTyped() && !field.masked && !field.isCondition(); }

Result<Filter> readCondition(const Field &field, const QString &text, const Catalogue &catalogue)
{
    if (text.trimmed().isEmpty())
        return Filter();
    const Error unreadable{ErrorCode::BadFormat, {field.name, text.left(kShownText), QStringLiteral("condition")}};
    const Entity *entity = catalogue.entity(field.conditionOn);
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    if (!entity || !json.isObject())
        return unreadable;
    const Filter filter = filterFromJson(json.object(), *entity, catalogue);
    if (filterToJson(filter) != json.object())
        return unreadable;
    if (!isOwn(filter, *entity))
        return Error{ErrorCode::RuleRefused, {QStringLiteral("own_fields"), field.name}};
    return isWellMade(filter, *entity, 0) ? Result<Filter>(filter) : Result<Filter>(unreadable);
}

bool passes(const Record &record, const Filter &condition, const Moment &moment)
{
    const auto child = [&](const Filter &part) { return passes(record, part, moment); };
    switch (condition.kind) {
    case Kind::And: return std::all_of(condition.children.begin(), condition.children.end(), child);
    case Kind::Or: return std::any_of(condition.children.begin(), condition.children.end(), child);
    case Kind::Not: return !child(condition.children.value(0));
    default: break;
    }
    const Field *field = record.entity().field(condition.field);
    if (!field)
        return false;
    const Result<Value> stored = normalise(*field, record.value(field->id));
    return fieldPasses(*field, stored ? *stored : record.value(field->id), condition, moment);
}

} // namespace guanxi::rules
