// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/certificate.h"
#include "common/protocol/socketchannel.h"
#include "common/protocol/tlssocket.h"

namespace guanxi::protocol {

/// TLS 1.3 over TCP. The client compares the server's key with its pin instead of a chain of certificates.
class TlsChannel final : public SocketChannel
{
    Q_OBJECT

public:
    static constexpr int HandshakeTimeoutMs = 10'000;

    ~TlsChannel() override { leave(m_socket); }

    /// Starts to connect; opened() or closed(Unreachable | TimedOut | KeyChanged) follows.
    static TlsChannel *connectTo(const QString &host, quint16 port, const QByteArray &pin, QObject *parent = nullptr);
    /// Takes over an accepted TCP connection (QTcpServer::incomingConnection); begin() follows.
    static TlsChannel *accept(qintptr descriptor, const Identity &identity, QObject *parent = nullptr);

    /// The server's half of the handshake, which costs processor time: opened() or closed() follows.
    void begin();

    qint64 queuedBytes() const override;
    bool rest() override;
    QString peer() const override;
    /// Nothing comes through it any more.
    bool isEnded() const { return isFinished(); }
    /// Of the server's key; the client has it from the first moment, the server from its identity.
    QByteArray pin() const { return m_pin; }

private:
    TlsChannel(Role role, const QByteArray &pin, QObject *parent);
    void watch();
    void limitHandshake();
    void handshakeDone();
    void socketFailed(QAbstractSocket::SocketError error);
    void writeBytes(const QByteArray &bytes) override;
    void flushAndEnd() override;
    /// Hands the socket so much of the queue that it is busy, and no more.
    void pump();

    TlsSocket *m_socket;
    QList<QByteArray> m_queue; ///< frames, shared with other channels; the first one from m_begun on
    qsizetype m_begun = 0;
    qint64 m_queued = 0; ///< bytes of it
    bool m_passed = true; ///< something since buffers were given back
    QByteArray m_pin;
    QString m_host;
};

} // namespace guanxi::protocol
