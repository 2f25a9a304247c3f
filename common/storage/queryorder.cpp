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
        const QString match = ftsQuery(typed);
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

Result<void> QueryCompiler::order(const Query &query, const Entity &entity, CompiledQuery &compiled)
{
    if (query.sort.isEmpty()) {
        if (compiled.order.isEmpty())
            compiled.order = compiled.rid;
        return {};
    }
    compiled.order.clear();
    for (const Sort &sort : query.sort) {
        const auto field = fieldOf(entity, sort.field);
        if (!field)
            return field.error();
        compiled.order += m_dialect.orderBy(orderExpression(**field, compiled), sort.descending) + ", ";
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

/// References and dictionary values stand by the name of what they point at.
QByteArray QueryCompiler::orderExpression(const Field &field, CompiledQuery &compiled)
{
    const QByteArray column = QByteArray("t.") + columnName(field);
    if (columnType(field) == ColumnType::Text)
        return textOrderExpression(field, "t");
    const Entity *target = targetOf(field);
    const Field *title = target ? target->field(target->titleFields.value(0)) : nullptr;
    if (!title || columnType(*title) == ColumnType::Bytes)
        return column;
    const QByteArray alias = 'j' + QByteArray::number(++m_aliases);
    compiled.from += " LEFT JOIN " + tableName(*target) + ' ' + alias + " ON " + alias + ".id = " + column;
    return columnType(*title) == ColumnType::Text ? textOrderExpression(*title, alias)
                                                  : alias + '.' + columnName(*title);
}

} // namespace guanxi::storage
