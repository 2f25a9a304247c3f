// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/companyfounder.h"
#include "server/console/directory.h"
#include "server/console/handlers.h"
#include "server/console/platform.h"
#include "server/console/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace guanxi::server::handlers {

namespace {

Error missing(const char *option)
{
    return {ErrorCode::Usage, {words::tr("--%1 is missing, and there is no terminal to ask in.").arg(QLatin1StringView(option))}};
}

/// The option's value, else the answer of whoever sits at the terminal.
Result<QString> askFor(const ParsedCommand &command, const char *option, const char *question, Terminal &terminal)
{
    if (command.has(QLatin1StringView(option)))
        return command.value(QLatin1StringView(option)).trimmed();
    if (!platform::isInputTerminal())
        return missing(option);
    terminal.out << words::tr(question) << ' ' << Qt::flush;
    QTextStream in(stdin);
    return in.readLine().trimmed();
}

Result<QString> askForPassword(const ParsedCommand &command)
{
    if (command.has(QStringLiteral("password-file")))
        return readPassword(command.value(QStringLiteral("password-file")));
    if (!platform::isInputTerminal())
        return missing("password-file");
    const auto first = platform::readSecret(words::tr("Password of the administrator:") + u' ');
    const auto again = platform::readSecret(words::tr("The same again:") + u' ');
    if (!first || first != again)
        return Error{ErrorCode::Usage, {words::tr("The two passwords differ; nothing was made.")}};
    return *first;
}

Result<Founding> askAll(const ParsedCommand &command, Terminal &terminal)
{
    const auto company = askFor(command, "company", QT_TRANSLATE_NOOP("Console", "Name of the company:"), terminal);
    if (!company)
        return company.error();
    const auto login = askFor(command, "admin", QT_TRANSLATE_NOOP("Console", "Login of the administrator:"), terminal);
    if (!login)
        return login.error();
    const auto name = askFor(command, "admin-name", QT_TRANSLATE_NOOP("Console", "Real name of the administrator:"), terminal);
    if (!name)
        return name.error();
    const auto password = askForPassword(command);
    if (!password)
        return password.error();
    return Founding{*company, *login, *name, *password};
}

Result<ServerApp::Options> optionsOf(const ParsedCommand &command)
{
    ServerApp::Options options;
    options.create = true;
    options.folder = command.value(QStringLiteral("data"));
    if (options.folder.isEmpty())
        return Error{ErrorCode::Usage, {words::tr("--data DIR is missing: the server's data folder.")}};
    const Result<qint64> port = command.number(QStringLiteral("port"), ServerConfig::DefaultPort, 0, 65535);
    if (!port)
        return port.error();
    options.config.port = quint16(*port);
    options.config.address = command.value(QStringLiteral("address"));
    options.config.database = command.value(QStringLiteral("postgres"));
    options.config.readFrom = command.value(QStringLiteral("read-from"));
    if (command.has(QStringLiteral("key-file")))
        options.config.keyFile = QFileInfo(command.value(QStringLiteral("key-file"))).absoluteFilePath();
    options.keyFile = options.config.keyFile;
    return options;
}

/// Takes back what a failed init made, so that it can be repeated.
class Unfinished
{
public:
    explicit Unfinished(const ServerApp::Options &options)
        : m_folder(options.folder), m_hadFolder(QFileInfo::exists(options.folder)),
          m_key(options.keyFile.isEmpty() ? DataFolder::defaultKeyFile(options.folder) : options.keyFile),
          m_hadKey(QFileInfo::exists(m_key)), m_hadDatabase(hasDatabase())
    {}
    ~Unfinished()
    {
        if (m_kept || m_hadDatabase)
            return;
        const QDir folder(m_folder);
        for (const char *name : {"company.db", "company.db-wal", "company.db-shm", "server.pem", "server.log"})
            QFile::remove(folder.filePath(QLatin1StringView(name)));
        QDir(folder.filePath(DataFolder::BlobsName)).removeRecursively();
        if (!m_hadKey)
            QFile::remove(m_key);
        if (!m_hadFolder)
            QDir().rmdir(m_folder);
    }
    Q_DISABLE_COPY(Unfinished)
    void keep() { m_kept = true; }

private:
    bool hasDatabase() const
    {
        const QDir folder(m_folder);
        return folder.exists(QStringLiteral("company.db")) || folder.exists(QStringLiteral("server.json"));
    }

    QString m_folder;
    bool m_hadFolder;
    QString m_key;
    bool m_hadKey;
    bool m_hadDatabase;
    bool m_kept = false;
};

Result<QJsonObject> found(const ParsedCommand &command, Terminal &terminal)
{
    const Result<ServerApp::Options> options = optionsOf(command);
    if (!options)
        return options.error();
    if (QFile::exists(QDir(options->folder).filePath(QStringLiteral("server.json"))))
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("company"), options->folder}};
    GUANXI_TRY(ServerApp::checkStandby(options->config));
    const Result<Founding> founding = askAll(command, terminal);
    if (!founding)
        return founding.error();
    Unfinished unfinished(*options);
    const auto app = ServerApp::open(*options);
    if (!app)
        return app.error();
    GUANXI_TRY(foundCompany(**app, *founding));
    // Written last: a folder with this file is a complete one.
    GUANXI_TRY((*app)->config().save((*app)->folder().config()));
    unfinished.keep();
    QJsonObject result{{QStringLiteral("company"), founding->company}, {QStringLiteral("administrator"), founding->adminLogin},
                       {QStringLiteral("data_folder"), (*app)->folder().path()}};
    if (options->config.database.isEmpty())
        result.insert(QStringLiteral("key_file"),
                      options->keyFile.isEmpty() ? DataFolder::defaultKeyFile(options->folder) : options->keyFile);
    return result;
}

} // namespace

int init(const ParsedCommand &command, Terminal &terminal)
{
    return words::say(found(command, terminal), command, terminal);
}

} // namespace guanxi::server::handlers
