// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Hub that turns what sessions pushed into commits: in groups, alone where a group fails.
#include "server/services/hub.h"

#include "common/protocol/message.h"
#include "common/storage/transaction.h"
#include "server/services/session.h"

namespace guanxi::server {

using namespace protocol;
using model::ChangeSet;
using storage::Transaction;

namespace {

/// Change sets of one commit, and their records: a group is soon answered whatever its sets hold. Full groups of single
/// records stay below what is announced only (Hub::fanOut), else everybody would pull for each.
constexpr int GroupSize = 256;
constexpr qsizetype GroupRecords = 1000;
constexpr int ForesightRounds = 3;

} // namespace

void Hub::enqueue(Waiting waiting)
{
    m_queue.append(std::move(waiting));
    callForWork();
}

void Hub::callForWork()
{
    if (!std::exchange(m_called, true))
        Q_EMIT workWaiting();
}

QList<Hub::Waiting> Hub::nextGroup()
{
    qsizetype size = 0;
    for (qsizetype records = 0; size < m_queue.size() && size < GroupSize && records < GroupRecords; ++size)
        records += m_queue.at(size).set.changes.size();
    const QList<Waiting> group = m_queue.mid(0, size);
    m_queue.remove(0, size);
    return group;
}

void Hub::work()
{
    m_called = false;
    m_ended.clear();
    commitQueued();
    makePage();
    if (!m_readers.isEmpty())
        callForWork();
}

void Hub::awaitPage(quint64 session)
{
    if (!m_readers.contains(session))
        m_readers.append(session);
    callForWork();
}

void Hub::makePage()
{
    while (!m_readers.isEmpty())
        if (const auto reader = m_sessions.find(m_readers.takeFirst()); reader != m_sessions.end() && reader->second->makePage())
            return;
}

void Hub::flush()
{
    do
        work();
    while (!m_readers.isEmpty());
}

void Hub::commitQueued()
{
    while (!m_queue.isEmpty()) {
        const QList<Waiting> group = nextGroup();
        for (const Waiting &waiting : group)
            m_stats.pushWait.add(waiting.since.microseconds());
        QHash<quint64, PushAck> answers;
        QList<CommittedRow> rows;
        if (!commitGroup(group, answers, rows)) {
            // One of them may be the cause: alone, each gets its own answer.
            static_cast<void>(m_store.rolledBack());
            for (const Waiting &waiting : group)
                answers[waiting.session].results += commitAlone(waiting, rows).results;
        }
        for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer)
            if (const auto found = m_sessions.find(answer.key()); found != m_sessions.end())
                found->second->send(*answer);
        for (const Waiting &waiting : group)
            m_stats.pushAnswer.add(waiting.since.microseconds());
        spread(rows, QSet<quint64>(answers.keyBegin(), answers.keyEnd()));
    }
}

PushAck Hub::commitAlone(const Waiting &waiting, QList<CommittedRow> &rows)
{
    QHash<quint64, PushAck> own;
    Result<void> committed = commitGroup({waiting}, own, rows);
    if (!committed) {
        static_cast<void>(m_store.rolledBack());
        // A machine without room or right to write is no fault of the change set.
        const ErrorCode code = committed.error().code;
        const bool again = std::exchange(m_failed[waiting.set.replica], waiting.set.seq) == waiting.set.seq;
        if (again && code != ErrorCode::DiskFull && code != ErrorCode::ReadOnly && code != ErrorCode::InUse) {
            Q_EMIT logged(QStringLiteral("replica %1 seq %2 cannot be taken: %3").arg(waiting.set.replica.text()).arg(waiting.set.seq).arg(errorName(code)));
            Waiting kept = waiting;
            kept.fault = Error{ErrorCode::Internal, {QString(errorName(code))}};
            committed = commitGroup({kept}, own, rows);
            if (!committed)
                static_cast<void>(m_store.rolledBack());
        }
    }
    if (!committed)
        return {{{waiting.set.seq, PushStatus::Retry, 0, {}, {}, {}, {}}}};
    if (m_failed.value(waiting.set.replica) == waiting.set.seq)
        m_failed.remove(waiting.set.replica);
    return own[waiting.session];
}

Result<PushOutcome> Hub::take(const Waiting &waiting)
{
    if (waiting.quarantined)
        return m_push.keep(waiting.set, {sync::ConflictKind::Permission, {ErrorCode::DeviceRevoked, {}}});
    if (waiting.fault)
        return m_push.keep(waiting.set, {sync::ConflictKind::Internal, *waiting.fault});
    const Result<model::Rights> rights = rightsFor(waiting);
    if (!rights)
        return rights.error();
    return m_push.push(waiting.set, {waiting.set.user, waiting.set.replica, *rights}, waiting.recovered);
}

Result<model::Rights> Hub::rightsFor(const Waiting &waiting)
{
    // Rights of a session that ended while its work waited are those of its user now, and so they are when another server
    // changed some a moment ago.
    const auto session = m_sessions.find(waiting.session);
    return session != m_sessions.end() && !m_rightsStale ? Result<model::Rights>(session->second->rights())
                                                         : m_rights.rightsOf(waiting.set.user, m_clock.wallMs());
}

Result<void> Hub::foresee(const QList<Waiting> &group, ServerStore::Recall &recall)
{
    struct Open {
        const Waiting *waiting;
        model::Rights rights;
    };
    QSet<model::RecordRef> named;
    QSet<Uuid> replicas;
    std::vector<Open> open;
    for (const Waiting &waiting : group) {
        named += m_push.namedIn(waiting.set);
        replicas.insert(waiting.set.replica);
        if (waiting.quarantined || waiting.fault)
            continue; // kept as it is
        if (const Result<model::Rights> rights = rightsFor(waiting))
            open.push_back({&waiting, *rights});
    }
    GUANXI_TRY(recall.expectReplicas(replicas));
    GUANXI_TRY(recall.expect(named));
    // Who was refused may have been for want of an answer that is there now.
    for (int round = 0; round < ForesightRounds && !open.empty(); ++round)
        GUANXI_TRY(recall.foresee([&] {
            std::erase_if(open, [&](const Open &each) {
                const qsizetype wanted = recall.wanted();
                const ChangeSet &set = each.waiting->set;
                return m_push.foresee(set, {set.user, set.replica, each.rights}) || recall.wanted() == wanted;
            });
        }));
    return {};
}

Result<bool> Hub::isHeld(const Waiting &waiting, QHash<quint64, bool> &holding)
{
    if (waiting.quarantined)
        return true;
    if (const auto known = holding.constFind(waiting.session); known != holding.constEnd())
        return *known;
    const Result<bool> held = holds(waiting.set.replica, waiting.session);
    if (held)
        holding.insert(waiting.session, *held);
    return held;
}

Result<void> Hub::commitGroup(const QList<Waiting> &group, QHash<quint64, PushAck> &answers, QList<CommittedRow> &rows)
{
    GUANXI_TRY(beginRun());
    Result<Transaction> transaction = beginWrite();
    if (!transaction)
        return transaction.error();
    const Stopwatch deciding;
    ServerStore::Recall recall(m_store);
    if (m_store.isShared())
        GUANXI_TRY(foresee(group, recall));
    QHash<quint64, PushAck> pending;
    QHash<quint64, bool> holding;
    QList<CommittedRow> written;
    for (const Waiting &waiting : group) {
        const Result<bool> heldHere = isHeld(waiting, holding);
        if (!heldHere)
            return heldHere.error();
        if (!*heldHere)
            continue; // its desktop is at another server, and sends again what has no answer
        const Result<PushOutcome> outcome = take(waiting);
        if (!outcome && outcome.error().code == ErrorCode::UnexpectedFrame) {
            pending[waiting.session].results.append({waiting.set.seq, PushStatus::Retry, 0, outcome.error().code, outcome.error().args, {}, {}});
            continue;
        }
        if (!outcome)
            return outcome.error();
        pending[waiting.session].results.append(outcome->result);
        written += outcome->rows;
        m_stats.parked += outcome->result.status == PushStatus::Parked ? 1 : 0;
    }
    m_stats.decide.add(deciding.microseconds());
    const Stopwatch committing;
    GUANXI_TRY(commitWrite(*transaction));
    m_stats.commit.add(committing.microseconds());
    m_stats.groupSets.add(group.size());
    m_stats.pushed += group.size();
    ++m_stats.commits;
    for (auto answer = pending.cbegin(); answer != pending.cend(); ++answer)
        answers[answer.key()].results += answer->results;
    rows += written;
    return {};
}

} // namespace guanxi::server
