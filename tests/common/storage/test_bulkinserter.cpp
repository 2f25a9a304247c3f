// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/bulkinserter.h"
#include "common/storage/query.h"
#include "common/storage/recordstore.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "randomrecords.h"
#include "testcatalogue.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

TEST_CASE("rows loaded in bulk are the same as rows written one by one")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    TestDatabase database(variant.backend);
    Catalogue catalogue;
    declareTest(catalogue);
    const Entity &entity = catalogue.at(customer::Entity);
    must(ensureSchema(*database, catalogue, variant.kind));
    SeededRandom random(99);
    std::vector<Record> records;
    for (int i = 0; i < 200; ++i)
        records.push_back(wildCustomer(catalogue, random));

    must(dropSecondary(*database, entity, variant.kind));
    auto transaction = must(Transaction::begin(*database));
    {
        BulkInserter inserter(*database, entity, variant.kind);
        for (const Record &record : records)
            must(inserter.add(record, "s"));
        must(inserter.finish());
    }
    must(transaction.commit());
    must(buildSecondary(*database, entity, variant.kind));

    RecordStore store(*database, catalogue, variant.kind);
    for (const Record &record : records)
        REQUIRE(must(store.load(record.ref()))->record.sameContent(record));
    if (variant.kind == StoreKind::Cache)
        CHECK(must(Statement(*database, "SELECT count(*) FROM customer WHERE (name IS NULL) <> (sort_16 IS NULL)").single()) == 0);
}

TEST_CASE("a bulk load that fails or is dropped leaves nothing and the connection usable")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer);
    TestDatabase database(variant.backend);
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, variant.kind));
    const Record record(catalogue.at(customer::Entity), Uuid::named("twice"));
    const bool finished = GENERATE(true, false);
    {
        auto transaction = must(Transaction::begin(*database));
        BulkInserter inserter(*database, record.entity(), variant.kind);
        must(inserter.add(record));
        if (finished) {
            auto outcome = inserter.add(record);
            if (outcome)
                outcome = inserter.finish();
            CHECK_FALSE(outcome.ok());
        }
    }
    CHECK(must(Statement(*database, "SELECT count(*) FROM customer").single()) == 0);
}

TEST_CASE("a value that does not fit is refused at once")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, StoreKind::Server));
    Record record(catalogue.at(customer::Entity), Uuid::named("x"));
    record.setValue(customer::Name.id, 5);
    auto transaction = must(Transaction::begin(*database));
    BulkInserter inserter(*database, record.entity(), StoreKind::Server);
    CHECK(inserter.add(record).error().code == ErrorCode::BadValue);
    record.set(customer::Name, QStringLiteral("fits"));
    must(inserter.add(record));
    must(inserter.finish());
    must(transaction.commit());
    CHECK(must(Statement(*database, "SELECT count(*) FROM customer").single()) == 1);
}
