// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/liveconsole.h"

#include "server/console/words.h"

namespace guanxi::server {

LiveConsole::LiveConsole(Execute execute, Terminal &terminal, QObject *parent)
    : QObject(parent), m_execute(std::move(execute)), m_terminal(terminal),
      m_reader(QStringLiteral("guanxi> "), completions)
{
    connect(&m_reader, &platform::LineReader::line, this, &LiveConsole::run);
    connect(&m_reader, &platform::LineReader::ended, this, &LiveConsole::left);
}

void LiveConsole::run(const QString &line)
{
    const QStringList words = splitLine(line);
    if (words.isEmpty())
        return;
    if (words.first() == QLatin1StringView("exit") || words.first() == QLatin1StringView("quit")) {
        Q_EMIT left();
        return;
    }
    const Result<ParsedCommand> command = parseCommand(words);
    if (!command) {
        m_terminal.err << words::sentence(command.error()) << Qt::endl;
    } else if (command->has(QStringLiteral("help"))) {
        m_terminal.out << words::helpOf(*command->spec) << Qt::endl;
    } else if (command->spec->here) {
        if (QLatin1StringView(command->spec->name) == QLatin1StringView("help"))
            command->spec->here(*command, m_terminal);
        else
            m_terminal.err << words::tr("“%1” cannot be used here.").arg(QLatin1StringView(command->spec->name)) << Qt::endl;
    } else if (command->has(QStringLiteral("watch"))) {
        watch(*command);
    } else {
        const Result<protocol::CommandReply> reply = m_execute(toWords(*command));
        words::say(reply ? words::resultOf(reply->json) : reply.error(), *command, m_terminal);
    }
}

void LiveConsole::watch(const ParsedCommand &command)
{
    m_reader.setPaused(true);
    m_watch = std::make_unique<Watch>(m_execute, command, m_terminal);
    connect(m_watch.get(), &Watch::ended, this, [this] {
        m_watch.release()->deleteLater(); // it is calling us
    });
    connect(m_watch.get(), &QObject::destroyed, this, [this] { m_reader.setPaused(false); });
}

} // namespace guanxi::server
