// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/uuid.h"
#include "common/storage/database.h"

#include <functional>
#include <optional>
#include <span>

namespace guanxi::storage {

/// A prepared statement with `?` placeholders on both databases; kept prepared by the Database, by its text, when this
/// object goes. Only three column types exist: 64-bit integer, text, bytes. The first fault (SQL, BadText) latches and
/// comes out of step() or run(), so that binds read straight through.
class Statement
{
public:
    Statement(Database &database, const QByteArray &sql);
    ~Statement();
    Statement(Statement &&) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Placeholders count from 1. Text with U+0000 or a lone surrogate is refused (BadText).
    Statement &bind(int index, qint64 number);
    Statement &bind(int index, int number) { return bind(index, qint64(number)); }
    Statement &bind(int index, bool flag) { return bind(index, qint64(flag)); }
    Statement &bind(int index, const QString &text);
    /// Text that has been checked already.
    Statement &bindUtf8(int index, QByteArrayView utf8);
    Statement &bind(int index, QByteArrayView bytes);
    Statement &bind(int index, const QByteArray &bytes) { return bind(index, QByteArrayView(bytes)); }
    Statement &bind(int index, const Uuid &id) { return bind(index, id.view()); }
    Statement &bindNull(int index);
    /// A list in one parameter, on PostgreSQL: elements as the type of the array has them (bytes, UTF-8, 8 bytes big-endian).
    Statement &bindArray(int index, std::span<const QByteArray> elements);
    Statement &bindArray(int index, const QList<Uuid> &ids);
    Statement &bindArray(int index, const QList<qint64> &numbers);
    /// All placeholders in order.
    template <class... Arguments> Statement &bindAll(const Arguments &...arguments)
    {
        int index = 0;
        (bind(++index, arguments), ...);
        return *this;
    }
    /// Makes the statement fail with `error` when it is run.
    void fail(Error error);

    /// True: a row is there; false: no more rows (the statement is ready for the next round).
    Result<bool> step();
    /// Runs to the end and shows each row to `look`.
    Result<void> each(const std::function<void(const Statement &)> &look);
    /// Runs to the end without looking at rows; answers the number of rows changed.
    Result<qint64> run();
    /// Runs to the end where nobody needs to know more than whether the transaction is good. In one on PostgreSQL it is not
    /// waited for: that it failed is told by what is asked next, by the commit at the latest.
    Result<void> send();
    /// Runs to the end; answers the first column of the first row, nothing when there was no row or it is NULL.
    Result<std::optional<qint64>> single();
    /// Ready for the next round; bound values are forgotten.
    void reset();

    // The current row; columns count from 0. NULL reads as 0 or empty.
    int columnCount() const;
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const { return view(column).toByteArray(); }
    Uuid uuid(int column) const { return Uuid::fromBytes(view(column)); }
    /// Bytes or UTF-8 of the column, valid until the next step.
    QByteArrayView view(int column) const;

private:
    Database *m_database;
    QByteArray m_sql;
    std::unique_ptr<PreparedStatement> m_prepared;
    std::optional<Error> m_error;
};

} // namespace guanxi::storage
