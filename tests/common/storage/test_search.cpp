// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/storage/gatheredwords.h"
#include "common/storage/query.h"
#include "common/storage/recordstore.h"
#include "common/storage/searchindex.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "testcatalogue.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

struct World {
    World()
    {
        declareTest(catalogue);
        must(ensureSchema(*database, catalogue, StoreKind::Cache));
    }
    Record customer(const char *id, const char *name, const char *phone = "") const
    {
        Record record(catalogue.at(customer::Entity), Uuid::named(id));
        record.set(customer::Name, QString::fromUtf8(name));
        record.set(customer::Phone, QString::fromUtf8(phone));
        return record;
    }
    std::vector<qint64> find(const char *typed, qint64 limit = 0)
    {
        Query query;
        query.entity = customer::Entity;
        query.search = QString::fromUtf8(typed);
        query.limit = limit;
        return must(runner.rids(query));
    }
    Catalogue catalogue;
    TestDatabase database;
    RecordStore store{*database, catalogue, StoreKind::Cache};
    QueryRunner runner{*database, catalogue, StoreKind::Cache};
};

using Rids = std::vector<qint64>;

} // namespace

TEST_CASE("a record is found by Chinese characters, pinyin, initials and part of its phone number")
{
    World world;
    const qint64 great = must(world.store.insert(world.customer("a", "北京长城电子有限公司", "+86 138-0013-8000")));
    must(world.store.insert(world.customer("b", "上海海鸥贸易", "021 5555 1234")));
    for (const char *typed : {"长", "长城", "北京长城", "bjcc", "changcheng", "0013", "00138", "BEIJING"}) {
        INFO(typed);
        CHECK(world.find(typed) == Rids{great});
    }
    CHECK(world.find("城长").empty());
    CHECK(world.find("\"'*(){}:^-").empty());
}

TEST_CASE("a mistyped Latin name is found when nothing is called as it was typed")
{
    World world;
    const qint64 siemens = must(world.store.insert(world.customer("a", "Siemens Energy 上海")));
    const qint64 schneider = must(world.store.insert(world.customer("b", "Schneider Electric")));
    for (const char *typed : {"simens", "siemnes", "siemmens", "ziemens", "seimens energy", "Siemems 上海"}) {
        INFO(typed);
        CHECK(world.find(typed) == Rids{siemens});
    }
    CHECK(world.find("shneidre") == Rids{schneider});
    CHECK(world.find("siemens schneidr").empty());
    CHECK(world.find("benz").empty());
    // What is called so is not mixed with what is nearly called so.
    const qint64 siemems = must(world.store.insert(world.customer("c", "Siemems")));
    CHECK(world.find("siemems") == Rids{siemems});

    Query query;
    query.entity = customer::Entity;
    query.search = QStringLiteral("siemes");
    CHECK(must(world.runner.count(query)) == 2);
    query.sort = {{customer::Name.id, false}};
    CHECK(must(world.runner.rids(query)) == Rids{siemems, siemens});
    query.filter = Filter::contains(customer::Name.id, QStringLiteral("energy"));
    CHECK(must(world.runner.rids(query)) == Rids{siemens});
    CHECK(must(world.runner.search(query.search, {region::Entity, customer::Entity}, 10)).size() == 2);
    must(world.store.remove(world.customer("a", "").ref()));
    CHECK(world.find("siemes") == Rids{siemems});
}

TEST_CASE("the search follows every change of a record")
{
    World world;
    const qint64 rid = must(world.store.insert(world.customer("a", "Acme")));
    CHECK(world.find("acme") == Rids{rid});
    Record record = world.customer("a", "Borealis");
    must(world.store.upsert(record));
    CHECK(world.find("acme").empty());
    CHECK(world.find("borealis") == Rids{rid});
    record.set(customer::Name, QStringLiteral("Cumulus"));
    must(world.store.update(record, {customer::Name.id}));
    CHECK(world.find("borealis").empty());
    CHECK(world.find("cumulus") == Rids{rid});
    record.setDeleted(true);
    must(world.store.update(record, {}));
    CHECK(world.find("cumulus").empty());
    record.setDeleted(false);
    must(world.store.update(record, {}));
    CHECK(world.find("cumulus") == Rids{rid});
    must(world.store.remove(record.ref()));
    CHECK(world.find("cumulus").empty());
    must(world.database->execute("INSERT INTO search(search) VALUES('integrity-check')"));
}

TEST_CASE("words taken out of the search are in none of its pages once it has been optimized")
{
    World world;
    const bool amongOthers = GENERATE(false, true);
    if (amongOthers)
        for (int i = 0; i < 500; ++i)
            must(world.store.insert(world.customer(QByteArray("other" + QByteArray::number(i)).constData(), "Glockenspiel")));
    must(world.store.insert(world.customer("a", "Xylophone")));
    Record renamed = world.customer("b", "Xylophone too");
    must(world.store.insert(renamed));
    renamed.set(customer::Name, QStringLiteral("Drum"));
    must(world.store.upsert(renamed));
    must(world.store.remove(world.customer("a", "").ref()));
    SearchIndex index(*world.database);
    while (must(index.optimizeSome(10))) {
    }
    CHECK(must(Statement(*world.database, "SELECT count(*) FROM search_data WHERE instr(block, CAST('xylophone' AS BLOB)) > 0").single()) == 0);
    CHECK(world.find("xylophone").empty());
    CHECK(world.find("drum").size() == 1);
}

TEST_CASE("entities do not find each other's rows, and a search over all of them says whose the hits are")
{
    World world;
    const qint64 customerRid = must(world.store.insert(world.customer("a", "Acme")));
    Record place(world.catalogue.at(region::Entity), Uuid::named("r"));
    place.set(region::Name, QStringLiteral("Acme land"));
    const qint64 regionRid = must(world.store.insert(place));
    CHECK(world.find("acme") == Rids{customerRid});
    const auto hits = must(world.runner.search(QStringLiteral("acme"), {region::Entity, customer::Entity}, 10));
    CHECK(hits == QList<SearchHit>{{region::Entity, regionRid}, {customer::Entity, customerRid}});
}

TEST_CASE("search, filter, sort and limit go together")
{
    World world;
    std::vector<qint64> rids;
    for (int i = 0; i < 10; ++i) {
        Record record = world.customer(std::to_string(i).c_str(), "Acme");
        record.set(customer::Stars, qint64(9 - i));
        rids.push_back(must(world.store.insert(record)));
    }
    CHECK(world.find("acme", 3) == Rids{rids[0], rids[1], rids[2]});
    Query query;
    query.entity = customer::Entity;
    query.search = QStringLiteral("acme");
    query.filter = Filter::compare(Filter::Kind::Less, customer::Stars.id, 3);
    query.sort = {{customer::Stars.id, false}};
    CHECK(must(world.runner.rids(query)) == Rids{rids[9], rids[8], rids[7]});
    CHECK(must(world.runner.count(query)) == 3);
}

TEST_CASE("a search with very many hits is filtered, sorted and counted like one with few")
{
    World world;
    constexpr int Rows = 2500;
    std::vector<qint64> expected, all;
    for (int i = 0; i < Rows; ++i) {
        Record record = world.customer(std::to_string(i).c_str(), i % 100 == 7 ? "Borealis" : "Acme");
        record.set(customer::Stars, qint64(i % 5));
        record.set(customer::Amount, qint64(Rows - i));
        record.setDeleted(i == 4);
        const qint64 rid = must(world.store.insert(record));
        if (i % 100 == 7 || i == 4)
            continue;
        all.push_back(rid);
        if (i % 5 == 4)
            expected.insert(expected.begin(), rid);
    }
    CHECK(world.find("acme") == all);
    Query query;
    query.entity = customer::Entity;
    query.search = QStringLiteral("acme");
    CHECK(must(world.runner.count(query)) == qint64(all.size()));
    query.filter = Filter::is(customer::Stars.id, 4);
    query.sort = {{customer::Amount.id, false}};
    CHECK(must(world.runner.rids(query)) == expected);
    CHECK(must(world.runner.count(query)) == qint64(expected.size()));
    query.limit = 3;
    CHECK(must(world.runner.rids(query)) == Rids(expected.begin(), expected.begin() + 3));
    query.sort.clear();
    CHECK(must(world.runner.rids(query)) == Rids{expected.rbegin()[0], expected.rbegin()[1], expected.rbegin()[2]});
}

TEST_CASE("a phrase does not reach from one field into the next")
{
    World world;
    Record record = world.customer("a", "北京");
    record.set(customer::Notes, QStringLiteral("长城"));
    const qint64 rid = must(world.store.insert(record));
    CHECK(world.find("北京") == Rids{rid});
    CHECK(world.find("京长").empty());
}

TEST_CASE("words that are gathered are found as if they had been written at once, also of rows that change twice, go, and make room")
{
    constexpr const char *Names[] = {"长城", "海鸥", "金桥", "华美", "东方"};
    World gathering, plain;
    SeededRandom random(GENERATE(3, 4, 5));
    for (int round = 0; round < 30; ++round) {
        auto transaction = must(Transaction::begin(*gathering.database));
        GatheredWords words(gathering.store);
        for (int change = 0; change < 20; ++change) {
            const QByteArray id = QByteArray::number(qint64(random.below(12)));
            Record record = plain.customer(id.constData(), Names[random.below(std::size(Names))]);
            record.setDeleted(random.below(4) == 0);
            const bool goes = random.below(5) == 0;
            for (World *world : {&gathering, &plain}) {
                if (goes)
                    (void)must(world->store.remove(record.ref()));
                else
                    (void)must(world->store.upsert(record));
            }
        }
        must(words.write());
        must(transaction.commit());
        for (const char *name : Names)
            REQUIRE(gathering.find(name) == plain.find(name));
    }
}

TEST_CASE("what was gathered in a transaction that is rolled back is in no index")
{
    World world;
    {
        const auto transaction = must(Transaction::begin(*world.database));
        GatheredWords words(world.store);
        must(world.store.insert(world.customer("a", "长城")));
    }
    const qint64 other = must(world.store.insert(world.customer("b", "海鸥")));
    CHECK(world.find("长城").empty());
    CHECK(world.find("海鸥") == Rids{other});
}
