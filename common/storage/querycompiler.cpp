// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/querycompiler.h"

#include "common/base/searchkey.h"
#include "common/base/textcheck.h"
#include "common/storage/layout.h"
#include "common/storage/searchindex.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

constexpr char OwnAlias[] = "t";
constexpr int MaximumDepth = 32;
constexpr qsizetype MaximumValues = 30'000; // SQLite takes 32,766 parameters, PostgreSQL 65,535

Error misfit(const Field &field, const Value &value = {})
{
    return {ErrorCode::BadValue, {field.name, value.is<qint64>() ? QString::number(value.number()) : value.text()}};
}

int depthOf(const Filter &filter)
{
    int depth = 0;
    for (const Filter &child : filter.children)
        depth = std::max(depth, depthOf(child));
    return depth + 1;
}

} // namespace

Result<CompiledQuery> QueryCompiler::compile(const Query &query, Use use)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return {ErrorCode::BadValue, {QString::number(query.entity), QString()}};
    if (depthOf(query.filter) > MaximumDepth)
        return {ErrorCode::OutOfRange, {QString(), QString(), QString::number(MaximumDepth)}};
    m_query = &query;
    m_parameters.clear();
    const bool scan = scans(query, *entity, use);
    CompiledQuery compiled{"t.rid", tableName(*entity) + " t", "TRUE", {}, {}, {}, {}};
    // What lives is nearly everything, what was deleted is little.
    if (query.deleted == Deleted::Without)
        compiled.where = (scan ? m_dialect.withoutIndex("t.deleted") : "t.deleted") + " = 0";
    else if (query.deleted == Deleted::Only)
        compiled.where = "t.deleted = 1";
    GUANXI_TRY(search(query, *entity, compiled));
    const Text where = condition(query.filter, *entity, OwnAlias);
    if (!where)
        return where.error();
    if (!query.filter.isEmpty())
        compiled.where += " AND " + *where;
    else if (use != Use::Figures && query.sort.isEmpty())
        leaveToIndex(query, *entity, compiled);
    if (use == Use::Rows)
        GUANXI_TRY(order(query, *entity, compiled, scan));
    compiled.parameters = std::move(m_parameters);
    return compiled;
}

Result<const Field *> QueryCompiler::fieldOf(const Entity &entity, FieldId id) const
{
    if (const Field *field = entity.field(id))
        return field;
    return {ErrorCode::BadValue, {entity.name + u'.' + QString::number(id), QString()}};
}

Result<QueryCompiler::End> QueryCompiler::follow(const Entity &entity, const Path &path, CompiledQuery &compiled)
{
    const Entity *at = &entity;
    QByteArray alias = OwnAlias;
    for (qsizetype step = 0; step + 1 < path.size(); ++step) {
        const auto field = fieldOf(*at, path[step]);
        if (!field)
            return field.error();
        const Entity *target = targetOf(**field);
        if (!target)
            return misfit(**field);
        const QByteArray next = 'p' + QByteArray::number(++m_aliases);
        compiled.from += " LEFT JOIN " + tableName(*target) + ' ' + next + " ON " + next + ".id = " + alias + '.' + columnName(**field);
        alias = next;
        at = target;
    }
    const auto last = fieldOf(*at, path.value(path.size() - 1));
    return last ? Result<End>(End{*last, alias + '.' + columnName(**last)}) : last.error();
}

Result<void> QueryCompiler::add(const Field &field, const Value &value)
{
    QByteArray scratch;
    const auto cell = cellOf(field, value, scratch);
    if (!cell)
        return cell.error();
    switch (cell->kind) {
    case Cell::Kind::Null: return misfit(field);
    case Cell::Kind::Integer: m_parameters.push_back(cell->number); break;
    case Cell::Kind::Text: m_parameters.push_back(QString::fromUtf8(scratch)); break;
    case Cell::Kind::Bytes: m_parameters.push_back(scratch); break;
    }
    return {};
}

QueryCompiler::Text QueryCompiler::condition(const Filter &filter, const Entity &entity, const QByteArray &alias)
{
    using enum Filter::Kind;
    if (filter.kind == And || filter.kind == Or || filter.kind == Not)
        return group(filter, entity, alias);
    if (filter.kind == Referred)
        return referred(filter, entity, alias);
    if (filter.kind == Among)
        return among(filter, entity, alias);
    const auto known = fieldOf(entity, filter.field);
    if (!known)
        return known.error();
    const Field &field = **known;
    const QByteArray column = alias + '.' + columnName(field);
    switch (filter.kind) {
    case Is: case IsNot: return sameness(filter, field, column);
    case Less: case LessOrEqual: case Greater: case GreaterOrEqual: return comparison(filter, field, column);
    case Between: return between(filter, field, column);
    case Contains: case StartsWith: return textCondition(filter, field, column);
    case Empty: case NotEmpty: return emptiness(filter, field, column);
    case In: return oneOf(filter, field, column);
    case Related: return related(filter, field, column);
    case LastDays: return lastDays(filter, field, column);
    case InSubtree: return inSubtree(filter, field, column);
    case Mine: return mine(field, column);
    case MyDepartment: return inSubtree(Filter::inSubtree(filter.field, m_query->department), field, column);
    default: return misfit(field);
    }
}

QueryCompiler::Text QueryCompiler::group(const Filter &filter, const Entity &entity, const QByteArray &alias)
{
    if (filter.kind == Filter::Kind::Not) {
        if (filter.children.size() != 1)
            return {ErrorCode::BadValue, {entity.name, QString()}};
        const Text child = condition(filter.children.first(), entity, alias);
        // Unknown (an empty field) counts as not fulfilled, so its opposite is fulfilled.
        return child ? Text('(' + *child + ") IS NOT TRUE") : child;
    }
    const bool all = filter.kind == Filter::Kind::And;
    QByteArray sql;
    for (const Filter &part : filter.children) {
        const Text child = condition(part, entity, alias);
        if (!child)
            return child;
        sql += (sql.isEmpty() ? "(" : all ? ") AND (" : ") OR (") + *child;
    }
    return sql.isEmpty() ? QByteArray(all ? "TRUE" : "FALSE") : "((" + sql.sliced(1) + "))";
}

QueryCompiler::Text QueryCompiler::comparison(const Filter &filter, const Field &field, const QByteArray &column)
{
    if (filter.values.size() != 1 || columnType(field) == ColumnType::Bytes)
        return misfit(field);
    GUANXI_TRY(add(field, filter.values.first()));
    switch (filter.kind) {
    case Filter::Kind::Less: return column + " < ?";
    case Filter::Kind::LessOrEqual: return column + " <= ?";
    case Filter::Kind::Greater: return column + " > ?";
    default: return column + " >= ?";
    }
}

QueryCompiler::Text QueryCompiler::sameness(const Filter &filter, const Field &field, const QByteArray &column)
{
    if (filter.values.size() != 1)
        return misfit(field);
    const bool is = filter.kind == Filter::Kind::Is;
    if (filter.values.first().isNull())
        return column + (is ? " IS NULL" : " IS NOT NULL");
    GUANXI_TRY(add(field, filter.values.first()));
    return is ? Text(column + " = ?") : Text('(' + column + " <> ? OR " + column + " IS NULL)");
}

QueryCompiler::Text QueryCompiler::between(const Filter &filter, const Field &field, const QByteArray &column)
{
    if (filter.values.size() != 2 || columnType(field) == ColumnType::Bytes)
        return misfit(field);
    GUANXI_TRY(add(field, filter.values.at(0)));
    GUANXI_TRY(add(field, filter.values.at(1)));
    return column + " BETWEEN ? AND ?";
}

QueryCompiler::Text QueryCompiler::textCondition(const Filter &filter, const Field &field, const QByteArray &column)
{
    const Value value = filter.values.value(0);
    if (field.type == FieldType::References && filter.kind == Filter::Kind::Contains && value.is<Uuid>()) {
        m_parameters.push_back(value.id().bytes());
        return m_dialect.findBytes(column) + " % 16 = 1";
    }
    if (columnType(field) != ColumnType::Text || !value.is<QString>())
        return misfit(field, value);
    GUANXI_TRY(checkText(value.text(), field.name));
    m_parameters.push_back(value.text());
    if (filter.kind == Filter::Kind::StartsWith)
        return m_dialect.startsWith(column);
    return field.type == FieldType::Tags ? m_dialect.hasTag(column) : m_dialect.contains(column);
}

QueryCompiler::Text QueryCompiler::emptiness(const Filter &filter, const Field &field, const QByteArray &column) const
{
    const bool empty = filter.kind == Filter::Kind::Empty;
    if (columnType(field) != ColumnType::Text)
        return column + (empty ? " IS NULL" : " IS NOT NULL");
    const QByteArray nothing = field.type == FieldType::Tags ? "'[]'" : "''";
    return empty ? Text('(' + column + " IS NULL OR " + column + " = " + nothing + ')') : Text(column + " <> " + nothing);
}

QueryCompiler::Text QueryCompiler::oneOf(const Filter &filter, const Field &field, const QByteArray &column)
{
    if (filter.values.isEmpty())
        return QByteArray("FALSE");
    if (filter.values.size() > MaximumValues)
        return {ErrorCode::OutOfRange, {field.name, QString::number(filter.values.size()), QString::number(MaximumValues)}};
    for (const Value &value : filter.values)
        GUANXI_TRY(add(field, value));
    return column + " IN (?" + QByteArray(", ?").repeated(filter.values.size() - 1) + ')';
}

QueryCompiler::Text QueryCompiler::lastDays(const Filter &filter, const Field &field, const QByteArray &column)
{
    constexpr qint64 DayMs = 86'400'000;
    constexpr qint64 MaximumDays = 4'000'000;
    const qint64 days = filter.values.value(0).number();
    if (days < 1 || days > MaximumDays)
        return misfit(field, filter.values.value(0));
    if (field.type == FieldType::Date) {
        m_parameters.push_back(m_query->today - days + 1);
        m_parameters.push_back(m_query->today);
    } else if (field.type == FieldType::DateTime) {
        m_parameters.push_back(m_query->now - days * DayMs + 1);
        m_parameters.push_back(m_query->now);
    } else {
        return misfit(field);
    }
    return column + " BETWEEN ? AND ?";
}

const Entity *QueryCompiler::targetOf(const Field &field) const
{
    if (field.type == FieldType::Dictionary && field.targets.isEmpty())
        return m_catalogue.entity(u"dictionary_item");
    const bool single = field.type == FieldType::Reference || field.type == FieldType::Dictionary;
    return single && !field.targets.isEmpty() ? m_catalogue.entity(field.targets.first()) : nullptr;
}

QueryCompiler::Text QueryCompiler::related(const Filter &filter, const Field &field, const QByteArray &column)
{
    const Entity *target = targetOf(field);
    if (!target || filter.children.size() != 1)
        return misfit(field);
    const QByteArray alias = 'r' + QByteArray::number(++m_aliases);
    const Text child = condition(filter.children.first(), *target, alias);
    if (!child)
        return child;
    return column + " IN (SELECT " + alias + ".id FROM " + tableName(*target) + ' ' + alias + " WHERE " + alias
        + ".deleted = 0 AND " + *child + ')';
}

QueryCompiler::Text QueryCompiler::inSubtree(const Filter &filter, const Field &field, const QByteArray &column)
{
    const Entity *tree = targetOf(field);
    const Value root = filter.values.value(0);
    if (!tree || !root.is<Uuid>())
        return misfit(field, root);
    const auto &fields = tree->fields();
    const auto parent = std::find_if(fields.begin(), fields.end(), [&](const Field &candidate) {
        return candidate.isReference() && candidate.id >= system::FirstOwn && targetOf(candidate) == tree;
    });
    if (parent == fields.end())
        return misfit(field);
    m_parameters.push_back(root.id().bytes());
    const QByteArray name = "tree" + QByteArray::number(++m_aliases);
    return column + " IN (WITH RECURSIVE " + name + "(id) AS (SELECT " + m_dialect.bytesParameter()
        + " UNION SELECT node.id FROM " + tableName(*tree) + " node JOIN " + name + " ON node." + columnName(*parent)
        + " = " + name + ".id) SELECT id FROM " + name + ')';
}

QueryCompiler::Text QueryCompiler::referred(const Filter &filter, const Entity &entity, const QByteArray &alias)
{
    const Entity *other = m_catalogue.entity(EntityId(filter.values.value(0).number()));
    const Field *field = other ? other->field(FieldId(filter.values.value(1).number())) : nullptr;
    const bool any = field && field->type == FieldType::AnyReference;
    const bool fits = field && (any ? field->targets.isEmpty() || field->targets.contains(entity.id) : targetOf(*field) == &entity);
    if (!fits || filter.children.size() > 1)
        return {ErrorCode::BadValue, {entity.name, field ? field->name : filter.values.value(0).text()}};
    const QByteArray name = 'r' + QByteArray::number(++m_aliases);
    const bool byIndex = !filter.children.isEmpty() && narrows(filter.children.first(), *other);
    QByteArray where = (byIndex ? name + ".deleted" : m_dialect.withoutIndex(name + ".deleted")) + " = 0";
    if (!filter.children.isEmpty()) {
        const Text child = condition(filter.children.first(), *other, name);
        if (!child)
            return child;
        where += " AND " + *child;
    }
    return m_dialect.referred(alias + ".id", name + '.' + columnName(*field), any ? referencePrefix(entity.id) : QByteArray(),
                              tableName(*other) + ' ' + name, where);
}

QueryCompiler::Text QueryCompiler::among(const Filter &filter, const Entity &entity, const QByteArray &alias)
{
    const Value ids = filter.values.value(0);
    if (!ids.isNull() && (!ids.is<QByteArray>() || ids.as<QByteArray>().size() % Uuid::Size != 0))
        return {ErrorCode::BadValue, {entity.name, QString()}};
    // However many: no database takes a placeholder for each.
    QStringList texts;
    for (const Uuid &id : idsOf(ids))
        texts.append(u'"' + QString::fromLatin1(id.bytes().toHex()) + u'"');
    m_parameters.push_back(QString(u'[' + texts.join(u',') + u']'));
    return alias + ".id IN (" + m_dialect.idsInJson() + ')';
}

QueryCompiler::Text QueryCompiler::mine(const Field &field, const QByteArray &column)
{
    m_parameters.push_back(m_query->me.bytes());
    if (field.type == FieldType::References)
        return m_dialect.findBytes(column) + " % 16 = 1";
    return field.type == FieldType::Reference ? Text(column + " = ?") : Text(misfit(field));
}

void bindParameters(Statement &statement, const std::vector<Parameter> &parameters)
{
    int index = 0;
    for (const Parameter &parameter : parameters)
        std::visit([&](const auto &value) { statement.bind(++index, value); }, parameter);
}

} // namespace guanxi::storage
