// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace guanxi::storage {

class Connection;
class Dialect;
class HeldRows;
class PreparedStatement;

enum class Backend : quint8 { Sqlite, Postgres };

/// What survives a power cut: Full: every commit; Normal: the database stays sound, the last commits may be gone;
/// Off: nothing is promised (files that can be made again).
enum class Durability : quint8 { Full, Normal, Off };

/// Which database, and how.
struct DatabaseOptions {
    Backend backend = Backend::Sqlite;
    /// SQLite: a file, or ":memory:". PostgreSQL: "host=…;port=…;user=…;dbname=…" (also password, sslmode and the rest
    /// of libpq's words).
    QString place;
    QByteArray key; ///< 32 raw bytes; required for SQLite files, not used by PostgreSQL
    Durability durability = Durability::Normal;
    bool readOnly = false;
    int cacheMiB = 64; ///< page cache of this connection, SQLite only
    int patienceMs = 0; ///< for each answer, then the connection is given up; 0: as long as it takes; PostgreSQL only, not for bulk loading
};

/// A PostgreSQL place without its password.
QString placeForMessages(const QString &place);

/// One connection to a SQLite (SQLCipher) file or a PostgreSQL database. Opened through Qt Sql, used through the
/// driver's own handle. Belongs to one thread; another thread opens its own.
class Database
{
public:
    /// Errors: NotEncrypted, DatabaseKey, DatabaseOpen, ReadOnly, DiskFull, FileFailed, InUse.
    static Result<std::unique_ptr<Database>> open(const DatabaseOptions &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Backend backend() const { return m_options.backend; }
    const DatabaseOptions &options() const { return m_options; }
    const Dialect &dialect() const { return m_dialect; }

    /// Rows of the present transaction that were not sent yet (hold()).
    HeldRows &held() { return *m_held; }
    /// Sends them ahead of what comes next.
    Result<void> release();

    /// Runs statements without parameters or rows, separated by ';'.
    Result<void> execute(QByteArrayView sql);
    /// Ends the statement that runs now with an error. The only call another thread may make.
    void interrupt();
    /// Of the process's memory, what holds pages of the file: it grows up to DatabaseOptions::cacheMiB and stays.
    qint64 pageCacheBytes() const;
    bool inTransaction() const { return m_depth > 0; }
    /// The driver's handle: `sqlite3 *` or `PGconn *`. For bulk paths and listening.
    void *handle() const;

private:
    friend class Statement;
    friend class Transaction;
    friend class Savepoint;

    Database(const DatabaseOptions &options, std::unique_ptr<Connection> connection);
    /// From the cache, or prepared anew.
    Result<std::unique_ptr<PreparedStatement>> take(const QByteArray &sql);
    void giveBack(const QByteArray &sql, std::unique_ptr<PreparedStatement> statement);

    struct Cache;
    DatabaseOptions m_options;
    const Dialect &m_dialect;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<HeldRows> m_held;
    int m_depth = 0;      ///< nested transactions
    int m_savepoints = 0; ///< open savepoints, for their names
    bool m_doomed = false; ///< an inner transaction was dropped: the outer one cannot commit
};

} // namespace guanxi::storage
