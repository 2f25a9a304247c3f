// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/consoleserver.h"
#include "server/console/handlers.h"
#include "server/console/liveconsole.h"
#include "server/console/remoteconsole.h"
#include "server/console/words.h"
#include "server/serverapp.h"

#include "common/model/catalogue/schemaprint.h"

#include <QEventLoop>
#include <QJsonDocument>

namespace guanxi::server::handlers {

namespace {

Result<std::unique_ptr<ServerApp>> serving(const ParsedCommand &command)
{
    if (!command.has(QStringLiteral("data")))
        return words::noFolder();
    auto app = ServerApp::open({command.value(QStringLiteral("data")), command.value(QStringLiteral("key-file"))});
    if (!app)
        return app.error();
    const Result<qint64> port = command.number(QStringLiteral("port"), (*app)->config().port, 0, 65535);
    if (!port)
        return port.error();
    GUANXI_TRY((*app)->listen(command.value(QStringLiteral("host"), (*app)->config().host), quint16(*port)));
    return app;
}

} // namespace

int run(const ParsedCommand &command, Terminal &terminal)
{
    platform::raiseConnectionLimit();
    const Result<std::unique_ptr<ServerApp>> opened = serving(command);
    if (!opened)
        return words::say(opened.error(), command, terminal);
    ServerApp &app = **opened;
    ConsoleServer console(app);
    if (const Result<void> listening = console.listen(DataFolder::socketName(app.folder().path())); !listening)
        return words::say(listening.error(), command, terminal);
    platform::StopSignal signal;
    QObject::connect(&signal, &platform::StopSignal::asked, &app, &ServerApp::stop);
    QEventLoop loop;
    QObject::connect(&app, &ServerApp::stopped, &loop, &QEventLoop::quit);
    terminal.out << "listening on " << app.listener()->place() << Qt::endl;

    std::unique_ptr<LiveConsole> prompt;
    if (platform::isInputTerminal() && platform::isOutputTerminal()) {
        prompt = std::make_unique<LiveConsole>([&app](const QStringList &line) { return execute(app, line); }, terminal);
        QObject::connect(prompt.get(), &LiveConsole::left, &app, &ServerApp::stop);
    }
    loop.exec();
    return app.hasFailed() ? 1 : 0;
}

int console(const ParsedCommand &command, Terminal &terminal)
{
    const QString folder = command.value(QStringLiteral("data"));
    if (folder.isEmpty())
        return words::say(words::noFolder(), command, terminal);
    RemoteConsole remote;
    if (!remote.connectTo(DataFolder::socketName(folder)))
        return words::say(Error{ErrorCode::NotFound, {QStringLiteral("server"), folder}}, command, terminal);
    LiveConsole prompt([&remote](const QStringList &line) { return remote.ask(line); }, terminal);
    QEventLoop loop;
    QObject::connect(&prompt, &LiveConsole::left, &loop, &QEventLoop::quit);
    loop.exec();
    return 0;
}

int schema(const ParsedCommand &command, Terminal &terminal)
{
    model::Catalogue catalogue;
    model::declareAll(catalogue);
    if (command.has(QStringLiteral("markdown")))
        terminal.out << model::catalogueMarkdown(catalogue);
    else
        terminal.out << QJsonDocument(model::catalogueJson(catalogue)).toJson(QJsonDocument::Indented);
    return 0;
}

int demo(const ParsedCommand &command, Terminal &terminal)
{
    return words::say(Error{ErrorCode::Usage, {words::tr("This program was built without the demo company.")}}, command, terminal);
}

int help(const ParsedCommand &command, Terminal &terminal)
{
    if (command.arguments.isEmpty()) {
        terminal.out << words::helpOfAll() << Qt::flush;
        return 0;
    }
    const QString name = command.arguments.join(u' ');
    bool found = false;
    for (const CommandSpec &spec : commandTable()) {
        const QString other = QLatin1StringView(spec.name);
        if (other != name && !other.startsWith(name + u' '))
            continue;
        terminal.out << words::helpOf(spec) << Qt::endl;
        found = true;
    }
    if (!found)
        return words::say(Error{ErrorCode::Usage, {words::tr("There is no command “%1”; “help” lists them.").arg(name)}}, command, terminal);
    return 0;
}

} // namespace guanxi::server::handlers
