// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/periods.h"

#include "common/rules/formats.h"

#include <QDate>

namespace guanxi::rules
{

namespace
{

constexpr int MonthsOfQuarter = 3, MonthsOfYear = 12;
constexpr qsizetype YearDigits = 4;

const QDate &epoch()
{
    static const QDate day(1970, 1, 1);
    return day;
}

PeriodKind kindOf(const QString &period)
{
    if (period.size() == YearDigits)
        return PeriodKind::Year;
    return period.contains(u'Q') ? PeriodKind::Quarter : PeriodKind::Month;
}

QDate firstDay(const QString &period)
{
    const int year = period.first(YearDigits).toInt();
    switch (kindOf(period)) {
    case PeriodKind::Year: return {year, 1, 1};
    case PeriodKind::Quarter: return {year, (period.back().digitValue() - 1) * MonthsOfQuarter + 1, 1};
    case PeriodKind::Month: break;
    }
    return {year, period.sliced(YearDigits + 1).toInt(), 1};
}

QString periodOf(PeriodKind kind, QDate day)
{
    const QString year = QStringLiteral("%1").arg(day.year(), int(YearDigits), 10, QLatin1Char('0'));
    switch (kind) {
    case PeriodKind::Year: return year;
    case PeriodKind::Quarter: return QStringLiteral("%1-Q%2").arg(year).arg((day.month() - 1) / MonthsOfQuarter + 1);
    case PeriodKind::Month: break;
    }
    return QStringLiteral("%1-%2").arg(year).arg(day.month(), 2, 10, QLatin1Char('0'));
}

} // namespace

int monthsIn(const QString &period)
{
    switch (kindOf(period)) {
    case PeriodKind::Year: return MonthsOfYear;
    case PeriodKind::Quarter: return MonthsOfQuarter;
    case PeriodKind::Month: break;
    }
    return 1;
}

std::optional<PeriodDays> daysOf(const QString &period)
{
    if (!isPeriod(period))
        return std::nullopt;
    const QDate first = firstDay(period);
    return PeriodDays{epoch().daysTo(first), epoch().daysTo(first.addMonths(monthsIn(period))) - 1};
}

QString periodOf(PeriodKind kind, qint64 day) { return periodOf(kind, epoch().addDays(day)); }

QString periodAfter(const QString &period, int count)
{
    return periodOf(kindOf(period), firstDay(period).addMonths(count * monthsIn(period)));
}

} // namespace guanxi::rules
