// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Session that is needed once something was put back from a backup, copied, or away for very long.
#include "common/storage/transaction.h"
#include "server/services/session.h"

namespace guanxi::server {

using namespace protocol;
using storage::Transaction;

Result<void> Session::tellPast(Ready &ready)
{
    GUANXI_TRY(m_hub.beginRun());
    const Result<QList<ServerRun>> runs = m_hub.m_store.runs();
    const Result<ServerStore::Copy> copy = m_hub.m_store.copyOf(m_replica);
    const Result<qint64> horizon = m_hub.m_store.horizon();
    const Result<ServerStore::Restored> restored = m_hub.m_store.restored();
    if (!runs || !copy)
        return runs ? copy.error() : runs.error();
    if (!horizon || !restored)
        return horizon ? restored.error() : horizon.error();
    ready.runs = *runs;
    ready.mark = copy->mark;
    ready.lastAction = copy->lastAction;
    ready.horizon = *horizon;
    ready.restoredAt = restored->at;
    return {};
}

void Session::handle(const Resume &resume)
{
    if (const Result<void> remembered = remember(resume); !remembered)
        return refuse(remembered.error());
    if (resume.lostRun.isNull())
        return;
    const Result<QList<ServerRun>> runs = m_hub.m_store.runs();
    if (!runs)
        return refuse(runs.error());
    // Only a client that shows that it knows more makes everybody compare.
    const std::optional<qint64> at = lostSince(*runs, resume.lostRun, resume.lostRev);
    if (!at)
        return refuse({ErrorCode::UnexpectedFrame, {QStringLiteral("Resume")}});
    if (const Result<void> begun = m_hub.beginEpoch(*at, resume.lostRev); !begun)
        refuse(begun.error());
}

Result<void> Session::remember(const Resume &resume)
{
    Result<Transaction> transaction = m_hub.m_store.beginWrite();
    if (!transaction)
        return transaction.error();
    const Result<bool> held = m_hub.holds(m_replica, m_number);
    if (!held || !*held)
        return held ? Error{ErrorCode::Disconnected, {}} : held.error();
    Result<ServerStore::Copy> copy = m_hub.m_store.copyOf(m_replica);
    if (!copy)
        return copy.error();
    copy->mark = resume.mark;
    GUANXI_TRY(m_hub.m_store.setCopy(m_replica, *copy));
    return transaction->commit();
}

void Session::handle(const Fork &fork)
{
    Result<Transaction> transaction = m_hub.m_store.beginWrite();
    Result<Uuid> copy = transaction ? m_hub.m_push.fork(m_replica, fork.publicKey, fork.seq) : Result<Uuid>(transaction.error());
    if (copy)
        if (const Result<void> done = transaction->commit(); !done)
            copy = done.error();
    if (!copy)
        return refuse(copy.error());
    Q_EMIT m_hub.logged(QStringLiteral("session %1: replica %2 was copied, this copy becomes %3").arg(m_number).arg(m_replica.text(), copy->text()));
    send(Forked{*copy});
}

} // namespace guanxi::server
