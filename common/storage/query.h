// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/filter.h"
#include "common/storage/schema.h"

namespace guanxi::storage {

using model::Filter;

struct CompiledQuery;

struct Sort {
    model::FieldId field = 0;
    bool descending = false;
    bool operator==(const Sort &) const = default;
};

/// What a query does with deleted rows.
enum class Deleted : quint8 { Without, With, Only };

constexpr bool shows(Deleted which, bool deleted)
{
    return which == Deleted::With || deleted == (which == Deleted::Only);
}

/// Which rows of one entity, in which order. Empty fields come first when ascending; rows that are equal stand by row
/// number.
struct Query {
    model::EntityId entity = 0;
    Filter filter;
    QString search;     ///< what was typed in the search line; empty: no search
    QList<Sort> sort;
    Deleted deleted = Deleted::Without;
    qint64 limit = 0;   ///< 0: all
    qint64 now = 0;     ///< UTC ms, for Filter::LastDays on times
    qint64 today = 0;   ///< days since 1970-01-01 in the company's zone, for Filter::LastDays on dates

    Uuid me;            ///< who asks, for Filter::Mine
    Uuid department;    ///< his, for Filter::MyDepartment

    bool operator==(const Query &) const = default;
};

/// Figures of one number field over the rows of a query; nothing over no values.
struct Aggregate {
    qint64 count = 0; ///< rows where the field is filled
    std::optional<qint64> sum;
    std::optional<qint64> minimum;
    std::optional<qint64> maximum;
    std::optional<double> average() const
    {
        return sum ? std::optional(double(*sum) / double(count)) : std::nullopt;
    }
};

/// The rows of a query that have the same `key`.
struct Group {
    model::Value key;
    qint64 count = 0;
    QList<std::optional<qint64>> sums; ///< of the fields asked for, in their order
};

/// A field of the rows of a query, or of the record that they name: all but the last are references.
using Path = QList<model::FieldId>;

/// The rows of a query that have the same values at the ends of several paths.
struct Tally {
    QList<model::Value> keys; ///< in the order of the paths
    qint64 count = 0;
    QList<std::optional<qint64>> sums; ///< of the fields asked for, in their order
};

/// A hit of a search over all entities.
struct SearchHit {
    model::EntityId entity = 0;
    qint64 rid = 0;
    bool operator==(const SearchHit &) const = default;
};

/// Compiles queries for the database at hand and runs them. Values go in as bound parameters only; an unknown field or
/// a value that does not fit it is BadValue(field, value).
class QueryRunner
{
public:
    QueryRunner(Database &database, const model::Catalogue &catalogue, StoreKind kind)
        : m_database(database), m_catalogue(catalogue), m_kind(kind)
    {}

    /// The row numbers of the whole result, in order: a list of any length is this vector and windows of
    /// RecordStore::loadByRids(). Never OFFSET.
    Result<std::vector<qint64>> rids(const Query &query);
    Result<qint64> count(const Query &query);
    /// OutOfRange when a sum leaves 64 bits.
    Result<QList<Aggregate>> aggregate(const Query &query, const QList<model::FieldId> &fields);
    /// Ordered by key, rows with an empty field first.
    Result<QList<Group>> group(const Query &query, model::FieldId by, const QList<model::FieldId> &sums = {});
    /// By several fields, also of records that the rows name, deleted ones too; in no order that matters.
    Result<QList<Tally>> tally(const Query &query, const QList<Path> &by, const QList<model::FieldId> &sums = {});
    /// Cache only: hits in the search index of all entities, at most `limit` for each of `entities`.
    Result<QList<SearchHit>> search(const QString &typed, const QList<model::EntityId> &entities, int limit);

private:
    Result<std::optional<std::vector<qint64>>> manyHits(const Query &query);
    Result<std::vector<qint64>> amongHits(const Query &query, const std::vector<qint64> &hits);
    Result<std::vector<qint64>> sortedRids(const CompiledQuery &compiled, qint64 limit);

    Database &m_database;
    const model::Catalogue &m_catalogue;
    StoreKind m_kind;
};

} // namespace guanxi::storage
