// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "server/services/valuescale.h"
#include "server/storage/serverstore.h"

#include <functional>

namespace guanxi::server {

/// Gives each customer his value tier, once a day of the company: walks over all of them twice in small steps, first to learn the
/// quintiles of those who bought in the last twelve months, then to write the tiers that are other ones than yesterday. Who bought
/// before, but not in that time, is low; who never bought has none. What changes while it walks counts the next day.
class ValueTiers
{
public:
    using Write = std::function<Result<void>(const QList<model::RecordChange> &changes)>;

    /// What is given outlives it.
    ValueTiers(ServerStore &store, Write write) : m_store(store), m_write(std::move(write)) {}

    /// It is this day at the company; begins where it has not been done today.
    Result<void> begin(qint64 day);
    bool isWorking() const { return m_phase != Phase::Idle; }
    /// A few hundred customers. After an error it rests until the next day.
    Result<void> step();

private:
    enum class Phase : quint8 { Idle, Learning, Ordering, Writing };
    struct Customer {
        Uuid id;
        Uuid tier;
    };

    Result<void> work();
    Result<void> learn();
    Result<void> compare();
    Result<void> writeSome(qsizetype atLeast);
    /// The next customers in the order of their ids; none: that was all.
    Result<QList<Customer>> nextCustomers();
    /// What these bought, also before the period: then it says no orders.
    Result<QHash<Uuid, Purchases>> purchasesOf(const QList<Customer> &customers);

    ServerStore &m_store;
    Write m_write;
    Phase m_phase = Phase::Idle;
    qint64 m_day = -1; ///< for which it works, or last did
    Uuid m_at;         ///< the last customer looked at
    ValueScale m_scale;
    QList<model::RecordChange> m_changes; ///< not written yet
};

} // namespace guanxi::server
