// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/tlschannel.h"

#include <QSslConfiguration>
#include <QTimer>

namespace guanxi::protocol {

namespace {

QSslConfiguration configuration()
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // the pin decides; possession of the key is proved by TLS itself
    tls.setCaCertificates({});                     // else Qt loads the system's store for each connection
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableCompression, true);
    return tls;
}

} // namespace

TlsChannel::TlsChannel(Role role, const QByteArray &pin, QObject *parent)
    : SocketChannel(role, ConnectionState::Fresh, parent), m_socket(new QSslSocket(this)), m_pin(pin)
{
    m_socket->setReadBufferSize(ReadBuffer);
    setDevice(m_socket);
}

TlsChannel *TlsChannel::connectTo(const QString &host, quint16 port, const QByteArray &pin, QObject *parent)
{
    auto *channel = new TlsChannel(Role::Client, pin, parent);
    channel->m_host = host;
    channel->watch();
    channel->limitHandshake();
    QSslSocket *socket = channel->m_socket;
    socket->setSslConfiguration(configuration());
    QTimer::singleShot(0, channel, [socket, host, port] { socket->connectToHostEncrypted(host, port); });
    return channel;
}

TlsChannel *TlsChannel::accept(qintptr descriptor, const Identity &identity, QObject *parent)
{
    auto *channel = new TlsChannel(Role::Server, keyPin(identity.certificate), parent);
    channel->watch();
    QSslSocket *socket = channel->m_socket;
    QSslConfiguration tls = configuration();
    tls.setLocalCertificate(identity.certificate);
    tls.setPrivateKey(identity.key);
    socket->setSslConfiguration(tls);
    socket->setSocketDescriptor(descriptor);
    return channel;
}

void TlsChannel::begin()
{
    limitHandshake();
    QTimer::singleShot(0, this, [this] {
        if (m_socket->state() == QAbstractSocket::ConnectedState)
            m_socket->startServerEncryption();
    });
}

void TlsChannel::watch()
{
    connect(m_socket, &QSslSocket::encrypted, this, &TlsChannel::handshakeDone);
    connect(m_socket, &QSslSocket::errorOccurred, this, &TlsChannel::socketFailed);
    connect(m_socket, &QSslSocket::disconnected, this, [this] { carrierEnded({ErrorCode::Disconnected, {}}); });
}

void TlsChannel::limitHandshake()
{
    QTimer::singleShot(HandshakeTimeoutMs, this, [this] {
        if (!isOpen())
            close({ErrorCode::TimedOut, {}});
    });
}

void TlsChannel::handshakeDone()
{
    if (role() == Role::Client && (m_pin.size() != KeySize || keyPin(m_socket->peerCertificate()) != m_pin))
        return close({ErrorCode::KeyChanged, {}});
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    open();
}

void TlsChannel::socketFailed(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError && isOpen())
        return; // disconnected() follows, after what is still to be read
    if (isOpen())
        carrierEnded({ErrorCode::Disconnected, {errorKey(error)}});
    else
        finish({ErrorCode::Unreachable, {role() == Role::Client ? m_host : peer(), errorKey(error)}});
}

qint64 TlsChannel::queuedBytes() const { return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite(); }

QString TlsChannel::peer() const { return m_socket->peerAddress().toString(); }

void TlsChannel::flushAndEnd()
{
    if (!isOpen())
        return m_socket->abort();
    m_socket->flush();
    m_socket->disconnectFromHost();
    QTimer::singleShot(LingerMs, m_socket, [socket = m_socket] { socket->abort(); });
}

} // namespace guanxi::protocol
