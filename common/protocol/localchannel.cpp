// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/localchannel.h"

#include <QTimer>

namespace guanxi::protocol {

LocalChannel::LocalChannel(Role role, QLocalSocket *socket, QObject *parent)
    : SocketChannel(role, ConnectionState::LocalConsole, parent), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(ReadBuffer);
    setDevice(m_socket);
    connect(m_socket, &QLocalSocket::disconnected, this, [this] { carrierEnded({ErrorCode::Disconnected, {}}); });
}

LocalChannel *LocalChannel::connectTo(const QString &name, QObject *parent)
{
    auto *channel = new LocalChannel(Role::Client, new QLocalSocket, parent);
    QLocalSocket *socket = channel->m_socket;
    connect(socket, &QLocalSocket::connected, channel, &LocalChannel::open);
    connect(socket, &QLocalSocket::errorOccurred, channel, [channel, name](QLocalSocket::LocalSocketError error) {
        if (!channel->isOpen()) // both enumerations share their numbers
            channel->finish({ErrorCode::Unreachable, {name, errorKey(QAbstractSocket::SocketError(error))}});
    });
    // After the caller has connected its slots, since a local connection may succeed or fail at once.
    QTimer::singleShot(0, channel, [socket, name] { socket->connectToServer(name); });
    return channel;
}

LocalChannel *LocalChannel::accept(QLocalSocket *socket, QObject *parent)
{
    auto *channel = new LocalChannel(Role::Server, socket, parent);
    QTimer::singleShot(0, channel, [channel] {
        channel->open();
        channel->resumeReading();
    });
    return channel;
}

void LocalChannel::flushAndEnd()
{
    m_socket->flush();
    m_socket->disconnectFromServer();
    QTimer::singleShot(LingerMs, m_socket, [socket = m_socket] { socket->abort(); });
}

} // namespace guanxi::protocol
