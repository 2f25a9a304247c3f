// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/sessionmessages.h"
#include "server/console/command.h"

#include <QLocalServer>
#include <QTimer>

namespace guanxi::server {

/// Runs a command line on the server's data: {"result": {…}} or {"error": {…}} with its exit code.
protocol::CommandReply execute(ServerApp &app, const QStringList &words);

/// Where `guanxi-server console` attaches: a local socket in the data folder that only the operator's account can open.
class ConsoleServer : public QObject
{
    Q_OBJECT

public:
    explicit ConsoleServer(ServerApp &app, QObject *parent = nullptr);
    /// FileFailed(name, reason).
    Result<void> listen(const QString &name);

private:
    void accept();

    ServerApp &m_app;
    QLocalServer m_server;
    QString m_name;
    QTimer m_watch;
};

} // namespace guanxi::server
