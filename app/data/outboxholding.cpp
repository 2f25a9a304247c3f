// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that is needed while the server is older than this program.
#include "app/data/outbox.h"

#include "common/model/codec.h"

namespace guanxi::app {

using namespace storage;
using model::ChangeSet;

Result<QList<ChangeSet>> Outbox::holdBack(const model::Vocabulary &server, qint64 afterSeq)
{
    const std::lock_guard lock(m_mutex);
    Result<QList<OutboxEntry>> unsent = select("WHERE state = 0 AND seq > ? ORDER BY seq", [&](Statement &s) { s.bind(1, afterSeq); });
    if (!unsent)
        return unsent.error();
    QList<ChangeSet> held;
    if (std::all_of(unsent->begin(), unsent->end(), [&](const OutboxEntry &entry) { return server.knows(entry.set); }))
        return held;
    Statement shorten(*m_database, "UPDATE sets SET body = ? WHERE seq = ?");
    const auto holdAll = [&]() -> Result<void> {
        for (OutboxEntry &entry : *unsent) {
            ChangeSet unknown = takeUnknown(entry.set, server);
            if (unknown.changes.isEmpty())
                continue;
            GUANXI_TRY(shorten.bindAll(model::encodeChangeSet(entry.set), entry.set.seq).run());
            GUANXI_TRY(store(unknown, OutboxState::Held));
            held.append(unknown);
        }
        return {};
    };
    GUANXI_TRY(atomically(holdAll));
    return held;
}

Result<QList<Outbox::Released>> Outbox::release(const model::Vocabulary *server)
{
    const std::lock_guard lock(m_mutex);
    QList<Released> released;
    const Result<QList<OutboxEntry>> held = select("WHERE state = 6 ORDER BY seq", [](Statement &) {});
    if (!held || held->isEmpty())
        return held ? Result<QList<Released>>(released) : Result<QList<Released>>(held.error());
    Statement emptied(*m_database, "UPDATE sets SET state = CASE rev WHEN 0 THEN 0 ELSE 4 END, body = ? WHERE seq = ?");
    const auto releaseAll = [&]() -> Result<void> {
        for (const OutboxEntry &entry : *held) {
            if (server && !server->knows(entry.set))
                continue;
            ChangeSet set = entry.set;
            set.changes.clear();
            GUANXI_TRY(emptied.bindAll(model::encodeChangeSet(set), entry.set.seq).run());
            set.changes = entry.set.changes;
            set.part += set.parts;
            GUANXI_TRY(store(set, OutboxState::Unsent));
            released.append({entry.set.seq, set});
        }
        return {};
    };
    GUANXI_TRY(atomically(releaseAll));
    return released;
}

bool Outbox::isHeld(qint64 seq)
{
    const std::lock_guard lock(m_mutex);
    if (m_figures.held == 0)
        return false;
    Statement statement(*m_database, "SELECT 1 FROM sets WHERE seq = ? AND state = 6");
    const Result<bool> row = statement.bind(1, seq).step();
    return row && *row;
}

} // namespace guanxi::app
