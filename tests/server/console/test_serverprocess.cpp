// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "tests/support/waitfor.h"

#include <QFileInfo>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#endif

using namespace guanxi::server;

namespace {

/// Says `bytes` to the server and waits until it hangs up.
bool isCutOff(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(ProgramMs))
        return false;
    socket.write(bytes);
    return socket.waitForDisconnected(ProgramMs) || socket.state() == QAbstractSocket::UnconnectedState;
}

} // namespace

TEST_CASE("a running server answers its console, refuses a second one, and stops when asked")
{
    const Company company;
    RunningServer server(company.data);
    const QJsonObject status = company.run("console status").json();
    CHECK(status.value(QStringLiteral("running")) == true);
    CHECK(status.value(QStringLiteral("listening")) == QStringLiteral("127.0.0.1:%1").arg(server.port));
    CHECK(company.run("code").json().value(QStringLiteral("port")) == server.port);
    CHECK(company.run("user add wang --name 王芳").exitCode == 0);
    CHECK(company.run("log").out.contains("user add"));
    CHECK_FALSE(company.run("log").out.contains("wang"));

    const Outcome second = company.run("run --port 0");
    CHECK(second.exitCode == 1);
    CHECK(second.err.contains(QStringLiteral("in use")));

    // Only the operator's account may open the socket.
    const QFile::Permissions permissions = QFileInfo(company.data + QStringLiteral("/console.socket")).permissions();
    CHECK_FALSE(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));

    CHECK(company.run("stop").json().value(QStringLiteral("stopping")) == true);
    REQUIRE(server.process.waitForFinished(ProgramMs));
    CHECK(server.process.exitCode() == 0);
}

TEST_CASE("a port that is taken is named")
{
    const Company first;
    const Company second;
    RunningServer server(first.data);
    const Outcome outcome = second.run("run --host 127.0.0.1 --port", {QString::number(server.port)});
    CHECK(outcome.exitCode == 1);
    CHECK(outcome.err.contains(QStringLiteral("127.0.0.1:%1").arg(server.port)));
}

TEST_CASE("strangers who talk nonsense are cut off and the server stays up")
{
    const Company company;
    RunningServer server(company.data);
    CHECK(isCutOff(server.port, QByteArray("GET / HTTP/1.1\r\n\r\n")));
    CHECK(isCutOff(server.port, QByteArray(50'000, '\0')));
    CHECK(company.run("console status").exitCode == 0);
}

#ifdef Q_OS_UNIX
TEST_CASE("the system's request to end stops the server cleanly")
{
    const Company company;
    RunningServer server(company.data);
    ::kill(pid_t(server.process.processId()), SIGTERM);
    REQUIRE(server.process.waitForFinished(ProgramMs));
    CHECK(server.process.exitStatus() == QProcess::NormalExit);
    CHECK(server.process.exitCode() == 0);
}

TEST_CASE("a server that had no file left to open answers its console again")
{
    const Company company;
    RunningServer server(company.data);
    const auto pid = pid_t(server.process.processId());
    rlimit before{};
    REQUIRE(prlimit(pid, RLIMIT_NOFILE, nullptr, &before) == 0);
    rlim_t next = 0;
    while (QFileInfo(QStringLiteral("/proc/%1/fd/%2").arg(pid).arg(next)).isSymLink())
        ++next;
    const rlimit none{next, before.rlim_max};
    REQUIRE(prlimit(pid, RLIMIT_NOFILE, &none, nullptr) == 0);
    CHECK(company.run("console status").exitCode != 0);
    REQUIRE(prlimit(pid, RLIMIT_NOFILE, &before, nullptr) == 0);
    CHECK(guanxi::test::waitFor([&] { return company.run("console status").exitCode == 0; }));
}

TEST_CASE("a server that was killed starts again on the same folder")
{
    const Company company;
    {
        RunningServer server(company.data);
        server.process.kill();
        server.process.waitForFinished();
    }
    RunningServer again(company.data);
    CHECK(company.run("console status").exitCode == 0);
}
#endif
