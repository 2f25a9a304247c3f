// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/filter.h"

#include <QList>

#include <optional>

namespace guanxi::rules
{

/// An opportunity that is this likely counts as committed, in hundredths of a percent.
inline constexpr qint64 CommittedFrom = 9000;
/// How far a forecast looks: this month and the eleven after it.
inline constexpr int ForecastMonths = 12;

/// Opportunities that a forecast is made of.
model::Filter openOpportunities();
model::Filter committedOpportunities();

/// What the months after those of `booked` would bring if it went on as before: the seasons of a year and the drift from one year to
/// the next (Holt-Winters, additive); with less than two years what the same month brought a year ago; with less than one year nothing.
/// Never below zero.
QList<qint64> trendAfter(const QList<qint64> &booked, int months);

} // namespace guanxi::rules
