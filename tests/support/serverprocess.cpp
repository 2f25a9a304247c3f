// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include "server/console/remoteconsole.h"
#include "server/datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace guanxi::test {

namespace {

QByteArray runProgram(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program(QStringLiteral("guanxi-server")), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("guanxi-server %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

QString program(const QString &name) { return QDir(QCoreApplication::applicationDirPath()).filePath(name); }

ServerProcess::ServerProcess(const QStringList &options) : ServerProcess(ServerHost{}, options) {}

ServerProcess::ServerProcess(const ServerHost &host, const QStringList &options) : m_host(host)
{
    QFile password(m_folder.filePath(QStringLiteral("password.txt")));
    if (!password.open(QIODevice::WriteOnly) || password.write(AdminPassword) < 0)
        qFatal("no temporary folder");
    password.close();
    runProgram(QStringList{QStringLiteral("init"), QStringLiteral("--data"), folder(), QStringLiteral("--company"),
                           QStringLiteral("测试公司"), QStringLiteral("--admin"), QStringLiteral("admin"), QStringLiteral("--admin-name"),
                           QStringLiteral("王管理"), QStringLiteral("--password-file"), password.fileName()}
               + options);
}

ServerProcess::ServerProcess(const ServerProcess &first, const QString &place, const ServerHost &host) : m_host(host)
{
    runProgram({QStringLiteral("join"), QStringLiteral("--data"), folder(), QStringLiteral("--postgres"), place, QStringLiteral("--identity"),
                first.folder() + QStringLiteral("/server.pem"), QStringLiteral("--blobs"), first.folder() + QStringLiteral("/blobs"),
                QStringLiteral("--address"), m_host.address});
}

ServerProcess::~ServerProcess() { stop(); }

void ServerProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(m_host.entry);
    m_process->start(program(QStringLiteral("guanxi-server")), {QStringLiteral("run"), QStringLiteral("--data"), folder(), QStringLiteral("--host"),
                                                              m_host.entry ? QStringLiteral("0.0.0.0") : m_host.address, QStringLiteral("--port"), QString::number(m_port)});
    QByteArray output;
    while (!output.contains('\n') || !output.contains("listening on")) {
        if (!m_process->waitForReadyRead(30'000))
            qFatal("guanxi-server run does not listen: %s", output.constData());
        output += m_process->readAllStandardOutput();
    }
    const QByteArray line = output.mid(output.indexOf("listening on")).split('\n').first();
    m_port = line.mid(line.lastIndexOf(':') + 1).trimmed().toUShort();
}

void ServerProcess::kill()
{
    m_console.reset();
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void ServerProcess::stop()
{
    m_console.reset();
    if (m_process && m_process->state() == QProcess::Running) {
        m_process->terminate();
        if (!m_process->waitForFinished(20'000))
            m_process->kill();
        m_process->waitForFinished();
    }
}

QString ServerProcess::code(const QString &address)
{
    return command({QStringLiteral("code"), QStringLiteral("--address"), address.isEmpty() ? m_host.address : address})[QLatin1String("code")].toString();
}

QJsonObject ServerProcess::command(const QStringList &arguments)
{
    const QByteArray output = runProgram(arguments + QStringList{QStringLiteral("--data"), folder(), QStringLiteral("--json")});
    return QJsonDocument::fromJson(output).object();
}

QJsonObject ServerProcess::ask(const QStringList &arguments)
{
    if (!m_console) {
        m_console = std::make_unique<server::RemoteConsole>();
        if (!m_console->connectTo(server::DataFolder::socketName(folder())))
            qFatal("no console of the server");
    }
    const Result<protocol::CommandReply> reply = m_console->ask(arguments);
    if (!reply || reply->exitCode != 0)
        qFatal("%s: %s", qPrintable(arguments.join(u' ')), reply ? qPrintable(reply->json) : "no answer");
    return QJsonDocument::fromJson(reply->json.toUtf8()).object()[QLatin1String("result")].toObject();
}

void ServerProcess::resetPassword(const QString &login, const QString &password)
{
    QFile file(m_folder.filePath(QStringLiteral("given.txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write(password.toUtf8()) < 0)
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.close();
    command({QStringLiteral("user"), QStringLiteral("reset-password"), login, QStringLiteral("--password-file"), file.fileName()});
}

void ServerProcess::addUser(const QString &login, const QString &role)
{
    QFile password(m_folder.filePath(QStringLiteral("password.txt")));
    command({QStringLiteral("user"), QStringLiteral("add"), login, QStringLiteral("--name"), QStringLiteral("李") + login,
             QStringLiteral("--role"), role, QStringLiteral("--password-file"), password.fileName()});
}

} // namespace guanxi::test
