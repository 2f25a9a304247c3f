// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/dailyforecasts.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/sales.h"
#include "common/rules/achievement.h"
#include "common/rules/forecast.h"
#include "common/storage/layout.h"
#include "common/storage/statement.h"

namespace guanxi::server {

using namespace model;
using rules::PeriodKind;
using storage::Query;

namespace {

const QString DayName = QStringLiteral("forecasts_day");

Uuid snapshotId(qint64 day, const Uuid &person, const QString &period)
{
    return Uuid::named("forecast:" + QByteArray::number(day) + '/' + person.bytes().toHex() + '/' + period.toLatin1());
}

/// Of the day that is its first key.
QString monthOf(const storage::Tally &tally) { return rules::periodOf(PeriodKind::Month, tally.keys.first().number()); }

Query over(EntityId entity, const QList<Filter> &filters)
{
    Query query;
    query.entity = entity;
    query.filter = Filter::all(filters);
    return query;
}

} // namespace

Result<void> DailyForecasts::begin(qint64 day)
{
    const Catalogue &catalogue = m_store.catalogue();
    if (m_isWorking || day == m_day || !catalogue.entity(ForecastSnapshot::entity) || !catalogue.entity(SalesOrder::entity))
        return {};
    const Result<QByteArray> done = m_store.meta(DayName);
    if (!done)
        return done.error();
    m_day = day;
    m_at = Uuid();
    m_isWorking = *done != QByteArray::number(day);
    return {};
}

Result<void> DailyForecasts::step()
{
    const Result<void> done = work();
    if (!done)
        m_isWorking = false;
    return done;
}

Result<void> DailyForecasts::work()
{
    const Result<std::optional<Person>> person = nextPerson();
    if (!person)
        return person.error();
    if (!*person) {
        m_isWorking = false;
        return m_store.setMeta(DayName, QByteArray::number(m_day));
    }
    m_at = (*person)->id;
    const Result<std::map<QString, Month>> months = forecastOf((*person)->id);
    return months ? keep(**person, *months) : Result<void>(months.error());
}

Result<std::optional<DailyForecasts::Person>> DailyForecasts::nextPerson()
{
    const Entity &user = m_store.catalogue().at(User::entity);
    storage::Statement next(m_store.database(), "SELECT id, " + storage::columnName(*user.field(User::department.id)) + " FROM " + storage::tableName(user)
                                                    + " WHERE id > ? AND deleted = 0 ORDER BY id LIMIT 1");
    std::optional<Person> person;
    const Result<void> read = next.bindAll(m_at).each([&](const storage::Statement &row) { person = Person{row.uuid(0), row.isNull(1) ? Uuid() : row.uuid(1)}; });
    return read ? Result<std::optional<Person>>(person) : read.error();
}

Result<std::map<QString, DailyForecasts::Month>> DailyForecasts::forecastOf(const Uuid &person)
{
    const QString now = rules::periodOf(PeriodKind::Month, m_day);
    const qint64 first = rules::daysOf(now)->first, last = rules::daysOf(rules::periodAfter(now, rules::ForecastMonths - 1))->last;
    // What is overdue lies in no month that could still come true. Everything is found by the person.
    const Filter ahead = rules::withoutIndex(Filter::between(Opportunity::expectedCloseOn.id, m_day, last));
    const Filter within = rules::withoutIndex(Filter::between(SalesOrder::orderDate.id, first, last));
    std::map<QString, Month> months;
    GUANXI_TRY(tally(over(Opportunity::entity, {Filter::is(Opportunity::assignedTo.id, person), rules::openOpportunities(), ahead}),
                     {{Opportunity::expectedCloseOn.id}, {Opportunity::probability.id}}, {Opportunity::baseAmount.id, Opportunity::weightedAmount.id},
                     [&](const storage::Tally &tally) {
        Month &month = months[monthOf(tally)];
        month.best += tally.sums[0].value_or(0);
        month.weighted += tally.sums[1].value_or(0);
        if (!tally.keys.last().isNull() && tally.keys.last().number() >= rules::CommittedFrom)
            month.committed += tally.sums[0].value_or(0);
    }));
    GUANXI_TRY(tally(over(SalesOrder::entity, {Filter::is(SalesOrder::salesperson.id, person), rules::bookedOrders(), within}), {{SalesOrder::orderDate.id}},
                     {SalesOrder::baseTotal.id}, [&](const storage::Tally &tally) { months[monthOf(tally)].won += tally.sums[0].value_or(0); }));
    return months;
}

Result<void> DailyForecasts::tally(const Query &query, const QList<storage::Path> &by, const QList<FieldId> &sums, const std::function<void(const storage::Tally &)> &take)
{
    storage::QueryRunner runner(m_store.database(), m_store.catalogue(), storage::StoreKind::Server);
    const Result<QList<storage::Tally>> tallies = runner.tally(query, by, sums);
    if (!tallies)
        return tallies.error();
    for (const storage::Tally &tally : *tallies)
        take(tally);
    return {};
}

Result<void> DailyForecasts::keep(const Person &person, const std::map<QString, Month> &months)
{
    QList<RecordChange> changes;
    for (const auto &[period, month] : months) {
        Record snapshot(m_store.catalogue().at(ForecastSnapshot::entity), snapshotId(m_day, person.id, period));
        const Result<std::optional<ServerRow>> kept = m_store.row(snapshot.ref());
        if (!kept)
            return kept.error();
        if (*kept)
            continue;
        snapshot.set(ForecastSnapshot::takenOn, m_day);
        snapshot.set(ForecastSnapshot::user, person.id);
        snapshot.set(ForecastSnapshot::period, period);
        snapshot.set(ForecastSnapshot::best, month.best);
        snapshot.set(ForecastSnapshot::weighted, month.weighted);
        snapshot.set(ForecastSnapshot::committed, month.committed);
        snapshot.set(ForecastSnapshot::won, month.won);
        // Who sees it: the person, and who sees the department that he works in.
        snapshot.setValue(system::Owner, person.id);
        snapshot.setValue(system::Department, person.department.isNull() ? Value() : Value(person.department));
        changes.append(insertionOf(snapshot));
    }
    return changes.isEmpty() ? Result<void>() : m_write(changes);
}

} // namespace guanxi::server
