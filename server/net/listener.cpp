// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/listener.h"

#include <QTimer>

namespace guanxi::server {

using protocol::Channel;
using protocol::ConnectionState;
using protocol::TlsChannel;

namespace {

bool isStranger(const Channel *channel)
{
    return channel->state() == ConnectionState::Fresh || channel->state() == ConnectionState::Greeted;
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
    Channel *channel = TlsChannel::accept(descriptor, m_identity, this);
    const QString address = channel->peer();
    connect(channel, &Channel::closed, this, [this, channel, address] {
        m_strangers[address].removeAll(channel);
        // What it was told last still has to leave.
        QTimer::singleShot(TlsChannel::LingerMs + 1000, channel, &QObject::deleteLater);
    });
    forgetSignedIn();
    if (countStrangers(address) >= MostHalfOpenPerAddress || countStrangers(QString()) >= MostHalfOpen) {
        ++m_turnedAway;
        channel->close({ErrorCode::RateLimited, {}});
        channel->deleteLater();
        return;
    }
    ++m_accepted;
    m_strangers[address].append(channel);
    m_accept(*channel);
}

qsizetype Listener::countStrangers(const QString &address)
{
    if (!address.isEmpty())
        return m_strangers.value(address).size();
    qsizetype all = 0;
    for (const auto &channels : std::as_const(m_strangers))
        all += channels.size();
    return all;
}

void Listener::forgetSignedIn()
{
    m_strangers.removeIf([](auto entry) {
        entry.value().removeIf([](const Channel *channel) { return !isStranger(channel); });
        return entry.value().isEmpty();
    });
}

} // namespace guanxi::server
