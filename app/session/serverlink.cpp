// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/serverlink.h"

#include "common/protocol/signature.h"
#include "common/protocol/tlschannel.h"

#include <QSysInfo>

namespace guanxi::app {

using namespace protocol;

namespace {

constexpr qint64 HeardMs = 1'000;

} // namespace

ServerLink::ServerLink(const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_clock(clock), m_random(random), m_heartbeat(clock.monotonicMs()), m_backoff(random), m_watch(clock)
{
    m_retry.setSingleShot(true);
    m_ticker.setInterval(1000);
    connect(&m_retry, &QTimer::timeout, this, &ServerLink::connectNow);
    connect(&m_ticker, &QTimer::timeout, this, &ServerLink::tick);
}

void ServerLink::start(const Credentials &credentials)
{
    stop();
    m_credentials = credentials;
    m_place = places().first();
    m_backoff.reset();
    connectNow();
}

void ServerLink::stop()
{
    m_retry.stop();
    m_ticker.stop();
    m_ready = false;
    if (m_channel) {
        m_channel->disconnect(this);
        m_channel->close();
        m_channel->deleteLater();
        m_channel = nullptr;
    }
}

void ServerLink::reconnect()
{
    const bool wasReady = m_ready;
    stop();
    if (wasReady)
        Q_EMIT lost({ErrorCode::Disconnected, {}});
    connectNow();
}

void ServerLink::giveUp()
{
    if (m_channel)
        m_channel->close({ErrorCode::TimedOut, {}});
}

void ServerLink::send(const Message &message)
{
    if (m_channel && m_ready) {
        m_heartbeat.sent(m_clock.monotonicMs());
        m_channel->send(message);
    }
}

void ServerLink::connectNow()
{
    Q_EMIT connecting();
    m_ticker.start();
    m_refusal.reset();
    m_stopping.reset();
    m_channel = TlsChannel::connectTo(m_place.host, quint16(m_place.port), m_credentials.pin, this);
    connect(m_channel, &Channel::opened, this, &ServerLink::greet);
    connect(m_channel, &Channel::received, this, &ServerLink::receive);
    connect(m_channel, &Channel::heard, this, &ServerLink::hear);
    connect(m_channel, &Channel::closed, this, &ServerLink::ended);
}

void ServerLink::hear()
{
    const qint64 now = m_clock.monotonicMs();
    m_heartbeat.heard(now);
    if (now - m_toldHeard < HeardMs)
        return;
    m_toldHeard = now;
    Q_EMIT heard();
}

void ServerLink::greet()
{
    m_heartbeat = Heartbeat(m_clock.monotonicMs());
    m_clientNonce = m_random.bytes(NonceSize);
    Hello hello;
    hello.schema = int(m_credentials.schema);
    hello.deviceName = QSysInfo::machineHostName();
    hello.platform = QSysInfo::prettyProductName();
    hello.features = {BlobsFeature, ServersFeature};
    hello.clientNonce = m_clientNonce;
    m_channel->send(hello);
}

void ServerLink::receive(const Message &message)
{
    if (const Welcome *hello = std::get_if<Welcome>(&message))
        return welcome(*hello);
    if (const ErrorMessage *error = std::get_if<ErrorMessage>(&message); error && error->fatal) {
        m_refusal = error->error();
        return;
    }
    if (const Ready *answer = std::get_if<Ready>(&message)) {
        m_channel->setState(ConnectionState::SignedIn);
        m_ready = true;
        m_readySince = m_clock.monotonicMs();
        m_credentials.token.clear(); // from now on it is this replica that signs in
        m_credentials.replica = answer->replica;
        return Q_EMIT ready(*answer);
    }
    if (std::holds_alternative<Wipe>(message)) {
        m_channel->setState(ConnectionState::Revoked);
        m_ready = true;
        m_readySince = m_clock.monotonicMs();
        return Q_EMIT wipeOrdered();
    }
    if (const Ping *ping = std::get_if<Ping>(&message))
        return m_channel->send(Pong{ping->n});
    if (const Notice *notice = std::get_if<Notice>(&message); notice && notice->kind == NoticeKind::Stopping)
        m_stopping = *notice;
    Q_EMIT received(message);
}

void ServerLink::welcome(const Welcome &welcome)
{
    if (!m_credentials.company.isNull() && welcome.company != m_credentials.company) {
        m_refusal = Error{ErrorCode::WrongCompany, {welcome.companyName}};
        return m_channel->close(*m_refusal);
    }
    m_credentials.company = welcome.company;
    m_channel->setState(ConnectionState::Greeted);
    Q_EMIT received(welcome);
    if (!m_credentials.token.isEmpty()) {
        m_channel->send(Enrol{m_credentials.token, m_credentials.login, m_credentials.password, m_credentials.secrets.publicKey(),
                              m_credentials.replica});
        return;
    }
    const QByteArray signature =
        protocol::sign(signInBytes(m_clientNonce, welcome.serverNonce, m_credentials.pin), m_credentials.secrets.signingKey);
    m_channel->send(SignIn{m_credentials.replica, m_credentials.login, m_credentials.password, signature});
}

void ServerLink::ended(const Error &closeReason)
{
    const Error reason = m_refusal.value_or(closeReason);
    const qint64 up = m_ready ? m_clock.monotonicMs() - m_readySince : 0;
    m_ready = false;
    if (m_channel) {
        m_channel->deleteLater();
        m_channel = nullptr;
    }
    if (endsTrying(reason.code)) {
        // A right that somebody gives again should not wait for the person who lacked it.
        if (reason.code == ErrorCode::GrantExpired || reason.code == ErrorCode::UserDisabled)
            m_retry.start(int(m_backoff.next(0)));
        return Q_EMIT refused(reason);
    }
    const QList<ServerAddress> all = places();
    m_place = all.at((all.indexOf(m_place) + 1) % all.size());
    m_retry.start(int(pauseMs(up)));
    Q_EMIT lost(reason);
}

qint64 ServerLink::pauseMs(qint64 upMs)
{
    // Where another server is there to go on with, nobody waits for this one.
    return m_stopping && places().size() == 1 ? m_backoff.within(m_stopping->retryMin, m_stopping->retryMax) : m_backoff.next(upMs);
}

QList<ServerAddress> ServerLink::places() const
{
    QList<ServerAddress> all{{m_credentials.host, m_credentials.port}};
    for (const ServerAddress &other : m_credentials.others)
        if (!all.contains(other))
            all.append(other);
    return all;
}

void ServerLink::setOthers(const QList<ServerAddress> &others) { m_credentials.others = others; }

bool ServerLink::endsTrying(ErrorCode code) const
{
    // Behind an address that somebody else has now there may be anything.
    const bool foreign = code == ErrorCode::KeyChanged || code == ErrorCode::WrongCompany || code == ErrorCode::WrongProtocol;
    return isFinal(code) && !(foreign && m_place != places().first());
}

void ServerLink::tick()
{
    const bool moved = m_watch.hasMoved();
    if (m_channel && m_channel->isOpen()) {
        if (moved)
            m_heartbeat.probe(m_clock.monotonicMs());
        beat();
    } else if (moved && (m_channel || m_retry.isActive())) {
        m_backoff.reset();
        reconnect();
    }
}

void ServerLink::beat()
{
    switch (m_heartbeat.tick(m_clock.monotonicMs())) {
    case Heartbeat::Action::None: break;
    case Heartbeat::Action::Ping:
        if (m_channel->state() != ConnectionState::Fresh)
            m_channel->send(Ping{m_clock.monotonicMs()});
        break;
    case Heartbeat::Action::Dead: giveUp(); break;
    }
}

bool ServerLink::isFinal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongPassword: case ErrorCode::LockedOut: case ErrorCode::UserDisabled: case ErrorCode::GrantExpired:
    case ErrorCode::DeviceRevoked: case ErrorCode::DeviceUnknown: case ErrorCode::CodeUsed: case ErrorCode::CodeInvalid:
    case ErrorCode::KeyChanged: case ErrorCode::WrongProtocol: case ErrorCode::WrongCompany:
        return true;
    default:
        return false;
    }
}

} // namespace guanxi::app
