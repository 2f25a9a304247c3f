// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of server and desktop are put back from copies, as an operator would do it.
#include "common/model/catalogue/customers.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

/// Copies of the files of a program that is not running, and putting them back.
class Copy
{
public:
    explicit Copy(const QString &folder) : m_folder(folder)
    {
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files))
            REQUIRE(QFile::copy(info.filePath(), m_kept.filePath(info.fileName())));
    }
    void putBack() const
    {
        for (const QFileInfo &info : QDir(m_folder).entryInfoList(QDir::Files))
            REQUIRE(QFile::remove(info.filePath()));
        for (const QFileInfo &info : QDir(m_kept.path()).entryInfoList(QDir::Files))
            REQUIRE(QFile::copy(info.filePath(), QDir(m_folder).filePath(info.fileName())));
    }

private:
    QString m_folder;
    QTemporaryDir m_kept;
};

QString nameOf(TestDesk &desk, const RecordRef &ref)
{
    const Result<Record> record = desk->records().load(ref);
    return record ? (*record)[Account::name] : QString();
}

} // namespace

TEST_CASE("A server put back from yesterday's copy has everything again once its desktops were there")
{
    ServerProcess server;
    server.start();
    TestDesk office, rep;
    REQUIRE(office.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(rep.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(office->records().save(newAccount(*office, QStringLiteral("备份之前"))).ok());
    REQUIRE(office.waitQuiet());
    server.stop();
    const Copy yesterday(server.folder());
    server.start();
    office->link().reconnect();
    rep->link().reconnect();
    const Record first = newAccount(*office, QStringLiteral("备份之后"));
    const Record second = newAccount(*rep, QStringLiteral("外勤新建"));
    REQUIRE(office->records().save(first).ok());
    REQUIRE(rep->records().save(second).ok());
    REQUIRE(waitFor([&] { return nameOf(office, second.ref()) == second[Account::name] && nameOf(rep, first.ref()) == first[Account::name]; }));
    const QString number = office->records().load(first.ref()).value()[Account::number];
    REQUIRE(office.waitQuiet());
    REQUIRE(rep.waitQuiet());

    server.stop();
    yesterday.putBack();
    server.start();
    office->link().reconnect();
    rep->link().reconnect();

    TestDesk fresh;
    REQUIRE(fresh.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(waitFor([&] { return nameOf(fresh, second.ref()) == second[Account::name] && nameOf(fresh, first.ref()) == first[Account::name]; }));
    CHECK(fresh->records().load(first.ref()).value()[Account::number] == number);
    REQUIRE(office.waitQuiet());
    REQUIRE(rep.waitQuiet());
    CHECK(office->outbox().unsent() == 0);
    CHECK(nameOf(office, second.ref()) == second[Account::name]);
    CHECK(nameOf(rep, first.ref()) == first[Account::name]);
    const QJsonObject check = server.command({QStringLiteral("check")});
    CHECK(check.value(QStringLiteral("found")).toInt() == 0);
}

TEST_CASE("A desktop put back from an older copy goes on as a computer of its own and loses nothing")
{
    ServerProcess server;
    server.start();
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(desk.waitQuiet());
    desk->signOut();
    desk.restart();
    const Copy old(desk.folder());
    REQUIRE(desk.signIn(Password).ok());
    const Record made = newAccount(*desk, QStringLiteral("备份之后"));
    const RecordRef lost = made.ref();
    REQUIRE(desk->records().save(made).ok());
    REQUIRE(desk.waitQuiet());
    const Uuid replica = desk->outbox().identity().replica;
    desk->signOut();
    desk.restart();
    old.putBack();
    desk.restart();

    REQUIRE(desk.signIn(Password).ok());
    desk->setOffline(true);
    const Record after = newAccount(*desk, QStringLiteral("恢复之后"));
    const RecordRef kept = after.ref();
    REQUIRE(desk->records().save(after).ok());
    desk->setOffline(false);
    REQUIRE(waitFor([&] { return desk->outbox().identity().replica != replica && desk->outbox().unsent() == 0; }));
    REQUIRE(waitFor([&] { return nameOf(desk, lost) == QStringLiteral("备份之后"); }));
    CHECK(nameOf(desk, kept) == QStringLiteral("恢复之后"));
    // Its new key opens the server's door again.
    desk->signOut();
    desk.restart();
    REQUIRE(desk.signIn(Password).ok());
    REQUIRE(desk.waitQuiet());
    CHECK(nameOf(desk, kept) == QStringLiteral("恢复之后"));
}

TEST_CASE("A desktop enrolled after the backup was made connects again with a new code and brings its work along")
{
    ServerProcess server;
    server.start();
    server.stop();
    const Copy yesterday(server.folder());
    server.start();
    TestDesk rep;
    REQUIRE(rep.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    const Record sent = newAccount(*rep, QStringLiteral("已发送"));
    const Record waiting = newAccount(*rep, QStringLiteral("尚未发送"));
    REQUIRE(rep->records().save(sent).ok());
    REQUIRE(rep.waitQuiet());
    const QString number = rep->records().load(sent.ref()).value()[Account::number];
    rep->setOffline(true);
    REQUIRE(rep->records().save(waiting).ok());

    server.stop();
    yesterday.putBack();
    server.start();
    rep->setOffline(false);
    REQUIRE(waitFor([&] { return rep->status().link() == app::SyncStatus::Link::Refused; }));
    CHECK(rep->status().reason().code == ErrorCode::DeviceUnknown);
    CHECK(rep->enrolAgain(QStringLiteral("nonsense")).error().code == ErrorCode::CodeInvalid);
    REQUIRE(rep->enrolAgain(server.code()).ok());
    REQUIRE(rep.waitQuiet());
    CHECK(rep->outbox().unsent() == 0);
    CHECK(rep->outbox().parked() == 0);

    TestDesk fresh;
    REQUIRE(fresh.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(waitFor([&] { return nameOf(fresh, sent.ref()) == QStringLiteral("已发送") && nameOf(fresh, waiting.ref()) == QStringLiteral("尚未发送"); }));
    CHECK(fresh->records().load(sent.ref()).value()[Account::number] == number);
    CHECK(server.command({QStringLiteral("check")}).value(QStringLiteral("found")).toInt() == 0);
    // It is at home again.
    rep->signOut();
    rep.restart();
    REQUIRE(rep.signIn(Password).ok());
    REQUIRE(rep.waitQuiet());
}
