// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/directory.h"
#include "server/console/handlers.h"
#include "server/console/platform.h"
#include "server/console/qrtext.h"
#include "server/console/quarantine.h"
#include "server/console/words.h"

#include "common/model/catalogue/ids.h"
#include "common/protocol/connectioncode.h"

#include <QJsonArray>
#include <QNetworkInterface>

namespace guanxi::server::handlers {

using model::Record;

namespace {

/// A name for the connection code when the operator gave none: the first address that others may reach.
QString ownAddress()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        if (!address.isLoopback() && !address.isLinkLocal() && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address.toString();
    return QStringLiteral("127.0.0.1");
}

QString hostFor(ServerApp &app, const ParsedCommand &command)
{
    if (command.has(QStringLiteral("address")))
        return command.value(QStringLiteral("address"));
    if (!app.config().address.isEmpty())
        return app.config().address;
    const QHostAddress bound = app.listener() ? app.listener()->serverAddress() : QHostAddress(app.config().host);
    return bound.isNull() || bound == QHostAddress(QHostAddress::AnyIPv4) || bound == QHostAddress(QHostAddress::AnyIPv6)
            || bound == QHostAddress(QHostAddress::Any)
        ? ownAddress()
        : bound.toString();
}

/// How many change sets of each replica wait in quarantine.
Result<QHash<Uuid, int>> waitingWork(ServerApp &app)
{
    const Result<QList<QuarantinedWork>> open = openQuarantine(app);
    if (!open)
        return open.error();
    QHash<Uuid, int> counts;
    for (const QuarantinedWork &work : *open)
        ++counts[work.set.replica];
    return counts;
}

} // namespace

Result<QJsonObject> devicesList(ServerApp &app, const ParsedCommand &)
{
    const Result<QList<ReplicaInfo>> replicas = app.auth().listReplicas();
    const Result<QHash<Uuid, QString>> logins = Directory(app).logins();
    const Result<Uuid> own = app.hub().serverReplica();
    if (!replicas || !logins || !own)
        return !replicas ? replicas.error() : !logins ? logins.error() : own.error();
    const Result<QHash<Uuid, int>> waiting = waitingWork(app);
    if (!waiting)
        return waiting.error();
    QJsonArray list;
    for (const ReplicaInfo &replica : *replicas) {
        if (replica.id == *own)
            continue;
        list.append(QJsonObject{{QStringLiteral("replica"), replica.id.text()},
                                {QStringLiteral("user"), logins->value(replica.user)},
                                {QStringLiteral("device"), replica.name},
                                {QStringLiteral("enrolled"), timeText(replica.created)},
                                {QStringLiteral("seen"), timeText(replica.seen)},
                                {QStringLiteral("pushed"), replica.lastSeq},
                                {QStringLiteral("revoked"), replica.revoked},
                                {QStringLiteral("wiped"), timeText(replica.wipedAt)},
                                {QStringLiteral("quarantined"), waiting->value(replica.id)}});
    }
    return QJsonObject{{QStringLiteral("devices"), list}};
}

Result<QJsonObject> devicesRevoke(ServerApp &app, const ParsedCommand &command)
{
    const QString text = command.arguments.first();
    const std::optional<Uuid> replica = Uuid::fromText(text);
    const Result<Uuid> own = app.hub().serverReplica();
    if (!own)
        return own.error();
    if (!replica || *replica == *own)
        return Error{ErrorCode::NotFound, {QStringLiteral("replica"), text}};
    GUANXI_TRY(app.auth().revokeReplica(*replica));
    // It comes back at once by itself, and is told to wipe.
    app.hub().endReplica(*replica);
    const Result<QList<ReplicaInfo>> replicas = app.auth().listReplicas();
    const Result<QHash<Uuid, int>> waiting = waitingWork(app);
    if (!replicas || !waiting)
        return replicas ? waiting.error() : replicas.error();
    const auto found = std::find_if(replicas->begin(), replicas->end(), [&](const ReplicaInfo &info) { return info.id == *replica; });
    const qint64 wipedAt = found == replicas->end() ? 0 : found->wipedAt;
    return QJsonObject{{QStringLiteral("replica"), replica->text()},
                       {QStringLiteral("revoked"), true},
                       {QStringLiteral("waiting_to_be_wiped"), wipedAt == 0},
                       {QStringLiteral("wiped"), timeText(wipedAt)},
                       {QStringLiteral("quarantined"), waiting->value(*replica)}};
}

Result<QJsonObject> sessions(ServerApp &app, const ParsedCommand &)
{
    QJsonArray list;
    for (const SessionInfo &session : app.hub().sessions())
        list.append(QJsonObject{{QStringLiteral("number"), qint64(session.number)},
                                {QStringLiteral("user"), session.login},
                                {QStringLiteral("device"), session.device},
                                {QStringLiteral("address"), session.peer},
                                {QStringLiteral("since"), timeText(session.since)},
                                {QStringLiteral("heard"), timeText(session.lastHeard)},
                                {QStringLiteral("queued"), session.queuedBytes},
                                {QStringLiteral("live"), session.live}});
    return QJsonObject{{QStringLiteral("sessions"), list}};
}

Result<QJsonObject> kick(ServerApp &app, const ParsedCommand &command)
{
    bool isNumber = false;
    const quint64 number = command.arguments.first().toULongLong(&isNumber);
    if (!isNumber || !app.hub().kick(number, {ErrorCode::Disconnected, {}}))
        return Error{ErrorCode::NotFound, {QStringLiteral("session"), command.arguments.first()}};
    return QJsonObject{{QStringLiteral("kicked"), qint64(number)}};
}

Result<QJsonObject> status(ServerApp &app, const ParsedCommand &)
{
    const Result<QString> company = app.companyName();
    const Result<qint64> head = app.hub().head();
    const Result<QList<Record>> users = Directory(app).all(model::ids::User);
    const Result<QList<ReplicaInfo>> replicas = app.auth().listReplicas();
    if (!company || !head || !users || !replicas)
        return !company ? company.error() : !head ? head.error() : !users ? users.error() : replicas.error();
    QJsonObject result{{QStringLiteral("company"), *company},
                       {QStringLiteral("version"), QCoreApplication::applicationVersion()},
                       {QStringLiteral("data_folder"), app.folder().path()},
                       {QStringLiteral("database"), app.config().database.isEmpty() ? QStringLiteral("sqlite") : QStringLiteral("postgresql")},
                       {QStringLiteral("running"), app.isServing()},
                       {QStringLiteral("revision"), *head},
                       {QStringLiteral("users"), users->size()},
                       {QStringLiteral("devices"), qMax<qsizetype>(0, replicas->size() - 1)}};
    if (app.isServing()) {
        const HubStats &stats = app.hub().stats();
        result.insert(QStringLiteral("listening"), app.listener()->place());
        result.insert(QStringLiteral("since"), timeText(app.startedAt()));
        result.insert(QStringLiteral("sessions"), app.hub().sessions().size());
        result.insert(QStringLiteral("connections"), app.listener()->accepted());
        result.insert(QStringLiteral("turned_away"), app.listener()->turnedAway());
        result.insert(QStringLiteral("pushed"), stats.pushed);
        result.insert(QStringLiteral("parked"), stats.parked);
        result.insert(QStringLiteral("commits"), stats.commits);
        result.insert(QStringLiteral("refused_frames"), stats.refusedFrames);
        result.insert(QStringLiteral("pieces_taken"), stats.piecesTaken);
        result.insert(QStringLiteral("pieces_given"), stats.piecesGiven);
    }
    return result;
}

Result<QJsonObject> log(ServerApp &app, const ParsedCommand &command)
{
    const Result<qint64> lines = command.number(QStringLiteral("lines"), 20, 1, 10'000);
    if (!lines)
        return lines.error();
    return QJsonObject{{QStringLiteral("lines"), QJsonArray::fromStringList(app.log().tail(int(*lines)))}};
}

void printLog(const QJsonObject &result, QTextStream &out)
{
    for (const QJsonValue &line : result.value(QStringLiteral("lines")).toArray())
        out << line.toString() << '\n';
}

Result<QJsonObject> code(ServerApp &app, const ParsedCommand &command)
{
    const Result<qint64> days = command.number(QStringLiteral("days"), 7, 1, 90);
    if (!days)
        return days.error();
    const Result<QString> company = app.companyName();
    if (!company)
        return company.error();
    const Result<NewToken> token = app.auth().createToken(*days * 24 * 3600 * 1000);
    if (!token)
        return token.error();
    protocol::ConnectionCode code;
    code.host = hostFor(app, command);
    code.port = app.isServing() ? app.listener()->serverPort() : app.config().port;
    code.keyPin = app.auth().keyPin();
    code.token = token->token;
    code.company = *company;
    const Result<QString> text = protocol::encodeConnectionCode(code);
    if (!text)
        return text.error();
    return QJsonObject{{QStringLiteral("code"), *text}, {QStringLiteral("expires"), timeText(token->expires)},
                       {QStringLiteral("host"), code.host}, {QStringLiteral("port"), code.port}};
}

void printCode(const QJsonObject &result, QTextStream &out)
{
    const QString text = result.value(QStringLiteral("code")).toString();
    out << text << "\n\n" << qrText(text, platform::isOutputTerminal()) << '\n';
    out << words::tr("For one enrolment at %1 port %2, until %3.")
               .arg(result.value(QStringLiteral("host")).toString())
               .arg(result.value(QStringLiteral("port")).toInt())
               .arg(result.value(QStringLiteral("expires")).toString())
        << '\n';
}

Result<QJsonObject> stop(ServerApp &app, const ParsedCommand &)
{
    if (!app.isServing())
        return Error{ErrorCode::NotFound, {QStringLiteral("server"), app.folder().path()}};
    // After the answer has left.
    QTimer::singleShot(50, &app, &ServerApp::stop);
    return QJsonObject{{QStringLiteral("stopping"), true}};
}

} // namespace guanxi::server::handlers
