// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/amounts.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/forecast.h"
#include "common/rules/periods.h"

#include <map>

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;
using rules::PeriodKind;

namespace {

constexpr qint64 One = 10'000, Round = 10'000 * One; // targets are whole ten thousands
constexpr qint64 SureProbability = 7000;             // what was won in the end stood like this before
/// Kept forecasts: every day of the last two weeks, then every week.
constexpr int DailyDays = 14, DaysOfWeek = 7, Weeks = 26, MonthsAhead = 6;

/// What each employee booked in each month, in yuan.
using Booked = std::map<std::pair<int, QString>, qint64>;

Booked bookedBy(const World &world)
{
    Booked booked;
    for (const Order &order : world.orders) {
        const Customer &customer = world.customers[order.customer];
        if (order.status >= SalesOrder::Reviewed && order.status <= SalesOrder::Completed)
            booked[{customer.manager, rules::periodOf(PeriodKind::Month, order.day)}] += inYuan(totalsOf(order.lines, taxRateOf(customer)).total, customer.currency);
    }
    return booked;
}

qint64 sumOf(const Booked &booked, int employee, const QString &period)
{
    qint64 sum = 0;
    QString month = rules::periodOf(PeriodKind::Month, rules::daysOf(period)->first);
    for (int count = 0; count < rules::monthsIn(period); ++count, month = rules::periodAfter(month, 1))
        if (const auto found = booked.find({employee, month}); found != booked.end())
            sum += found->second;
    return sum;
}

void addTarget(World &world, const QString &period, RefField whose, const Uuid &id, qint64 target, std::optional<qint64> achieved)
{
    const int author = world.heads[size_t(Team::Sales)];
    const qint64 begun = std::min(world.today(), rules::daysOf(rules::periodOf(PeriodKind::Year, rules::daysOf(period)->first))->first + 4);
    Record row = world.make(SalesTarget::entity, author, world.someTime(begun));
    row.set(SalesTarget::period, period);
    row.set(whose, id);
    row.set(SalesTarget::target, std::max(Round, (target + Round / 2) / Round * Round) / 100);
    if (achieved)
        row.set(SalesTarget::achieved, *achieved / 100);
    world.add(row, author);
}

/// A year's plan is what the year before brought and a tenth more, spread over the months as that was.
void addTargets(World &world, const Booked &booked)
{
    const QString thisYear = rules::periodOf(PeriodKind::Year, world.today());
    for (const QString &year : {rules::periodAfter(thisYear, -1), thisYear})
        for (const Team team : {Team::Sales, Team::Abroad}) {
            qint64 together = 0, reached = 0;
            for (const int employee : world.teams[size_t(team)]) {
                const qint64 before = sumOf(booked, employee, rules::periodAfter(year, -1));
                const qint64 factor = world.dice().between(95, 125);
                for (QString month = year + u"-01"_s; month.startsWith(year); month = rules::periodAfter(month, 1)) {
                    // Half as the same month a year ago, half even.
                    const qint64 plan = (sumOf(booked, employee, rules::periodAfter(month, -12)) + before / 12) / 2;
                    const qint64 done = sumOf(booked, employee, month);
                    addTarget(world, month, SalesTarget::user, world.userId(employee), plan * factor / 100, done);
                    together += plan * factor / 100;
                    reached += done;
                }
            }
            addTarget(world, year, SalesTarget::targetDepartment, world.departments[size_t(team)], together, reached);
        }
}

struct Standing {
    qint64 best = 0;
    qint64 weighted = 0;
    qint64 committed = 0;
};

/// How somebody's forecast stood that day, by month.
std::map<QString, Standing> forecastOn(const World &world, int employee, qint64 day)
{
    std::map<QString, Standing> months;
    for (const Prospect &prospect : world.prospects) {
        const bool open = prospect.owner == employee && prospect.begun <= day && (!prospect.ended || *prospect.ended > day) && prospect.closeOn >= day;
        if (!open)
            continue;
        const qint64 probability = prospect.ended ? SureProbability : prospect.probability;
        Standing &month = months[rules::periodOf(PeriodKind::Month, prospect.closeOn)];
        month.best += prospect.amount;
        month.weighted += scaled(prospect.amount, probability, 4);
        month.committed += probability >= rules::CommittedFrom ? prospect.amount : 0;
    }
    return months;
}

void addForecast(World &world, const Booked &booked, int employee, qint64 day)
{
    std::map<QString, Standing> months = forecastOn(world, employee, day);
    const QString now = rules::periodOf(PeriodKind::Month, day);
    for (int ahead = 0; ahead < MonthsAhead; ++ahead) {
        const QString period = rules::periodAfter(now, ahead);
        const Standing &month = months[period];
        // Of the month that was under way a part was booked by then.
        const rules::PeriodDays days = *rules::daysOf(period);
        const qint64 won = ahead == 0 ? sumOf(booked, employee, period) * (day - days.first + 1) / (days.last - days.first + 1) : 0;
        if (month.best == 0 && won == 0)
            continue;
        Record row = world.make(ForecastSnapshot::entity, employee, World::at(day, 60));
        row.set(ForecastSnapshot::takenOn, day);
        row.set(ForecastSnapshot::user, world.userId(employee));
        row.set(ForecastSnapshot::period, period);
        row.set(ForecastSnapshot::best, month.best);
        row.set(ForecastSnapshot::weighted, month.weighted);
        row.set(ForecastSnapshot::committed, month.committed);
        row.set(ForecastSnapshot::won, won);
        world.add(row, employee);
    }
}

} // namespace

void makeTargets(World &world)
{
    world.begin("targets");
    const Booked booked = bookedBy(world);
    addTargets(world, booked);
    for (const Team team : {Team::Sales, Team::Abroad})
        for (const int employee : world.teams[size_t(team)])
            for (int back = 1; back <= Weeks * DaysOfWeek; back += back < DailyDays ? 1 : DaysOfWeek)
                addForecast(world, booked, employee, world.today() - back);
}

} // namespace guanxi::demo
