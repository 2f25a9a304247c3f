// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/field.h"
#include "common/storage/statement.h"

namespace guanxi::storage {

/// The three kinds of column both databases have.
enum class ColumnType : quint8 { Integer, Text, Bytes };

/// The column that holds `field`.
ColumnType columnType(const model::Field &field);
/// A placeholder for a list of such values, on PostgreSQL (Statement::bindArray()).
const char *arrayPlaceholder(ColumnType type);
/// A number in such a list.
QByteArray arrayElement(qint64 number);
/// "name", quoted; fields that are called like one of the row's own columns get another name.
QByteArray columnName(const model::Field &field);
/// "account", quoted.
QByteArray quoted(const QString &name);

/// Appends `text` as UTF-8; BadText(field) and nothing appended when it holds U+0000 or a lone surrogate.
Result<void> appendUtf8(const QString &text, QByteArray &utf8, const QString &field);

/// A value as a column holds it. Texts and bytes stand in the scratch buffer it was made with.
struct Cell {
    enum class Kind : quint8 { Null, Integer, Text, Bytes };
    Kind kind = Kind::Null;
    qint64 number = 0;
    qsizetype begin = 0; ///< in the scratch buffer
    qsizetype size = 0;
};

/// Makes the cell of `value` for `field`; texts and bytes are appended to `scratch`. BadText(field) or
/// BadValue(field, value) when the value does not fit.
Result<Cell> cellOf(const model::Field &field, const model::Value &value, QByteArray &scratch);
/// What the cell of a reference to any entity begins with; the id follows.
QByteArray referencePrefix(model::EntityId entity);
void bindCell(Statement &statement, int index, const Cell &cell, const QByteArray &scratch);
/// Both at once; a misfit latches in the statement.
void bindValue(Statement &statement, int index, const model::Field &field, const model::Value &value);
/// The value in a column of the current row.
model::Value readValue(const Statement &statement, int column, const model::Field &field);

} // namespace guanxi::storage
