// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

} // namespace

TEST_CASE("A desktop whose cache is deleted or damaged keeps every unsent edit and makes itself anew")
{
    ServerProcess server;
    server.start();
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    // A record belongs to its desk's catalogue, a reference outlives the desk.
    const Record first = newAccount(*desk, QStringLiteral("早已同步"));
    const RecordRef old = first.ref();
    REQUIRE(desk->records().save(first).ok());
    REQUIRE(desk.waitQuiet());
    desk->setOffline(true);
    Record edited = desk->records().load(old).value();
    edited.set(Account::address, QStringLiteral("离线修改"));
    REQUIRE(desk->records().save(edited).ok());
    const Record created = newAccount(*desk, QStringLiteral("离线新建"));
    const RecordRef fresh = created.ref();
    REQUIRE(desk->records().save(created).ok());
    desk->signOut();

    const QString cache = QDir(desk.folder()).filePath(QStringLiteral("cache.db"));
    SECTION("deleted")
    {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(cache + QLatin1String(suffix));
    }
    SECTION("overwritten with rubbish")
    {
        QFile file(cache);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.write(QByteArray(8192, 'x')) == 8192);
    }
    SECTION("cut in half")
    {
        QFile file(cache);
        REQUIRE(file.resize(file.size() / 2));
    }
    desk.restart();
    REQUIRE(desk.signIn(Password).ok());
    REQUIRE(desk.waitQuiet());
    CHECK(desk->records().load(old).value()[Account::address] == QStringLiteral("离线修改"));
    CHECK(desk->records().load(fresh).value()[Account::name] == QStringLiteral("离线新建"));
    CHECK(desk->outbox().unsent() == 0);
}

TEST_CASE("Signing in works without the network, and unsent work goes out when it is back")
{
    ServerProcess server;
    server.start();
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    desk->signOut();
    server.stop();
    desk.restart();
    REQUIRE(desk.signIn(Password).ok());
    const Record account = newAccount(*desk, QStringLiteral("没有网络"));
    REQUIRE(desk->records().save(account).ok());
    CHECK(desk->outbox().unsent() == 1);
    CHECK(desk->records().load(account.ref()).value()[Account::name] == QStringLiteral("没有网络"));
    server.start();
    desk->link().reconnect();
    REQUIRE(desk.waitQuiet());
    CHECK(desk->outbox().unsent() == 0);
}

TEST_CASE("No file of the desktop holds readable data")
{
    ServerProcess server;
    server.start();
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    const QByteArray canary("canary-4711-secret");
    REQUIRE(desk->records().save(newAccount(*desk, QString::fromUtf8(canary))).ok());
    REQUIRE(desk.waitQuiet());
    for (const QFileInfo &info : QDir(desk.folder()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        INFO(info.fileName().toStdString());
        CHECK_FALSE(bytes.contains(canary));
        CHECK_FALSE(bytes.contains(Password.toUtf8()));
    }
}
