// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/rules/achievement.h"
#include "server/storage/serverstore.h"

#include <functional>

namespace guanxi::server {

/// Keeps what is achieved of the sales targets: after orders, payments, customers or opportunities changed, at most every few minutes,
/// for the targets of this year and the one before, and those to come. Counts those of one period and measure in a step, by one grouped
/// query for each kind of target, and writes the ones that are others than before.
class TargetProgress
{
public:
    using Write = std::function<Result<void>(const QList<model::RecordChange> &changes)>;

    /// What is given outlives it.
    TargetProgress(ServerStore &store, Write write) : m_store(store), m_write(std::move(write)) {}

    /// A row of this entity changed.
    void noteChange(model::EntityId entity);
    /// Begins where something changed; the first time in any case.
    Result<void> begin(qint64 day, qint64 monotonicMs);
    bool isWorking() const { return !m_waiting.isEmpty(); }
    /// After an error it rests until the next change.
    Result<void> step();

private:
    using Sums = QHash<Uuid, qint64>;
    using Parents = QHash<Uuid, Uuid>;
    struct Round {
        QString period;
        qint64 measure = 0;
    };

    Result<void> count(const Round &round);
    Result<QList<model::Record>> targetsOf(const Round &round);
    /// `byDepartment`: a person's results count for where he works.
    Result<Sums> sumsOf(const Round &round, rules::Credit credit, bool byDepartment);
    Result<Parents> parentsOf(model::EntityId entity, model::FieldId parent);
    Result<void> compare(const QList<model::Record> &targets, model::RefField whose, const Round &round);
    Result<void> writeAll();

    ServerStore &m_store;
    Write m_write;
    bool m_isStale = true;
    qint64 m_endedAt = 0; ///< monotonic ms; 0: never
    QList<Round> m_waiting;
    QList<model::RecordChange> m_changes;
};

} // namespace guanxi::server
