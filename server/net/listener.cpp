// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/listener.h"

#include <numeric>

namespace guanxi::server {

using protocol::Channel;
using protocol::ConnectionState;
using protocol::TlsChannel;

namespace {

constexpr int TurnMs = 5;
constexpr int ReopenMs = 100;

bool isStranger(const Channel *channel)
{
    return channel && (channel->state() == ConnectionState::Fresh || channel->state() == ConnectionState::Greeted);
}

QString placeOf(const QString &address, quint16 port)
{
    return (address.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address).arg(port);
}

} // namespace

Listener::Listener(const protocol::Identity &identity, Accept accept, QObject *parent)
    : QTcpServer(parent), m_identity(identity), m_accept(std::move(accept))
{
    setListenBacklogSize(Backlog);
    m_turns.setInterval(TurnMs);
    connect(&m_turns, &QTimer::timeout, this, [this] { letIn(); });
    // Qt shuts the door after any fault, as when the process has no file left to open; whoever knocks waits until there is one again.
    connect(this, &QTcpServer::acceptError, this, [this] { QTimer::singleShot(ReopenMs, this, &QTcpServer::resumeAccepting); });
}

Result<void> Listener::start(const QString &address, quint16 port)
{
    const QHostAddress host(address);
    if (host.isNull())
        return Error{ErrorCode::BadValue, {QStringLiteral("host"), address}};
    if (listen(host, port))
        return {};
    if (serverError() == QAbstractSocket::AddressInUseError)
        return Error{ErrorCode::InUse, {placeOf(address, port)}};
    return Error{ErrorCode::Unreachable, {placeOf(address, port), errorString()}};
}

QString Listener::place() const { return placeOf(serverAddress().toString(), serverPort()); }

void Listener::incomingConnection(qintptr descriptor)
{
    TlsChannel *channel = TlsChannel::accept(descriptor, m_identity, this);
    connect(channel, &Channel::closed, this, [channel] {
        // What it was told last still has to leave.
        QTimer::singleShot(TlsChannel::LingerMs + 1000, channel, &QObject::deleteLater);
    });
    letIn();
    Strangers &strangers = m_strangers[channel->peer()];
    if (strangers.count() >= MostStrangersPerAddress || countStrangers() >= MostStrangers)
        return turnAway(channel);
    ++m_accepted;
    strangers.waiting.append(channel);
    letIn(strangers);
    if (!strangers.waiting.isEmpty())
        m_turns.start();
}

void Listener::turnAway(Channel *channel)
{
    ++m_turnedAway;
    channel->close({ErrorCode::RateLimited, {}});
    channel->deleteLater();
}

qsizetype Listener::countStrangers() const
{
    return std::accumulate(m_strangers.begin(), m_strangers.end(), qsizetype(0), [](qsizetype all, const Strangers &strangers) { return all + strangers.count(); });
}

void Listener::letIn(Strangers &strangers)
{
    strangers.inside.removeIf([](const auto &channel) { return !channel || channel->isEnded() || !isStranger(channel); });
    strangers.waiting.removeIf([](const auto &channel) { return !channel || channel->isEnded(); });
    qsizetype greeting = std::count_if(strangers.inside.begin(), strangers.inside.end(), [](const auto &channel) { return channel->state() == ConnectionState::Fresh; });
    for (; !strangers.waiting.isEmpty() && greeting < MostGreetingPerAddress; ++greeting) {
        TlsChannel *channel = strangers.waiting.takeFirst();
        strangers.inside.append(channel);
        m_accept(*channel);
        channel->begin();
    }
}

void Listener::letIn()
{
    bool waits = false;
    for (auto strangers = m_strangers.begin(); strangers != m_strangers.end();) {
        letIn(*strangers);
        waits |= !strangers->waiting.isEmpty();
        strangers = strangers->count() == 0 ? m_strangers.erase(strangers) : std::next(strangers);
    }
    if (!waits)
        m_turns.stop();
}

} // namespace guanxi::server
