// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

const char *createTable(Backend backend)
{
    return backend == Backend::Sqlite ? "CREATE TABLE t(n INTEGER, s TEXT, b BLOB)"
                                      : "CREATE TABLE t(n BIGINT, s TEXT, b BYTEA)";
}

} // namespace

TEST_CASE("what is bound comes out exactly, whatever it is")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    const QString text = GENERATE(as<QString>{}, QString(), QStringLiteral("北京长城电子有限公司"), QStringLiteral("😀👩‍👩‍👧 emoji"),
                                  QStringLiteral("a'b\"c?$1;--\\ %_"), QStringLiteral("line\nbreak\ttab"),
                                  QString(300'000, QChar(0x5b57)));
    const qint64 number = GENERATE(qint64(0), qint64(-1), std::numeric_limits<qint64>::min(),
                                   std::numeric_limits<qint64>::max());
    const QByteArray bytes = GENERATE(QByteArray(), QByteArray("\0\1\xff\0", 4), QByteArray(70'000, '\xfe'));

    Statement insert(*database, "INSERT INTO t(n, s, b) VALUES(?, ?, ?)");
    CHECK(must(insert.bindAll(number, text, bytes).run()) == 1);
    Statement select(*database, "SELECT n, s, b FROM t WHERE s = ? AND n = ?");
    REQUIRE(must(select.bindAll(text, number).step()));
    CHECK(select.columnCount() == 3);
    CHECK(select.integer(0) == number);
    CHECK(select.text(1) == text);
    CHECK(select.bytes(2) == bytes);
    CHECK_FALSE(select.isNull(1));
    CHECK_FALSE(select.isNull(2));
    CHECK_FALSE(must(select.step()));
}

TEST_CASE("NULL is NULL and reads as nothing")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    Statement insert(*database, "INSERT INTO t(n, s, b) VALUES(?, ?, ?)");
    must(insert.bind(1, 5).bind(2, QStringLiteral("x")).bind(3, QByteArray("y")).run());
    insert.reset();
    must(insert.bindNull(1).bindNull(2).bindNull(3).run());
    Statement select(*database, "SELECT n, s, b FROM t WHERE n IS NULL");
    REQUIRE(must(select.step()));
    for (int column = 0; column < 3; ++column)
        CHECK(select.isNull(column));
    CHECK(select.integer(0) == 0);
    CHECK(select.text(1).isEmpty());
    CHECK(select.bytes(2).isEmpty());
}

TEST_CASE("an id is 16 bytes")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    const Uuid id = Uuid::named("somebody");
    must(Statement(*database, "INSERT INTO t(b) VALUES(?)").bind(1, id).run());
    Statement select(*database, "SELECT b, length(b) FROM t WHERE b = ?");
    REQUIRE(must(select.bind(1, id).step()));
    CHECK(select.uuid(0) == id);
    CHECK(select.integer(1) == 16);
}

TEST_CASE("text with U+0000 or half a character is refused before the database sees it")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    const QString text = GENERATE(as<QString>{}, QString(QChar::Null), QStringLiteral("a") + QChar::Null + u'b',
                                  QString(QChar(0xd83d)), QStringLiteral("x") + QChar(0xde00));
    Statement insert(*database, "INSERT INTO t(s) VALUES(?)");
    const auto ran = insert.bind(1, text).run();
    REQUIRE_FALSE(ran.ok());
    CHECK(ran.error().code == ErrorCode::BadText);
    CHECK(must(Statement(*database, "SELECT count(*) FROM t").single()) == 0);
    // The statement is as good as new after a reset.
    insert.reset();
    CHECK(must(insert.bind(1, QStringLiteral("fine")).run()) == 1);
}

TEST_CASE("broken SQL and missing placeholders are errors, not crashes")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    Statement broken(*database, "SELEKT 1");
    CHECK(broken.bind(1, 5).step().error().code == ErrorCode::DatabaseFailed);
    broken.reset();
    CHECK_FALSE(broken.step().ok());
    CHECK_FALSE(Statement(*database, "SELECT n FROM t WHERE n = ?").bind(2, 5).step().ok());
    CHECK_FALSE(Statement(*database, "SELECT n FROM nowhere").step().ok());
}

TEST_CASE("question marks inside quotes are not placeholders")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    must(Statement(*database, "INSERT INTO t(n, s) VALUES(?, 'is it? yes')").bind(1, 7).run());
    Statement select(*database, "SELECT n AS \"what?\" FROM t WHERE s = 'is it? yes' AND n = ?");
    CHECK(must(select.bind(1, 7).single()) == 7);
}

TEST_CASE("the same text may be in use twice at once")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    for (int n = 1; n <= 3; ++n)
        must(Statement(*database, "INSERT INTO t(n) VALUES(?)").bind(1, n).run());
    const char *sql = "SELECT n FROM t WHERE n >= ? ORDER BY n";
    int pairs = 0;
    Statement outer(*database, sql);
    outer.bind(1, 1);
    while (must(outer.step())) {
        Statement inner(*database, sql);
        inner.bind(1, outer.integer(0));
        while (must(inner.step()))
            ++pairs;
    }
    CHECK(pairs == 6);
}

TEST_CASE("many different statements do not pile up")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    for (int i = 0; i < 700; ++i)
        REQUIRE(must(Statement(*database, "SELECT " + QByteArray::number(i)).single()) == i);
    CHECK(must(Statement(*database, "SELECT 5").single()) == 5);
}

TEST_CASE("changes are counted")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute(createTable(database->backend())));
    for (int n = 0; n < 5; ++n)
        must(Statement(*database, "INSERT INTO t(n) VALUES(?)").bind(1, n).run());
    CHECK(must(Statement(*database, "UPDATE t SET s = 'x' WHERE n >= ?").bind(1, 2).run()) == 3);
    CHECK(must(Statement(*database, "SELECT n FROM t").run()) == 0);
    CHECK(must(Statement(*database, "DELETE FROM t WHERE n = ?").bind(1, 99).run()) == 0);
}
