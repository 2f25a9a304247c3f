// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that is needed while the server is older than this program.
#include "app/data/outbox.h"

#include "common/model/codec.h"
#include "common/storage/transaction.h"

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
    const qint64 last = m_lastSeq;
    Result<Transaction> transaction = Transaction::begin(*m_database);
    Result<void> done = transaction ? Result<void>() : Result<void>(transaction.error());
    Statement shorten(*m_database, "UPDATE sets SET body = ? WHERE seq = ?");
    for (auto entry = unsent->begin(); done && entry != unsent->end(); ++entry) {
        ChangeSet unknown = takeUnknown(entry->set, server);
        if (unknown.changes.isEmpty())
            continue;
        if (const Result<qint64> changed = shorten.bindAll(model::encodeChangeSet(entry->set), entry->set.seq).run(); !changed)
            done = changed.error();
        if (done)
            done = store(unknown, OutboxState::Held);
        held.append(unknown);
    }
    if (done)
        done = transaction->commit();
    if (!done) {
        m_lastSeq = last;
        return done.error();
    }
    GUANXI_TRY(count());
    return held;
}

Result<QList<Outbox::Released>> Outbox::release(const model::Vocabulary *server)
{
    const std::lock_guard lock(m_mutex);
    QList<Released> released;
    const Result<QList<OutboxEntry>> held = select("WHERE state = 6 ORDER BY seq", [](Statement &) {});
    if (!held || held->isEmpty())
        return held ? Result<QList<Released>>(released) : Result<QList<Released>>(held.error());
    const qint64 last = m_lastSeq;
    Result<Transaction> transaction = Transaction::begin(*m_database);
    Result<void> done = transaction ? Result<void>() : Result<void>(transaction.error());
    Statement emptied(*m_database, "UPDATE sets SET state = CASE rev WHEN 0 THEN 0 ELSE 4 END, body = ? WHERE seq = ?");
    for (auto entry = held->begin(); done && entry != held->end(); ++entry) {
        if (server && !server->knows(entry->set))
            continue;
        ChangeSet set = entry->set;
        set.changes.clear();
        if (const Result<qint64> changed = emptied.bindAll(model::encodeChangeSet(set), entry->set.seq).run(); !changed)
            done = changed.error();
        set.changes = entry->set.changes;
        set.part += set.parts;
        if (done)
            done = store(set, OutboxState::Unsent);
        released.append({entry->set.seq, set});
    }
    if (done)
        done = transaction->commit();
    if (!done) {
        m_lastSeq = last;
        return done.error();
    }
    GUANXI_TRY(count());
    return released;
}

bool Outbox::isHeld(qint64 seq)
{
    const std::lock_guard lock(m_mutex);
    if (m_held == 0)
        return false;
    Statement statement(*m_database, "SELECT 1 FROM sets WHERE seq = ? AND state = 6");
    const Result<bool> row = statement.bind(1, seq).step();
    return row && *row;
}

} // namespace guanxi::app
