// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/query.h"

#include "common/base/searchkey.h"
#include "common/storage/layout.h"
#include "common/storage/querycompiler.h"
#include "common/storage/searchindex.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

QByteArray sqlOf(const QByteArray &columns, const CompiledQuery &query)
{
    return "SELECT " + columns + " FROM " + query.from + " WHERE " + query.where;
}

constexpr size_t ManyHits = 2000;

std::optional<qint64> optionalInteger(const Statement &statement, int column)
{
    return statement.isNull(column) ? std::nullopt : std::optional(statement.integer(column));
}

/// Adds ", sum(field)" for each field, after checking that it is a number.
Result<QByteArray> sumColumns(const QueryCompiler &compiler, const Dialect &dialect, const Entity &entity,
                              const QList<FieldId> &fields, bool extremes)
{
    QByteArray columns;
    for (const FieldId id : fields) {
        const auto field = compiler.fieldOf(entity, id);
        if (!field)
            return field.error();
        if (!(*field)->isNumber())
            return {ErrorCode::BadValue, {(*field)->name, QString()}};
        const QByteArray column = QByteArray("t.") + columnName(**field);
        columns += ", " + dialect.sum(column);
        if (extremes)
            columns += ", count(" + column + "), min(" + column + "), max(" + column + ')';
    }
    return columns;
}

/// What is typed is looked for as it stands; only where that finds nothing, as it may have been meant.
Result<bool> comesNear(Database &database, const Catalogue &catalogue, StoreKind kind, const Query &query)
{
    const Entity *entity = catalogue.entity(query.entity);
    if (!entity || !isSearched(*entity, kind) || ftsNearQuery(query.search).isEmpty())
        return false;
    Statement statement(database, "SELECT 1 FROM search WHERE search MATCH ? AND rowid BETWEEN " + SearchIndex::firstRowId(entity->id) + " AND "
                                      + SearchIndex::lastRowId(entity->id) + " LIMIT 1");
    const auto exact = statement.bind(1, ftsQuery(query.search)).single();
    return exact ? Result<bool>(!exact->has_value()) : Result<bool>(exact.error());
}

Result<QueryCompiler> compilerFor(Database &database, const Catalogue &catalogue, StoreKind kind, const Query &query)
{
    const auto near = comesNear(database, catalogue, kind, query);
    if (!near)
        return near.error();
    QueryCompiler compiler(database.dialect(), catalogue, kind);
    compiler.setNear(*near);
    return compiler;
}

Result<std::vector<qint64>> ridsOf(Database &database, const CompiledQuery &compiled, qint64 limit)
{
    QByteArray sql = sqlOf(compiled.rid, compiled) + " ORDER BY " + compiled.order;
    if (limit > 0)
        sql += " LIMIT ?";
    Statement statement(database, sql);
    bindParameters(statement, compiled.parameters);
    if (limit > 0)
        statement.bind(int(compiled.parameters.size()) + 1, limit);
    std::vector<qint64> rids;
    GUANXI_TRY(statement.each([&](const Statement &row) { rids.push_back(row.integer(0)); }));
    return rids;
}

} // namespace

Result<std::vector<qint64>> QueryRunner::rids(const Query &query)
{
    const auto many = manyHits(query);
    if (!many)
        return many.error();
    if (many->has_value())
        return amongHits(query, **many);
    QueryCompiler compiler(m_database.dialect(), m_catalogue, m_kind);
    for (;;) {
        const auto compiled = compiler.compile(query, QueryCompiler::Use::Rows);
        if (!compiled)
            return compiled.error();
        auto rids = compiled->sortKeys.empty() ? ridsOf(m_database, *compiled, query.limit) : sortedRids(*compiled, query.limit);
        const auto again = rids && rids->empty() && !compiler.isNear() ? comesNear(m_database, m_catalogue, m_kind, query) : Result<bool>(false);
        if (!again)
            return again.error();
        if (!*again)
            return rids;
        compiler.setNear(true);
    }
}

/// What a search finds that is to be filtered or sorted as well, when it is so much that reading each of these rows by itself
/// would take longer than finding all others, too; in order of their numbers.
Result<std::optional<std::vector<qint64>>> QueryRunner::manyHits(const Query &query)
{
    using Hits = std::optional<std::vector<qint64>>;
    const Entity *entity = m_catalogue.entity(query.entity);
    // Without an order a limited search stops as soon as there are enough.
    const bool plain = query.sort.isEmpty() && (query.filter.isEmpty() || query.limit > 0);
    if (!entity || plain || query.search.trimmed().isEmpty() || !isSearched(*entity, m_kind))
        return Hits();
    Query search;
    search.entity = query.entity;
    search.search = query.search;
    auto hits = rids(search);
    if (!hits)
        return hits.error();
    return hits->size() > ManyHits ? Hits(std::move(*hits)) : Hits();
}

Result<std::vector<qint64>> QueryRunner::amongHits(const Query &query, const std::vector<qint64> &hits)
{
    Query rest = query;
    rest.search.clear();
    rest.limit = 0;
    auto rids = this->rids(rest);
    if (!rids)
        return rids.error();
    std::vector<bool> isHit(size_t(hits.back()) + 1);
    for (const qint64 rid : hits)
        isHit[size_t(rid)] = true;
    std::erase_if(*rids, [&](qint64 rid) { return size_t(rid) >= isHit.size() || !isHit[size_t(rid)]; });
    if (query.limit > 0 && qint64(rids->size()) > query.limit)
        rids->resize(size_t(query.limit));
    return rids;
}

Result<std::vector<qint64>> QueryRunner::sortedRids(const CompiledQuery &compiled, qint64 limit)
{
    Statement statement(m_database, sqlOf(compiled.rid + ", " + compiled.sortColumns.join(", "), compiled));
    bindParameters(statement, compiled.parameters);
    RowSorter sorter(compiled.sortKeys);
    GUANXI_TRY(statement.each([&](const Statement &row) { sorter.add(row); }));
    std::vector<qint64> rids = sorter.sorted();
    if (limit > 0 && qint64(rids.size()) > limit)
        rids.resize(size_t(limit));
    return rids;
}

Result<qint64> QueryRunner::count(const Query &query)
{
    const auto many = manyHits(query);
    if (!many)
        return many.error();
    if (many->has_value()) {
        const auto rows = amongHits(query, **many);
        return rows ? Result<qint64>(qint64(rows->size())) : rows.error();
    }
    QueryCompiler compiler(m_database.dialect(), m_catalogue, m_kind);
    for (;;) {
        const auto compiled = compiler.compile(query, QueryCompiler::Use::Count);
        if (!compiled)
            return compiled.error();
        Statement statement(m_database, sqlOf("count(*)", *compiled));
        bindParameters(statement, compiled->parameters);
        const auto count = statement.single();
        if (!count)
            return count.error();
        const bool none = count->value_or(0) == 0 && !compiler.isNear();
        const auto again = none ? comesNear(m_database, m_catalogue, m_kind, query) : Result<bool>(false);
        if (!again)
            return again.error();
        if (!*again)
            return count->value_or(0);
        compiler.setNear(true);
    }
}

Result<QList<Aggregate>> QueryRunner::aggregate(const Query &query, const QList<FieldId> &fields)
{
    auto compiler = compilerFor(m_database, m_catalogue, m_kind, query);
    if (!compiler)
        return compiler.error();
    const auto compiled = compiler->compile(query, QueryCompiler::Use::Figures);
    if (!compiled)
        return compiled.error();
    const auto columns = sumColumns(*compiler, m_database.dialect(), m_catalogue.at(query.entity), fields, true);
    if (!columns)
        return columns.error();
    Statement statement(m_database, sqlOf("1" + *columns, *compiled));
    bindParameters(statement, compiled->parameters);
    if (const auto row = statement.step(); !row)
        return row.error();
    QList<Aggregate> aggregates;
    for (int column = 1; aggregates.size() < fields.size(); column += 4)
        aggregates.append({statement.integer(column + 1), optionalInteger(statement, column),
                           optionalInteger(statement, column + 2), optionalInteger(statement, column + 3)});
    return aggregates;
}

Result<QList<Group>> QueryRunner::group(const Query &query, FieldId by, const QList<FieldId> &sums)
{
    auto compiler = compilerFor(m_database, m_catalogue, m_kind, query);
    if (!compiler)
        return compiler.error();
    const auto compiled = compiler->compile(query, QueryCompiler::Use::Figures);
    if (!compiled)
        return compiled.error();
    const Entity &entity = m_catalogue.at(query.entity);
    const auto key = compiler->fieldOf(entity, by);
    if (!key)
        return key.error();
    const auto columns = sumColumns(*compiler, m_database.dialect(), entity, sums, false);
    if (!columns)
        return columns.error();
    const QByteArray column = QByteArray("t.") + columnName(**key);
    Statement statement(m_database, sqlOf(column + ", count(*)" + *columns, *compiled) + " GROUP BY " + column
                                        + " ORDER BY " + m_database.dialect().orderBy(column, false));
    bindParameters(statement, compiled->parameters);
    QList<Group> groups;
    GUANXI_TRY(statement.each([&](const Statement &row) {
        Group group{readValue(row, 0, **key), row.integer(1), {}};
        for (int i = 0; i < sums.size(); ++i)
            group.sums.append(optionalInteger(row, i + 2));
        groups.append(std::move(group));
    }));
    return groups;
}

Result<QList<Tally>> QueryRunner::tally(const Query &query, const QList<Path> &by, const QList<FieldId> &sums)
{
    auto compiler = compilerFor(m_database, m_catalogue, m_kind, query);
    if (!compiler)
        return compiler.error();
    auto compiled = compiler->compile(query, QueryCompiler::Use::Figures);
    if (!compiled)
        return compiled.error();
    const Entity &entity = m_catalogue.at(query.entity);
    QList<const Field *> keys;
    QByteArrayList columns;
    for (const Path &path : by) {
        const auto end = compiler->follow(entity, path, *compiled);
        if (!end)
            return end.error();
        keys.append(end->field);
        // By the index of one of them the rows would come in its order, each from another place.
        columns.append(m_database.dialect().withoutIndex(end->column));
    }
    const auto summed = sumColumns(*compiler, m_database.dialect(), entity, sums, false);
    if (!summed)
        return summed.error();
    const QByteArray grouped = columns.isEmpty() ? QByteArray() : " GROUP BY " + columns.join(", ");
    Statement statement(m_database, sqlOf((columns + QByteArrayList{"count(*)"}).join(", ") + *summed, *compiled) + grouped);
    bindParameters(statement, compiled->parameters);
    QList<Tally> tallies;
    GUANXI_TRY(statement.each([&](const Statement &row) {
        Tally tally;
        for (int at = 0; at < keys.size(); ++at)
            tally.keys.append(readValue(row, at, *keys[at]));
        tally.count = row.integer(int(keys.size()));
        for (int at = 0; at < sums.size(); ++at)
            tally.sums.append(optionalInteger(row, int(keys.size()) + 1 + at));
        tallies.append(std::move(tally));
    }));
    return tallies;
}

Result<QList<SearchHit>> QueryRunner::search(const QString &typed, const QList<EntityId> &entities, int limit)
{
    QList<SearchHit> hits;
    // Near words only where nothing anywhere is called as it was typed.
    const QList<bool> rounds = ftsNearQuery(typed).isEmpty() ? QList<bool>{false} : QList<bool>{false, true};
    for (const bool near : rounds) {
        QueryCompiler compiler(m_database.dialect(), m_catalogue, m_kind);
        compiler.setNear(near);
        for (const EntityId entity : hits.isEmpty() ? entities : QList<EntityId>()) {
            Query query;
            query.entity = entity;
            query.search = typed;
            const auto compiled = compiler.compile(query, QueryCompiler::Use::Rows);
            const auto found = compiled ? ridsOf(m_database, *compiled, limit) : compiled.error();
            if (!found)
                return found.error();
            for (const qint64 rid : *found)
                hits.append({entity, rid});
        }
    }
    return hits;
}

} // namespace guanxi::storage
