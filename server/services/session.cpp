// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/session.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"
#include "common/model/vocabulary.h"
#include "common/storage/transaction.h"

namespace guanxi::server {

using namespace protocol;
using storage::Transaction;

namespace {

constexpr qint64 LeaseSeconds = 14 * 24 * 3600;
constexpr qint64 SignInMs = 10'000;
constexpr qint64 SilenceMs = 45'000;

} // namespace

Session::Session(Hub &hub, quint64 number, Channel &channel)
    : m_hub(hub), m_number(number), m_channel(&channel), m_since(hub.m_clock.wallMs()),
      m_lastHeard(hub.m_clock.monotonicMs()), m_openedAt(m_lastHeard)
{
    m_greeting.peer = channel.peer();
    connect(&channel, &Channel::received, this, [this](const Message &message) { receive(message); });
    connect(&channel, &Channel::heard, this, [this] { m_lastHeard = m_hub.m_clock.monotonicMs(); });
    connect(&channel, &Channel::closed, this, [this](const Error &reason) {
        if (reason.code == ErrorCode::BadFrame || reason.code == ErrorCode::FrameTooLarge)
            ++m_hub.m_stats.refusedFrames;
        Q_EMIT m_hub.logged(QStringLiteral("session %1 closed: %2").arg(m_number).arg(errorName(reason.code)));
        Q_EMIT ended(m_number);
    });
}

SessionInfo Session::info() const
{
    return {m_number, m_signedIn ? m_signedIn->login : QString(), m_user, m_replica, m_greeting.deviceName,
            m_greeting.peer, m_since, m_hub.m_clock.wallMs() - (m_hub.m_clock.monotonicMs() - m_lastHeard), queuedBytes(), m_liveRev > 0};
}

void Session::send(const Message &message)
{
    if (m_channel)
        m_channel->send(message);
}

void Session::sendFrame(const QByteArray &frame)
{
    if (m_channel)
        m_channel->sendFrame(frame);
}

void Session::refuse(const Error &reason, int retrySeconds)
{
    if (m_channel)
        m_channel->refuse(reason, retrySeconds);
}

void Session::close(ErrorCode reason)
{
    if (m_channel)
        m_channel->close({reason, {}});
}

bool Session::tick(qint64 monotonicMs)
{
    // A password that waits for its turn is not the client's fault.
    if (!isSignedIn() && !m_revoked && !m_signingIn && monotonicMs - m_openedAt > SignInMs)
        refuse({ErrorCode::TimedOut, {}});
    else if (monotonicMs - m_lastHeard > SilenceMs)
        close(ErrorCode::TimedOut);
    else
        waitForPage(monotonicMs);
    return m_channel && m_channel->rest();
}

void Session::receive(const Message &message)
{
    // What other servers wrote before this was asked is part of the answer.
    if (std::holds_alternative<Pull>(message) || std::holds_alternative<Compare>(message) || std::holds_alternative<Mend>(message)
        || std::holds_alternative<History>(message) || std::holds_alternative<Reveal>(message) || std::holds_alternative<BlobOpen>(message)) {
        m_hub.hear();
        if (!m_channel || !m_channel->isOpen())
            return;
    }
    std::visit([this](const auto &content) { handle(content); }, message);
}

void Session::handle(const Hello &hello)
{
    if (hello.protoMax < ProtocolVersionMin || hello.protoMin > ProtocolVersion) {
        refuse({ErrorCode::WrongProtocol, {QString::number(hello.protoMin), QString::number(hello.protoMax)}});
        return;
    }
    m_greeting.clientNonce = hello.clientNonce;
    m_greeting.serverNonce = m_hub.m_random.bytes(NonceSize);
    m_clientSchema = hello.schema;
    m_knowsBlobs = hello.features.contains(BlobsFeature);
    m_knowsServers = hello.features.contains(ServersFeature);
    m_greeting.deviceName = hello.deviceName.left(64);
    m_greeting.platform = hello.platform.left(64);
    Welcome welcome;
    welcome.proto = std::min(hello.protoMax, ProtocolVersion);
    welcome.company = Uuid::fromBytes(m_hub.m_store.meta(QStringLiteral("company")).value());
    welcome.companyName = QString::fromUtf8(m_hub.m_store.meta(QStringLiteral("company_name")).value());
    welcome.epoch = Uuid::fromBytes(m_hub.m_store.meta(QStringLiteral("epoch")).value());
    welcome.serverNonce = m_greeting.serverNonce;
    welcome.schema = int(m_hub.m_store.catalogue().version());
    send(welcome);
    m_channel->setState(ConnectionState::Greeted);
}

bool Session::beginsSignIn()
{
    if (m_signingIn) {
        refuse({ErrorCode::UnexpectedFrame, {QStringLiteral("SignIn")}});
        return false;
    }
    m_signingIn.emplace();
    return true;
}

void Session::handle(const Enrol &request)
{
    if (beginsSignIn())
        m_hub.m_auth.enrol(request, m_greeting, this, [this, request](const Result<SignedIn> &proved) { enrol(request, proved); });
}

void Session::enrol(const Enrol &request, const Result<SignedIn> &proved)
{
    if (!proved || !proved->isNewReplica || !isOpen())
        return welcome(proved);
    Result<Transaction> transaction = Transaction::begin(m_hub.m_store.database());
    if (!transaction)
        return refuse(transaction.error());
    // The password was proved before: the counter that all servers wait for is locked no longer than this takes.
    const Result<qint64> locked = m_hub.m_store.head(true);
    Result<void> done = locked ? m_hub.m_auth.useCode(request.token, proved->user) : Result<void>(locked.error());
    if (done)
        done = m_hub.m_push.addReplica(proved->replica, proved->user, proved->publicKey, m_greeting.deviceName);
    // What that one sent before is not to be taken twice.
    if (done && !request.was.isNull())
        done = m_hub.m_store.setCopy(proved->replica, {{}, {}, request.was});
    // A code that enrolled nobody stays good.
    if (done)
        done = transaction->commit();
    welcome(done ? proved : Result<SignedIn>(done.error()));
}

void Session::handle(const SignIn &request)
{
    if (!beginsSignIn())
        return;
    m_hub.m_auth.signIn(request, m_greeting, this, [this, replica = request.replica](const Result<SignedIn> &signedIn) {
        if (!signedIn && signedIn.error().code == ErrorCode::DeviceRevoked)
            wipe(replica);
        else
            welcome(signedIn);
    });
}

void Session::wipe(const Uuid &replica)
{
    const Result<Uuid> user = m_hub.m_push.userOf(replica);
    if (!user)
        return refuse(user.error());
    m_user = *user;
    m_replica = replica;
    m_revoked = true;
    send(Wipe());
    m_channel->setState(ConnectionState::Revoked);
    Q_EMIT m_hub.logged(QStringLiteral("session %1 is of the revoked replica %2: told to wipe").arg(m_number).arg(m_replica.text()));
}

void Session::handle(const Quarantine &quarantine)
{
    enqueue(quarantine.sets, {}, true);
    // Nothing to keep is an answer, too: the client waits for it before it destroys anything.
    if (quarantine.sets.isEmpty())
        send(PushAck());
}

void Session::handle(const SignOut &)
{
    if (m_revoked) {
        if (const Result<void> noted = m_hub.m_auth.noteWiped(m_replica); !noted)
            return refuse(noted.error());
        Q_EMIT m_hub.logged(QStringLiteral("replica %1 has wiped itself").arg(m_replica.text()));
        send(PushAck()); // it repeats its word until it hears that it was noted
    }
    close(ErrorCode::Disconnected);
}

void Session::welcome(const Result<SignedIn> &signedIn)
{
    // Who has left while his password was computed must not end the connection that he has made since.
    if (!isOpen())
        return;
    const Result<Ready> answer = signedIn ? ready(*signedIn) : Result<Ready>(signedIn.error());
    if (!answer) {
        ++m_hub.m_stats.refusedSignIns;
        return refuse(answer.error());
    }
    // One copy of a replica at a time: two would take each other's sequence numbers.
    m_hub.endHere(m_replica, m_number);
    m_signedIn = *signedIn;
    send(*answer);
    m_channel->setState(ConnectionState::SignedIn);
    ++m_hub.m_stats.signIns;
    m_hub.m_stats.signIn.add(m_signingIn->microseconds());
    m_hub.tellServers(this);
    for (const BlobReference &reference : std::as_const(m_hub.m_sought))
        tellSought(reference);
    Q_EMIT m_hub.logged(QStringLiteral("session %1 signed in: user %2 replica %3").arg(m_number).arg(m_user.text(), m_replica.text()));
    Q_EMIT m_hub.sessionsChanged();
}

Result<Ready> Session::ready(const SignedIn &signedIn)
{
    m_user = signedIn.user;
    m_replica = signedIn.replica;
    // What an older connection of this replica pushed is part of what Ready tells: another copy may have sent it.
    m_hub.commitQueued();
    m_hub.hear();
    GUANXI_TRY(m_hub.beginRun());
    const Result<Ready> answer = hold(signedIn);
    if (!answer)
        static_cast<void>(m_hub.m_store.rolledBack());
    return answer;
}

Result<Ready> Session::hold(const SignedIn &signedIn)
{
    Result<Transaction> transaction = m_hub.beginWrite();
    if (!transaction)
        return transaction.error();
    // From here on nothing comes from a connection that the replica has at another server.
    GUANXI_TRY(m_hub.hold(m_replica, m_number));
    const Result<Ready> answer = describe(signedIn);
    if (answer)
        GUANXI_TRY(transaction->commit());
    return answer;
}

Result<Ready> Session::describe(const SignedIn &signedIn)
{
    const Result<SharedStanding> standing = m_hub.m_rights.standingOf(m_user, m_hub.m_clock.wallMs());
    if (!standing)
        return standing.error();
    if ((*standing)->rights.isEmpty())
        return Error{ErrorCode::GrantExpired, {}};
    m_standing = *standing;
    GUANXI_TRY(rememberScopes());
    Ready ready;
    ready.replica = m_replica;
    ready.user = m_user;
    ready.login = signedIn.login;
    ready.realName = signedIn.realName;
    ready.rights = m_standing->encoded;
    ready.rightsVersion = m_standing->version;
    const Result<qint64> head = m_hub.m_store.head();
    const Result<qint64> lastSeq = m_hub.m_push.lastSeq(m_replica);
    if (!head || !lastSeq)
        return head ? lastSeq.error() : head.error();
    ready.head = *head;
    ready.lastSeq = *lastSeq;
    ready.epoch = Uuid::fromBytes(m_hub.m_store.meta(QStringLiteral("epoch")).value());
    ready.leaseSeconds = LeaseSeconds;
    ready.serverTime = m_hub.m_clock.wallMs();
    ready.mustChangePassword = signedIn.mustChangePassword;
    if (m_hub.m_blobs)
        ready.features.append(BlobsFeature);
    const Result<std::vector<storage::StoredRecord>> customFields = m_hub.m_store.records().loadAfter(model::CustomField::entity, 0, 10'000);
    if (!customFields)
        return customFields.error();
    for (const storage::StoredRecord &row : *customFields)
        ready.customFields.append(model::encodeRecord(row.record));
    if (m_clientSchema != int(m_hub.m_store.catalogue().version()))
        ready.vocabulary = model::Vocabulary::of(m_hub.m_store.catalogue()).encoded();
    GUANXI_TRY(tellPast(ready));
    return ready;
}

Result<void> Session::rememberScopes()
{
    m_scopesAsOf = -1;
    Result<Transaction> transaction = m_hub.m_store.beginWrite();
    if (!transaction)
        return transaction.error();
    Result<QSet<model::ScopeKey>> stored = m_hub.m_store.scopesOfReplica(m_replica);
    if (!stored)
        return stored.error();
    m_formerScopes = *stored - m_standing->scopes;
    GUANXI_TRY(m_hub.m_store.addReplicaScopes(m_replica, m_standing->scopes - *stored));
    return transaction->commit();
}

void Session::setStanding(const SharedStanding &standing)
{
    if (const bool same = standing->rights == m_standing->rights; std::exchange(m_standing, standing), same)
        return;
    m_liveRev = 0;
    forgetPull();
    if (const Result<void> remembered = rememberScopes(); !remembered)
        return refuse(remembered.error());
    send(RightsChanged{m_standing->encoded, m_standing->version});
}

bool Session::sees(const ScopeIds &scopes)
{
    // Scopes get their number when the first row enters them.
    if (m_scopesAsOf != m_hub.m_store.lastScope()) {
        m_scopes = m_hub.m_store.knownScopes(m_standing->scopes).value();
        m_scopesAsOf = m_hub.m_store.lastScope();
    }
    return std::any_of(scopes.begin(), scopes.end(), [this](qint32 scope) { return m_scopes.contains(scope); });
}

void Session::tellServers(const QList<ServerAddress> &addresses)
{
    if (m_knowsServers)
        send(Servers{addresses});
}

void Session::lag(qint64 head)
{
    m_liveRev = 0;
    ++m_hub.m_stats.lagged;
    send(Lagged{head});
}

void Session::enqueue(const QList<QByteArray> &sets, const QList<Recovered> &recovered, bool quarantined)
{
    for (const QByteArray &bytes : sets) {
        Result<model::ChangeSet> set = model::decodeChangeSet(bytes);
        if (!set || set->replica != m_replica || set->user != m_user)
            return close(ErrorCode::BadFrame);
        const auto known = std::find_if(recovered.begin(), recovered.end(), [&](const Recovered &past) { return past.seq == set->seq; });
        m_hub.enqueue({m_number, std::move(*set), known == recovered.end() ? std::nullopt : std::optional(*known), quarantined});
    }
}

void Session::handle(const Confirm &confirm)
{
    if (const Result<void> done = m_hub.m_push.confirm(m_replica, confirm.seq); !done)
        Q_EMIT m_hub.logged(QStringLiteral("confirm failed: %1").arg(errorName(done.error().code)));
}

void Session::handle(const ChangePassword &change)
{
    m_hub.m_auth.changePassword(m_user, change.oldPassword, change.newPassword, this, [this, request = change.request](const Result<void> &changed) {
        if (changed)
            send(Done{request});
        else
            answer(request, changed.error());
    });
}

void Session::answer(qint64 request, const Error &error)
{
    send(ErrorMessage{error.code, error.args, false, 0, request});
}

} // namespace guanxi::server
