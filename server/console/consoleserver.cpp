// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/consoleserver.h"

#include "common/protocol/localchannel.h"
#include "server/console/words.h"
#include "server/serverapp.h"

#include <QJsonDocument>

namespace guanxi::server {

using protocol::Command;
using protocol::CommandReply;
using protocol::LocalChannel;

namespace {

constexpr int WatchMs = 1'000;

CommandReply replyOf(const Result<QJsonObject> &result)
{
    const QJsonObject object = result ? QJsonObject{{QStringLiteral("result"), *result}} : words::errorJson(result.error());
    const int exitCode = result ? 0 : result.error().code == ErrorCode::Usage ? 2 : 1;
    return {QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)), exitCode};
}

} // namespace

CommandReply execute(ServerApp &app, const QStringList &words)
{
    const Result<ParsedCommand> command = parseCommand(words);
    if (!command)
        return replyOf(command.error());
    if (!command->spec->onServer)
        return replyOf(Error{ErrorCode::Usage, {words::tr("“%1” cannot be used here.").arg(QLatin1StringView(command->spec->name))}});
    if (!command->has(QStringLiteral("watch"))) // a line each second tells nobody anything
        app.log().write(QStringLiteral("console: %1").arg(QLatin1StringView(command->spec->name)));
    return replyOf(command->spec->onServer(app, *command));
}

ConsoleServer::ConsoleServer(ServerApp &app, QObject *parent) : QObject(parent), m_app(app)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ConsoleServer::accept);
    // Qt closes the socket, and tells nobody, when the process has no file left to open.
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (!m_server.isListening())
            static_cast<void>(listen(m_name)); // else at the next look
    });
}

Result<void> ConsoleServer::listen(const QString &name)
{
    // The data folder is locked: a socket that is there belongs to a server that was killed.
    QLocalServer::removeServer(name);
    if (!m_server.listen(name))
        return Error{ErrorCode::FileFailed, {name, m_server.errorString()}};
    m_name = name;
    m_watch.start(WatchMs);
    return {};
}

void ConsoleServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        LocalChannel *channel = LocalChannel::accept(socket, this);
        connect(channel, &LocalChannel::received, this, [this, channel](const protocol::Message &message) {
            if (const auto *command = std::get_if<Command>(&message))
                channel->send(execute(m_app, command->argv));
        });
        connect(channel, &LocalChannel::closed, channel, &QObject::deleteLater);
    }
}

} // namespace guanxi::server
