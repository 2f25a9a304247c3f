// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/query.h"
#include "common/storage/querycompiler.h"
#include "common/storage/recordstore.h"
#include "common/storage/statement.h"
#include "testcatalogue.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

struct World {
    explicit World(StoreVariant variant)
        : database(variant.backend), store(*database, catalogue, variant.kind), runner(*database, catalogue, variant.kind)
    {
        declareTest(catalogue);
        must(ensureSchema(*database, catalogue, variant.kind));
        query.entity = customer::Entity;
    }
    qint64 add(const char *name, const char *in = nullptr)
    {
        Record record(catalogue.at(customer::Entity), Uuid::named(name));
        record.set(customer::Name, QString::fromUtf8(name));
        if (in)
            record.set(customer::Region, Uuid::named(in));
        return must(store.insert(record));
    }
    void addRegion(const char *id, const char *name)
    {
        Record record(catalogue.at(region::Entity), Uuid::named(id));
        record.set(region::Name, QString::fromUtf8(name));
        must(store.insert(record));
    }
    Catalogue catalogue;
    TestDatabase database;
    RecordStore store;
    QueryRunner runner;
    Query query;
};

} // namespace

TEST_CASE("a field or entity nobody declared is an error, not SQL")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    Query query = world.query;
    query.filter = Filter::is(9999, 1);
    CHECK(world.runner.rids(query).error().code == ErrorCode::BadValue);
    query.filter = Filter::is(customer::Stars.id, QStringLiteral("1 OR 1=1"));
    CHECK(world.runner.rids(query).error() == Error{ErrorCode::BadValue, {QStringLiteral("stars"), QStringLiteral("1 OR 1=1")}});
    query.filter = Filter::related(customer::Stars.id, Filter());
    CHECK(world.runner.rids(query).error().code == ErrorCode::BadValue);
    query.filter = {};
    query.sort = {{9999, false}};
    CHECK(world.runner.rids(query).error().code == ErrorCode::BadValue);
    CHECK(world.runner.group(world.query, 9999).error().code == ErrorCode::BadValue);
    CHECK(world.runner.aggregate(world.query, {customer::Name.id}).error().code == ErrorCode::BadValue);
    query = {};
    query.entity = 9999;
    CHECK(world.runner.count(query).error().code == ErrorCode::BadValue);
}

TEST_CASE("a filter that is nested without end is refused")
{
    World world(SqliteServer);
    Filter filter = Filter::is(customer::Stars.id, 1);
    for (int i = 0; i < 100; ++i)
        filter = Filter::negate(filter);
    world.query.filter = filter;
    CHECK(world.runner.rids(world.query).error().code == ErrorCode::OutOfRange);
}

TEST_CASE("what looks like SQL is just text")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    const qint64 rid = world.add("x'); DROP TABLE customer; --");
    world.add("other");
    world.query.filter = Filter::contains(customer::Name.id, QStringLiteral("'); DROP TABLE customer; --"));
    CHECK(must(world.runner.rids(world.query)) == std::vector{rid});
    world.query.filter = Filter::contains(customer::Name.id, QStringLiteral("a") + QChar::Null);
    CHECK(world.runner.rids(world.query).error().code == ErrorCode::BadText);
}

TEST_CASE("references stand by the name of what they point at")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    world.addRegion("1", "south");
    world.addRegion("2", "east");
    world.addRegion("3", "north");
    const qint64 none = world.add("none"), south = world.add("a", "1"), east = world.add("b", "2"), north = world.add("c", "3");
    world.query.sort = {{customer::Region.id, false}};
    CHECK(must(world.runner.rids(world.query)) == std::vector{none, east, north, south});
    world.query.sort = {{customer::Region.id, true}};
    CHECK(must(world.runner.rids(world.query)) == std::vector{south, north, east, none});
}

TEST_CASE("rows are counted and added up by fields of their own and of what they point at")
{
    World world(GENERATE(SqliteServer, PostgresServer, SqliteCache));
    world.addRegion("1", "south");
    world.addRegion("2", "east");
    const auto add = [&](const char *name, const char *in, qint64 stars, qint64 amount) {
        Record record(world.catalogue.at(customer::Entity), Uuid::named(name));
        record.set(customer::Name, QString::fromUtf8(name));
        if (in)
            record.set(customer::Region, Uuid::named(in));
        record.set(customer::Stars, stars);
        record.set(customer::Amount, amount);
        must(world.store.insert(record));
    };
    add("a", "1", 3, 10);
    add("b", "1", 3, 20);
    add("c", "2", 3, 40);
    add("d", nullptr, 3, 80);
    add("e", "1", 5, 160);
    add("f", "missing", 3, 320);
    const Path name{customer::Region.id, region::Name.id}, stars{customer::Stars.id};
    QMap<std::pair<QString, qint64>, std::pair<qint64, qint64>> found;
    for (const Tally &tally : must(world.runner.tally(world.query, {name, stars}, {customer::Amount.id})))
        found[{tally.keys[0].isNull() ? QString() : tally.keys[0].text(), tally.keys[1].number()}] = {tally.count, tally.sums[0].value_or(0)};
    CHECK(found == QMap<std::pair<QString, qint64>, std::pair<qint64, qint64>>{{{QStringLiteral("south"), 3}, {2, 30}}, {{QStringLiteral("south"), 5}, {1, 160}},
                                                                               {{QStringLiteral("east"), 3}, {1, 40}}, {{QString(), 3}, {2, 400}}});
    // Without any field: all together. A filter counts for the rows.
    world.query.filter = Filter::is(customer::Stars.id, 3);
    const QList<Tally> all = must(world.runner.tally(world.query, {}, {customer::Amount.id}));
    REQUIRE(all.size() == 1);
    CHECK(all.first().count == 5);
    CHECK(all.first().sums.first() == 470);
    // A path that leads nowhere is an error.
    CHECK(world.runner.tally(world.query, {{customer::Stars.id, region::Name.id}}).error().code == ErrorCode::BadValue);
    CHECK(world.runner.tally(world.query, {{customer::Region.id, 9999}}).error().code == ErrorCode::BadValue);
    CHECK(world.runner.tally(world.query, {{}}).error().code == ErrorCode::BadValue);
}

TEST_CASE("in a cache names stand by pinyin, with the help of an index")
{
    World world(SqliteCache);
    const qint64 shang = world.add("上海"), bei = world.add("北京"), latin = world.add("Acme"), an = world.add("安徽");
    world.query.sort = {{customer::Name.id, false}};
    CHECK(must(world.runner.rids(world.query)) == std::vector{latin, an, bei, shang});
    Statement plan(*world.database, "EXPLAIN QUERY PLAN SELECT t.rid FROM customer t WHERE t.deleted = 0 ORDER BY t.sort_16, t.rid");
    REQUIRE(must(plan.step()));
    CHECK(plan.text(3).contains(QStringLiteral("COVERING INDEX ix_300_16")));
    CHECK_FALSE(must(plan.step())); // no sorting
}

TEST_CASE("rows that no index narrows are read as they lie, whatever they are sorted or filtered by")
{
    World world(SqliteCache);
    const auto planOf = [&](const Query &query, QueryCompiler::Use use) {
        const auto compiled = must(QueryCompiler(world.database->dialect(), world.catalogue, StoreKind::Cache).compile(query, use));
        const QByteArray limit = query.limit > 0 ? " ORDER BY " + compiled.order + " LIMIT 10" : "";
        Statement plan(*world.database, "EXPLAIN QUERY PLAN SELECT " + QByteArray(limit.isEmpty() ? "count(t.amount)" : "t.rid") + " FROM " + compiled.from
                                            + " WHERE " + compiled.where + limit);
        bindParameters(plan, compiled.parameters);
        QStringList steps;
        must(plan.each([&](const Statement &row) { steps.append(row.text(3)); }));
        return steps.join(QLatin1String("; "));
    };
    world.query.sort = {{customer::Amount.id, false}};
    CHECK(planOf(world.query, QueryCompiler::Use::Rows) == QLatin1String("SCAN t"));
    world.query.filter = Filter::contains(customer::Notes.id, QStringLiteral("urgent"));
    CHECK(planOf(world.query, QueryCompiler::Use::Rows) == QLatin1String("SCAN t"));
    CHECK(planOf(world.query, QueryCompiler::Use::Count) == QLatin1String("SCAN t"));
    CHECK(planOf(world.query, QueryCompiler::Use::Figures) == QLatin1String("SCAN t"));
    // A few rows in the order of an index need no look at all of them.
    world.query.sort = {{customer::Stars.id, false}};
    CHECK(planOf(world.query, QueryCompiler::Use::Rows) == QLatin1String("SCAN t"));
    world.query.limit = 10;
    CHECK(planOf(world.query, QueryCompiler::Use::Rows).toStdString() == "SCAN t USING INDEX ix_300_18");
    world.query.limit = 0;
    world.query.filter = Filter::all({world.query.filter, Filter::is(customer::Region.id, Uuid::named("east"))});
    CHECK(planOf(world.query, QueryCompiler::Use::Rows).startsWith(QLatin1String("SEARCH t USING INDEX")));
}

TEST_CASE("a sum that leaves 64 bits is an error, not a wrong figure")
{
    World world(GENERATE(SqliteServer, PostgresServer));
    for (const char *name : {"a", "b"}) {
        Record record(world.catalogue.at(customer::Entity), Uuid::named(name));
        record.set(customer::Amount, std::numeric_limits<qint64>::max());
        must(world.store.insert(record));
    }
    const auto sum = world.runner.aggregate(world.query, {customer::Amount.id});
    REQUIRE_FALSE(sum.ok());
    CHECK(sum.error().code == ErrorCode::OutOfRange);
}

TEST_CASE("on a server typed words are looked for in every searched field")
{
    World world(GENERATE(SqliteServer, PostgresServer));
    const qint64 acme = world.add("ACME north");
    world.add("Acme south");
    world.query.search = QStringLiteral(" north  acme ");
    CHECK(must(world.runner.rids(world.query)) == std::vector{acme});
}
