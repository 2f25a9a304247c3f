// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/sqlitestatement.h"

#include <sqlite3.h>

namespace guanxi::storage {

Result<std::unique_ptr<PreparedStatement>> SqliteStatement::prepare(sqlite3 *handle, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle, sql.constData(), int(sql.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(handle);
    if (!statement)
        return {ErrorCode::DatabaseFailed, {QStringLiteral("empty statement")}};
    return std::unique_ptr<PreparedStatement>(std::make_unique<SqliteStatement>(handle, statement));
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(m_statement); }

Result<void> SqliteStatement::check(int code) const
{
    if (code != SQLITE_OK)
        return sqliteError(m_handle);
    return {};
}

Result<void> SqliteStatement::bindInteger(int index, qint64 number)
{
    return check(sqlite3_bind_int64(m_statement, index, number));
}

Result<void> SqliteStatement::bindText(int index, QByteArrayView utf8)
{
    return check(sqlite3_bind_text64(m_statement, index, utf8.isEmpty() ? "" : utf8.data(), quint64(utf8.size()),
                                     SQLITE_TRANSIENT, SQLITE_UTF8));
}

Result<void> SqliteStatement::bindBytes(int index, QByteArrayView bytes)
{
    return check(sqlite3_bind_blob64(m_statement, index, bytes.isEmpty() ? "" : bytes.data(), quint64(bytes.size()),
                                     SQLITE_TRANSIENT));
}

Result<void> SqliteStatement::bindNull(int index) { return check(sqlite3_bind_null(m_statement, index)); }

Result<void> SqliteStatement::bindArray(int, std::span<const QByteArray>)
{
    return {ErrorCode::DatabaseFailed, {QStringLiteral("SQLite has no arrays")}};
}

Result<void> SqliteStatement::send()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
    }
}

Result<bool> SqliteStatement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        m_changes = sqlite3_stmt_readonly(m_statement) ? 0 : sqlite3_changes64(m_handle);
        sqlite3_reset(m_statement);
        return false;
    default: {
        const Error error = sqliteError(m_handle);
        sqlite3_reset(m_statement);
        return error;
    }
    }
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

int SqliteStatement::columnCount() const { return sqlite3_column_count(m_statement); }

bool SqliteStatement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

qint64 SqliteStatement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

QByteArrayView SqliteStatement::view(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, data ? sqlite3_column_bytes(m_statement, column) : 0};
}

} // namespace guanxi::storage
