// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/channel.h"

#include <QAbstractSocket>

namespace guanxi::protocol {

/// What TlsChannel and LocalChannel have in common: frames over a Qt socket that this object owns.
class SocketChannel : public Channel
{
    Q_OBJECT

public:
    static constexpr int LingerMs = 5'000; ///< how long a closed connection may take to send what is queued
    static constexpr qint64 ReadBuffer = 256 * 1024; ///< read ahead of the owner; beyond it the peer waits

    qint64 queuedBytes() const override { return m_device->bytesToWrite(); }

protected:
    SocketChannel(Role role, ConnectionState state, QObject *parent) : Channel(role, state, parent) {}
    /// Once, from the constructor of the heir.
    void setDevice(QIODevice *device);
    /// From the destructor of the heir: the socket may be in the middle of telling us something, or still be sending
    /// what was queued before close(); it follows on its own.
    template <class Socket> void leave(Socket *socket)
    {
        socket->disconnect(this);
        socket->setParent(parent());
        // One that the peer has ended stays open for reading, and says nothing more.
        if (isFinished() && socket->state() != Socket::UnconnectedState)
            connect(socket, &Socket::disconnected, socket, &QObject::deleteLater);
        else
            socket->deleteLater();
    }
    /// Reads whatever is left, then finishes.
    void carrierEnded(const Error &reason);

    /// Name of a socket error for logs: never words.
    static QString errorKey(QAbstractSocket::SocketError error);

    void writeBytes(const QByteArray &bytes) override { m_device->write(bytes); }
    void endCarrier() override { flushAndEnd(); }
    void resumeReading() override { readAll(); }
    virtual void flushAndEnd() = 0;

private:
    void readAll();

    QIODevice *m_device = nullptr;
};

} // namespace guanxi::protocol
