// SPDX-License-Identifier: GPL-3.0-or-later
// What the server keeps of forecasts, and of what is achieved of targets.
#include "smallcompany.h"

#include "common/model/catalogue/sales.h"
#include "common/model/catalogue/stock.h"
#include "common/rules/defaults.h"
#include "common/rules/periods.h"
#include "common/storage/layout.h"
#include "common/storage/values.h"
#include "server/services/dailyforecasts.h"
#include "server/services/targetprogress.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QElapsedTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace Qt::StringLiterals;
using rules::PeriodKind;

namespace {

constexpr qint64 One = 10'000, DayMs = 86'400'000;

void declareSalesToo(Catalogue &catalogue)
{
    MemoryServer::declareStockToo(catalogue);
    declareSales(catalogue);
}

struct World : SmallCompany {
    explicit World(storage::Backend backend) : SmallCompany(backend, declareSalesToo)
    {
        clock.advance(DayMs - clock.wallMs() % DayMs); // in the morning, so that the day lasts for what is tested
    }

    qint64 today() const { return rules::dayOf(clock.wallMs()); }
    QString period(int months = 0) const { return rules::periodAfter(rules::periodOf(PeriodKind::Month, today()), months); }

    Record opportunity(const Uuid &whose, qint64 amount, qint64 probability, qint64 closeOn, Opportunity::Status status = Opportunity::Developing)
    {
        Record row(server.catalogue().at(Opportunity::entity), ids.next());
        row.set(Opportunity::customerName, u"宏远"_s);
        row.set(Opportunity::summary, u"泵"_s);
        row.set(Opportunity::devStatus, qint64(status));
        row.set(Opportunity::probability, probability);
        row.set(Opportunity::amount, amount);
        row.set(Opportunity::exchangeRate, qint64(1'000'000));
        row.set(Opportunity::expectedCloseOn, closeOn);
        row.set(Opportunity::assignedTo, whose);
        row.set(Opportunity::provider, whose);
        server.insert(row);
        return now(row);
    }
    /// Of one line.
    Record order(const Uuid &whose, qint64 day, qint64 amount, SalesOrder::Status status = SalesOrder::Reviewed, const Record &customer = {})
    {
        Record row(server.catalogue().at(SalesOrder::entity), ids.next());
        row.set(SalesOrder::salesperson, whose);
        row.set(SalesOrder::orderDate, day);
        row.set(SalesOrder::exchangeRate, qint64(1'000'000));
        row.set(SalesOrder::status, qint64(status));
        if (customer.isValid())
            row.set(SalesOrder::account, customer.id());
        Record line(server.catalogue().at(SalesOrderLine::entity), ids.next());
        line.set(SalesOrderLine::order, row.id());
        line.set(SalesOrderLine::quantity, One);
        line.set(SalesOrderLine::unitPrice, amount);
        line.set(SalesOrderLine::taxRate, qint64(0));
        server.insertAll({row, line});
        return now(row);
    }
    Record target(RefField field, const Uuid &id, const QString &of, qint64 measure = SalesTarget::Revenue)
    {
        Record row(server.catalogue().at(SalesTarget::entity), ids.next());
        row.set(SalesTarget::period, of);
        row.set(field, id);
        row.set(SalesTarget::measure, measure);
        row.set(SalesTarget::target, qint64(1'000 * 100));
        server.insert(row);
        return row;
    }
    qint64 achieved(const Record &row) { return now(row)[SalesTarget::achieved]; }

    /// Lets the clock run until nothing is left to do.
    static void run(MemoryServer &at, FakeClock &time, int minutes = 6)
    {
        for (int minute = 0; minute < minutes; ++minute) {
            time.advance(60'000);
            for (int tick = 0; tick < 10; ++tick) {
                time.advance(1'000);
                at.hub().tick();
            }
        }
    }
    void run(int minutes = 6) { run(server, clock, minutes); }
    QList<Record> kept(const Uuid &whose)
    {
        QList<Record> rows;
        for (const Record &row : server.all(ForecastSnapshot::entity))
            if (row[ForecastSnapshot::user] == whose)
                rows.append(row);
        std::ranges::sort(rows, {}, [](const Record &row) { return std::pair(row[ForecastSnapshot::takenOn], row[ForecastSnapshot::period]); });
        return rows;
    }

    Uuid ann = user(u"ann"_s, east, own);
    Uuid bea = user(u"bea"_s, west, own);
};

} // namespace

TEST_CASE("the server keeps everybody's forecast once a day, month by month")
{
    World world(GUANXI_ON_BOTH);
    const qint64 next = rules::daysOf(world.period(1))->first + 3;
    world.opportunity(world.ann, 1'000 * One, 5'000, next);
    world.opportunity(world.ann, 400 * One, 9'000, next + 1);
    world.opportunity(world.ann, 70 * One, 5'000, world.today() - 1);         // overdue: in no month
    world.opportunity(world.ann, 80 * One, 5'000, world.today() + 500);       // beyond what a forecast looks at
    world.opportunity(world.ann, 90 * One, 10'000, next, Opportunity::Succeeded);
    world.opportunity(world.bea, 30 * One, 1'000, next);
    world.order(world.ann, world.today(), 600 * One);
    world.order(world.ann, world.today(), 5'000 * One, SalesOrder::Draft);
    world.run();

    const QList<Record> anns = world.kept(world.ann);
    REQUIRE(anns.size() == 2);
    CHECK(anns[0][ForecastSnapshot::period] == world.period());
    CHECK(anns[0][ForecastSnapshot::won] == 600 * One);
    CHECK(anns[0][ForecastSnapshot::best] == 0);
    CHECK(anns[1][ForecastSnapshot::period] == world.period(1));
    CHECK(anns[1][ForecastSnapshot::best] == 1'400 * One);
    CHECK(anns[1][ForecastSnapshot::weighted] == 860 * One);
    CHECK(anns[1][ForecastSnapshot::committed] == 400 * One);
    CHECK(anns[1][ForecastSnapshot::takenOn] == world.today());
    CHECK(anns[1].value(system::Department).id() == world.east);
    REQUIRE(world.kept(world.bea).size() == 1);
    CHECK(world.kept(world.bea).first()[ForecastSnapshot::weighted] == 3 * One);

    // The same day once only, also after a new start; what changed meanwhile counts the next day.
    world.opportunity(world.ann, 200 * One, 5'000, next);
    world.server.restart();
    world.run();
    CHECK(world.kept(world.ann).size() == 2);
    world.clock.advance(3 * DayMs); // nobody was there for days
    world.run();
    const QList<Record> later = world.kept(world.ann);
    CHECK(later.back()[ForecastSnapshot::takenOn] == world.today());
    CHECK(later.back()[ForecastSnapshot::best] == 1'600 * One);
    CHECK(std::ranges::none_of(later, [&](const Record &row) { return row[ForecastSnapshot::takenOn] == world.today() - 1; }));
}

TEST_CASE("a day of forecasts that was cut off is finished without anything twice")
{
    World world(GUANXI_ON_BOTH);
    const qint64 day = rules::daysOf(world.period(1))->first;
    world.opportunity(world.ann, 100 * One, 5'000, day);
    world.opportunity(world.bea, 100 * One, 5'000, day);
    world.run();
    REQUIRE(world.server.all(ForecastSnapshot::entity).size() == 2);
    // As if it had died before it noted the day.
    storage::test::must(world.server.store().setMeta(u"forecasts_day"_s, QByteArray()));
    world.opportunity(world.bea, 100 * One, 5'000, rules::daysOf(world.period(2))->first);
    world.server.restart();
    world.run();
    CHECK(world.kept(world.ann).size() == 1);
    CHECK(world.kept(world.bea).size() == 2);
}

TEST_CASE("what is achieved of targets follows orders, by person, department, region and measure")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(u"宏远"_s, world.ann, world.east);
    const Record ofAnn = world.target(SalesTarget::user, world.ann, world.period());
    const Record ofEast = world.target(SalesTarget::targetDepartment, world.east, rules::periodOf(PeriodKind::Year, world.today()));
    const Record ofAll = world.target(SalesTarget::targetDepartment, world.server.root, world.period());
    const Record ofRegion = world.target(SalesTarget::region, dictionaryItemId(u"region"_s, u"CN-E"_s), world.period());
    const Record count = world.target(SalesTarget::user, world.ann, world.period(), SalesTarget::Orders);
    const Record provided = world.target(SalesTarget::user, world.bea, world.period(), SalesTarget::Opportunities);
    const Record old = world.target(SalesTarget::user, world.ann, world.period(-40));
    const Record order = world.order(world.ann, world.today(), 600 * One, SalesOrder::Reviewed, customer);
    world.order(world.bea, world.today(), 50 * One);
    world.order(world.ann, world.today(), 5'000 * One, SalesOrder::PendingReview);
    world.opportunity(world.bea, 30 * One, 1'000, world.today());
    world.run();
    CHECK(world.achieved(ofAnn) == 600 * 100);
    CHECK(world.achieved(ofEast) == 600 * 100);
    CHECK(world.achieved(ofAll) == 650 * 100);
    CHECK(world.achieved(ofRegion) == 600 * 100);
    CHECK(world.achieved(count) == 1 * 100);
    CHECK(world.achieved(provided) == 1 * 100);
    CHECK(world.now(old).isNull(SalesTarget::achieved));

    Record cancelled = world.now(order);
    cancelled.set(SalesOrder::status, qint64(SalesOrder::Cancelled));
    world.server.update(cancelled);
    world.run(12);
    CHECK(world.achieved(ofAnn) == 0);
    CHECK(world.achieved(ofAll) == 50 * 100);
    // Without a change nothing is written again.
    const qint64 head = storage::test::must(world.server.hub().head());
    world.run(12);
    CHECK(storage::test::must(world.server.hub().head()) == head);
}

TEST_CASE("of several servers over one database one keeps the day's forecasts, and the next goes on when it dies")
{
    World world(storage::Backend::Postgres);
    world.opportunity(world.ann, 100 * One, 5'000, rules::daysOf(world.period(1))->first);
    FakeClock clock;
    clock.setWall(world.clock.wallMs());
    SeededRandom random(11);
    MemoryServer other(clock, random, world.database.options(), declareSalesToo);
    for (int round = 0; round < 3; ++round) {
        World::run(other, clock, 2);
        world.run(2);
    }
    CHECK(world.kept(world.ann).size() == 1);

    world.clock.advance(DayMs);
    clock.advance(DayMs);
    world.server.stop();
    World::run(other, clock);
    int today = 0;
    for (const Record &row : other.all(ForecastSnapshot::entity))
        today += row[ForecastSnapshot::takenOn] == world.today();
    CHECK(today == 1);
}

TEST_CASE("forecasts over a million opportunities, and what is achieved of targets, are counted in steps", "[.large]")
{
    World world(storage::Backend::Sqlite);
    for (int person = 0; person < 98; ++person)
        world.user(u"u%1"_s.arg(person), world.east);
    storage::Database &database = world.server.store().database();
    const Entity &deal = world.server.catalogue().at(Opportunity::entity), &order = world.server.catalogue().at(SalesOrder::entity);
    const auto run = [&](const QByteArray &sql) { REQUIRE(database.execute(sql)); };
    const auto fill = [&](const Entity &entity, int rows, const QList<std::pair<FieldId, QByteArray>> &values) {
        QByteArray columns, selected;
        for (const auto &[field, value] : values) {
            columns += ", " + storage::columnName(*entity.field(field));
            selected += ", " + value;
        }
        run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + QByteArray::number(rows) + ") INSERT INTO " + storage::tableName(entity)
            + " (id, rev, deleted, scopes" + columns + ") SELECT randomblob(16), 1, 0, x''" + selected + " FROM n");
    };
    run("CREATE TEMP TABLE people AS SELECT row_number() OVER () AS at, id FROM " + storage::tableName(world.server.catalogue().at(User::entity)));
    const QByteArray day = QByteArray::number(world.today()), person = "(SELECT id FROM people WHERE at = 1 + i % 100)";
    fill(deal, 1'000'000, {{Opportunity::assignedTo.id, person}, {Opportunity::devStatus.id, "1"}, {Opportunity::probability.id, "1000 * (i % 11)"},
                           {Opportunity::expectedCloseOn.id, day + " + i % 400"}, {Opportunity::baseAmount.id, "i"}, {Opportunity::weightedAmount.id, "i / 2"}});
    fill(order, 100'000, {{SalesOrder::salesperson.id, person}, {SalesOrder::status.id, "3"}, {SalesOrder::orderDate.id, day + " - i % 700"}, {SalesOrder::baseTotal.id, "i"}});
    world.target(SalesTarget::user, world.ann, rules::periodOf(PeriodKind::Year, world.today()));
    qint64 written = 0;
    const auto count = [&](const QList<RecordChange> &changes) {
        written += changes.size(); // writing has its own figures
        return Result<void>();
    };
    const auto measure = [&](auto &job, const char *name) {
        qint64 steps = 0, longest = 0;
        QElapsedTimer all;
        all.start();
        for (; job.isWorking(); ++steps) {
            QElapsedTimer one;
            one.start();
            REQUIRE(job.step());
            longest = std::max(longest, one.nsecsElapsed());
        }
        WARN(name << ": " << steps << " steps, the longest " << longest / 1'000 << " us, all " << all.elapsed() << " ms, " << written << " changes");
    };
    server::DailyForecasts forecasts(world.server.store(), count);
    REQUIRE(forecasts.begin(world.today()));
    measure(forecasts, "forecasts");
    CHECK(written >= 300);
    server::TargetProgress targets(world.server.store(), count);
    REQUIRE(targets.begin(world.today(), 1));
    measure(targets, "targets");
}
