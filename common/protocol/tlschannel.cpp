// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/tlschannel.h"

#include <QSslConfiguration>
#include <QTimer>

#include <utility>

namespace guanxi::protocol {

namespace {

/// Bytes of a frame that are handed over at a time. OpenSSL keeps a buffer a third larger than the largest piece there was.
constexpr qsizetype Piece = 4 * 1024;
/// Encrypted bytes on their way, beyond which frames wait here, where channels share them.
constexpr qint64 UnderWay = 256 * 1024;
constexpr int SecondMs = 1'000;

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
    : SocketChannel(role, ConnectionState::Fresh, parent), m_socket(new TlsSocket(this)), m_pin(pin)
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
    const auto passed = [this] { m_passed = true; };
    connect(m_socket, &QIODevice::readyRead, this, passed);
    connect(m_socket, &QIODevice::bytesWritten, this, passed);
    connect(m_socket, &QIODevice::bytesWritten, this, &TlsChannel::pump);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &TlsChannel::pump);
    connect(m_socket, &QSslSocket::encrypted, this, &TlsChannel::handshakeDone);
    connect(m_socket, &QSslSocket::errorOccurred, this, &TlsChannel::socketFailed);
    connect(m_socket, &QSslSocket::disconnected, this, [this] { carrierEnded({ErrorCode::Disconnected, {}}); });
}

void TlsChannel::limitHandshake()
{
    // In seconds that this program really had: a machine that stood still, asleep or with other work, has no slow peer.
    auto *seconds = new QTimer(this);
    connect(seconds, &QTimer::timeout, this, [this, seconds, left = HandshakeTimeoutMs / SecondMs]() mutable {
        if (isOpen() || isEnded())
            seconds->deleteLater();
        else if (--left == 0)
            close({ErrorCode::TimedOut, {}});
    });
    seconds->start(SecondMs);
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

qint64 TlsChannel::queuedBytes() const { return m_queued + m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite(); }

void TlsChannel::writeBytes(const QByteArray &bytes)
{
    m_queue.append(bytes);
    m_queued += bytes.size();
    pump();
}

void TlsChannel::pump()
{
    while (m_queued > 0 && m_socket->bytesToWrite() < Piece && m_socket->encryptedBytesToWrite() < UnderWay) {
        const QByteArray &frame = m_queue.constFirst();
        const qsizetype size = std::min(Piece, frame.size() - m_begun);
        // As a whole it need not be copied.
        if (size == frame.size())
            m_socket->write(frame);
        else
            m_socket->write(frame.constData() + m_begun, size);
        m_queued -= size;
        m_begun += size;
        if (m_begun < frame.size())
            continue;
        m_queue.removeFirst();
        m_begun = 0;
    }
}

bool TlsChannel::rest()
{
    if (!m_passed || !isOpen() || queuedBytes() > 0 || m_socket->bytesAvailable() > 0)
        return false;
    m_passed = false;
    m_queue.squeeze();
    m_socket->releaseBuffers();
    return true;
}

QString TlsChannel::peer() const { return m_socket->peerAddress().toString(); }

void TlsChannel::flushAndEnd()
{
    if (!isOpen())
        return m_socket->abort();
    // All of it at once: nobody looks after the queue from here on.
    for (const QByteArray &frame : std::exchange(m_queue, {})) {
        m_socket->write(frame.constData() + m_begun, frame.size() - m_begun);
        m_begun = 0;
    }
    m_queued = 0;
    m_socket->flush();
    m_socket->disconnectFromHost();
    QTimer::singleShot(LingerMs, m_socket, [socket = m_socket] { socket->abort(); });
}

} // namespace guanxi::protocol
