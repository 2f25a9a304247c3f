// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/dialect.h"
#include "common/storage/query.h"
#include "common/storage/rowsorter.h"
#include "common/storage/statement.h"

namespace guanxi::storage {

/// What a placeholder gets.
using Parameter = std::variant<qint64, QString, QByteArray>;

/// A query as SQL: "SELECT … FROM {from} WHERE {where} ORDER BY {order}"; the row number is the expression `rid`.
struct CompiledQuery {
    QByteArray rid;
    QByteArray from;
    QByteArray where;
    QByteArray order;
    std::vector<Parameter> parameters; ///< of `where`, in order
    /// What `order` says, where it is faster to read the rows as they come and to sort them here.
    std::vector<RowSorter::Key> sortKeys;
    QList<QByteArray> sortColumns;
};

/// Makes SQL of a query for one database. Names in the SQL come from the catalogue, values are always parameters.
class QueryCompiler
{
public:
    QueryCompiler(const Dialect &dialect, const model::Catalogue &catalogue, StoreKind kind)
        : m_dialect(dialect), m_catalogue(catalogue), m_kind(kind)
    {}

    /// The search also finds words that were typed nearly so.
    void setNear(bool near) { m_near = near; }
    bool isNear() const { return m_near; }
    /// What the rows are needed for decides what is fastest: the index of a column in the right order, or a look at all.
    enum class Use { Rows, Count, Figures };
    Result<CompiledQuery> compile(const Query &query, Use use);
    /// The expression of a field of the query's own entity; BadValue when there is no such field.
    Result<const model::Field *> fieldOf(const model::Entity &entity, model::FieldId field) const;
    /// A field at the end of a path, and its column.
    struct End {
        const model::Field *field;
        QByteArray column;
    };
    /// Adds to `compiled` the tables that the path leads through; BadValue where it leads nowhere.
    Result<End> follow(const model::Entity &entity, const Path &path, CompiledQuery &compiled);

private:
    using Text = Result<QByteArray>;

    Text condition(const Filter &filter, const model::Entity &entity, const QByteArray &alias);
    Text group(const Filter &filter, const model::Entity &entity, const QByteArray &alias);
    Text comparison(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text sameness(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text textCondition(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text emptiness(const Filter &filter, const model::Field &field, const QByteArray &column) const;
    Text oneOf(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text between(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text lastDays(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text related(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text inSubtree(const Filter &filter, const model::Field &field, const QByteArray &column);
    Text referred(const Filter &filter, const model::Entity &entity, const QByteArray &alias);
    Text among(const Filter &filter, const model::Entity &entity, const QByteArray &alias);
    Text mine(const model::Field &field, const QByteArray &column);
    Result<void> add(const model::Field &field, const model::Value &value);

    Result<void> search(const Query &query, const model::Entity &entity, CompiledQuery &compiled);
    void leaveToIndex(const Query &query, const model::Entity &entity, CompiledQuery &compiled) const;
    Text wordInAnyField(const QString &word, const model::Entity &entity);
    Result<void> order(const Query &query, const model::Entity &entity, CompiledQuery &compiled, bool scan);
    QByteArray orderExpression(const model::Field &field, CompiledQuery &compiled);
    bool scans(const Query &query, const model::Entity &entity, Use use) const;
    bool standsInIndex(const Query &query, const model::Entity &entity) const;
    bool narrows(const Filter &filter, const model::Entity &entity) const;
    QByteArray textOrderExpression(const model::Field &field, const QByteArray &alias) const;
    const model::Entity *targetOf(const model::Field &field) const;
    const model::Field *shownTitle(const model::Field &field) const;
    bool ordersByNumber(const model::Field &field) const;

    const Dialect &m_dialect;
    const model::Catalogue &m_catalogue;
    StoreKind m_kind;
    const Query *m_query = nullptr;
    std::vector<Parameter> m_parameters;
    int m_aliases = 0;
    bool m_near = false;
};

void bindParameters(Statement &statement, const std::vector<Parameter> &parameters);

} // namespace guanxi::storage
