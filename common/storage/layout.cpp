// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/layout.h"

#include "common/storage/dialect.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

QByteArray indexName(const Entity &entity, const QByteArray &what) { return "ix_" + QByteArray::number(entity.id) + '_' + what; }

/// What stands in the index of a field, and of which rows. Lists want live rows by a column, so those that were deleted stand in
/// none of them. References are looked up from the other side, of deleted rows too, but never those that point at nothing.
QByteArray indexedRows(const Field &field, StoreKind kind, const Dialect &dialect)
{
    const QByteArray name = columnName(field);
    if (columnType(field) == ColumnType::Bytes)
        return dialect.indexedColumn(name) + ", deleted) WHERE " + name + " IS NOT NULL";
    return dialect.indexedColumn(hasSortKey(field, kind) ? sortKeyColumn(field) : name) + dialect.indexedRowNumber() + ") WHERE deleted = 0";
}

} // namespace

bool isIndexed(const Field &field, StoreKind kind)
{
    // Relation tabs look references up; nobody asks for what somebody last changed.
    const bool relates = field.id >= model::system::FirstOwn
        && (field.type == FieldType::Reference || field.type == FieldType::AnyReference);
    return field.indexed || field.unique || relates || hasSortKey(field, kind);
}

std::vector<Column> columnsOf(const Entity &entity, StoreKind kind)
{
    std::vector<Column> columns;
    columns.reserve(4 + 2 * entity.fields().size());
    columns.push_back({"id", ColumnType::Bytes});
    columns.push_back({"rev", ColumnType::Integer});
    columns.push_back({"deleted", ColumnType::Integer});
    if (kind == StoreKind::Server)
        columns.push_back({"scopes", ColumnType::Bytes});
    for (const Field &field : entity.fields())
        columns.push_back({columnName(field), columnType(field)});
    for (const Field &field : entity.fields())
        if (hasSortKey(field, kind))
            columns.push_back({sortKeyColumn(field), ColumnType::Bytes});
    return columns;
}

QByteArray replaceClause(const Entity &entity, StoreKind kind)
{
    QByteArray assignments;
    for (const Column &column : columnsOf(entity, kind))
        if (column.name != "id")
            assignments += (assignments.isEmpty() ? "" : ", ") + column.name + " = excluded." + column.name;
    return " ON CONFLICT (id) DO UPDATE SET " + assignments;
}

std::vector<Index> indexesOf(const Entity &entity, StoreKind kind, const Dialect &dialect)
{
    std::vector<Index> indexes;
    const QByteArray on = " ON " + tableName(entity) + " (";
    const auto add = [&](const QByteArray &name, const QByteArray &rows) {
        QByteArray sql;
        sql.reserve(32 + name.size() + on.size() + rows.size());
        sql.append("CREATE INDEX IF NOT EXISTS ").append(name).append(on).append(rows);
        indexes.push_back({name, sql});
    };
    add(indexName(entity, "dead"), "deleted" + dialect.indexedRowNumber() + ") WHERE deleted = 1");
    for (const Field &field : entity.fields()) {
        if (isIndexed(field, kind))
            add(indexName(entity, QByteArray::number(field.id)), indexedRows(field, kind, dialect));
        // A unique name is looked up by its text as well.
        if (hasSortKey(field, kind) && (field.unique || field.indexed))
            add(indexName(entity, QByteArray::number(field.id) + 't'), columnName(field) + ") WHERE deleted = 0");
    }
    return indexes;
}

QByteArray createTable(const Entity &entity, StoreKind kind, const Dialect &dialect)
{
    const std::vector<Column> columns = columnsOf(entity, kind);
    QByteArray sql = "CREATE TABLE " + tableName(entity) + " (" + dialect.rowNumber();
    sql.reserve(sql.size() + 40 * qsizetype(columns.size()));
    for (const Column &column : columns) {
        sql.append(", ").append(column.name).append(' ').append(dialect.columnType(column.type));
        if (column.name == "id")
            sql += " NOT NULL UNIQUE";
        else if (column.name == "rev" || column.name == "deleted")
            sql += " NOT NULL DEFAULT 0";
    }
    return sql + ')';
}

} // namespace guanxi::storage
