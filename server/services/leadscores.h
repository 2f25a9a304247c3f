// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/rules/conditions.h"
#include "server/storage/serverstore.h"

#include <functional>

namespace guanxi::server {

/// The active and inactive rules by which leads get points.
Result<QList<model::Record>> leadScoreRules(ServerStore &store);

/// Scores all leads anew when the rules for it are others than last time: walks over them in small steps and writes the scores that
/// changed. A lead that is changed gets its score with the change (Consequences).
class LeadScores
{
public:
    using Write = std::function<Result<void>(const QList<model::RecordChange> &changes)>;

    /// What is given outlives it.
    LeadScores(ServerStore &store, Write write) : m_store(store), m_write(std::move(write)) {}

    /// Begins where the rules are others now; UTC in ms.
    Result<void> begin(qint64 nowMs);
    bool isWorking() const { return m_isWorking; }
    /// A few hundred leads. After an error it rests until the next time.
    Result<void> step();

private:
    Result<void> work();

    ServerStore &m_store;
    Write m_write;
    bool m_isWorking = false;
    rules::Moment m_moment;
    QByteArray m_known; ///< of the rules that all leads were scored by, as far as this process knows
    QByteArray m_mark;  ///< of those it works by
    QList<model::Record> m_rules;
    Uuid m_at; ///< the last lead looked at
};

} // namespace guanxi::server
