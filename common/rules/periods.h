// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace guanxi::rules
{

/// The days of a month, a quarter or a year, since 1970-01-01.
struct PeriodDays {
    qint64 first = 0;
    qint64 last = 0; ///< the last day in it

    bool contains(qint64 day) const { return first <= day && day <= last; }
    bool operator==(const PeriodDays &) const = default;
};

/// Of "2026-03", "2026-Q1" or "2026"; nothing where it is none of them.
std::optional<PeriodDays> daysOf(const QString &period);

enum class PeriodKind : quint8 { Month, Quarter, Year };

/// The period of that kind which the day lies in.
QString periodOf(PeriodKind kind, qint64 day);
/// So many periods of its kind later; below zero: earlier.
QString periodAfter(const QString &period, int count);
int monthsIn(const QString &period);

} // namespace guanxi::rules
