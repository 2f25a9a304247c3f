// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/remoteconsole.h"

#include <QEventLoop>
#include <QTimer>

namespace guanxi::server {

using namespace protocol;

namespace {

/// Runs the loop until something quits it, or patience ends.
void wait(QEventLoop &loop)
{
    // Gone with this wait: thousands of short ones within the patience of one would each leave a timer behind.
    QTimer patience;
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    patience.start(RemoteConsole::PatienceMs);
    loop.exec();
}

} // namespace

Result<void> RemoteConsole::connectTo(const QString &name)
{
    m_channel.reset(LocalChannel::connectTo(name));
    QEventLoop loop;
    Error reason{ErrorCode::TimedOut, {}};
    QObject::connect(m_channel.get(), &Channel::opened, &loop, &QEventLoop::quit);
    QObject::connect(m_channel.get(), &Channel::closed, &loop, [&](const Error &error) {
        reason = error;
        loop.quit();
    });
    wait(loop);
    if (m_channel->isOpen())
        return {};
    return reason;
}

Result<CommandReply> RemoteConsole::ask(const QStringList &words)
{
    if (!m_channel || !m_channel->isOpen())
        return Error{ErrorCode::Disconnected, {}};
    QEventLoop loop;
    Result<CommandReply> answer = Error{ErrorCode::TimedOut, {}};
    QObject::connect(m_channel.get(), &Channel::received, &loop, [&](const Message &message) {
        if (const auto *reply = std::get_if<CommandReply>(&message))
            answer = *reply;
        loop.quit();
    });
    QObject::connect(m_channel.get(), &Channel::closed, &loop, [&](const Error &error) {
        answer = error;
        loop.quit();
    });
    m_channel->send(Command{words});
    wait(loop);
    return answer;
}

} // namespace guanxi::server
