// SPDX-License-Identifier: GPL-3.0-or-later
// A company founded with an earlier program, and what a newer one brings it.
#include "smallcompany.h"

#include "common/model/catalogue/builtinroles.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/marketing.h"
#include "common/model/catalogue/reference.h"
#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/service.h"
#include "common/model/catalogue/stock.h"
#include "common/model/catalogue/work.h"
#include "common/storage/statement.h"

#include <thread>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// As it was before there was anything of marketing.
void declareEarlier(Catalogue &catalogue)
{
    declareDictionaries(catalogue);
    declareOrganisation(catalogue);
    declareReference(catalogue);
    declareCustomers(catalogue);
    declareSales(catalogue);
    declareStock(catalogue);
    declareService(catalogue);
    declareWork(catalogue);
    declarePlatform(catalogue);
}

struct World : SmallCompany {
    explicit World(storage::Backend backend) : SmallCompany(backend, declareEarlier)
    {
        QList<Record> rows;
        for (const Record &row : builtInRows(server.catalogue()))
            if (!isLeftOut(row))
                rows.append(row);
        server.insertAll(rows);
    }

    /// Two currencies, and cost and margin of orders, came later than this company.
    static bool isLeftOut(const Record &row)
    {
        return row.id() == currencyId(QStringLiteral("USD")) || row.id() == currencyId(QStringLiteral("EUR"))
            || (row.entity().id == FieldRule::entity && row[FieldRule::object] == QStringLiteral("sales_order")
                && QStringList{QStringLiteral("margin"), QStringLiteral("cost_total")}.contains(row[FieldRule::field]));
    }

    void update()
    {
        server.install(declareAll);
        const std::shared_ptr<storage::Database> open = server.database();
        server.stop();
        server.start(open);
    }
    Record rule(const QString &role, const Entity &object, Action action)
    {
        for (const Record &row : server.all(AccessRule::entity))
            if (row[AccessRule::role] == roleId(role) && row[AccessRule::object] == object.name && row[AccessRule::action] == qint64(action))
                return row;
        return {};
    }
    Record rule(const QString &role, EntityId object, Action action) { return rule(role, server.catalogue().at(object), action); }
    void remove(const Record &row) { server.commit({deletion(row)}); }

    Uuid boss = user(QStringLiteral("boss"), east);
};

bool maySee(World &world, const Uuid &user, EntityId entity)
{
    return world.server.rightsOf(user).may(Action::View, entity, {{}, world.east, {}, true});
}

qint64 provisionsLogged(World &world)
{
    storage::Statement count(world.server.store().database(), "SELECT COUNT(DISTINCT action) FROM change_log WHERE name = 'provide_built_in'");
    return count.single().value().value_or(-1);
}

} // namespace

TEST_CASE("a company of an earlier program gets the built-in rights of new entities when a newer server starts")
{
    World world(GUANXI_ON_BOTH);
    world.server.grant(world.boss, roleId(QStringLiteral("sales_director")));
    world.update();
    CHECK_FALSE(maySee(world, world.boss, Campaign::entity));
    QStringList log;
    QObject::connect(&world.server.hub(), &server::Hub::logged, &world.server.hub(), [&log](const QString &line) { log.append(line); });
    REQUIRE(world.server.hub().provide());
    CHECK(maySee(world, world.boss, Campaign::entity));
    CHECK(provisionsLogged(world) == 1);
    REQUIRE(log.size() == 1);
    CHECK(log.first().contains(QLatin1String("campaign")));
    for (const Record &row : builtInRows(world.server.catalogue()))
        CHECK(world.now(row).isValid());

    const qint64 head = world.server.hub().head().value();
    REQUIRE(world.server.hub().provide());
    CHECK(world.server.hub().head().value() == head);
    CHECK(log.size() == 1);
}

TEST_CASE("what an administrator has deleted or changed stays so, also when the program is updated")
{
    World world(GUANXI_ON_BOTH);
    const QString director = QStringLiteral("sales_director"), developer = QStringLiteral("developer");
    world.remove(world.rule(director, ids::Ticket, Action::View));
    Record narrowed = world.rule(director, ids::Account, Action::View);
    narrowed.set(AccessRule::scope, qint64(Reach::Own));
    world.server.update(narrowed);
    const RecordRef item{DictionaryItem::entity, dictionaryItemId(QStringLiteral("source"), QStringLiteral("referral"))};
    world.remove(world.server.record(item));
    world.remove(world.server.record({Role::entity, roleId(developer)}));
    world.update();
    REQUIRE(world.server.hub().provide());

    CHECK(world.rule(director, ids::Ticket, Action::View).isDeleted());
    CHECK(world.rule(director, ids::Account, Action::View)[AccessRule::scope] == qint64(Reach::Own));
    CHECK(world.server.record(item).isDeleted());
    CHECK(world.server.record({Role::entity, roleId(developer)}).isDeleted());
    CHECK_FALSE(world.rule(developer, ids::Campaign, Action::View).isValid());
    CHECK(world.rule(director, ids::Campaign, Action::View).isValid());
}

TEST_CASE("a field that came later is hidden from whom it is hidden in a new company, unless somebody has ruled about it")
{
    World world(GUANXI_ON_BOTH);
    world.server.hideField(roleId(QStringLiteral("account_manager")), SalesOrder::entity, SalesOrder::margin.id, FieldRight::Read);
    world.update();
    REQUIRE(world.server.hub().provide());
    const auto rights = [&](const QString &field) {
        QList<qint64> given;
        for (const Record &row : world.server.all(FieldRule::entity))
            if (row[FieldRule::role] == roleId(QStringLiteral("account_manager")) && row[FieldRule::object] == QStringLiteral("sales_order") && row[FieldRule::field] == field)
                given.append(row[FieldRule::right]);
        return given;
    };
    CHECK(rights(QStringLiteral("margin")) == QList<qint64>{qint64(FieldRight::Read)});
    CHECK(rights(QStringLiteral("cost_total")) == QList<qint64>{qint64(FieldRight::Hidden)});
}

TEST_CASE("an entity for which somebody has given rights already gets no others, and a code that was taken stays with whom it has")
{
    World world(GUANXI_ON_BOTH);
    Record euro(world.server.catalogue().at(Currency::entity), world.ids.next());
    euro.set(Currency::code, QStringLiteral("EUR"));
    euro.set(Currency::name, QStringLiteral("our euro"));
    euro.set(Currency::decimals, qint64(2));
    euro.set(Currency::symbol, QStringLiteral("€"));
    world.server.insert(euro);
    world.update();
    const Uuid role = world.server.addRole(QStringLiteral("marketing"), {{Campaign::entity, Reach::Department}});
    REQUIRE(world.server.hub().provide());
    CHECK_FALSE(world.rule(QStringLiteral("sales_director"), ids::Campaign, Action::View).isValid());
    CHECK(world.rule(QStringLiteral("sales_director"), ids::Survey, Action::View).isValid());
    CHECK(world.server.record({Role::entity, role}).isValid());
    CHECK_FALSE(world.server.record({Currency::entity, currencyId(QStringLiteral("EUR"))}).isValid());
    CHECK(world.server.record({Currency::entity, currencyId(QStringLiteral("USD"))}).isValid());
}

TEST_CASE("of several servers that start over one PostgreSQL at once one gives what is missing")
{
    World world(storage::Backend::Postgres);
    const storage::DatabaseOptions options = world.database.options();
    world.server.stop();
    std::atomic<int> provided = 0;
    std::atomic<int> ready = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&, i] {
            FakeClock clock;
            SeededRandom random{quint64(50 + i)};
            MemoryServer process(clock, random, options, declareAll);
            ++ready;
            while (ready < 3)
                std::this_thread::yield();
            if (process.hub().provide())
                ++provided;
        });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(provided == 3);
    world.server.install(declareAll);
    world.server.start(std::shared_ptr<storage::Database>(storage::Database::open(options).value()));
    CHECK(provisionsLogged(world) == 1);
    for (const Record &row : builtInRows(world.server.catalogue()))
        CHECK(world.now(row).isValid());
}
