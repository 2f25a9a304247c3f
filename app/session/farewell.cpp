// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/farewell.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace guanxi::app {

using namespace protocol;

Farewell::Farewell(QString path, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_link(clock, random)
{
    connect(&m_link, &ServerLink::wipeOrdered, this, [this] { m_link.send(SignOut{}); });
    connect(&m_link, &ServerLink::received, this, [this](const Message &message) {
        if (std::holds_alternative<PushAck>(message))
            forget();
    });
    // A server that knows nothing of this computer waits for no word of it.
    connect(&m_link, &ServerLink::refused, this, [this](const Error &reason) {
        if (reason.code == ErrorCode::DeviceUnknown)
            forget();
    });
}

Result<void> Farewell::prepare(const QString &path, const Credentials &credentials)
{
    const QJsonObject json{{QStringLiteral("host"), credentials.host}, {QStringLiteral("port"), credentials.port},
                           {QStringLiteral("pin"), QString::fromLatin1(credentials.pin.toHex())},
                           {QStringLiteral("company"), credentials.company.text()}, {QStringLiteral("login"), credentials.login},
                           {QStringLiteral("replica"), credentials.replica.text()},
                           {QStringLiteral("key"), QString::fromLatin1(credentials.secrets.signingKey.toHex())}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    return {};
}

Result<Credentials> Farewell::stored() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {m_path, file.errorString()}};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto text = [&](const char *name) { return json[QLatin1String(name)].toString(); };
    const std::optional<Uuid> replica = Uuid::fromText(text("replica"));
    const QByteArray key = QByteArray::fromHex(text("key").toLatin1());
    if (!replica || key.isEmpty())
        return Error{ErrorCode::FileFailed, {m_path, QStringLiteral("damaged")}};
    Credentials credentials;
    credentials.host = text("host");
    credentials.port = quint16(json[QLatin1String("port")].toInt());
    credentials.pin = QByteArray::fromHex(text("pin").toLatin1());
    credentials.company = Uuid::fromText(text("company")).value_or(Uuid());
    credentials.login = text("login");
    credentials.replica = *replica;
    credentials.secrets.signingKey = key;
    return credentials;
}

bool Farewell::isOwed() const { return QFile::exists(m_path); }

void Farewell::tell()
{
    if (const Result<Credentials> credentials = isOwed() ? stored() : Error{ErrorCode::NotFound, {m_path}})
        m_link.start(*credentials);
}

void Farewell::forget()
{
    m_link.stop();
    QFile::remove(m_path);
}

} // namespace guanxi::app
