// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/databasecopy.h"

#include "common/storage/statement.h"

#include <sqlite3.h>

#include <map>
#include <vector>

namespace guanxi::test {

using storage::Database;

namespace {

std::unique_ptr<Database> inMemory()
{
    storage::DatabaseOptions options;
    options.place = QStringLiteral(":memory:");
    options.durability = storage::Durability::Off;
    options.cacheMiB = 8;
    Result<std::unique_ptr<Database>> database = Database::open(options);
    if (!database)
        qFatal("test database: %s", errorName(database.error().code).data());
    // A hundred tables and indexes with a handful of rows each: whole pages of them would not stay in the processor's cache.
    if (!(*database)->execute("PRAGMA page_size = 1024"))
        qFatal("test database: it has no small pages");
    return std::move(*database);
}

sqlite3 *handleOf(const Database &database) { return static_cast<sqlite3 *>(database.handle()); }

void copyInto(Database &copy, const char *name, const Database &original)
{
    sqlite3_backup *const backup = sqlite3_backup_init(handleOf(copy), name, handleOf(original), "main");
    if (!backup || sqlite3_backup_step(backup, -1) != SQLITE_DONE || sqlite3_backup_finish(backup) != SQLITE_OK)
        qFatal("test database: it cannot be copied");
}

/// Connections belong to their thread, and so do originals and loans. Never destroyed: at the end of the program Qt's
/// list of connections goes first.
const Database &originalOf(const QByteArray &name, const std::function<void(Database &)> &prepare)
{
    thread_local auto &originals = *new std::map<QByteArray, std::unique_ptr<Database>>;
    std::unique_ptr<Database> &original = originals[name];
    if (!original) {
        std::unique_ptr<Database> made = inMemory();
        prepare(*made);
        original = std::move(made);
    }
    return *original;
}

QByteArrayList texts(Database &database, const QByteArray &sql)
{
    QByteArrayList all;
    storage::Statement statement(database, sql);
    while (statement.step().value())
        all.append(statement.bytes(0));
    return all;
}

/// A copy with the original attached to it, from which it gets its rows back.
class Loan
{
public:
    explicit Loan(const Database &original) : m_database(inMemory())
    {
        copyInto(*m_database, "main", original);
        execute("ATTACH ':memory:' AS original");
        copyInto(*m_database, "original", original);
        m_schema = schemaVersion();
        m_names = schemaNames();
        QByteArray sql = "BEGIN;";
        for (const QByteArray &table : texts(*m_database, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
                                                          " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_%'")) {
            sql += "DELETE FROM main.\"" + table + "\";";
            if (storage::Statement(*m_database, "SELECT count(*) FROM original.\"" + table + '"').single().value().value_or(0) > 0)
                sql += "INSERT INTO main.\"" + table + "\" SELECT * FROM original.\"" + table + "\";";
        }
        if (!texts(*m_database, "SELECT name FROM main.sqlite_master WHERE name = 'search'").isEmpty())
            sql += "INSERT INTO search(search) VALUES('delete-all');";
        for (const QByteArray &statement : (sql + "COMMIT").split(';'))
            prepare(statement);
    }
    ~Loan()
    {
        for (sqlite3_stmt *statement : m_restore)
            sqlite3_finalize(statement);
    }

    Database &database() { return *m_database; }

    /// False when it cannot be used again: somebody added tables or columns, or left a transaction open.
    bool restore()
    {
        if (schemaVersion() != m_schema && !isSameSchema())
            return false;
        m_schema = schemaVersion();
        if (m_database->inTransaction())
            return false;
        for (sqlite3_stmt *statement : m_restore) {
            const int result = sqlite3_step(statement);
            sqlite3_reset(statement);
            if (result != SQLITE_DONE)
                return false;
        }
        return true;
    }

private:
    void execute(const QByteArray &sql)
    {
        if (!m_database->execute(sql))
            qFatal("test database: %s", sqlite3_errmsg(handleOf(*m_database)));
    }
    void prepare(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(handleOf(*m_database), sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            qFatal("test database: %s", sqlite3_errmsg(handleOf(*m_database)));
        m_restore.push_back(statement);
    }
    qint64 schemaVersion() { return storage::Statement(*m_database, "PRAGMA main.schema_version").single().value().value_or(0); }
    /// Indexes that were dropped and made again count as the same.
    bool isSameSchema() { return schemaNames() == m_names; }
    QByteArrayList schemaNames() { return texts(*m_database, "SELECT name || coalesce(sql, '') FROM main.sqlite_master ORDER BY 1"); }

    std::unique_ptr<Database> m_database;
    std::vector<sqlite3_stmt *> m_restore;
    qint64 m_schema = 0;
    QByteArrayList m_names;
};

} // namespace

std::unique_ptr<Database> preparedDatabase(const QByteArray &name, const std::function<void(Database &)> &prepare)
{
    const Database &original = originalOf(name, prepare);
    return copyOf(original);
}

std::unique_ptr<Database> copyOf(const Database &original)
{
    std::unique_ptr<Database> copy = inMemory();
    copyInto(*copy, "main", original);
    return copy;
}

std::shared_ptr<Database> lentDatabase(const QByteArray &name, const std::function<void(Database &)> &prepare)
{
    thread_local auto &pools = *new std::map<QByteArray, std::vector<std::shared_ptr<Loan>>>;
    std::vector<std::shared_ptr<Loan>> &pool = pools[name];
    std::shared_ptr<Loan> loan;
    if (pool.empty()) {
        loan = std::make_shared<Loan>(originalOf(name, prepare));
    } else {
        loan = std::move(pool.back());
        pool.pop_back();
    }
    return std::shared_ptr<Database>(&loan->database(), [&pool, loan](Database *) {
        if (loan->restore())
            pool.push_back(loan);
    });
}

} // namespace guanxi::test
