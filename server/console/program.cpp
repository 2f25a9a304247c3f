// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/program.h"

#include "server/console/consoleserver.h"
#include "server/console/handlers.h"
#include "server/console/remoteconsole.h"
#include "server/console/watch.h"
#include "server/console/words.h"
#include "server/serverapp.h"

#ifdef GUANXI_HAS_DEMO
#include "server/demo/democommand.h"
#endif

#include <QEventLoop>
#include <QFileInfo>

namespace guanxi::server {

namespace {

QString optionIn(const QStringList &words, const QString &name)
{
    const QString attached = QStringLiteral("--%1=").arg(name);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).startsWith(attached))
            return words.at(i).mid(attached.size());
        if (words.at(i) == QStringLiteral("--%1").arg(name))
            return words.value(i + 1);
    }
    return {};
}

/// Files named on the command line are seen from the operator's folder, not from the server's.
void makeAbsolute(ParsedCommand &command)
{
    const QString option = QStringLiteral("password-file");
    if (command.has(option))
        command.options.replace(option, QFileInfo(command.value(option)).absoluteFilePath());
}

/// Through the running server, else directly on its database.
Result<QJsonObject> askServer(const ParsedCommand &command, bool onlyRunning)
{
    const QString folder = command.value(QStringLiteral("data"));
    if (folder.isEmpty())
        return words::noFolder();
    RemoteConsole remote;
    if (remote.connectTo(DataFolder::socketName(folder))) {
        const Result<protocol::CommandReply> reply = remote.ask(toWords(command));
        return reply ? words::resultOf(reply->json) : reply.error();
    }
    if (onlyRunning)
        return Error{ErrorCode::NotFound, {QStringLiteral("server"), folder}};
    const auto app = ServerApp::open({folder, command.value(QStringLiteral("key-file"))});
    if (!app)
        return app.error();
    return words::resultOf(execute(**app, toWords(command)).json);
}

int watchServer(const ParsedCommand &command, Terminal &terminal)
{
    const QString folder = command.value(QStringLiteral("data"));
    RemoteConsole remote;
    if (folder.isEmpty())
        return words::say(words::noFolder(), command, terminal);
    if (!remote.connectTo(DataFolder::socketName(folder)))
        return words::say(Error{ErrorCode::NotFound, {QStringLiteral("server"), folder}}, command, terminal);
    QEventLoop loop;
    Watch watch([&remote](const QStringList &line) { return remote.ask(line); }, command, terminal);
    QObject::connect(&watch, &Watch::ended, &loop, &QEventLoop::exit);
    return loop.exec();
}

int runCommand(const QStringList &words, Terminal &terminal)
{
    // `console status` is `status`, but only of a running server.
    QStringList rest = commandFirst(words);
    const bool attached = rest.value(0) == QLatin1StringView("console") && !commandFirst(rest.mid(1)).value(0).startsWith(u'-')
        && rest.size() > 1;
    if (attached)
        rest.removeFirst();
    Result<ParsedCommand> command = parseCommand(rest);
    if (!command) {
        ParsedCommand none;
        if (words.contains(QLatin1StringView("--json")))
            none.options.insert(QStringLiteral("json"), {});
        return words::say(command.error(), none, terminal);
    }
    if (command->has(QStringLiteral("help"))) {
        terminal.out << words::helpOf(*command->spec);
        return 0;
    }
    if (command->spec->here)
        return command->spec->here(*command, terminal);
    makeAbsolute(*command);
    if (command->has(QStringLiteral("watch")))
        return watchServer(*command, terminal);
    return words::say(askServer(*command, attached), *command, terminal);
}

} // namespace

int runProgram(const QStringList &words)
{
    words::chooseLanguage(optionIn(words, QStringLiteral("language")));
    QTextStream out(stdout);
    QTextStream err(stderr);
    Terminal terminal{out, err};
    const QString first = words.value(0);
    if (first == QLatin1StringView("--version")) {
        out << QCoreApplication::applicationVersion() << '\n';
        return 0;
    }
    if (words.isEmpty() || first == QLatin1StringView("--help") || first == QLatin1StringView("-h")) {
        (words.isEmpty() ? err : out) << words::helpOfAll();
        return words.isEmpty() ? 2 : 0;
    }
#ifdef GUANXI_HAS_DEMO
    if (first == QLatin1StringView("demo"))
        return runDemo(words.mid(1), out);
#endif
    return runCommand(words, terminal);
}

} // namespace guanxi::server
