// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/networkwatch.h"
#include "app/session/vault.h"
#include "common/base/random.h"
#include "common/protocol/heartbeat.h"
#include "common/protocol/channel.h"

#include <QPointer>
#include <QTimer>

namespace guanxi::app {

/// Who signs in where, and how.
struct Credentials {
    QString host;
    quint16 port = 0;
    QByteArray pin;
    QByteArray token; ///< of a connection code: enrols; empty: signs in as `replica`
    Uuid replica;     ///< enrolling: the one this copy has been, or none
    Uuid company;     ///< none before the first contact
    QString login;
    QString password;
    VaultSecrets secrets;
    quint32 schema = 0;
    QList<protocol::ServerAddress> others{}; ///< of the company; tried in turn when the first is not there
};

/// The connection to the server: connects, greets, signs in, keeps alive, comes back after a loss. What the server
/// refuses for good (wrong password, revoked device, changed key …) is not tried again by itself.
class ServerLink : public QObject
{
    Q_OBJECT

public:
    ServerLink(const Clock &clock, Random &random, QObject *parent = nullptr);

    void start(const Credentials &credentials);
    void stop();
    /// Connect anew now.
    void reconnect();
    /// Nothing gets through any more, though the connection lives: another one, where the company has another server there.
    void giveUp();
    bool isReady() const { return m_ready; }
    void send(const protocol::Message &message);
    /// A changed password signs in from the next time on.
    void setPassword(const QString &password) { m_credentials.password = password; }
    /// Where else the company is served, from the next loss on.
    void setOthers(const QList<protocol::ServerAddress> &others);

    /// True for refusals after which connecting again by itself is of no use.
    static bool isFinal(ErrorCode code);

Q_SIGNALS:
    void connecting();
    void ready(const guanxi::protocol::Ready &ready);
    void received(const guanxi::protocol::Message &message);
    /// Bytes came, perhaps not a whole message yet; told once a second.
    void heard();
    /// This computer was removed: the server takes what was not sent, nothing else.
    void wipeOrdered();
    /// The connection is gone and will be tried again.
    void lost(const guanxi::Error &reason);
    /// The server does not want us; nothing is tried until start() or reconnect().
    void refused(const guanxi::Error &reason);

private:
    void connectNow();
    void greet();
    void hear();
    void receive(const protocol::Message &message);
    void welcome(const protocol::Welcome &welcome);
    void ended(const Error &reason);
    void tick();
    void beat();
    /// When to come back after a connection that was up for so long.
    qint64 pauseMs(qint64 upMs);
    /// Where the company is served: the address of the connection code, then the others.
    QList<protocol::ServerAddress> places() const;
    /// The refusal holds for the company, not only for this one of its servers.
    bool endsTrying(ErrorCode code) const;

    const Clock &m_clock;
    Random &m_random;
    Credentials m_credentials;
    protocol::ServerAddress m_place; ///< connected to now, or tried last
    QPointer<protocol::Channel> m_channel;
    protocol::Heartbeat m_heartbeat;
    protocol::Backoff m_backoff;
    NetworkWatch m_watch;
    QTimer m_retry;
    QTimer m_ticker;
    QByteArray m_clientNonce;
    std::optional<Error> m_refusal; ///< the server's last word before it closed
    std::optional<protocol::Notice> m_stopping; ///< that it said it would stop, and when to come back
    bool m_ready = false;
    qint64 m_readySince = 0;
    qint64 m_toldHeard = 0;
};

} // namespace guanxi::app
