// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/watch.h"

#include "server/console/words.h"

namespace guanxi::server {

namespace {

constexpr int EachMs = 1'000;
/// To the upper left corner, and nothing below it.
constexpr const char *ClearScreen = "\033[H\033[J";

} // namespace

Watch::Watch(Execute execute, const ParsedCommand &command, Terminal &terminal, QObject *parent)
    : QObject(parent), m_execute(std::move(execute)), m_command(command), m_terminal(terminal)
{
    m_timer.setSingleShot(true); // an answer may take longer than the time between two
    connect(&m_timer, &QTimer::timeout, this, &Watch::show);
    connect(&m_key, &platform::KeyPress::pressed, this, [this] {
        m_timer.stop();
        Q_EMIT ended(0);
    });
    m_timer.start(0);
}

void Watch::show()
{
    const Result<protocol::CommandReply> reply = m_execute(toWords(m_command));
    const bool onScreen = platform::isOutputTerminal() && !m_command.has(QStringLiteral("json"));
    if (onScreen)
        m_terminal.out << ClearScreen;
    const int exitCode = words::say(reply ? words::resultOf(reply->json) : reply.error(), m_command, m_terminal);
    if (onScreen)
        m_terminal.out << words::tr("Any key ends this.") << Qt::endl;
    if (exitCode == 0)
        m_timer.start(EachMs);
    else
        Q_EMIT ended(exitCode);
}

} // namespace guanxi::server
