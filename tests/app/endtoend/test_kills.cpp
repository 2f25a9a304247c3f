// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/model/catalogue/customers.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

int rounds() { return qEnvironmentVariableIsSet("GUANXI_FULL") ? 50 : 10; }

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// How often each customer name is in the local copy.
QHash<QString, int> names(TestDesk &desk)
{
    QHash<QString, int> count;
    const QHash<RecordRef, Record> rows = desk.rows();
    for (const Record &row : rows)
        if (row.entity().id == Account::entity)
            ++count[row[Account::name]];
    return count;
}

} // namespace

TEST_CASE("A save that was confirmed survives kill -9 of desktop and server, once and only once")
{
    ServerProcess server;
    server.start();
    const QTemporaryDir folder;
    {
        TestDesk desk(folder.path());
        REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
        desk->signOut();
    }
    TestDesk witness;
    REQUIRE(witness.enrol(server.code(), QStringLiteral("admin"), Password).ok());

    SystemRandom random;
    QStringList confirmed;
    for (int round = 0; round < rounds(); ++round) {
        QProcess saver;
        saver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        saver.start(program(QStringLiteral("guanxi-test-saver")), {folder.path(), Password, QStringLiteral("r%1").arg(round)});
        REQUIRE(saver.waitForReadyRead(30'000));
        pause(int(random.below(400)));
        // Either side dies in the middle of saving and pushing, or both.
        const bool killServer = random.below(2) == 0;
        if (killServer)
            server.kill();
        if (!killServer || random.below(2) == 0)
            saver.kill();
        else
            pause(int(random.below(200)));
        if (killServer)
            server.start();
        pause(int(random.below(300)));
        saver.kill();
        saver.waitForFinished();
        const QString output = QString::fromUtf8(saver.readAllStandardOutput());
        confirmed += output.left(output.lastIndexOf(u'\n') + 1).split(u'\n', Qt::SkipEmptyParts);
    }

    TestDesk survivor(folder.path());
    REQUIRE(survivor.signIn(Password).ok());
    REQUIRE(survivor.waitQuiet(60'000));
    witness->link().reconnect();
    REQUIRE(witness.waitQuiet(60'000));
    const QHash<QString, int> here = names(survivor);
    REQUIRE(waitFor([&] { return names(witness).size() >= here.size(); }));
    const QHash<QString, int> there = names(witness);
    CHECK(confirmed.size() > rounds());
    for (const QString &name : confirmed) {
        INFO(name.toStdString());
        CHECK(here.value(name) == 1);
        CHECK(there.value(name) == 1);
    }
    CHECK(there == here);
}
