// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/gathering.h"
#include "app/views/sales/targetbook.h"
#include "common/rules/periods.h"

namespace guanxi::app {

/// What was forecast for a month on an earlier day. Amounts in base currency, in 1/10 000.
struct EarlierForecast {
    qint64 weighted = 0;
    qint64 best = 0;
    qint64 committed = 0;
    qint64 won = 0;
};

/// A month of the forecast (R10 of the requirements), or what lies in none. Amounts in base currency, in 1/10 000.
struct ForecastLine {
    enum class Kind : quint8 {
        Overdue, ///< open, though their day is over
        Month,
        Later, ///< after the months that are shown
        Undated,
    };

    Kind kind = Kind::Month;
    QString period; ///< of a month
    rules::PeriodDays days;
    qint64 count = 0; ///< opportunities
    qint64 best = 0;  ///< all of them
    qint64 weighted = 0;
    qint64 committed = 0; ///< of those as good as certain
    qint64 orders = 0;
    qint64 booked = 0;
    std::optional<qint64> target = {};
    std::optional<qint64> trend = {};
    std::optional<EarlierForecast> earlier = {};

    qint64 expected() const { return booked + weighted; }
};

/// What opportunities will bring month by month, beside what is booked and what was to be reached; added up by the local database, and
/// again while records change.
class Forecast : public QObject
{
    Q_OBJECT

public:
    explicit Forecast(Records &records, QObject *parent = nullptr);

    /// From this month on, seen from `today`; starts counting.
    void show(const Whose &whose, const QString &first, int months, qint64 today);
    /// How it stood on that day beside it; nothing: no day.
    void compareWith(std::optional<qint64> day);
    std::optional<qint64> comparedWith() const { return m_earlier; }

    /// What is overdue, the months, what comes later, what has no day.
    const QList<ForecastLine> &lines() const { return m_lines; }
    /// Days for which forecasts are kept, newest first.
    const QList<qint64> &keptDays() const { return m_days; }
    qint64 today() const { return m_today; }
    const Whose &whose() const { return m_whose; }
    bool isCounting() const { return m_gathering.isWaiting(); }

    enum class Part : quint8 { Open, Committed };
    /// The opportunities of a line.
    model::Filter filterOf(const ForecastLine &line, Part part) const;
    /// The orders booked in it.
    model::Filter ordersOf(const ForecastLine &line) const;

Q_SIGNALS:
    void counted();
    void failed(const Error &error);

private:
    void ask();
    void askOpen();
    void askBooked();
    void askTargets();
    void askEarlier();
    void finish();
    void addTrend();
    QList<ForecastLine> emptyLines() const;
    ForecastLine *lineOf(const model::Value &day);
    ForecastLine *monthOf(qint64 day);

    Records &m_records;
    Whose m_whose;
    QString m_first;
    int m_months = 0;
    qint64 m_today = 0;
    std::optional<qint64> m_earlier;
    QList<ForecastLine> m_lines;
    QList<ForecastLine> m_next; ///< being counted
    QList<qint64> m_days;
    QList<qint64> m_nextDays;
    QHash<QString, qint64> m_booked; ///< by month, also of the past, for the trend
    TargetBook m_targets;
    Gathering m_gathering;
};

} // namespace guanxi::app
