// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/forecast.h"

#include "common/model/catalogue/sales.h"
#include "common/rules/achievement.h"
#include "common/rules/forecast.h"

namespace guanxi::app {

using namespace model;
using rules::PeriodDays;
using rules::PeriodKind;
using storage::Tally;

namespace {

constexpr int TrendMonths = 36; // the past that it is made of

qint64 sumOf(const Tally &tally, qsizetype at) { return tally.sums.value(at).value_or(0); }

} // namespace

Forecast::Forecast(Records &records, QObject *parent)
    : QObject(parent), m_records(records),
      m_gathering(records, {Opportunity::entity, SalesOrder::entity, SalesTarget::entity, ForecastSnapshot::entity}, [this] { ask(); })
{
    connect(&m_gathering, &Gathering::gathered, this, &Forecast::finish);
    connect(&m_gathering, &Gathering::failed, this, &Forecast::failed);
}

void Forecast::show(const Whose &whose, const QString &first, int months, qint64 today)
{
    m_whose = whose;
    m_first = first;
    m_months = months;
    m_today = today;
    m_gathering.begin();
}

void Forecast::compareWith(std::optional<qint64> day)
{
    m_earlier = day;
    if (!m_first.isEmpty())
        m_gathering.begin();
}

QList<ForecastLine> Forecast::emptyLines() const
{
    QList<ForecastLine> lines{{ForecastLine::Kind::Overdue, {}, {}}};
    for (int month = 0; month < m_months; ++month) {
        const QString period = rules::periodAfter(m_first, month);
        lines.append({ForecastLine::Kind::Month, period, *rules::daysOf(period)});
    }
    lines.append({ForecastLine::Kind::Later, {}, {}});
    lines.append({ForecastLine::Kind::Undated, {}, {}});
    return lines;
}

void Forecast::ask()
{
    // Before anything is shown the records may change, too.
    if (m_first.isEmpty())
        return;
    m_next = emptyLines();
    m_nextDays.clear();
    m_booked.clear();
    m_targets.clear();
    askOpen();
    askBooked();
    askTargets();
    askEarlier();
}

void Forecast::askOpen()
{
    // By probability, too: a second question about the likely ones would go through all of them again.
    m_gathering.ask(over(Opportunity::entity, {rules::openOpportunities(), m_whose.filter(Opportunity::assignedTo.id)}),
                    {{Opportunity::expectedCloseOn.id}, {Opportunity::probability.id}}, {Opportunity::baseAmount.id, Opportunity::weightedAmount.id},
                    [this](const Tally &tally) {
        ForecastLine *line = lineOf(tally.keys.first());
        line->count += tally.count;
        line->best += sumOf(tally, 0);
        line->weighted += sumOf(tally, 1);
        if (!tally.keys.last().isNull() && tally.keys.last().number() >= rules::CommittedFrom)
            line->committed += sumOf(tally, 0);
    });
}

void Forecast::askBooked()
{
    const PeriodDays first = *rules::daysOf(rules::periodAfter(m_first, -TrendMonths)), last = *rules::daysOf(rules::periodAfter(m_first, m_months - 1));
    m_gathering.ask(over(SalesOrder::entity, {Filter::between(SalesOrder::orderDate.id, first.first, last.last), rules::bookedOrders(), m_whose.filter(SalesOrder::salesperson.id)}),
                    {{SalesOrder::orderDate.id}}, {SalesOrder::baseTotal.id}, [this](const Tally &tally) {
        const qint64 day = tally.keys.first().number();
        m_booked[rules::periodOf(PeriodKind::Month, day)] += sumOf(tally, 0);
        if (ForecastLine *line = monthOf(day)) {
            line->orders += tally.count;
            line->booked += sumOf(tally, 0);
        }
    });
}

void Forecast::askTargets()
{
    m_gathering.ask(over(SalesTarget::entity, {Filter::is(SalesTarget::measure.id, qint64(SalesTarget::Revenue))}), TargetBook::paths(), {SalesTarget::target.id},
                    [this](const Tally &tally) { m_targets.add(tally); });
}

void Forecast::askEarlier()
{
    m_gathering.ask(over(ForecastSnapshot::entity, {m_whose.filter(ForecastSnapshot::user.id)}), {{ForecastSnapshot::takenOn.id}}, {},
                    [this](const Tally &tally) { m_nextDays.append(tally.keys.first().number()); });
    if (!m_earlier)
        return;
    m_gathering.ask(over(ForecastSnapshot::entity, {Filter::is(ForecastSnapshot::takenOn.id, *m_earlier), m_whose.filter(ForecastSnapshot::user.id)}),
                    {{ForecastSnapshot::period.id}},
                    {ForecastSnapshot::weighted.id, ForecastSnapshot::best.id, ForecastSnapshot::committed.id, ForecastSnapshot::won.id}, [this](const Tally &tally) {
        for (ForecastLine &line : m_next)
            if (line.kind == ForecastLine::Kind::Month && line.period == tally.keys.first().text())
                line.earlier = EarlierForecast{sumOf(tally, 0), sumOf(tally, 1), sumOf(tally, 2), sumOf(tally, 3)};
    });
}

void Forecast::finish()
{
    if (m_first.isEmpty())
        return;
    const Tree tree = Tree::ofDepartments(m_records);
    for (ForecastLine &line : m_next)
        if (line.kind == ForecastLine::Kind::Month)
            line.target = m_targets.of(m_whose, line.period, tree);
    addTrend();
    std::ranges::sort(m_nextDays, std::greater());
    m_lines = m_next;
    m_days = m_nextDays;
    Q_EMIT counted();
}

void Forecast::addTrend()
{
    // Of whole months only, from the first one in which anything was booked.
    const QString now = rules::periodOf(PeriodKind::Month, m_today);
    QList<qint64> past;
    for (int back = TrendMonths; back > 0; --back)
        if (const qint64 booked = m_booked.value(rules::periodAfter(now, -back)); booked != 0 || !past.isEmpty())
            past.append(booked);
    const QList<qint64> trend = rules::trendAfter(past, rules::ForecastMonths);
    for (qsizetype ahead = 0; ahead < trend.size(); ++ahead)
        for (ForecastLine &line : m_next)
            if (line.kind == ForecastLine::Kind::Month && line.period == rules::periodAfter(now, int(ahead)))
                line.trend = trend[ahead];
}

ForecastLine *Forecast::lineOf(const Value &day)
{
    if (day.isNull())
        return &m_next.last();
    if (day.number() < m_today)
        return &m_next.first();
    ForecastLine *month = monthOf(day.number());
    return month ? month : &m_next[m_next.size() - 2];
}

ForecastLine *Forecast::monthOf(qint64 day)
{
    for (ForecastLine &line : m_next)
        if (line.kind == ForecastLine::Kind::Month && line.days.contains(day))
            return &line;
    return nullptr;
}

Filter Forecast::filterOf(const ForecastLine &line, Part part) const
{
    const FieldId day = Opportunity::expectedCloseOn.id;
    QList<Filter> parts{part == Part::Committed ? rules::committedOpportunities() : rules::openOpportunities()};
    switch (line.kind) {
    case ForecastLine::Kind::Overdue: parts.append(Filter::compare(Filter::Kind::Less, day, m_today)); break;
    case ForecastLine::Kind::Month: parts.append(Filter::between(day, std::max(line.days.first, m_today), line.days.last)); break;
    case ForecastLine::Kind::Later:
        parts.append(Filter::compare(Filter::Kind::Greater, day, std::max(rules::daysOf(rules::periodAfter(m_first, m_months - 1))->last, m_today - 1)));
        break;
    case ForecastLine::Kind::Undated: parts.append(Filter::empty(day)); break;
    }
    return over(Opportunity::entity, parts + QList<Filter>{m_whose.filter(Opportunity::assignedTo.id)}).filter;
}

Filter Forecast::ordersOf(const ForecastLine &line) const
{
    const Filter days = line.kind == ForecastLine::Kind::Month ? Filter::between(SalesOrder::orderDate.id, line.days.first, line.days.last) : Filter::any({});
    return over(SalesOrder::entity, {days, rules::bookedOrders(), m_whose.filter(SalesOrder::salesperson.id)}).filter;
}

} // namespace guanxi::app
