// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/tlschannel.h"

#include <QTcpServer>

#include <functional>

namespace guanxi::server {

/// The server's door: accepts TCP, starts TLS 1.3 and hands the channel on. Strangers, who have not signed in, may hold
/// only so many connections per address and in all; more are closed before TLS costs anything.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    static constexpr int MostHalfOpenPerAddress = 64;
    static constexpr int MostHalfOpen = 1024;
    static constexpr int Backlog = 512;

    /// The channel belongs to the listener, which deletes it some seconds after it closed.
    using Accept = std::function<void(protocol::Channel &)>;

    Listener(const protocol::Identity &identity, Accept accept, QObject *parent = nullptr);

    /// `port` 0 takes any free one. InUse("address:port"), BadValue("host", address),
    /// Unreachable("address:port", reason).
    Result<void> start(const QString &address, quint16 port);
    /// "127.0.0.1:4780", "[::1]:4780": what is really listened on.
    QString place() const;

    qint64 turnedAway() const { return m_turnedAway; }
    qint64 accepted() const { return m_accepted; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// Strangers still connected, all or from one address.
    qsizetype countStrangers(const QString &address);
    void forgetSignedIn();

    protocol::Identity m_identity;
    Accept m_accept;
    QHash<QString, QList<protocol::Channel *>> m_strangers; ///< by address
    qint64 m_turnedAway = 0;
    qint64 m_accepted = 0;
};

} // namespace guanxi::server
