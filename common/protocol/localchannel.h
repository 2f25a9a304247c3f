// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/socketchannel.h"

#include <QLocalSocket>

namespace guanxi::protocol {

/// The operator's console: a local socket that only the owner of the server process can open (see QLocalServer's
/// UserAccessOption). Speaks Command and CommandReply from the first byte.
class LocalChannel final : public SocketChannel
{
    Q_OBJECT

public:
    ~LocalChannel() override { leave(m_socket); }

    /// Starts to connect; opened() or closed(Unreachable) follows.
    static LocalChannel *connectTo(const QString &name, QObject *parent = nullptr);
    /// Takes over a socket of QLocalServer::nextPendingConnection(). Open at once.
    static LocalChannel *accept(QLocalSocket *socket, QObject *parent = nullptr);

    QString peer() const override { return QStringLiteral("local"); }

private:
    LocalChannel(Role role, QLocalSocket *socket, QObject *parent);
    void flushAndEnd() override;

    QLocalSocket *m_socket;
};

} // namespace guanxi::protocol
