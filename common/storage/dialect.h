// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/schema.h"
#include "common/storage/values.h"

namespace guanxi::storage {

/// Everything in which the two databases differ for us. Compiled SQL asks it; nothing else looks at the backend.
class Dialect
{
public:
    static const Dialect &of(Backend backend);
    virtual ~Dialect() = default;

    // Schema
    virtual QByteArray columnType(ColumnType type) const = 0;
    /// Declaration of the private row number `rid`.
    virtual QByteArray rowNumber() const = 0;
    /// What an index says after a column so that it fits orderBy().
    virtual QByteArray indexedColumn(const QByteArray &column) const = 0;
    /// Column of an index that carries the row number, where the database does not do that by itself.
    virtual QByteArray indexedRowNumber() const = 0;
    /// Rows (table, column) of everything that exists.
    virtual QByteArray existingColumns() const = 0;
    /// Names of all indexes.
    virtual QByteArray indexNames() const = 0;
    /// One row when the table named by a placeholder exists.
    virtual QByteArray tableExists() const = 0;
    /// Keeps other processes from changing the schema until the transaction ends.
    virtual QByteArray lockSchema() const = 0;

    // Expressions
    /// Text conditions without regard to case; the other side is a placeholder.
    virtual QByteArray contains(const QByteArray &expression) const = 0;
    virtual QByteArray startsWith(const QByteArray &expression) const = 0;
    /// True when the JSON array of texts in `expression` has the text of a placeholder.
    virtual QByteArray hasTag(const QByteArray &expression) const = 0;
    /// Place of a placeholder's bytes within `expression`, from 1; 0 when they are not there.
    virtual QByteArray findBytes(const QByteArray &expression) const = 0;
    /// A placeholder of bytes where the database cannot infer the type.
    virtual QByteArray bytesParameter() const = 0;
    /// The ids in a placeholder that holds a JSON array of them, in hexadecimal digits, as a subquery.
    virtual QByteArray idsInJson() const = 0;
    /// Rows that others name: those `table` says (an alias with its table), where `where` holds, in the column `reference`
    /// with `id`. A reference to any entity begins with `prefix`; empty: it holds the id alone.
    virtual QByteArray referred(const QByteArray &id, const QByteArray &reference, const QByteArray &prefix, const QByteArray &table,
                                const QByteArray &where) const = 0;
    /// An exact 64-bit sum that fails rather than overflows.
    virtual QByteArray sum(const QByteArray &expression) const = 0;
    /// The key by which texts stand in a list, when it is not stored.
    virtual QByteArray textOrder(const QByteArray &column) const = 0;

    // Clauses
    /// NULL first when ascending.
    virtual QByteArray orderBy(const QByteArray &expression, bool descending) const = 0;
    /// True when ORDER BY over many rows takes no longer than sorting them in memory.
    virtual bool sortsFast() const = 0;
    /// The column for a condition that no index shall serve; where the database knows better, the column itself.
    virtual QByteArray withoutIndex(const QByteArray &column) const = 0;
    virtual QByteArray beginTransaction(bool write) const = 0;
    /// Takes so many row numbers of a table as a placeholder says, which no other row gets then; empty where a new row tells its own for nothing.
    virtual QByteArray takeRowNumbers(const QByteArray &table) const = 0;
    /// True where a loop of single reads is the fastest; false where every statement is a trip to a server.
    virtual bool singleReadsAreCheap() const = 0;
};

} // namespace guanxi::storage
