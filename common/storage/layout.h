// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/schema.h"
#include "common/storage/values.h"

namespace guanxi::storage {

// How the table of an entity is laid out: the row's own columns (rid, id, rev, deleted, on the server scopes), one
// column for each field, in a cache one sort key for each name.

inline QByteArray tableName(const model::Entity &entity) { return quoted(entity.name); }

/// True when the field has a stored sort key beside it.
inline bool hasSortKey(const model::Field &field, StoreKind kind)
{
    return kind == StoreKind::Cache && field.search == model::Search::Name && columnType(field) == ColumnType::Text;
}

inline QByteArray sortKeyColumn(const model::Field &field) { return "sort_" + QByteArray::number(field.id); }

/// True when the entity has something the search index holds.
inline bool isSearched(const model::Entity &entity, StoreKind kind)
{
    return kind == StoreKind::Cache
        && std::any_of(entity.fields().begin(), entity.fields().end(),
                       [](const model::Field &field) { return field.search != model::Search::None; });
}

/// True when an index stands by the field's values.
bool isIndexed(const model::Field &field, StoreKind kind);

struct Column {
    QByteArray name;
    ColumnType type;
};

/// All columns but `rid`, in the order in which rows are written.
std::vector<Column> columnsOf(const model::Entity &entity, StoreKind kind);

/// What follows an INSERT that is to replace a row which is there already.
QByteArray replaceClause(const model::Entity &entity, StoreKind kind);

struct Index {
    QByteArray name;
    QByteArray sql;
};

/// The indexes beside the unique one on `id`.
std::vector<Index> indexesOf(const model::Entity &entity, StoreKind kind, const class Dialect &dialect);

/// CREATE TABLE of the entity.
QByteArray createTable(const model::Entity &entity, StoreKind kind, const Dialect &dialect);

} // namespace guanxi::storage
