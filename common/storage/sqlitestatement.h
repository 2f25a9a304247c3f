// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/connection.h"
#include "common/storage/sqliteerror.h"

struct sqlite3_stmt;

namespace guanxi::storage {

/// A statement on SQLite's own interface.
class SqliteStatement final : public PreparedStatement
{
public:
    static Result<std::unique_ptr<PreparedStatement>> prepare(sqlite3 *handle, const QByteArray &sql);
    SqliteStatement(sqlite3 *handle, sqlite3_stmt *statement) : m_handle(handle), m_statement(statement) {}
    ~SqliteStatement() override;

    Result<void> bindInteger(int index, qint64 number) override;
    Result<void> bindText(int index, QByteArrayView utf8) override;
    Result<void> bindBytes(int index, QByteArrayView bytes) override;
    Result<void> bindNull(int index) override;
    Result<void> bindArray(int index, std::span<const QByteArray> elements) override;

    Result<bool> step() override;
    Result<void> send() override;
    qint64 changes() const override { return m_changes; }
    void reset() override;

    int columnCount() const override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    QByteArrayView view(int column) const override;

private:
    Result<void> check(int code) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
    qint64 m_changes = 0;
};

} // namespace guanxi::storage
