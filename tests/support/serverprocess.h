// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace guanxi::server {
class RemoteConsole;
}

namespace guanxi::test {

/// Where a server runs: on this machine, reached by the loopback, or on one that `entry` takes its process to before it begins
/// (QProcess::setChildProcessModifier), reached by any address of that.
struct ServerHost {
    QString address = QStringLiteral("127.0.0.1");
    std::function<void()> entry{};
};

/// A real guanxi-server with a company of its own in a temporary folder.
class ServerProcess
{
public:
    static constexpr const char *AdminPassword = "Valve-2026-demo";

    /// `options` go to init: for example --postgres.
    explicit ServerProcess(const QStringList &options = {});
    ServerProcess(const ServerHost &host, const QStringList &options);
    /// One more server of the company that `first` serves from PostgreSQL at `place`.
    ServerProcess(const ServerProcess &first, const QString &place, const ServerHost &host = {});
    ~ServerProcess();

    /// Starts serving; on the port of the first start from then on.
    void start();
    /// SIGKILL.
    void kill();
    /// SIGTERM, and waits.
    void stop();
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    QString folder() const { return m_folder.path() + QStringLiteral("/company"); }

    /// A new connection code, for its host's address or this one.
    QString code(const QString &address = {});
    /// Runs a console command and answers its JSON; fails the test when it fails.
    QJsonObject command(const QStringList &arguments);
    /// The same of the running server without a program for each question.
    QJsonObject ask(const QStringList &arguments);
    /// A user with this built-in role.
    void addUser(const QString &login, const QString &role);
    /// What the administrator does for who forgot.
    void resetPassword(const QString &login, const QString &password);

private:
    QTemporaryDir m_folder;
    ServerHost m_host;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<server::RemoteConsole> m_console;
    quint16 m_port = 0;
};

/// Program of the same build.
QString program(const QString &name);

} // namespace guanxi::test
