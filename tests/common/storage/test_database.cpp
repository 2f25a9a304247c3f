// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/statement.h"
#include "testdatabase.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace guanxi;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

QByteArray pragma(Database &database, const char *name)
{
    Statement statement(database, QByteArray("PRAGMA ") + name);
    REQUIRE(must(statement.step()));
    return statement.bytes(0);
}

ErrorCode openingFails(const DatabaseOptions &options)
{
    const auto opened = Database::open(options);
    REQUIRE_FALSE(opened.ok());
    return opened.error().code;
}

} // namespace

TEST_CASE("the SQLite in use is SQLCipher and the file is unreadable without its key")
{
    TestDatabase database;
    CHECK(pragma(*database, "cipher_version").startsWith("4."));
    must(database->execute("CREATE TABLE secret(text TEXT);INSERT INTO secret VALUES('明文 plain words')"));
    must(database->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    QFile file(database.options().place);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.size() >= 4096);
    CHECK_FALSE(bytes.startsWith("SQLite format 3"));
    CHECK_FALSE(bytes.contains("plain words"));
    QFile log(database.options().place + QStringLiteral("-wal"));
    CHECK((!log.open(QIODevice::ReadOnly) || !log.readAll().contains("plain words")));
}

TEST_CASE("a database file is set up for safe and concurrent work")
{
    const auto [durability, expected] = GENERATE(table<Durability, const char *>(
        {{Durability::Full, "2"}, {Durability::Normal, "1"}, {Durability::Off, "0"}}));
    TestDatabase database(Backend::Sqlite, durability);
    CHECK(pragma(*database, "journal_mode") == "wal");
    CHECK(pragma(*database, "synchronous") == expected);
    CHECK(pragma(*database, "secure_delete") == "1");
    CHECK(pragma(*database, "foreign_keys") == "0");
}

TEST_CASE("a wrong key is told from a broken file by nobody, but it is refused with the path")
{
    TestDatabase database;
    must(database->execute("CREATE TABLE t(x)"));
    database.close();
    DatabaseOptions options = database.options();
    options.key = QByteArray(32, 'x');
    const auto opened = Database::open(options);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error() == Error{ErrorCode::DatabaseKey, {options.place}});
    options.key = QByteArray(5, 'k');
    CHECK(openingFails(options) == ErrorCode::DatabaseKey);
    options.key.clear();
    CHECK(openingFails(options) == ErrorCode::DatabaseKey);
    CHECK(Database::open(database.options()).ok());
}

TEST_CASE("a file that is no database is refused like a wrong key")
{
    TestDatabase database;
    DatabaseOptions options = database.options();
    options.place = database.folder() + QStringLiteral("/note.txt");
    QFile file(options.place);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, 'a'));
    file.close();
    CHECK(openingFails(options) == ErrorCode::DatabaseKey);
}

TEST_CASE("a folder that does not exist is an error with the path")
{
    DatabaseOptions options;
    options.place = QStringLiteral("/no such folder/x.db");
    options.key = QByteArray(32, 'k');
    const auto opened = Database::open(options);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::DatabaseOpen);
    CHECK(opened.error().args.value(0) == options.place);
}

TEST_CASE("a database opened for reading refuses to be written")
{
    const Backend backend = GENERATE(Backend::Sqlite, Backend::Postgres);
    TestDatabase database(backend);
    must(database->execute("CREATE TABLE t(x INTEGER)"));
    DatabaseOptions options = database.options();
    options.readOnly = true;
    const auto reader = must(Database::open(options));
    const auto written = reader->execute("INSERT INTO t VALUES(1)");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == ErrorCode::ReadOnly);
}

#ifdef Q_OS_UNIX
TEST_CASE("a full disk is told as such and leaves the database sound")
{
    TestDatabase database;
    must(database->execute("CREATE TABLE t(x BLOB);PRAGMA max_page_count = 20"));
    const auto written = database->execute("INSERT INTO t VALUES(zeroblob(1000000))");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == ErrorCode::DiskFull);
    CHECK(written.error().args.value(0).endsWith(QStringLiteral("test.db")));
    must(database->execute("PRAGMA max_page_count = 100000;INSERT INTO t VALUES(zeroblob(1000000))"));
}

TEST_CASE("a folder that cannot be written is told as read only")
{
    if (geteuid() == 0)
        return; // nothing is forbidden to root
    TestDatabase database;
    DatabaseOptions options = database.options();
    options.place = database.folder() + QStringLiteral("/locked/x.db");
    REQUIRE(QDir().mkpath(database.folder() + QStringLiteral("/locked")));
    QFile::setPermissions(database.folder() + QStringLiteral("/locked"), QFile::ReadOwner | QFile::ExeOwner);
    CHECK(openingFails(options) == ErrorCode::ReadOnly);
}
#endif

TEST_CASE("a PostgreSQL that cannot be reached is an error that names it without its password")
{
    DatabaseOptions options;
    options.backend = Backend::Postgres;
    options.place = QStringLiteral("host=127.0.0.1;port=1;user=nobody;password=hidden;dbname=none");
    const auto opened = Database::open(options);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::DatabaseOpen);
    CHECK(opened.error().args.value(0).contains(QStringLiteral("127.0.0.1")));
    CHECK_FALSE(opened.error().args.join(u' ').contains(QStringLiteral("hidden")));
}

TEST_CASE("a database in memory needs no key")
{
    DatabaseOptions options;
    options.place = QStringLiteral(":memory:");
    const auto database = must(Database::open(options));
    must(database->execute("CREATE TABLE t(x);INSERT INTO t VALUES(1)"));
}
