// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"
#include "common/storage/database.h"
#include "common/storage/values.h"

#include <QHash>

#include <span>

namespace guanxi::storage {

/// A table into which rows are written that nobody reads back soon. Lives as long as the program: rows are held by its address.
class HeldTable
{
public:
    struct Column {
        const char *name;
        ColumnType type;
        bool stays = false; ///< written with a new row only
    };
    enum class Writes : quint8 {
        New,      ///< rows that are not there; one that is fails the transaction
        Missing,  ///< what is there stays
        All,      ///< what is there gets the columns behind the key
        Existing, ///< what is not there is not made
    };
    /// The first `keys` columns tell rows apart: of two that are held under one key the later stays.
    HeldTable(QByteArray name, std::vector<Column> columns, int keys, Writes writes);

    const std::vector<Column> &columns() const { return m_columns; }
    int keys() const { return m_keys; }
    /// Writes one row; the placeholders are those of placeOf().
    const QByteArray &one() const { return m_one; }
    /// Writes as many as there are in its parameters, an array for each column.
    const QByteArray &many() const { return m_many; }
    /// The placeholder of a column in one().
    int placeOf(int column) const;

private:
    std::vector<Column> m_columns;
    int m_keys;
    Writes m_writes;
    QByteArray m_one;
    QByteArray m_many;
};

/// What a column of a held row gets.
struct HeldCell {
    HeldCell(qint64 value) : type(ColumnType::Integer), number(value) {}
    HeldCell(quint32 value) : HeldCell(qint64(value)) {}
    HeldCell(int value) : HeldCell(qint64(value)) {}
    HeldCell(bool value) : HeldCell(qint64(value)) {}
    HeldCell(const QString &value) : type(ColumnType::Text), text(value) {}
    HeldCell(const QByteArray &value) : type(ColumnType::Bytes), bytes(value) {}
    HeldCell(const Uuid &id) : HeldCell(id.bytes()) {}

    ColumnType type;
    qint64 number = 0;
    QString text;
    QByteArray bytes;
};

/// Writes a row: at once where a statement is a function call. In a transaction on PostgreSQL it waits for others of its table, and all
/// go together before the next question or the commit, which tell what became of them. Statement::send() does not wait for rows that
/// are held: what it changes in their tables needs Database::release() before.
Result<void> hold(Database &database, const HeldTable &table, std::initializer_list<HeldCell> cells);

/// Rows that wait; behind Database.
class HeldRows
{
public:
    Result<void> add(Database &database, const HeldTable &table, std::span<const HeldCell> cells);
    /// Sends them all ahead of what comes next.
    Result<void> release(Database &database);
    void clear() { m_tables.clear(); }
    bool isEmpty() const { return m_tables.empty(); }

private:
    struct Rows {
        const HeldTable *table;
        std::vector<std::vector<QByteArray>> columns; ///< cells in PostgreSQL's binary form
        QHash<QByteArray, size_t> byKey;              ///< where the row of a key stands

        size_t count() const { return columns.front().size(); }
    };
    Rows &rowsOf(const HeldTable &table);
    static Result<void> send(Database &database, const Rows &rows);

    std::vector<Rows> m_tables; ///< in the order in which something came for them
};

} // namespace guanxi::storage
