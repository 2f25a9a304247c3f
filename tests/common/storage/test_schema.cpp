// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/dialect.h"
#include "common/storage/layout.h"
#include "common/storage/migration.h"
#include "common/storage/query.h"
#include "common/storage/recordstore.h"
#include "common/storage/statement.h"
#include "testcatalogue.h"
#include "testdatabase.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

Record named(const Catalogue &catalogue, const char *name)
{
    Record record(catalogue.at(customer::Entity), Uuid::named(name));
    record.set(customer::Name, QString::fromUtf8(name));
    return record;
}

Field customField(FieldId id)
{
    Field field;
    field.id = id;
    field.name = QStringLiteral("size");
    field.type = FieldType::Int;
    field.custom = true;
    return field;
}

} // namespace

TEST_CASE("a schema that is up to date is left alone, and quickly")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    TestDatabase database(variant.backend);
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, variant.kind));
    must(ensureSchema(*database, catalogue, variant.kind));
    QElapsedTimer timer;
    timer.start();
    must(ensureSchema(*database, catalogue, variant.kind));
    CHECK(timer.elapsed() < 100); // generous: what is meant are 5 ms on an idle machine
}

TEST_CASE("a field declared later becomes a column, and rows from before have it empty")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    TestDatabase database(variant.backend);
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, variant.kind));
    RecordStore store(*database, catalogue, variant.kind);
    must(store.insert(named(catalogue, "before")));

    catalogue.addCustomField(customer::Entity, customField(65536));
    must(ensureSchema(*database, catalogue, variant.kind));
    Record after = named(catalogue, "after");
    after.setValue(65536, 42);
    must(store.insert(after));
    CHECK(must(store.load(named(catalogue, "before").ref()))->record.value(65536).isNull());
    CHECK(must(store.load(after.ref()))->record.value(65536) == Value(42));
    Query query;
    query.entity = customer::Entity;
    query.filter = Filter::is(65536, 42);
    CHECK(must(QueryRunner(*database, catalogue, variant.kind).count(query)) == 1);
}

TEST_CASE("whoever makes tables in another way says so")
{
    // Programs look at the declarations only to see whether there is something to do. If this fails, and the test catalogue is
    // the same, raise LayoutVersion in schema.cpp.
    Catalogue catalogue;
    declareTest(catalogue);
    QCryptographicHash made(QCryptographicHash::Sha1);
    for (const StoreKind kind : {StoreKind::Server, StoreKind::Cache})
        for (const Entity &entity : catalogue.entities()) {
            made.addData(createTable(entity, kind, Dialect::of(Backend::Sqlite)));
            for (const Index &index : indexesOf(entity, kind, Dialect::of(Backend::Sqlite)))
                made.addData(index.sql);
        }
    CHECK(made.result().toHex().toStdString() == "046b0f23f10c6445c54b88a446e5643c9dba1082");
}

TEST_CASE("indexes of the first version are made anew, of what lives only")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    TestDatabase database(variant.backend);
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, variant.kind));
    const auto definition = [&] {
        Statement told(*database, variant.backend == Backend::Sqlite ? "SELECT sql FROM sqlite_master WHERE name = ?"
                                                                     : "SELECT indexdef::text FROM pg_indexes WHERE schemaname = current_schema() AND indexname = ?");
        REQUIRE(must(told.bind(1, QStringLiteral("ix_300_18")).step()));
        return told.text(0);
    };
    must(database->execute("DROP INDEX ix_300_18;CREATE INDEX ix_300_18 ON customer (deleted, stars)"));
    must(setMetaValue(*database, "version:storage", "1"));
    must(setMetaValue(*database, "shape", "of the first version"));
    must(ensureSchema(*database, catalogue, variant.kind));
    CHECK(definition().contains(QLatin1String("WHERE")));
}

TEST_CASE("an entity declared later becomes a table")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    TestDatabase database(variant.backend);
    Catalogue empty;
    must(ensureSchema(*database, empty, variant.kind));
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, variant.kind));
    RecordStore store(*database, catalogue, variant.kind);
    must(store.insert(named(catalogue, "somebody")));
}

TEST_CASE("a database of a newer program is refused with both versions and not touched")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    Catalogue catalogue;
    must(ensureSchema(*database, catalogue, StoreKind::Server));
    must(setMetaValue(*database, "version:storage", "99"));
    declareTest(catalogue);
    const auto refused = ensureSchema(*database, catalogue, StoreKind::Server);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == Error{ErrorCode::DatabaseNewer, {QStringLiteral("99"), QStringLiteral("2")}});
    CHECK_FALSE(Statement(*database, "SELECT 1 FROM customer").step().ok());
}

TEST_CASE("migrations run once, in order, and one that fails leaves nothing")
{
    TestDatabase database(GENERATE(Backend::Sqlite, Backend::Postgres));
    Catalogue catalogue;
    must(ensureSchema(*database, catalogue, StoreKind::Server));
    static constexpr Migration steps[] = {
        {1, "first", [](Database &db) { return db.execute("CREATE TABLE first(x INTEGER)"); }},
        {2, "second", [](Database &db) { return db.execute("INSERT INTO first VALUES(2)"); }},
        {3, "third", [](Database &db) -> Result<void> {
             GUANXI_TRY(db.execute("INSERT INTO first VALUES(3)"));
             return db.execute("INSERT INTO nowhere VALUES(3)");
         }}};
    must(migrate(*database, "test", std::span(steps, 2)));
    must(migrate(*database, "test", std::span(steps, 2)));
    CHECK_FALSE(migrate(*database, "test", steps).ok());
    CHECK(must(Statement(*database, "SELECT sum(x) FROM first").single()) == 2);
    CHECK(must(metaValue(*database, "version:test")) == QByteArray("2"));
    CHECK(migrate(*database, "test", std::span(steps, 1)).error().code == ErrorCode::DatabaseNewer);
}

TEST_CASE("a cache on PostgreSQL is refused")
{
    TestDatabase database(Backend::Postgres);
    Catalogue catalogue;
    CHECK_FALSE(ensureSchema(*database, catalogue, StoreKind::Cache).ok());
}

TEST_CASE("sort keys and search are made anew when the way of making them changed")
{
    TestDatabase database;
    Catalogue catalogue;
    declareTest(catalogue);
    must(ensureSchema(*database, catalogue, StoreKind::Cache));
    RecordStore store(*database, catalogue, StoreKind::Cache);
    must(store.insert(named(catalogue, "Acme")));
    must(database->execute("UPDATE customer SET sort_16 = x'00';INSERT INTO search(search) VALUES('delete-all')"));
    must(setMetaValue(*database, "derived", "made by an older library"));
    must(ensureSchema(*database, catalogue, StoreKind::Cache));
    CHECK(must(Statement(*database, "SELECT count(*) FROM customer WHERE sort_16 = x'00'").single()) == 0);
    CHECK(must(QueryRunner(*database, catalogue, StoreKind::Cache).search(QStringLiteral("acme"), {customer::Entity}, 5)).size() == 1);
}

TEST_CASE("secondary indexes go for a bulk load and come back, with the search in step")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    TestDatabase database(variant.backend);
    Catalogue catalogue;
    declareTest(catalogue);
    const Entity &entity = catalogue.at(customer::Entity);
    must(ensureSchema(*database, catalogue, variant.kind));
    RecordStore store(*database, catalogue, variant.kind);
    QueryRunner runner(*database, catalogue, variant.kind);
    Query query;
    query.entity = customer::Entity;
    query.search = QStringLiteral("acme");
    must(store.insert(named(catalogue, "Acme one")));

    must(dropSecondary(*database, entity, variant.kind));
    CHECK_FALSE(must(secondaryOf(*database, entity)).isComplete());
    // Reopening in the middle changes nothing, and rows written meanwhile count.
    must(ensureSchema(*database, catalogue, variant.kind));
    CHECK_FALSE(must(secondaryOf(*database, entity)).isComplete());
    must(store.upsert(named(catalogue, "Acme two")));
    must(store.remove(named(catalogue, "Acme one").ref()));

    CHECK(buildSecondary(*database, entity, variant.kind).ok());
    CHECK(must(secondaryOf(*database, entity)).isComplete());
    CHECK(must(runner.rids(query)).size() == 1);
}

TEST_CASE("building the search can be called off without effect")
{
    TestDatabase database;
    Catalogue catalogue;
    declareTest(catalogue);
    const Entity &entity = catalogue.at(customer::Entity);
    must(ensureSchema(*database, catalogue, StoreKind::Cache));
    must(dropSecondary(*database, entity, StoreKind::Cache));
    must(database->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
                           "INSERT INTO customer(id, name) SELECT CAST(i AS BLOB), 'Acme ' || i FROM n"));
    qint64 reported = 0;
    const auto stopped = buildSecondary(*database, entity, StoreKind::Cache, [&](qint64 done, qint64 total) {
        CHECK(total == 10'000);
        reported = done;
        return false;
    });
    CHECK_FALSE(stopped.ok());
    CHECK(reported > 0);
    CHECK(reported < 10'000);
    CHECK_FALSE(must(secondaryOf(*database, entity)).isComplete());
    must(buildSecondary(*database, entity, StoreKind::Cache));
    CHECK(must(secondaryOf(*database, entity)).isComplete());
}

TEST_CASE("search and indexes are made in steps between which rows come, change and go, and miss none")
{
    TestDatabase database;
    Catalogue catalogue;
    declareTest(catalogue);
    const Entity &entity = catalogue.at(customer::Entity);
    must(ensureSchema(*database, catalogue, StoreKind::Cache));
    RecordStore store(*database, catalogue, StoreKind::Cache);
    QueryRunner runner(*database, catalogue, StoreKind::Cache);
    const auto found = [&](const QString &word) {
        Query query;
        query.entity = customer::Entity;
        query.search = word;
        return must(runner.rids(query)).size();
    };
    must(dropSecondary(*database, entity, StoreKind::Cache));
    QList<Record> rows;
    for (int i = 0; i < 40; ++i) {
        rows.append(named(catalogue, ("Acme " + QByteArray::number(i)).constData()));
        must(store.upsert(rows.last()));
    }
    int steps = 0;
    while (must(buildSome(*database, entity, 10))) {
        ++steps;
        // One that search has passed, one it has not, and one more.
        must(store.remove(rows.takeFirst().ref()));
        must(store.remove(rows.takeLast().ref()));
        rows[2].set(customer::Name, QStringLiteral("Globex"));
        must(store.upsert(rows[2]));
        must(store.upsert(named(catalogue, ("Initech " + QByteArray::number(steps)).constData())));
        must(ensureSchema(*database, catalogue, StoreKind::Cache));
    }
    CHECK(steps > 4);
    CHECK(must(secondaryOf(*database, entity)).isComplete());
    CHECK(found(QStringLiteral("globex")) + found(QStringLiteral("acme")) == size_t(rows.size()));
    CHECK(found(QStringLiteral("initech")) == size_t(steps));
    // Given up in the middle, nothing of it stays in the search.
    must(dropSecondary(*database, entity, StoreKind::Cache));
    while (!must(secondaryOf(*database, entity)).indexed)
        must(buildSome(*database, entity, 10));
    must(dropSecondary(*database, entity, StoreKind::Cache));
    CHECK(found(QStringLiteral("acme")) == 0);
}
