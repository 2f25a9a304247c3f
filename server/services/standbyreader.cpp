// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/standbyreader.h"

#include "common/protocol/message.h"
#include "server/services/pullservice.h"

#include <QDeadlineTimer>
#include <QThread>

namespace guanxi::server {

using storage::Transaction;

namespace {

constexpr int LookEveryMs = 2;

} // namespace

template <class T> Result<T> StandbyReader::kept(Result<T> result)
{
    // Replay goes before reading: who stood in its way (InUse) tries again later on the same connection.
    if (!result && result.error().code != ErrorCode::TimedOut && result.error().code != ErrorCode::InUse)
        m_standby.reset();
    return result;
}

Result<void> StandbyReader::look(const StandbyStore::Wanted &wanted)
{
    if (!m_standby) {
        Result<std::unique_ptr<StandbyStore>> opened = StandbyStore::open(m_options.place, m_options.cluster, m_options.patienceMs, m_options.declare);
        if (!opened)
            return opened.error();
        m_standby = std::move(*opened);
    }
    return kept(reach(wanted));
}

Result<void> StandbyReader::reach(const StandbyStore::Wanted &wanted)
{
    for (const QDeadlineTimer deadline(m_options.lagMs);;) {
        const Result<bool> has = m_standby->has(wanted);
        if (!has)
            return has.error();
        if (*has)
            return {};
        if (deadline.hasExpired())
            return Error{ErrorCode::TimedOut, {}};
        QThread::msleep(LookEveryMs);
    }
}

Result<PageRead> StandbyReader::page(const PageRequest &request)
{
    if (!m_standby)
        return Error{ErrorCode::DatabaseOpen, {}};
    const Result<void> reached = reach(request.wanted);
    return kept(reached ? read(request) : Result<PageRead>(reached.error()));
}

Result<PageRead> StandbyReader::read(const PageRequest &request)
{
    ServerStore &store = m_standby->store();
    Result<Transaction> transaction = Transaction::begin(m_standby->database(), Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    // It may have been made a primary since.
    const Result<bool> has = m_standby->has(request.wanted);
    if (!has || !*has)
        return has ? Error{ErrorCode::TimedOut, {}} : has.error();
    GUANXI_TRY(m_standby->meet());
    const Result<qint64> horizon = store.horizon();
    const Result<QSet<qint32>> scopes = store.knownScopes(request.granted);
    if (!horizon || !scopes)
        return horizon ? scopes.error() : horizon.error();
    if (PullService::isBehind(request.pull, request.granted, *horizon))
        return Error{ErrorCode::InUse, {}}; // the primary tells him
    const Reader reader(store, request.rights, [&scopes](const ScopeIds &of) {
        return std::any_of(of.begin(), of.end(), [&scopes](qint32 scope) { return scopes->contains(scope); });
    });
    Result<protocol::Page> page = PullService(store, m_clock).page(request.pull, reader, request.granted, request.everGranted);
    if (!page)
        return page.error();
    GUANXI_TRY(transaction->commit());
    const QByteArray frame = protocol::encodeFrame(*page);
    return PageRead{std::move(*page), frame};
}

} // namespace guanxi::server
