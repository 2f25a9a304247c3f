// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"
#include "common/storage/schema.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace guanxi::storage::test {

/// A database of its own for one test: an encrypted file in a temporary folder, or a schema in the test cluster that
/// GUANXI_TEST_POSTGRES names. Without that variable the PostgreSQL tests fail.
class TestDatabase
{
public:
    explicit TestDatabase(Backend backend = Backend::Sqlite, Durability durability = Durability::Off);
    ~TestDatabase();

    Database &operator*() { return *m_database; }
    Database *operator->() { return m_database.get(); }
    const DatabaseOptions &options() const { return m_options; }
    QString folder() const { return m_folder.path(); }
    void close() { m_database.reset(); }
    /// Closes it and opens it again.
    void reopen();
    /// One more connection to the same database.
    std::unique_ptr<Database> another() const;

private:
    QTemporaryDir m_folder;
    DatabaseOptions m_options;
    QByteArray m_schema;
    std::unique_ptr<Database> m_database;
};

/// `result` as a value, failing the test with its error otherwise.
template <class T> T must(Result<T> result)
{
    INFO((result.ok() ? std::string() : errorName(result.error().code).latin1() + std::string(" ")
                                            + result.error().args.join(u'|').toStdString()));
    REQUIRE(result.ok());
    return std::move(*result);
}
void must(const Result<void> &result);

/// Which stores a behaviour is tested on.
struct StoreVariant {
    Backend backend;
    StoreKind kind;
};
inline constexpr StoreVariant SqliteServer{Backend::Sqlite, StoreKind::Server};
inline constexpr StoreVariant PostgresServer{Backend::Postgres, StoreKind::Server};
inline constexpr StoreVariant SqliteCache{Backend::Sqlite, StoreKind::Cache};

} // namespace guanxi::storage::test
