// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/handlers.h"
#include "server/console/words.h"
#include "server/serverapp.h"

#include "common/protocol/certificate.h"
#include "common/storage/schema.h"

#include <QFile>
#include <QFileInfo>

namespace guanxi::server::handlers {

namespace {

Error missing(const char *option) { return {ErrorCode::Usage, {words::tr("--%1 is missing.").arg(QLatin1StringView(option))}}; }

struct Company {
    QString name;
    QByteArray keyPin; ///< that its desktops know; empty: founded by an older program
};

/// Who lives in the database; NotFound when nobody does.
Result<Company> companyIn(const QString &place)
{
    storage::DatabaseOptions options;
    options.backend = storage::Backend::Postgres;
    options.place = place;
    options.readOnly = true;
    const auto database = storage::Database::open(options);
    if (!database)
        return database.error();
    const Result<std::optional<QByteArray>> name = storage::metaValue(**database, "company_name");
    const Result<std::optional<QByteArray>> pin = storage::metaValue(**database, "key_pin");
    if (!name || !pin || !*name)
        return Error{ErrorCode::NotFound, {QStringLiteral("company"), place}};
    return Company{QString::fromUtf8(**name), pin->value_or(QByteArray())};
}

Result<ServerConfig> configOf(const ParsedCommand &command)
{
    for (const char *option : {"data", "postgres", "identity"})
        if (command.value(QLatin1StringView(option)).isEmpty())
            return missing(option);
    const Result<qint64> port = command.number(QStringLiteral("port"), ServerConfig::DefaultPort, 0, 65535);
    if (!port)
        return port.error();
    ServerConfig config;
    config.port = quint16(*port);
    config.address = command.value(QStringLiteral("address"));
    config.database = command.value(QStringLiteral("postgres"));
    config.readFrom = command.value(QStringLiteral("read-from"));
    if (command.has(QStringLiteral("blobs")))
        config.blobs = QFileInfo(command.value(QStringLiteral("blobs"))).absoluteFilePath();
    return config;
}

Result<QJsonObject> joined(const ParsedCommand &command)
{
    const Result<ServerConfig> config = configOf(command);
    if (!config)
        return config.error();
    const QString file = command.value(QStringLiteral("identity"));
    const Result<Company> company = companyIn(config->database);
    const Result<protocol::Identity> identity = protocol::loadIdentity(file);
    if (!company || !identity)
        return company ? identity.error() : company.error();
    // Desktops would turn away from another key.
    if (!company->keyPin.isEmpty() && company->keyPin != protocol::keyPin(identity->certificate))
        return Error{ErrorCode::BadValue, {QStringLiteral("identity"), file}};
    GUANXI_TRY(ServerApp::checkStandby(*config));
    const auto folder = DataFolder::create(command.value(QStringLiteral("data")));
    if (!folder)
        return folder.error();
    if (QFile::exists((*folder)->config()))
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("company"), (*folder)->path()}};
    GUANXI_TRY(protocol::saveIdentity(*identity, (*folder)->identity()));
    // Written last: a folder with this file is a complete one.
    GUANXI_TRY(config->save((*folder)->config()));
    return QJsonObject{{QStringLiteral("company"), company->name}, {QStringLiteral("data_folder"), (*folder)->path()}};
}

} // namespace

int join(const ParsedCommand &command, Terminal &terminal)
{
    return words::say(joined(command), command, terminal);
}

} // namespace guanxi::server::handlers
