// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/heldrows.h"

#include "common/storage/dialect.h"
#include "common/storage/statement.h"

namespace guanxi::storage {

namespace {

/// Of one table: what they gain by waiting for each other is had by then.
constexpr size_t MostHeld = 256;

Result<QByteArray> binaryForm(const HeldCell &cell)
{
    if (cell.type == ColumnType::Integer)
        return arrayElement(cell.number);
    QByteArray bytes = cell.bytes;
    if (cell.type == ColumnType::Text)
        if (const auto read = appendUtf8(cell.text, bytes, {}); !read)
            return read.error();
    return bytes;
}

Result<void> writeNow(Database &database, const HeldTable &table, std::span<const HeldCell> cells)
{
    Statement statement(database, table.one());
    int column = 0;
    for (const HeldCell &cell : cells) {
        const int place = table.placeOf(column++);
        if (cell.type == ColumnType::Integer)
            statement.bind(place, cell.number);
        else if (cell.type == ColumnType::Text)
            statement.bind(place, cell.text);
        else
            statement.bind(place, cell.bytes);
    }
    return statement.send();
}

} // namespace

HeldTable::HeldTable(QByteArray name, std::vector<Column> columns, int keys, Writes writes)
    : m_columns(std::move(columns)), m_keys(keys), m_writes(writes)
{
    const auto key = m_columns.begin() + keys;
    const auto joined = [](auto begin, auto end, const char *between, auto &&text) {
        QByteArray all;
        for (auto column = begin; column != end; ++column)
            all += (column == begin ? "" : between) + text(*column);
        return all;
    };
    const auto nameOf = [](const Column &column) { return QByteArray(column.name); };
    const auto array = [](const Column &column) { return QByteArray(arrayPlaceholder(column.type)); };
    const auto given = [](const Column &column) { return QByteArray(column.name) + " = ?"; };
    const QByteArray arrays = joined(m_columns.begin(), m_columns.end(), ", ", array);
    const QByteArray names = joined(m_columns.begin(), m_columns.end(), ", ", nameOf);
    if (writes == Writes::Existing) {
        m_one = "UPDATE " + name + " SET " + joined(key, m_columns.end(), ", ", given) + " WHERE " + joined(m_columns.begin(), key, " AND ", given);
        m_many = "UPDATE " + name + " SET "
            + joined(key, m_columns.end(), ", ", [](const Column &column) { return QByteArray(column.name) + " = held." + column.name; }) + " FROM unnest("
            + arrays + ") AS held(" + names + ") WHERE "
            + joined(m_columns.begin(), key, " AND ", [&](const Column &column) { return name + '.' + column.name + " = held." + column.name; });
        return;
    }
    QByteArray tail = writes == Writes::New ? QByteArray() : " ON CONFLICT (" + joined(m_columns.begin(), key, ", ", nameOf) + ") DO NOTHING";
    if (writes == Writes::All) {
        std::vector<Column> written(key, m_columns.end());
        std::erase_if(written, [](const Column &column) { return column.stays; });
        tail.replace("NOTHING", "UPDATE SET " + joined(written.begin(), written.end(), ", ", [](const Column &column) { return QByteArray(column.name) + " = excluded." + column.name; }));
    }
    const QByteArray into = "INSERT INTO " + name + " (" + names + ") ";
    m_one = into + "VALUES (" + joined(m_columns.begin(), m_columns.end(), ", ", [](const Column &) { return QByteArray("?"); }) + ')' + tail;
    m_many = into + "SELECT * FROM unnest(" + arrays + ')' + tail;
}

int HeldTable::placeOf(int column) const
{
    if (m_writes != Writes::Existing)
        return column + 1;
    const int values = int(m_columns.size()) - m_keys;
    return column < m_keys ? values + column + 1 : column - m_keys + 1;
}

Result<void> hold(Database &database, const HeldTable &table, std::initializer_list<HeldCell> cells)
{
    Q_ASSERT(cells.size() == table.columns().size());
    if (database.inTransaction() && !database.dialect().singleReadsAreCheap())
        return database.held().add(database, table, cells);
    return writeNow(database, table, cells);
}

HeldRows::Rows &HeldRows::rowsOf(const HeldTable &table)
{
    const auto found = std::find_if(m_tables.begin(), m_tables.end(), [&](const Rows &rows) { return rows.table == &table; });
    if (found != m_tables.end())
        return *found;
    m_tables.push_back({&table, std::vector<std::vector<QByteArray>>(table.columns().size()), {}});
    return m_tables.back();
}

Result<void> HeldRows::add(Database &database, const HeldTable &table, std::span<const HeldCell> cells)
{
    std::vector<QByteArray> row;
    row.reserve(cells.size());
    QByteArray key;
    for (const HeldCell &cell : cells) {
        Result<QByteArray> bytes = binaryForm(cell);
        if (!bytes)
            return bytes.error();
        if (row.size() < size_t(table.keys()))
            key += *bytes + '\0'; // numbers and ids have one length, names no such character
        row.push_back(*std::move(bytes));
    }
    Rows &rows = rowsOf(table);
    if (const auto known = rows.byKey.constFind(key); table.keys() > 0 && known != rows.byKey.constEnd()) {
        for (size_t i = 0; i < row.size(); ++i)
            rows.columns[i][*known] = std::move(row[i]);
        return {};
    }
    if (table.keys() > 0)
        rows.byKey.insert(key, rows.count());
    for (size_t i = 0; i < row.size(); ++i)
        rows.columns[i].push_back(std::move(row[i]));
    return rows.count() < MostHeld ? Result<void>() : release(database);
}

Result<void> HeldRows::release(Database &database)
{
    for (const Rows &rows : std::exchange(m_tables, {}))
        GUANXI_TRY(send(database, rows));
    return {};
}

Result<void> HeldRows::send(Database &database, const Rows &rows)
{
    Statement statement(database, rows.table->many());
    int index = 0;
    for (const std::vector<QByteArray> &cells : rows.columns)
        statement.bindArray(++index, cells);
    return statement.send();
}

} // namespace guanxi::storage
