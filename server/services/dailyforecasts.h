// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/storage/query.h"
#include "server/storage/serverstore.h"

#include <functional>
#include <map>

namespace guanxi::server {

/// Keeps how everybody's forecast stood: once a day of the company a ForecastSnapshot for each person and month of the next twelve in
/// which there is anything. Goes through the people one by one, with two grouped queries and one change set for each. The ids follow
/// from day, person and month, so that what was interrupted goes on without writing anything twice.
class DailyForecasts
{
public:
    using Write = std::function<Result<void>(const QList<model::RecordChange> &changes)>;

    /// What is given outlives it.
    DailyForecasts(ServerStore &store, Write write) : m_store(store), m_write(std::move(write)) {}

    /// It is this day at the company; begins where it has not been done today.
    Result<void> begin(qint64 day);
    bool isWorking() const { return m_isWorking; }
    /// One person. After an error it rests until the next day.
    Result<void> step();

private:
    struct Month {
        qint64 best = 0;
        qint64 weighted = 0;
        qint64 committed = 0;
        qint64 won = 0;
    };
    struct Person {
        Uuid id;
        Uuid department;
    };

    Result<void> work();
    Result<std::optional<Person>> nextPerson();
    Result<std::map<QString, Month>> forecastOf(const Uuid &person);
    Result<void> tally(const storage::Query &query, const QList<storage::Path> &by, const QList<model::FieldId> &sums,
                       const std::function<void(const storage::Tally &)> &take);
    Result<void> keep(const Person &person, const std::map<QString, Month> &months);

    ServerStore &m_store;
    Write m_write;
    bool m_isWorking = false;
    qint64 m_day = -1; ///< for which it works, or last did
    Uuid m_at;         ///< the last person
};

} // namespace guanxi::server
