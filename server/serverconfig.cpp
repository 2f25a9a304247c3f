// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverconfig.h"

#include "server/datafolder.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace guanxi::server {

namespace {

using Check = bool (*)(const QString &);

bool isAddress(const QString &text) { return !QHostAddress(text).isNull(); }
bool isAnything(const QString &) { return true; }

/// The tables of settings.
struct TextSetting {
    QLatin1StringView key;
    QString ServerConfig::*member;
    Check isGood;
};

constexpr QLatin1StringView PortKey("port");
constexpr QLatin1StringView LargestFileKey("largest_file_mib");
constexpr int LargestFile = 2048; // a manifest has no room for more
const TextSetting TextSettings[] = {
    {QLatin1StringView("host"), &ServerConfig::host, isAddress},
    {QLatin1StringView("address"), &ServerConfig::address, isAnything},
    {QLatin1StringView("database"), &ServerConfig::database, isAnything},
    {QLatin1StringView("read_from"), &ServerConfig::readFrom, isAnything},
    {QLatin1StringView("key_file"), &ServerConfig::keyFile, isAnything},
    {QLatin1StringView("blobs"), &ServerConfig::blobs, isAnything},
};

Error badValue(const QString &key, const QJsonValue &value)
{
    return {ErrorCode::BadValue, {key, value.toVariant().toString()}};
}

Result<void> take(ServerConfig &config, const QString &key, const QJsonValue &value)
{
    if (key == PortKey) {
        const int port = value.toInt(-1);
        if (port < 0 || port > 65535)
            return badValue(key, value);
        config.port = quint16(port);
        return {};
    }
    if (key == LargestFileKey) {
        const int size = value.toInt(-1);
        if (size < 1 || size > LargestFile)
            return badValue(key, value);
        config.largestFileMiB = size;
        return {};
    }
    for (const TextSetting &setting : TextSettings) {
        if (key != setting.key)
            continue;
        if (!value.isString() || !setting.isGood(value.toString()))
            return badValue(key, value);
        config.*setting.member = value.toString();
        return {};
    }
    return badValue(key, value);
}

} // namespace

Result<ServerConfig> ServerConfig::load(const QString &path)
{
    ServerConfig config;
    QFile file(path);
    if (!file.exists())
        return config;
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (!document.isObject())
        return Error{ErrorCode::FileFailed, {path, parsed.error ? parsed.errorString() : QStringLiteral("not a JSON object")}};
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        GUANXI_TRY(take(config, entry.key(), entry.value()));
    return config;
}

Result<void> ServerConfig::save(const QString &path) const
{
    QJsonObject object{{PortKey, port}};
    const ServerConfig defaults;
    for (const TextSetting &setting : TextSettings)
        if (this->*setting.member != defaults.*setting.member || setting.member == &ServerConfig::host)
            object.insert(setting.key, this->*setting.member);
    if (largestFileMiB != defaults.largestFileMiB)
        object.insert(LargestFileKey, largestFileMiB);
    return writeSecretFile(path, QJsonDocument(object).toJson());
}

} // namespace guanxi::server
