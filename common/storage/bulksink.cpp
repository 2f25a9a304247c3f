// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/bulksink.h"

#include "common/storage/postgresstatement.h"
#include "common/storage/sqliteerror.h"

#include <QtEndian>

#include <sqlite3.h>

namespace guanxi::storage {

namespace {

QByteArray columnList(const model::Entity &entity, StoreKind kind)
{
    QByteArray names;
    for (const Column &column : columnsOf(entity, kind))
        names += (names.isEmpty() ? "" : ", ") + column.name;
    return tableName(entity) + " (" + names + ')';
}

/// One prepared statement; texts and bytes are bound where they lie in the row's buffer.
class SqliteSink final : public BulkSink
{
public:
    SqliteSink(Database &database, const model::Entity &entity, StoreKind kind, bool replacing)
        : m_handle(static_cast<sqlite3 *>(database.handle()))
    {
        const auto columns = columnsOf(entity, kind).size();
        const QByteArray sql = "INSERT INTO " + columnList(entity, kind) + " VALUES (?"
            + QByteArray(", ?").repeated(qsizetype(columns) - 1) + ')' + (replacing ? replaceClause(entity, kind) : QByteArray());
        sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()) + 1, &m_statement, nullptr);
    }
    ~SqliteSink() override { sqlite3_finalize(m_statement); }

    Result<void> put(const RowWriter &row) override
    {
        if (!m_statement)
            return sqliteError(m_handle);
        int index = 0;
        for (const Cell &cell : row.cells())
            bind(++index, cell, row.bytes(cell));
        if (sqlite3_step(m_statement) == SQLITE_DONE) {
            sqlite3_reset(m_statement);
            return {};
        }
        const Error error = sqliteError(m_handle);
        sqlite3_reset(m_statement);
        return error;
    }

    Result<void> finish() override { return m_statement ? Result<void>() : sqliteError(m_handle); }

private:
    void bind(int index, const Cell &cell, QByteArrayView bytes)
    {
        switch (cell.kind) {
        case Cell::Kind::Null: sqlite3_bind_null(m_statement, index); break;
        case Cell::Kind::Integer: sqlite3_bind_int64(m_statement, index, cell.number); break;
        case Cell::Kind::Text:
            sqlite3_bind_text(m_statement, index, bytes.data(), int(bytes.size()), SQLITE_STATIC);
            break;
        case Cell::Kind::Bytes:
            sqlite3_bind_blob(m_statement, index, bytes.data(), int(bytes.size()), SQLITE_STATIC);
            break;
        }
    }

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
};

/// COPY in PostgreSQL's binary form: a header, per row the number of columns and per column length and bytes, a trailer.
class PostgresSink final : public BulkSink
{
public:
    PostgresSink(Database &database, const model::Entity &entity, StoreKind kind)
        : m_handle(static_cast<PGconn *>(database.handle()))
    {
        const QByteArray sql = "COPY " + columnList(entity, kind) + " FROM STDIN (FORMAT binary)";
        m_started = checkPostgres(m_handle, PostgresResult(PQexec(m_handle, sql.constData())));
        m_copying = m_started.ok();
        m_buffer.reserve(2 * ChunkSize);
        m_buffer.append("PGCOPY\n\377\r\n\0", 11).append(8, '\0');
    }

    ~PostgresSink() override
    {
        if (m_copying && PQputCopyEnd(m_handle, "called off") == 1)
            while (PGresult *result = PQgetResult(m_handle))
                PQclear(result);
    }

    Result<void> put(const RowWriter &row) override
    {
        GUANXI_TRY(m_started);
        append(qint16(row.cells().size()));
        for (const Cell &cell : row.cells()) {
            if (cell.kind == Cell::Kind::Null) {
                append(qint32(-1));
            } else if (cell.kind == Cell::Kind::Integer) {
                append(qint32(sizeof(qint64)));
                append(cell.number);
            } else {
                append(qint32(cell.size));
                m_buffer.append(row.bytes(cell));
            }
        }
        return m_buffer.size() < ChunkSize ? Result<void>() : send();
    }

    Result<void> finish() override
    {
        GUANXI_TRY(m_started);
        append(qint16(-1));
        GUANXI_TRY(send());
        m_copying = false;
        if (PQputCopyEnd(m_handle, nullptr) != 1)
            return connectionLost();
        Result<void> outcome;
        while (PGresult *raw = PQgetResult(m_handle)) {
            const PostgresResult result(raw);
            if (auto checked = checkPostgres(m_handle, result); !checked && outcome)
                outcome = checked;
        }
        return outcome;
    }

private:
    static constexpr qsizetype ChunkSize = 64 * 1024;

    template <class T> void append(T number)
    {
        std::array<char, sizeof(T)> bytes;
        qToBigEndian(number, bytes.data());
        m_buffer.append(bytes.data(), sizeof(T));
    }

    Result<void> send()
    {
        const int sent = PQputCopyData(m_handle, m_buffer.constData(), int(m_buffer.size()));
        m_buffer.resize(0);
        return sent == 1 ? Result<void>() : connectionLost();
    }

    Result<void> connectionLost() const
    {
        return {ErrorCode::DatabaseFailed, {QString::fromUtf8(PQerrorMessage(m_handle)).trimmed()}};
    }

    PGconn *m_handle;
    Result<void> m_started;
    bool m_copying = false;
    QByteArray m_buffer;
};

} // namespace

std::unique_ptr<BulkSink> BulkSink::into(Database &database, const model::Entity &entity, StoreKind kind, bool replacing)
{
    if (database.backend() == Backend::Sqlite)
        return std::make_unique<SqliteSink>(database, entity, kind, replacing);
    return std::make_unique<PostgresSink>(database, entity, kind);
}

} // namespace guanxi::storage
