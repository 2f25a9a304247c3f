// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/defaults.h"
#include "common/storage/values.h"
#include "server/services/valuetiers.h"

#include <QDate>
#include <QElapsedTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

constexpr qint64 HourMs = 3'600'000, DayMs = 24 * HourMs;

void declareSalesToo(Catalogue &catalogue)
{
    MemoryServer::declareSome(catalogue);
    declareSales(catalogue);
}

struct World : SmallCompany {
    explicit World(storage::Backend backend) : SmallCompany(backend, declareSalesToo) {}

    qint64 today() const { return rules::dayOf(clock.wallMs()); }

    Record order(const Record &customer, qint64 day, qint64 amount, SalesOrder::Status status = SalesOrder::Reviewed)
    {
        Record row(server.catalogue().at(SalesOrder::entity), ids.next());
        row.set(SalesOrder::account, customer.id());
        row.set(SalesOrder::orderDate, day);
        row.set(SalesOrder::baseTotal, amount);
        row.set(SalesOrder::status, qint64(status));
        server.insert(row);
        return now(row);
    }

    /// Lets the clock run until the tiers of this day are counted.
    void count()
    {
        const QByteArray day = QByteArray::number(today());
        for (int tick = 0; tick < 100 && server.store().meta(QStringLiteral("value_tiers_day")).value() != day; ++tick) {
            clock.advance(1'000);
            server.hub().tick();
            if (tick % 2 == 0)
                clock.advance(60'000);
        }
        REQUIRE(server.store().meta(QStringLiteral("value_tiers_day")).value() == day);
    }
    void nextDay() { clock.advance(DayMs); }

    QString tier(const Record &customer)
    {
        const Uuid id = now(customer)[Account::valueTier];
        for (const char *code : {"low", "medium", "high"})
            if (id == dictionaryItemId(QStringLiteral("value_tier"), QLatin1StringView(code)))
                return QLatin1StringView(code);
        return {};
    }

    Uuid ann = user(QStringLiteral("ann"), east, own);
};

bool counts(const Record &order, qint64 today)
{
    const qint64 status = order[SalesOrder::status];
    return !order.isDeleted() && status != SalesOrder::Draft && status != SalesOrder::PendingReview && status != SalesOrder::Cancelled
        && order[SalesOrder::orderDate] <= today;
}

/// The fifth in which the middle of all that equal this one lies.
int fifth(qint64 value, const QList<qint64> &all)
{
    const qsizetype less = std::ranges::count_if(all, [value](qint64 other) { return other < value; });
    const qsizetype equal = std::ranges::count(all, value);
    return 1 + int(std::min<qsizetype>(4, 5 * (2 * less + equal) / (2 * all.size())));
}

/// Everybody's tier from first principles: from the whole list of orders, with nothing kept.
QHash<Uuid, QString> tiersOf(World &world)
{
    const qint64 today = world.today();
    const QDate epoch(1970, 1, 1);
    const qint64 begin = epoch.daysTo(epoch.addDays(today).addMonths(-12));
    struct Bought { qint64 last = 0, orders = 0, amount = 0; };
    QHash<Uuid, Bought> bought;
    QHash<Uuid, QString> tiers;
    for (const Record &order : world.server.all(SalesOrder::entity)) {
        if (!counts(order, today))
            continue;
        tiers.insert(order[SalesOrder::account], QStringLiteral("low"));
        if (order[SalesOrder::orderDate] <= begin)
            continue;
        Bought &of = bought[order[SalesOrder::account]];
        of.last = std::max<qint64>(of.last, order[SalesOrder::orderDate]);
        of.orders += 1;
        of.amount += order[SalesOrder::baseTotal];
    }
    for (const Record &account : world.server.all(Account::entity))
        if (account.isDeleted()) {
            bought.remove(account.id());
            tiers.remove(account.id());
        }
    QList<qint64> last, orders, amounts;
    for (const Bought &of : bought) {
        last.append(of.last);
        orders.append(of.orders);
        amounts.append(of.amount);
    }
    for (auto of = bought.cbegin(); of != bought.cend(); ++of) {
        const int sum = fifth(of->last, last) + fifth(of->orders, orders) + fifth(of->amount, amounts);
        tiers.insert(of.key(), sum >= 12 ? QStringLiteral("high") : sum >= 8 ? QStringLiteral("medium") : QStringLiteral("low"));
    }
    return tiers;
}

void checkAll(World &world)
{
    const QHash<Uuid, QString> expected = tiersOf(world);
    for (const Record &account : world.server.all(Account::entity))
        if (!account.isDeleted())
            CHECK(world.tier(account) == expected.value(account.id()));
}

qint64 revOf(World &world, const Record &record) { return world.now(record).rev(); }

} // namespace

TEST_CASE("who bought lately, often and for much is of high value, who did not is low, and who never bought has no tier")
{
    World world(GUANXI_ON_BOTH);
    QList<Record> customers;
    for (int i = 0; i < 10; ++i) {
        customers.append(world.account(QStringLiteral("customer %1").arg(i), world.ann));
        for (int order = 0; order < i; ++order)
            world.order(customers[i], world.today() - 100 + i, 10'000 * i);
    }
    world.count();
    CHECK(world.tier(customers[9]) == QLatin1String("high"));
    CHECK(world.tier(customers[5]) == QLatin1String("medium"));
    CHECK(world.tier(customers[1]) == QLatin1String("low"));
    CHECK(world.tier(customers[0]).isEmpty());
    checkAll(world);
}

TEST_CASE("customers who bought alike are of the same value, and of a medium one where all did")
{
    World world(GUANXI_ON_BOTH);
    QList<Record> customers;
    for (int i = 0; i < 7; ++i) {
        customers.append(world.account(QStringLiteral("customer %1").arg(i), world.ann));
        world.order(customers[i], world.today() - 3, 500);
    }
    world.count();
    for (const Record &customer : customers)
        CHECK(world.tier(customer) == QLatin1String("medium"));
}

TEST_CASE("value tiers follow orders of all kinds, day by day, as they do from first principles")
{
    const storage::Backend backend = GUANXI_ON_BOTH;
    const quint64 seed = GENERATE(quint64(1), quint64(2), quint64(3));
    World world(backend);
    SeededRandom dice(seed);
    const auto below = [&dice](qint64 limit) { return qint64(dice.next() % quint64(limit)); };
    QList<Record> customers, orders;
    for (int i = 0; i < 40; ++i)
        customers.append(world.account(QStringLiteral("customer %1").arg(i), world.ann));
    for (int day = 0; day < 4; ++day) {
        for (int i = 0; i < 60; ++i)
            orders.append(world.order(customers[day + below(35)], world.today() - 500 + below(505), 1'000 * below(6), SalesOrder::Status(1 + below(7))));
        for (int i = 0; i < 5; ++i) {
            Record order = world.now(orders[below(orders.size())]);
            order.set(SalesOrder::status, qint64(SalesOrder::Cancelled));
            world.server.update(order);
        }
        world.server.commit({deletion(world.now(customers[day]))});
        world.count();
        checkAll(world);
        world.clock.advance((1 + below(90)) * DayMs);
    }
}

TEST_CASE("a cancelled order and a year gone by lower a value with the next day, no earlier")
{
    World world(GUANXI_ON_BOTH);
    QList<Record> customers;
    for (int i = 0; i < 5; ++i) {
        customers.append(world.account(QStringLiteral("customer %1").arg(i), world.ann));
        world.order(customers[i], world.today() - 30, 1'000);
    }
    const Record large = world.order(customers[0], world.today() - 1, 90'000);
    world.count();
    CHECK(world.tier(customers[0]) == QLatin1String("high"));

    Record cancelled = world.now(large);
    cancelled.set(SalesOrder::status, qint64(SalesOrder::Cancelled));
    world.server.update(cancelled);
    world.count();
    CHECK(world.tier(customers[0]) == QLatin1String("high"));
    world.nextDay();
    world.count();
    CHECK(world.tier(customers[0]) == QLatin1String("medium"));

    world.clock.advance(400 * DayMs);
    world.count();
    for (const Record &customer : customers)
        CHECK(world.tier(customer) == QLatin1String("low"));
}

TEST_CASE("only customers whose tier changes are written: by the system, in their history, and with nobody as the one who changed them")
{
    World world(GUANXI_ON_BOTH);
    const Record good = world.account(QStringLiteral("good"), world.ann);
    const Record idle = world.account(QStringLiteral("idle"), world.ann);
    world.order(good, world.today() - 2, 1'000);
    const qint64 before = revOf(world, idle);
    const Value changed = world.now(good).value(system::UpdatedAt);
    world.clock.advance(HourMs);
    world.count();
    CHECK(revOf(world, idle) == before);
    const Record now = world.now(good);
    CHECK(now.value(system::UpdatedAt) == changed);
    const QList<server::LogEntry> history = world.server.store().history(good.ref(), now.rev() + 1, 1).value();
    REQUIRE(history.size() == 1);
    CHECK(history.first().name == QLatin1String("value_tiers"));
    CHECK(history.first().user.isNull());
    WireClient client(world.server, QStringLiteral("ann"), world.ann, world.clock);
    CHECK(client.pullAll().value(good.ref())[Account::valueTier] == now[Account::valueTier]);

    const qint64 head = world.server.hub().head().value();
    world.nextDay();
    world.count();
    CHECK(world.server.hub().head().value() == head);
}

TEST_CASE("a server that starts counts what was due while none ran, and a walk that was cut off begins anew")
{
    World world(GUANXI_ON_BOTH);
    QList<Record> customers;
    for (int i = 0; i < 310; ++i)
        customers.append(world.account(QStringLiteral("customer %1").arg(i), world.ann));
    world.order(customers[309], world.today(), 1'000);
    world.clock.advance(61'000);
    world.server.hub().tick(); // begun, and no more
    world.server.restart();
    CHECK(world.tier(customers[309]).isEmpty());
    world.count();
    CHECK(world.tier(customers[309]) == QLatin1String("medium"));
}

TEST_CASE("value tiers of many customers are counted in steps that are short for those who wait", "[.large]")
{
    World world(storage::Backend::Sqlite);
    storage::Database &database = world.server.store().database();
    const QByteArray customers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)";
    const auto run = [&](const QByteArray &sql) { REQUIRE(database.execute(sql)); };
    const Entity &account = world.server.catalogue().at(Account::entity), &order = world.server.catalogue().at(SalesOrder::entity);
    const auto column = [](const Entity &entity, FieldId field) { return storage::columnName(*entity.field(field)); };
    const QByteArray orders = "SELECT randomblob(16), 1, 0, x'', id, " + QByteArray::number(world.today()) + " - abs(random() % 600), abs(random() % 1000000), 3 FROM account";
    run(customers + " INSERT INTO account (id, rev, deleted, scopes) SELECT randomblob(16), 1, 0, x'' FROM n");
    for (int each = 0; each < 2; ++each)
        run("INSERT INTO sales_order (id, rev, deleted, scopes, " + column(order, SalesOrder::account.id) + ", " + column(order, SalesOrder::orderDate.id) + ", "
            + column(order, SalesOrder::baseTotal.id) + ", " + column(order, SalesOrder::status.id) + ") " + orders);
    run("UPDATE account SET " + column(account, Account::valueTier.id) + " = x'" + dictionaryItemId(QStringLiteral("value_tier"), QStringLiteral("medium")).bytes().toHex() + "'");
    qint64 written = 0;
    server::ValueTiers tiers(world.server.store(), [&](const QList<RecordChange> &changes) {
        written += changes.size(); // writing has its own figures
        return Result<void>();
    });
    REQUIRE(tiers.begin(world.today()));
    qint64 steps = 0, longest = 0;
    QElapsedTimer all;
    all.start();
    for (; tiers.isWorking(); ++steps) {
        QElapsedTimer one;
        one.start();
        REQUIRE(tiers.step());
        longest = std::max(longest, one.nsecsElapsed());
    }
    WARN(steps << " steps, the longest " << longest / 1'000 << " us, all " << all.elapsed() << " ms, " << written << " changes");
    CHECK(all.elapsed() / steps < 20); // one of them may wait for the machine
}
