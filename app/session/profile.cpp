// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/profile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace guanxi::app {

namespace {

QJsonArray written(const QList<protocol::ServerAddress> &addresses)
{
    QJsonArray array;
    for (const protocol::ServerAddress &address : addresses)
        array.append(QJsonObject{{QStringLiteral("host"), address.host}, {QStringLiteral("port"), address.port}});
    return array;
}

QList<protocol::ServerAddress> readAddresses(const QJsonArray &array)
{
    QList<protocol::ServerAddress> addresses;
    for (const QJsonValue &entry : array)
        addresses.append({entry[QLatin1String("host")].toString(), entry[QLatin1String("port")].toInt()});
    return addresses;
}

} // namespace

Result<Profile> Profile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return Error{ErrorCode::FileFailed, {path, fault.errorString()}};
    const auto text = [&](const char *key) { return json[QLatin1String(key)].toString(); };
    return Profile{text("host"), quint16(json[QLatin1String("port")].toInt()), QByteArray::fromHex(text("pin").toLatin1()),
                   text("company"), text("login"), json[QLatin1String("enrolled")].toBool(),
                   Removal(json[QLatin1String("removal")].toInt()), json[QLatin1String("handedOver")].toInt(),
                   json[QLatin1String("lostFiles")].toInt(), readAddresses(json[QLatin1String("servers")].toArray())};
}

Result<void> Profile::save(const QString &path) const
{
    const QJsonObject json{{QStringLiteral("host"), host}, {QStringLiteral("port"), port},
                           {QStringLiteral("pin"), QString::fromLatin1(pin.toHex())}, {QStringLiteral("company"), companyName},
                           {QStringLiteral("login"), login}, {QStringLiteral("enrolled"), enrolled},
                           {QStringLiteral("removal"), int(removal)}, {QStringLiteral("handedOver"), handedOver},
                           {QStringLiteral("lostFiles"), lostFiles}, {QStringLiteral("servers"), written(others)}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    return {};
}

} // namespace guanxi::app
