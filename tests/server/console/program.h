// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace guanxi::server {

/// What a run of guanxi-server gave.
struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline constexpr int ProgramMs = 120'000;

inline QString programPath() { return QStringLiteral(GUANXI_BIN_DIR "/guanxi-server"); }

/// Runs the real program to its end.
inline Outcome runServer(const QStringList &arguments)
{
    QProcess process;
    process.start(programPath(), QStringList(arguments) << QStringLiteral("--language=en")); // the first one given counts
    process.closeWriteChannel();
    if (!process.waitForFinished(ProgramMs))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A company in a folder of its own, made by `init`.
struct Company {
    Company()
    {
        QFile file(password);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("correct horse\n");
        file.close();
        made = init(data);
        INFO(made.err.toStdString());
        REQUIRE(made.exitCode == 0);
    }

    Outcome init(const QString &folder, const QStringList &more = {})
    {
        return runServer(QStringList{QStringLiteral("init"), QStringLiteral("--data"), folder, QStringLiteral("--company"),
                                     QStringLiteral("长城机械"), QStringLiteral("--admin"), QStringLiteral("admin"),
                                     QStringLiteral("--admin-name"), QStringLiteral("管理员"),
                                     QStringLiteral("--password-file"), password, QStringLiteral("--json")}
                         + more);
    }
    /// Splits at spaces and adds --data and --json.
    Outcome run(const char *line, const QStringList &more = {}) const
    {
        return runServer(QProcess::splitCommand(QString::fromUtf8(line)) + more
                         + QStringList{QStringLiteral("--data"), data, QStringLiteral("--json")});
    }

    QTemporaryDir dir;
    QString data = dir.filePath(QStringLiteral("company"));
    QString password = dir.filePath(QStringLiteral("password"));
    Outcome made;
};

/// `guanxi-server run` on any free port.
struct RunningServer {
    explicit RunningServer(const QString &data)
    {
        process.start(programPath(), {QStringLiteral("run"), QStringLiteral("--data"), data, QStringLiteral("--port"),
                                      QStringLiteral("0"), QStringLiteral("--host"), QStringLiteral("127.0.0.1")});
        while (!process.canReadLine() && process.state() != QProcess::NotRunning && process.waitForReadyRead(ProgramMs)) {}
        const QString line = QString::fromUtf8(process.readLine()).trimmed();
        REQUIRE(line.startsWith(QStringLiteral("listening on 127.0.0.1:")));
        port = quint16(line.section(u':', -1).toInt());
        REQUIRE(port != 0);
    }
    ~RunningServer()
    {
        process.kill();
        process.waitForFinished();
    }

    QProcess process;
    quint16 port = 0;
};

} // namespace guanxi::server
