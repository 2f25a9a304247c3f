// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/recordstore.h"
#include "common/storage/statement.h"
#include "randomrecords.h"
#include "testcatalogue.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

/// A database with the test schema and a store on it.
struct World {
    explicit World(StoreVariant variant) : database(variant.backend), store(*database, catalogue, variant.kind)
    {
        declareTest(catalogue);
        must(ensureSchema(*database, catalogue, variant.kind));
    }
    Record customer(const char *name) const
    {
        Record record(catalogue.at(customer::Entity), Uuid::named(name));
        record.set(customer::Name, QString::fromUtf8(name));
        return record;
    }
    Catalogue catalogue;
    TestDatabase database;
    RecordStore store;
};

} // namespace

TEST_CASE("any record comes back as it was written")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    World world(variant);
    SeededRandom random(4711);
    for (int i = 0; i < 60; ++i) {
        const Record record = wildCustomer(world.catalogue, random);
        const QByteArray scopes = variant.kind == StoreKind::Server ? random.bytes(qsizetype(random.below(30))) : QByteArray();
        const qint64 rid = must(i % 2 ? world.store.insert(record, scopes) : world.store.upsert(record, scopes));
        const auto stored = must(world.store.load(record.ref()));
        REQUIRE(stored);
        REQUIRE(stored->record.sameContent(record));
        CHECK(stored->record.rev() == record.rev());
        CHECK(stored->record.isDeleted() == record.isDeleted());
        CHECK(stored->scopes == scopes);
        CHECK(stored->rid == rid);
    }
}

TEST_CASE("a record that exists is not inserted again, and the transaction goes on")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    const Record record = world.customer("one");
    must(world.store.insert(record));
    const auto again = world.store.insert(record);
    REQUIRE_FALSE(again.ok());
    CHECK(again.error() == Error{ErrorCode::AlreadyExists, {QStringLiteral("customer"), record.id().text()}});
    must(world.store.insert(world.customer("two")));
}

TEST_CASE("an update writes the changed fields, the revision and the scopes only when given")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    World world(variant);
    Record record = world.customer("one");
    record.set(customer::Stars, qint64(3));
    must(world.store.insert(record, "scopes"));

    Record edited = record;
    edited.setRev(77);
    edited.set(customer::Stars, qint64(4));
    edited.set(customer::Name, QStringLiteral("not among the changed"));
    must(world.store.update(edited, {customer::Stars.id}));
    auto stored = must(world.store.load(record.ref()));
    CHECK(stored->record[customer::Stars] == 4);
    CHECK(stored->record[customer::Name] == QStringLiteral("one"));
    CHECK(stored->record.rev() == 77);
    if (variant.kind == StoreKind::Server) {
        CHECK(stored->scopes == "scopes");
        must(world.store.update(edited, {}, QByteArrayView("other")));
        CHECK(must(world.store.load(record.ref()))->scopes == "other");
    }
    CHECK(world.store.update(world.customer("nobody"), {}).error().code == ErrorCode::NotFound);
    CHECK(world.store.update(edited, {9999}).error().code == ErrorCode::BadValue);
}

TEST_CASE("of a row of which a part was read only what differs in it is written")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    SeededRandom random(12);
    Record whole = wildCustomer(world.catalogue, random);
    whole.setRev(7);
    whole.set(customer::Stars, qint64(3));
    must(world.store.insert(whole));
    const std::array read{customer::Stars.id};
    const StoredRecord part = *must(world.store.load(whole.ref(), read));
    CHECK(part.record[customer::Stars] == 3);
    CHECK(part.record[customer::Name].isEmpty());
    Record after = part.record;
    after.set(customer::Stars, qint64(4));
    CHECK(must(world.store.replace(part, after)) == part.rid);
    whole.set(customer::Stars, qint64(4));
    CHECK(must(world.store.load(whole.ref()))->record.sameContent(whole));
    CHECK(must(world.store.revision(whole.ref())) == 7);
    CHECK(must(world.store.revision(world.customer("nobody").ref())) == 0);
}

TEST_CASE("a value that does not fit leaves the row as it was")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    Record record = world.customer("one");
    must(world.store.insert(record));
    record.setValue(customer::Stars.id, QStringLiteral("many"));
    CHECK(world.store.update(record, {customer::Stars.id}).error().code == ErrorCode::BadValue);
    CHECK(world.store.upsert(record).error().code == ErrorCode::BadValue);
    record = world.customer("two");
    record.set(customer::Notes, QStringLiteral("a") + QChar::Null);
    CHECK(world.store.insert(record).error() == Error{ErrorCode::BadText, {QStringLiteral("notes")}});
    CHECK_FALSE(must(world.store.contains(record.ref())));
    CHECK(must(world.store.load(world.customer("one").ref()))->record.isNull(customer::Stars));
}

TEST_CASE("windows come in the order asked for, without the rows that are gone")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    std::vector<qint64> rids;
    for (int i = 0; i < 150; ++i)
        rids.push_back(must(world.store.insert(world.customer(("c" + std::to_string(i)).c_str()))));
    must(world.store.remove(world.customer("c7").ref()));
    std::reverse(rids.begin(), rids.end());
    const auto rows = must(world.store.loadByRids(customer::Entity, rids));
    REQUIRE(rows.size() == 149);
    CHECK(rows.front().record[customer::Name] == QStringLiteral("c149"));
    CHECK(rows.back().record[customer::Name] == QStringLiteral("c0"));
    CHECK(std::is_sorted(rows.rbegin(), rows.rend(), [](const auto &a, const auto &b) { return a.rid < b.rid; }));

    const FieldId only[] = {customer::Stars.id};
    const auto narrow = must(world.store.loadByRids(customer::Entity, std::span(rids).first(3), only));
    REQUIRE(narrow.size() == 3);
    CHECK(narrow.front().record.isNull(customer::Name));
    CHECK(must(world.store.loadByRids(customer::Entity, {})).empty());
}

TEST_CASE("a table can be gone through by row number")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    for (int i = 0; i < 25; ++i)
        must(world.store.insert(world.customer(("c" + std::to_string(i)).c_str())));
    qint64 last = 0;
    size_t seen = 0;
    for (;;) {
        const auto rows = must(world.store.loadAfter(customer::Entity, last, 10));
        if (rows.empty())
            break;
        seen += rows.size();
        last = rows.back().rid;
    }
    CHECK(seen == 25);
}

TEST_CASE("a row that is taken out is gone")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    const Record record = world.customer("one");
    must(world.store.insert(record));
    must(world.store.insert(world.customer("two")));
    CHECK(must(world.store.remove(record.ref())));
    CHECK_FALSE(must(world.store.remove(record.ref())));
    CHECK_FALSE(must(world.store.load(record.ref())));
    must(world.store.removeAll(customer::Entity));
    CHECK_FALSE(must(world.store.contains(world.customer("two").ref())));
    must(world.store.insert(world.customer("two")));
}

TEST_CASE("an unknown entity is an error")
{
    World world(GENERATE(SqliteServer, PostgresServer));
    CHECK_FALSE(world.store.load({9999, Uuid::named("x")}).ok());
    CHECK_FALSE(world.store.contains({9999, Uuid::named("x")}).ok());
    CHECK_FALSE(world.store.removeAll(9999).ok());
}
