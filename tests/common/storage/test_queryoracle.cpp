// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryoracle.h"
#include "randomrecords.h"
#include "testcatalogue.h"
#include "testdatabase.h"

#include "common/model/filterjson.h"
#include "common/rules/conditions.h"

#include <QJsonDocument>

#include <unordered_set>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

/// 400 customers over a tree of regions, and the oracle that knows them.
struct World {
    explicit World(StoreVariant variant)
        : database(variant.backend), store(*database, catalogue, variant.kind), runner(*database, catalogue, variant.kind)
    {
        declareTest(catalogue);
        must(ensureSchema(*database, catalogue, variant.kind));
        addRegions();
        std::vector<StoredRecord> rows;
        for (int i = 0; i < 400; ++i) {
            Record record = tameCustomer(catalogue, random, regions);
            // Some are about another, some about a region, which must not be taken for one.
            if (i % 3 == 1)
                record.set(customer::About, rows.at(size_t(i * 7 % i)).record.ref());
            else if (i % 3 == 2)
                record.set(customer::About, RecordRef{region::Entity, regions.at(i % 7)});
            rows.push_back({record, must(store.insert(record)), {}});
        }
        QList<Record> customers;
        for (const StoredRecord &row : rows)
            customers.append(row.record);
        oracle = std::make_unique<QueryOracle>(std::move(rows));
        oracle->referring = customers;
        oracle->others = regionRecords;
        oracle->parentField = region::Parent.id;
    }

    /// Ids of customers, and one of nobody.
    QList<Uuid> some(quint64 count)
    {
        QList<Uuid> ids{Uuid::named("nobody")};
        for (quint64 i = 0; i < count; ++i)
            ids.append(oracle->referring.at(qsizetype(random.below(400))).id());
        return ids;
    }

    void addRegions()
    {
        for (int i = 0; i < 7; ++i) {
            Record record(catalogue.at(region::Entity), Uuid::named(QByteArray::number(i)));
            record.set(region::Name, QStringLiteral("region %1").arg(i));
            if (i > 0)
                record.set(region::Parent, regions.at((i - 1) / 2));
            record.setDeleted(i == 6);
            must(store.insert(record));
            regions.append(record.id());
            regionRecords.insert(record.id(), record);
        }
    }

    Filter leaf()
    {
        using enum Filter::Kind;
        static const QList<Filter::Kind> comparisons{Is, IsNot, Less, LessOrEqual, Greater, GreaterOrEqual};
        const Filter::Kind comparison = comparisons.at(qsizetype(random.below(quint64(comparisons.size()))));
        const Uuid place = regions.at(qsizetype(random.below(7)));
        static const QString parts[] = {QStringLiteral("ac"), QStringLiteral("长"), QStringLiteral("É"),
                                        QStringLiteral("NORTH"), QStringLiteral("%"), QStringLiteral("Acme")};
        const QString part = parts[random.below(std::size(parts))];
        switch (random.below(20)) {
        case 0: return Filter::compare(comparison, customer::Stars.id, qint64(random.below(5)));
        case 1: return Filter::compare(comparison, customer::Amount.id, qint64(random.below(2000)) - 1000);
        case 2: return Filter::compare(comparison, customer::Name.id, part);
        case 3: return Filter::contains(customer::Name.id, part);
        case 4: return Filter::startsWith(customer::Name.id, part);
        case 5: return Filter::between(customer::Stars.id, qint64(random.below(3)), qint64(2 + random.below(3)));
        case 6: return Filter::empty(random.below(2) ? customer::Name.id : customer::Tags.id);
        case 7: return Filter::notEmpty(random.below(2) ? customer::Name.id : customer::Region.id);
        case 8: return Filter::in(customer::Stars.id, {1, qint64(random.below(5))});
        case 9: return Filter::contains(customer::Tags.id, QStringLiteral("vip"));
        case 10: return Filter::contains(customer::Friends.id, place);
        case 11: return Filter::related(customer::Region.id, Filter::contains(region::Name.id, QString::number(random.below(7))));
        case 12: return Filter::inSubtree(customer::Region.id, place);
        case 13: return Filter::lastDays(customer::Founded.id, int(1 + random.below(5)));
        case 14: return Filter::lastDays(customer::Seen.id, int(1 + random.below(5)));
        case 15: return Filter::referred(customer::Entity, customer::About.id);
        case 16: return Filter::referred(customer::Entity, customer::About.id, {leaf()});
        case 17: return Filter::mine(customer::Region.id);
        case 18: return {Filter::Kind::MyDepartment, customer::Region.id, {}, {}};
        case 19: return Filter::among(some(random.below(60)));
        default: return Filter::is(customer::Region.id, random.below(2) ? Value(place) : Value());
        }
    }

    Filter tree(int depth)
    {
        if (depth == 0 || random.below(3) == 0)
            return leaf();
        switch (random.below(3)) {
        case 0: return Filter::negate(tree(depth - 1));
        case 1: return Filter::all({tree(depth - 1), tree(depth - 1)});
        default: return Filter::any({tree(depth - 1), tree(depth - 1), leaf()});
        }
    }

    Query query()
    {
        static const QList<FieldId> sortable{customer::Stars.id, customer::Amount.id, customer::Founded.id};
        Query query;
        query.entity = customer::Entity;
        query.today = 20'008;
        query.now = query.today * 86'400'000;
        query.deleted = Deleted(std::max(0, int(random.below(5)) - 2));
        query.me = regions.at(3);
        query.department = regions.at(1);
        query.limit = random.below(4) ? 0 : qint64(1 + random.below(30));
        query.filter = random.below(8) ? tree(3) : Filter();
        for (quint64 i = random.below(3); i > 0; --i)
            query.sort.append({sortable.at(qsizetype(random.below(3))), random.below(2) == 0});
        return query;
    }

    SeededRandom random{20261121};
    Catalogue catalogue;
    TestDatabase database;
    RecordStore store;
    QueryRunner runner;
    QList<Uuid> regions;
    QHash<Uuid, Record> regionRecords;
    std::unique_ptr<QueryOracle> oracle;
};

} // namespace

TEST_CASE("random queries find the same rows in the same order as looking at every row")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    World world(variant);
    size_t hits = 0;
    for (int i = 0; i < 300; ++i) {
        INFO("query " << i);
        const Query query = world.query();
        const auto expected = world.oracle->rids(query);
        REQUIRE(must(world.runner.rids(query)) == expected);
        REQUIRE(must(world.runner.count(query)) == qint64(world.oracle->matching(query).size()));
        hits += expected.size();
    }
    CHECK(hits > 5000);
}

TEST_CASE("a condition asked of a record in memory finds the rows that the database finds")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    World world(variant);
    Field field;
    field.conditionOn = customer::Entity;
    int asked = 0;
    for (int i = 0; i < 300; ++i) {
        Query query = world.query();
        query.limit = 0;
        query.sort.clear();
        const QString written = QString::fromUtf8(QJsonDocument(filterToJson(query.filter)).toJson(QJsonDocument::Compact));
        INFO(written.toStdString());
        const Result<Filter> condition = rules::readCondition(field, written, world.catalogue);
        if (!condition)
            continue;
        std::vector<qint64> met, found;
        std::unordered_set<qint64> compared;
        for (const StoredRecord *row : world.oracle->matching({customer::Entity, {}, {}, {}, query.deleted, 0, 0, 0, {}, {}})) {
            // Nobody's records hold an empty text: it is stored as nothing.
            if (row->record.value(customer::Name.id) == Value(QString()))
                continue;
            compared.insert(row->rid);
            if (rules::passes(row->record, *condition, {query.now, query.today}))
                met.push_back(row->rid);
        }
        for (const qint64 rid : must(world.runner.rids(query)))
            if (compared.contains(rid))
                found.push_back(rid);
        REQUIRE(found == met);
        asked += condition->isEmpty() ? 0 : 1;
    }
    CHECK(asked > 50);
}

TEST_CASE("rows that others name, or nobody does, under a condition on the others")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    World world(variant);
    std::vector<StoredRecord> regions;
    for (const Record &region : std::as_const(world.regionRecords))
        regions.push_back({region, must(world.store.load(region.ref()))->rid, {}});
    QueryOracle oracle(std::move(regions));
    oracle.others = world.regionRecords;
    oracle.parentField = region::Parent.id;
    oracle.referring = world.oracle->referring + world.regionRecords.values();
    size_t hits = 0;
    for (int i = 0; i < 60; ++i) {
        INFO("query " << i);
        const Filter condition = Filter::all({world.leaf(), world.leaf()});
        const Filter with = Filter::referred(customer::Entity, customer::Region.id, {condition});
        const Filter below = Filter::referred(region::Entity, region::Parent.id, {with});
        Query query = world.query();
        query.entity = region::Entity;
        query.sort.clear();
        query.limit = 0;
        for (const Filter &filter : {with, Filter::negate(with), below, Filter::negate(below), Filter::referred(region::Entity, region::Parent.id)}) {
            query.filter = filter;
            const auto expected = oracle.rids(query);
            REQUIRE(must(world.runner.rids(query)) == expected);
            hits += expected.size();
        }
    }
    CHECK(hits > 500);
}

TEST_CASE("a condition on rows that do not point here is refused")
{
    World world(SqliteServer);
    Query query;
    query.entity = customer::Entity;
    for (const Filter &filter : {Filter::referred(region::Entity, region::Parent.id), Filter::referred(999, 16), Filter::referred(customer::Entity, 999)}) {
        query.filter = filter;
        CHECK(world.runner.rids(query).error().code == ErrorCode::BadValue);
    }
}

TEST_CASE("figures and groups agree with adding up every row")
{
    const StoreVariant variant = GENERATE(SqliteServer, PostgresServer, SqliteCache);
    World world(variant);
    for (int i = 0; i < 40; ++i) {
        INFO("query " << i);
        Query query = world.query();
        query.limit = 0;
        Aggregate expected;
        QMap<qint64, Group> groups;
        for (const StoredRecord *row : world.oracle->matching(query)) {
            Group &group = groups[row->record.isNull(customer::Stars) ? -1 : row->record[customer::Stars]];
            group.sums.resize(1);
            ++group.count;
            if (row->record.isNull(customer::Amount))
                continue;
            const qint64 amount = row->record[customer::Amount];
            ++expected.count;
            expected.sum = expected.sum.value_or(0) + amount;
            expected.minimum = std::min(expected.minimum.value_or(amount), amount);
            expected.maximum = std::max(expected.maximum.value_or(amount), amount);
            group.sums[0] = group.sums[0].value_or(0) + amount;
        }
        const Aggregate found = must(world.runner.aggregate(query, {customer::Stars.id, customer::Amount.id})).at(1);
        REQUIRE(found.count == expected.count);
        REQUIRE(found.sum == expected.sum);
        REQUIRE(found.minimum == expected.minimum);
        REQUIRE(found.maximum == expected.maximum);
        REQUIRE(found.average().has_value() == (expected.count > 0));
        const auto byStars = must(world.runner.group(query, customer::Stars.id, {customer::Amount.id}));
        REQUIRE(byStars.size() == groups.size());
        for (const Group &group : byStars) {
            const Group wanted = groups.value(group.key.isNull() ? -1 : group.key.number());
            REQUIRE(group.count == wanted.count);
            REQUIRE(group.sums == wanted.sums);
        }
    }
}
