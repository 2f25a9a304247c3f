// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/tlschannel.h"

#include <QPointer>
#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace guanxi::server {

/// The server's door: accepts TCP, starts TLS 1.3 and hands the channel on. Of strangers, who have not signed in, only so
/// many from one address greet at a time; a whole office that comes back at once waits in turn, which costs next to
/// nothing. Far more than that are closed before TLS costs anything.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    static constexpr int MostGreetingPerAddress = 64;
    static constexpr int MostStrangersPerAddress = 1'024; ///< greeting, waiting, or waiting for their password to be computed
    static constexpr int MostStrangers = 2'048;
    static constexpr int Backlog = 1'024;

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
    /// From one address.
    struct Strangers {
        QList<QPointer<protocol::TlsChannel>> inside;  ///< handed on
        QList<QPointer<protocol::TlsChannel>> waiting;

        qsizetype count() const { return inside.size() + waiting.size(); }
    };

    qsizetype countStrangers() const;
    /// Forgets who signed in or left, and lets in who waits for it.
    void letIn();
    void letIn(Strangers &strangers);
    void turnAway(protocol::Channel *channel);

    protocol::Identity m_identity;
    Accept m_accept;
    QHash<QString, Strangers> m_strangers; ///< by address
    QTimer m_turns;                        ///< runs while somebody waits
    qint64 m_turnedAway = 0;
    qint64 m_accepted = 0;
};

} // namespace guanxi::server
