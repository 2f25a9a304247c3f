// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of QueryCompiler that find by typed words and put rows in order.
#include "common/base/searchkey.h"
#include "common/base/textcheck.h"
#include "common/storage/layout.h"
#include "common/storage/querycompiler.h"
#include "common/storage/searchindex.h"

namespace guanxi::storage {

using namespace guanxi::model;

Result<void> QueryCompiler::search(const Query &query, const Entity &entity, CompiledQuery &compiled)
{
    const QString typed = query.search.trimmed();
    if (typed.isEmpty())
        return {};
    GUANXI_TRY(checkText(typed, QStringLiteral("search")));
    if (isSearched(entity, m_kind)) {
        const QString match = m_near ? ftsNearQuery(typed) : ftsQuery(typed);
        if (match.isEmpty()) {
            compiled.where += " AND FALSE";
            return {};
        }
        const QByteArray first = SearchIndex::firstRowId(entity.id);
        // CROSS JOIN makes the index the outer loop: with a limit, only as many rows are looked at as are shown.
        compiled.from = "search CROSS JOIN " + compiled.from + " ON t.rid = search.rowid - " + first;
        compiled.where += " AND search MATCH ? AND search.rowid BETWEEN " + first + " AND "
            + SearchIndex::lastRowId(entity.id);
        compiled.rid = "(search.rowid - " + first + ')';
        compiled.order = "search.rowid";
        m_parameters.push_back(match);
        return {};
    }
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const Text found = wordInAnyField(word, entity);
        if (!found)
            return found.error();
        compiled.where += " AND " + *found;
    }
    return {};
}

/// Deleted rows are not in the search index, so where nothing else is asked of a row it need not be read.
void QueryCompiler::leaveToIndex(const Query &query, const Entity &entity, CompiledQuery &compiled) const
{
    if (query.search.trimmed().isEmpty() || !isSearched(entity, m_kind) || m_parameters.empty())
        return;
    compiled.from = "search";
    compiled.where = "search MATCH ? AND search.rowid BETWEEN " + SearchIndex::firstRowId(entity.id) + " AND " + SearchIndex::lastRowId(entity.id);
}

QueryCompiler::Text QueryCompiler::wordInAnyField(const QString &word, const Entity &entity)
{
    QByteArray sql;
    for (const Field &field : entity.fields()) {
        if (field.search == Search::None || columnType(field) != ColumnType::Text)
            continue;
        m_parameters.push_back(word);
        sql += (sql.isEmpty() ? "" : " OR ") + m_dialect.contains(QByteArray("t.") + columnName(field));
    }
    return sql.isEmpty() ? QByteArray("FALSE") : '(' + sql + ')';
}

/// Every live row stands in the index of each indexed column, so an index that is asked only for what lives leads to all
/// rows, one by one, all over the file: of an encrypted million twenty times as slow as reading them as they lie.
bool QueryCompiler::scans(const Query &query, const Entity &entity, Use use) const
{
    if (!query.search.trimmed().isEmpty())
        return false;
    // Who wants a few rows in the order of an index stops as soon as there are enough.
    if (use == Use::Rows && query.limit > 0 && !query.sort.isEmpty() && standsInIndex(query, entity))
        return false;
    if (!query.filter.isEmpty())
        return !narrows(query.filter, entity);
    return use == Use::Figures || (use == Use::Rows && !standsInIndex(query, entity));
}

bool QueryCompiler::standsInIndex(const Query &query, const Entity &entity) const
{
    if (query.sort.isEmpty())
        return true;
    const Field *field = entity.field(query.sort.first().field);
    return query.sort.size() == 1 && field && columnType(*field) != ColumnType::Bytes && isIndexed(*field, m_kind);
}

/// Leaves only rows that an index finds.
bool QueryCompiler::narrows(const Filter &filter, const Entity &entity) const
{
    using enum Filter::Kind;
    if (filter.kind == And)
        return std::any_of(filter.children.begin(), filter.children.end(), [&](const Filter &child) { return narrows(child, entity); });
    if (filter.kind == Or)
        return std::all_of(filter.children.begin(), filter.children.end(), [&](const Filter &child) { return narrows(child, entity); });
    if (filter.kind == Among)
        return true;
    const bool looksUp = filter.kind == Is || filter.kind == In || filter.kind == Related || filter.kind == InSubtree
        || filter.kind == Between || filter.kind == LastDays;
    const Field *field = looksUp ? entity.field(filter.field) : nullptr;
    // By a name's sort key nothing is looked up.
    return field && isIndexed(*field, m_kind) && !hasSortKey(*field, m_kind);
}

Result<void> QueryCompiler::order(const Query &query, const Entity &entity, CompiledQuery &compiled, bool scan)
{
    if (query.sort.isEmpty()) {
        if (compiled.order.isEmpty())
            compiled.order = compiled.rid;
        return {};
    }
    compiled.order.clear();
    const bool byIndex = !scan && query.search.trimmed().isEmpty() && standsInIndex(query, entity);
    for (const Sort &sort : query.sort) {
        const auto field = fieldOf(entity, sort.field);
        if (!field)
            return field.error();
        const QByteArray expression = orderExpression(**field, compiled);
        compiled.order += m_dialect.orderBy(expression, sort.descending) + ", ";
        if (!byIndex && !m_dialect.sortsFast()) {
            compiled.sortColumns.append(expression);
            compiled.sortKeys.push_back({ordersByNumber(**field), sort.descending});
        }
    }
    // In the direction of the last column, so that an index serves both directions.
    compiled.order += query.sort.last().descending ? "t.rid DESC" : "t.rid";
    return {};
}

QByteArray QueryCompiler::textOrderExpression(const Field &field, const QByteArray &alias) const
{
    if (hasSortKey(field, m_kind))
        return alias + '.' + sortKeyColumn(field);
    const QByteArray column = alias + '.' + columnName(field);
    return field.indexed || field.type == FieldType::Tags ? column : m_dialect.textOrder(column);
}

const Field *QueryCompiler::shownTitle(const Field &field) const
{
    const Entity *target = columnType(field) == ColumnType::Text ? nullptr : targetOf(field);
    const Field *title = target ? target->field(target->titleFields.value(0)) : nullptr;
    return title && columnType(*title) != ColumnType::Bytes ? title : nullptr;
}

bool QueryCompiler::ordersByNumber(const Field &field) const
{
    const Field *title = shownTitle(field);
    return columnType(title ? *title : field) == ColumnType::Integer;
}

/// References and dictionary values stand by the name of what they point at.
QByteArray QueryCompiler::orderExpression(const Field &field, CompiledQuery &compiled)
{
    const QByteArray column = QByteArray("t.") + columnName(field);
    if (columnType(field) == ColumnType::Text)
        return textOrderExpression(field, "t");
    const Field *title = shownTitle(field);
    if (!title)
        return column;
    const QByteArray alias = 'j' + QByteArray::number(++m_aliases);
    compiled.from += " LEFT JOIN " + tableName(*targetOf(field)) + ' ' + alias + " ON " + alias + ".id = " + column;
    return columnType(*title) == ColumnType::Text ? textOrderExpression(*title, alias)
                                                  : alias + '.' + columnName(*title);
}

} // namespace guanxi::storage
