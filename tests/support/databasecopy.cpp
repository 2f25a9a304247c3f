// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/databasecopy.h"

#include <sqlite3.h>

#include <map>

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
    return std::move(*database);
}

} // namespace

std::unique_ptr<Database> preparedDatabase(const QByteArray &name, const std::function<void(Database &)> &prepare)
{
    // Never destroyed: at the end of the program Qt's list of connections goes first.
    static auto &originals = *new std::map<QByteArray, std::unique_ptr<Database>>;
    std::unique_ptr<Database> &original = originals[name];
    if (!original) {
        original = inMemory();
        prepare(*original);
    }
    std::unique_ptr<Database> copy = inMemory();
    sqlite3_backup *const backup = sqlite3_backup_init(static_cast<sqlite3 *>(copy->handle()), "main",
                                                       static_cast<sqlite3 *>(original->handle()), "main");
    if (!backup || sqlite3_backup_step(backup, -1) != SQLITE_DONE || sqlite3_backup_finish(backup) != SQLITE_OK)
        qFatal("test database: it cannot be copied");
    return copy;
}

} // namespace guanxi::test
