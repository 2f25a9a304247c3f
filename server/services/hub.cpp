// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/hub.h"

#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/protocol/message.h"
#include "common/storage/query.h"
#include "common/storage/transaction.h"
#include "common/sync/parkedset.h"
#include "server/services/session.h"

namespace guanxi::server {

using namespace protocol;
using model::ChangeSet;
using model::Record;
using storage::Transaction;

namespace {

/// Records of one change set of the server's own.
constexpr qsizetype PartSize = 500;
constexpr qint64 DayMs = 86'400'000;
/// What a small machine checks passwords and catches up for; 500 desktops come back within half a minute.
constexpr int SignInsASecond = 16;
/// A page takes no longer, so that a save waits for one of these at most.
constexpr qint64 PageMs = 10;
constexpr int RetryFirst = 1, RetryLeast = 2, RetryMost = 30; ///< seconds

} // namespace

Hub::Hub(const Parts &parts, QObject *parent)
    : QObject(parent), m_store(parts.store), m_auth(parts.auth), m_clock(parts.clock), m_random(parts.random), m_ids(parts.ids), m_blobs(parts.blobs), m_standby(parts.standby),
      m_rights(parts.store), m_push(parts.store, parts.ids, parts.clock), m_pull(parts.store, parts.clock, PageMs), m_compare(parts.store, parts.clock),
      m_valueTiers(parts.store, writing("value_tiers")), m_leadScores(parts.store, writing("lead_scores")), m_forecasts(parts.store, writing("forecasts")), m_targets(parts.store, writing("targets"))
{
    if (m_standby)
        connect(m_standby, &Standby::logged, this, &Hub::logged);
}

Hub::~Hub() = default;

void Hub::accept(Channel &channel)
{
    const quint64 number = ++m_lastSession;
    auto session = std::make_unique<Session>(*this, number, channel);
    connect(session.get(), &Session::ended, this, &Hub::remove);
    m_sessions.emplace(number, std::move(session));
    Q_EMIT sessionsChanged();
}

void Hub::remove(quint64 number)
{
    const auto found = m_sessions.find(number);
    if (found == m_sessions.end())
        return;
    if (m_blobs)
        m_blobs->forget(number);
    // It is calling us: it goes at the next flush or tick. What it sent stays queued: it is valid work.
    m_ended.push_back(std::move(found->second));
    m_sessions.erase(found);
    Q_EMIT sessionsChanged();
}

Result<void> Hub::beginRun()
{
    if (m_running)
        return {};
    // Beside others a lock is waited for, which must come before that of the counter.
    if (m_store.isShared()) {
        GUANXI_TRY(m_store.beginRun(m_ids.next()));
        m_process = m_ids.next();
        m_epoch = Uuid::fromBytes(m_store.meta(QStringLiteral("epoch")).value());
        const Result<QList<ServerRun>> runs = m_store.runs();
        if (!runs)
            return runs.error();
        m_run = runs->last().id;
    }
    Result<Transaction> transaction = m_store.beginWrite();
    if (!transaction)
        return transaction.error();
    if (!m_store.isShared())
        GUANXI_TRY(m_store.beginRun(m_ids.next()));
    GUANXI_TRY(m_push.prepare());
    GUANXI_TRY(transaction->commit());
    m_running = true;
    return {};
}

Result<void> Hub::beginEpoch(qint64 at, qint64 known)
{
    Result<Transaction> transaction = m_store.beginWrite();
    if (!transaction)
        return transaction.error();
    // Another server may have heard of it a moment before; then sessions end here as soon as that is heard.
    if (m_store.isShared() && m_store.meta(QStringLiteral("epoch")).value() != m_epoch.bytes())
        return transaction->commit();
    GUANXI_TRY(m_store.beginEpoch(m_ids.next(), at, known));
    GUANXI_TRY(m_store.tell({}));
    GUANXI_TRY(transaction->commit());
    Q_EMIT logged(QStringLiteral("the database was restored as of revision %1: a new epoch begins").arg(at));
    endAll();
    hear();
    return {};
}

void Hub::endAll()
{
    // Whose password is only being computed is told of the new epoch with Ready.
    for (const SessionInfo &info : sessions())
        if (!info.replica.isNull())
            kick(info.number, {ErrorCode::Disconnected, {}});
}

Result<PushResult> Hub::commit(const ChangeSet &set, const Author &author)
{
    const Result<PushOutcome> outcome = commitOne(set, author);
    if (!outcome) {
        GUANXI_TRY(m_store.rolledBack());
        return outcome.error();
    }
    spread(outcome->rows, {});
    return outcome->result;
}

Result<Uuid> Hub::serverReplica()
{
    const Result<QByteArray> id = m_store.meta(QStringLiteral("server_replica"));
    if (!id)
        return id.error();
    return Uuid::fromBytes(*id);
}

Result<ChangeSet> Hub::ownSet(const QString &name)
{
    const Result<Uuid> replica = serverReplica();
    if (!replica)
        return replica.error();
    ChangeSet set;
    set.replica = *replica;
    set.at = m_clock.wallMs();
    set.action = m_ids.next();
    set.name = name;
    set.schema = m_store.catalogue().version();
    return set;
}

Result<PushResult> Hub::write(const QString &name, const QList<model::RecordChange> &changes)
{
    Result<ChangeSet> set = ownSet(name);
    if (!set)
        return set.error();
    set->parts = int((changes.size() + PartSize - 1) / PartSize);
    const model::Rights rights = model::Rights::unlimited(Uuid());
    Result<PushResult> result = Error{ErrorCode::Internal, {QStringLiteral("nothing to write")}};
    for (set->part = 1; set->part <= set->parts; ++set->part) {
        set->changes = changes.mid((set->part - 1) * PartSize, PartSize);
        result = commit(*set, {Uuid(), set->replica, rights, true});
        if (result && result->status == PushStatus::Parked)
            return Error{result->code, result->args};
        if (!result)
            return result;
    }
    return result;
}

Result<PushResult> Hub::takeUp(const Record &conflict)
{
    Result<ChangeSet> set = ownSet(sync::ResubmitAction);
    if (!set)
        return set.error();
    set->args = {{sync::TakesUp, conflict.id().text()}};
    set->changes = sync::parkedSet(conflict[model::Conflict::parked]).changes;
    set->changes.append(sync::closingOf(conflict, sync::Resolution::Mine));
    // Not as the server: what only the server fills is not taken from a desktop, and rules hold for everybody.
    return commit(*set, {Uuid(), set->replica, model::Rights::unlimited(Uuid())});
}

Result<PushOutcome> Hub::commitOne(ChangeSet set, const Author &author)
{
    GUANXI_TRY(beginRun());
    Result<Transaction> transaction = beginWrite();
    if (!transaction)
        return transaction.error();
    ServerStore::Recall recall(m_store);
    GUANXI_TRY(recall.expectReplicas({set.replica}));
    GUANXI_TRY(recall.expect(m_push.namedIn(set)));
    // All servers of a company write under one name: the next number is known where nobody else writes.
    if (set.seq == 0) {
        const Result<qint64> last = m_push.lastSeq(set.replica);
        if (!last)
            return last.error();
        set.seq = *last + 1;
    }
    Result<PushOutcome> outcome = m_push.push(set, author);
    if (outcome)
        GUANXI_TRY(commitWrite(*transaction));
    return outcome;
}

void Hub::refreshRights()
{
    m_rightsStale = false;
    // A refusal ends its session and changes the map.
    QList<Session *> sessions;
    for (const auto &[number, session] : m_sessions)
        if (session->isSignedIn())
            sessions.append(session.get());
    for (Session *session : sessions) {
        const Result<SharedStanding> standing = m_rights.standingOf(session->user(), m_clock.wallMs());
        if (!standing)
            session->refuse(standing.error());
        else if ((*standing)->rights.isEmpty())
            session->refuse({ErrorCode::GrantExpired, {}});
        else
            session->setStanding(*standing);
    }
}

void Hub::tick()
{
    m_ended.clear();
    const qint64 now = m_clock.wallMs();
    // A clock that was turned back: what had begun may not have begun yet, what was over may be valid again.
    bool expired = now < m_wall;
    m_wall = now;
    QList<Session *> sessions;
    for (const auto &[number, session] : m_sessions)
        sessions.append(session.get());
    bool rested = false;
    for (Session *session : sessions) {
        rested |= session->tick(m_clock.monotonicMs());
        expired |= session->isSignedIn() && session->rights().changesAt() != 0 && session->rights().changesAt() <= now;
    }
    if (expired)
        refreshRights();
    if (rested)
        Q_EMIT this->rested();
    if (m_clock.monotonicMs() - m_statsTurnedAt >= HubStats::PeriodMs) {
        m_statsTurnedAt = m_clock.monotonicMs();
        m_stats.turn();
    }
    hear(); // a word may have been lost
    if (m_standby && m_running)
        m_standby->tick(wanted());
    if (m_address.port != 0 && now / DayMs != m_addressDay)
        static_cast<void>(setAddress(m_address)); // again the next day
    doJobs();
}

model::RowPlace Hub::placeOf(const model::Record &record)
{
    return ChangeApplier(m_store, {Uuid(), Uuid(), model::Rights(), true}, m_clock.wallMs()).place(record);
}

void Hub::stop()
{
    m_ended.clear();
    commitQueued();
    const int retryMax = std::clamp(int(m_sessions.size()) / SignInsASecond, RetryLeast, RetryMost);
    QList<quint64> numbers;
    for (const auto &[number, session] : m_sessions)
        numbers.append(number);
    for (quint64 number : numbers) {
        if (const auto found = m_sessions.find(number); found != m_sessions.end()) {
            found->second->send(Notice{NoticeKind::Stopping, RetryFirst, retryMax});
            found->second->refuse({ErrorCode::ServerStopping, {QString::number(RetryFirst)}}, RetryFirst);
        }
    }
}

QList<SessionInfo> Hub::sessions() const
{
    QList<SessionInfo> infos;
    for (const auto &[number, session] : m_sessions)
        infos.append(session->info());
    return infos;
}

bool Hub::kick(quint64 number, const Error &reason)
{
    const auto found = m_sessions.find(number);
    if (found == m_sessions.end())
        return false;
    found->second->refuse(reason);
    return true;
}

void Hub::endHere(const Uuid &replica, quint64 except)
{
    for (const SessionInfo &info : sessions())
        if (info.replica == replica && info.number != except)
            kick(info.number, {ErrorCode::Disconnected, {}});
}

void Hub::kickUser(const Uuid &user, const Error &reason)
{
    for (const SessionInfo &info : sessions())
        if (info.user == user)
            kick(info.number, reason);
}

} // namespace guanxi::server
