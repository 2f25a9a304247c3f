// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/recordstore.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "testcatalogue.h"
#include "testdatabase.h"

#include <thread>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

TEST_CASE("a reader sees one moment while a writer goes on")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER)"));
    const auto reader = database.another();
    const auto rows = [](Database &db) { return must(Statement(db, "SELECT count(*) FROM t").single()); };
    auto reading = must(Transaction::begin(*reader, Transaction::Kind::Read));
    CHECK(rows(*reader) == 0);
    auto writing = must(Transaction::begin(*database));
    must(database->execute("INSERT INTO t VALUES(1)"));
    CHECK(rows(*reader) == 0);
    must(writing.commit());
    CHECK(rows(*reader) == 0);
    must(reading.commit());
    CHECK(rows(*reader) == 1);
}

TEST_CASE("a reader in another thread never sees half a transaction")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    must(database->execute("CREATE TABLE t(n INTEGER)"));
    std::atomic<bool> done = false;
    std::atomic<int> odd = 0;
    std::atomic<int> looks = 0;
    std::atomic<bool> failed = false;
    const DatabaseOptions options = database.options();
    std::thread thread([&] {
        const auto reader = Database::open(options);
        while (reader.ok() && !done) {
            const auto count = Statement(**reader, "SELECT count(*) FROM t").single();
            failed = failed || !count.ok();
            odd += count.ok() && count->value_or(0) % 2 ? 1 : 0;
            ++looks;
        }
        failed = failed || !reader.ok();
    });
    for (int i = 0; i < 200 || (looks < 50 && !failed); ++i) {
        auto transaction = must(Transaction::begin(*database));
        must(database->execute("INSERT INTO t VALUES(1)"));
        must(database->execute("INSERT INTO t VALUES(2)"));
        must(transaction.commit());
    }
    done = true;
    thread.join();
    CHECK_FALSE(failed);
    CHECK(odd == 0);
}

TEST_CASE("a statement that runs for long can be interrupted from another thread")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    std::atomic<bool> ended = false;
    std::thread thread([&] {
        while (!ended) {
            database->interrupt();
            std::this_thread::yield();
        }
    });
    const auto ran = Statement(*database, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) "
                                          "SELECT count(*) FROM n").single();
    ended = true;
    thread.join();
    CHECK_FALSE(ran.ok());
}
