// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/forecast.h"

#include "common/model/catalogue/opportunities.h"
#include "common/rules/achievement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guanxi::rules
{

using namespace model;

namespace
{

constexpr qsizetype Season = 12;
// How much the newest month moves level, drift and its season: usual values for monthly sales.
constexpr double LevelPart = 0.3, DriftPart = 0.1, SeasonPart = 0.3;

double meanOf(const QList<qint64> &values, qsizetype first)
{
    return double(std::accumulate(values.begin() + first, values.begin() + first + Season, qint64(0))) / double(Season);
}

QList<qint64> withSeasons(const QList<qint64> &booked, int months)
{
    // The first year gives the seasons, free of the drift between it and the second one.
    const double middle = meanOf(booked, 0);
    double drift = (meanOf(booked, Season) - middle) / double(Season);
    QList<double> seasons;
    for (qsizetype month = 0; month < Season; ++month)
        seasons.append(double(booked[month]) - middle - drift * (double(month) - double(Season - 1) / 2));
    double level = middle + drift * double(Season - 1) / 2;
    for (qsizetype month = Season; month < booked.size(); ++month) {
        double &season = seasons[month % Season];
        const double before = level, value = double(booked[month]);
        level = LevelPart * (value - season) + (1 - LevelPart) * (level + drift);
        drift = DriftPart * (level - before) + (1 - DriftPart) * drift;
        season = SeasonPart * (value - level) + (1 - SeasonPart) * season;
    }
    QList<qint64> trend;
    for (int ahead = 1; ahead <= months; ++ahead)
        trend.append(std::max<qint64>(0, std::llround(level + ahead * drift + seasons[(booked.size() + ahead - 1) % Season])));
    return trend;
}

} // namespace

Filter openOpportunities() { return withoutIndex(Filter::is(Opportunity::devStatus.id, qint64(Opportunity::Developing))); }

Filter committedOpportunities()
{
    return Filter::all({openOpportunities(), Filter::compare(Filter::Kind::GreaterOrEqual, Opportunity::probability.id, CommittedFrom)});
}

QList<qint64> trendAfter(const QList<qint64> &booked, int months)
{
    if (booked.size() >= 2 * Season)
        return withSeasons(booked, months);
    QList<qint64> trend;
    for (int ahead = 0; booked.size() >= Season && ahead < months; ++ahead)
        trend.append(std::max<qint64>(0, booked[booked.size() - Season + ahead % Season]));
    return trend;
}

} // namespace guanxi::rules
