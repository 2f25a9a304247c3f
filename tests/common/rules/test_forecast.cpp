// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue.h"
#include "common/model/catalogue/opportunities.h"
#include "common/rules/achievement.h"
#include "common/rules/entityrules.h"
#include "common/rules/forecast.h"
#include "common/rules/periods.h"

#include <catch2/catch_test_macros.hpp>

#include <QDate>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::rules;
using namespace Qt::StringLiterals;

namespace {

qint64 day(int year, int month, int of) { return QDate(1970, 1, 1).daysTo(QDate(year, month, of)); }

} // namespace

TEST_CASE("a period has its days, and others before and after it")
{
    CHECK(daysOf(u"2024-02"_s) == PeriodDays{day(2024, 2, 1), day(2024, 2, 29)});
    CHECK(daysOf(u"2026-Q4"_s) == PeriodDays{day(2026, 10, 1), day(2026, 12, 31)});
    CHECK(daysOf(u"2026"_s) == PeriodDays{day(2026, 1, 1), day(2026, 12, 31)});
    for (const QString &wrong : {u""_s, u"2026-13"_s, u"2026-Q5"_s, u"2026-2"_s, u"26"_s})
        CHECK_FALSE(daysOf(wrong));
    CHECK(periodOf(PeriodKind::Month, day(2026, 3, 31)) == u"2026-03"_s);
    CHECK(periodOf(PeriodKind::Quarter, day(2026, 3, 31)) == u"2026-Q1"_s);
    CHECK(periodOf(PeriodKind::Year, day(2026, 3, 31)) == u"2026"_s);
    CHECK(periodAfter(u"2026-11"_s, 3) == u"2027-02"_s);
    CHECK(periodAfter(u"2026-Q1"_s, -1) == u"2025-Q4"_s);
    CHECK(periodAfter(u"2026"_s, -2) == u"2024"_s);
}

TEST_CASE("the trend carries on the seasons and the growth of the years before, and is silent where there are none")
{
    CHECK(trendAfter(QList<qint64>(11, 100), 12).isEmpty());
    // One year: the same again.
    QList<qint64> booked;
    for (qint64 month = 1; month <= 12; ++month)
        booked.append(100 * month);
    CHECK(trendAfter(booked, 3) == QList<qint64>{100, 200, 300});
    // Three years, each month 10 more than the one before, with the same seasons.
    booked.clear();
    for (qint64 year = 0; year < 3; ++year)
        for (const qint64 month : {80, 60, 90, 100, 110, 120, 90, 80, 130, 140, 150, 200})
            booked.append(month + 10 * booked.size());
    const QList<qint64> trend = trendAfter(booked, 12);
    REQUIRE(trend.size() == 12);
    for (qsizetype month = 0; month < 12; ++month) {
        INFO("month " << month << ": " << trend[month]);
        CHECK(std::abs(trend[month] - (booked[24 + month] + 120)) <= 2);
    }
    // Nothing falls below zero.
    for (const qint64 value : trendAfter(QList<qint64>(12, 1'000) + QList<qint64>(12, 10), 12))
        CHECK(value >= 0);
}

TEST_CASE("a target is of exactly one, and only of what is counted for it")
{
    Catalogue catalogue;
    declareAll(catalogue);
    Record target(catalogue.at(SalesTarget::entity), Uuid::named("target"));
    target.set(SalesTarget::measure, qint64(SalesTarget::Revenue));
    const QSet<FieldId> all{SalesTarget::user.id, SalesTarget::productCategory.id, SalesTarget::measure.id};
    const auto rule = [&] {
        const QList<FieldError> errors = checkTogether(target, all);
        return errors.isEmpty() ? QString() : errors.first().error.args.first();
    };
    CHECK(rule() == u"target_of_one"_s);
    target.set(SalesTarget::user, Uuid::named("ann"));
    CHECK(rule().isEmpty());
    target.set(SalesTarget::targetDepartment, Uuid::named("east"));
    CHECK(rule() == u"target_of_one"_s);
    target.setValue(SalesTarget::user.id, {});
    target.setValue(SalesTarget::targetDepartment.id, {});
    target.set(SalesTarget::productCategory, Uuid::named("pumps"));
    CHECK(rule().isEmpty());
    target.set(SalesTarget::measure, qint64(SalesTarget::NewCustomers));
    CHECK(rule() == u"target_counted"_s);
}

TEST_CASE("sums of lines count at the rate of their document, counts in whole units")
{
    const PeriodDays days = *daysOf(u"2026-03"_s);
    const Counted lines = countedFor(SalesTarget::Revenue, Credit::ProductCategory, days).first();
    CHECK(worthOf(lines, 2, 1'000'000, Value(7'120'000)) == 7'120'000);
    CHECK(worthOf(countedFor(SalesTarget::Orders, Credit::Person, days).first(), 2, {}, {}) == 20'000);
    CHECK(countedFor(SalesTarget::Payments, Credit::Person, days).size() == 2);
    CHECK(countedFor(SalesTarget::Orders, Credit::ProductCategory, days).isEmpty());
}
