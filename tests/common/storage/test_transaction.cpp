// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

void put(Database &database, int n) { must(Statement(database, "INSERT INTO t(n) VALUES(?)").bind(1, n).run()); }

qint64 rows(Database &database) { return must(Statement(database, "SELECT count(*) FROM t").single()).value_or(-1); }

} // namespace

TEST_CASE("a transaction that is dropped leaves nothing, one that is committed everything")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER UNIQUE)"));
    {
        auto transaction = must(Transaction::begin(*database));
        put(*database, 1);
        CHECK(database->inTransaction());
    }
    CHECK_FALSE(database->inTransaction());
    CHECK(rows(*database) == 0);
    auto transaction = must(Transaction::begin(*database));
    put(*database, 1);
    must(transaction.commit());
    CHECK(rows(*database) == 1);
}

TEST_CASE("an inner transaction joins the outer one")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER UNIQUE)"));
    SECTION("its commit waits for the outer one")
    {
        {
            auto outer = must(Transaction::begin(*database));
            auto inner = must(Transaction::begin(*database));
            put(*database, 1);
            must(inner.commit());
        }
        CHECK(rows(*database) == 0);
    }
    SECTION("dropping it makes the outer commit fail")
    {
        {
            auto outer = must(Transaction::begin(*database));
            put(*database, 1);
            {
                auto inner = must(Transaction::begin(*database));
                put(*database, 2);
            }
            CHECK_FALSE(outer.commit().ok());
        }
        CHECK(rows(*database) == 0);
    }
    SECTION("the next transaction knows nothing of it")
    {
        {
            auto outer = must(Transaction::begin(*database));
            auto inner = must(Transaction::begin(*database));
        }
        auto next = must(Transaction::begin(*database));
        put(*database, 3);
        must(next.commit());
        CHECK(rows(*database) == 1);
    }
}

TEST_CASE("a transaction in which a statement failed is not reported as committed when it was not")
{
    TestDatabase database(Backend::Postgres);
    must(database->execute("CREATE TABLE t(n INTEGER UNIQUE)"));
    {
        auto transaction = must(Transaction::begin(*database));
        put(*database, 1);
        CHECK_FALSE(Statement(*database, "INSERT INTO t(n) VALUES(?)").bind(1, 1).run().ok());
        CHECK_FALSE(transaction.commit().ok());
    }
    CHECK(rows(*database) == 0);
}

TEST_CASE("what is sent without waiting is there for the next question, however much it is")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER UNIQUE)"));
    constexpr int Many = 1'000;
    auto transaction = must(Transaction::begin(*database));
    for (int n = 0; n < Many; ++n)
        must(Statement(*database, "INSERT INTO t(n) VALUES(?)").bind(1, n).send());
    CHECK(rows(*database) == Many);
    must(Statement(*database, "DELETE FROM t WHERE n < ?").bind(1, 10).send());
    must(transaction.commit());
    CHECK(rows(*database) == Many - 10);
    must(Statement(*database, "DELETE FROM t").send()); // alone, too
    CHECK(rows(*database) == 0);
}

TEST_CASE("what is sent without waiting and fails is told by the next question or the commit, and nothing of it stays")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER UNIQUE)"));
    const bool asks = GENERATE(true, false);
    {
        auto transaction = must(Transaction::begin(*database));
        bool told = false;
        for (int n : {1, 2, 1, 3})
            told |= !Statement(*database, "INSERT INTO t(n) VALUES(?)").bind(1, n).send().ok();
        if (asks && !told) {
            const Result<std::optional<qint64>> count = Statement(*database, "SELECT COUNT(*) FROM t").single();
            REQUIRE_FALSE(count.ok());
            CHECK(count.error().code == ErrorCode::AlreadyExists);
            told = true;
        }
        CHECK((told || !transaction.commit().ok()));
    }
    CHECK(rows(*database) == 0);
    auto next = must(Transaction::begin(*database));
    put(*database, 4);
    must(next.commit());
    CHECK(rows(*database) == 1);
}

TEST_CASE("a savepoint takes back its part only")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER UNIQUE)"));
    auto transaction = must(Transaction::begin(*database));
    put(*database, 1);
    {
        auto dropped = must(Savepoint::begin(*database));
        put(*database, 2);
        // Also what fails in it, and what joined inside it.
        auto inner = must(Transaction::begin(*database));
        CHECK_FALSE(Statement(*database, "INSERT INTO t(n) VALUES(?)").bind(1, 1).run().ok());
    }
    {
        auto kept = must(Savepoint::begin(*database));
        auto nested = must(Savepoint::begin(*database));
        put(*database, 3);
        must(nested.release());
        must(kept.release());
    }
    must(transaction.commit());
    CHECK(must(Statement(*database, "SELECT sum(n) FROM t").single()) == 4);
}
