// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "tests/common/storage/testdatabase.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

/// One company in PostgreSQL, served by two processes.
struct TwoServers {
    storage::test::TestDatabase database{storage::Backend::Postgres};
    ServerProcess first{{QStringLiteral("--postgres"), database.options().place, QStringLiteral("--address"), QStringLiteral("127.0.0.1")}};
    ServerProcess second{first, database.options().place};

    TwoServers()
    {
        first.start();
        second.start();
    }
};

void enrol(TestDesk &desk, ServerProcess &server, const QString &login = QStringLiteral("admin"))
{
    REQUIRE(desk.enrol(server.code(), login, Password).ok());
}

bool has(TestDesk &desk, const RecordRef &ref) { return desk->records().load(ref).ok(); }

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

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

TEST_CASE("What is saved at a desk of one server appears at a desk of the other within a second")
{
    TwoServers company;
    TestDesk here, there;
    enrol(here, company.first);
    enrol(there, company.second);
    for (int i = 0; i < 3; ++i) {
        TestDesk &author = i % 2 == 0 ? here : there;
        TestDesk &reader = i % 2 == 0 ? there : here;
        const Record account = newAccount(*author, QStringLiteral("北京长城阀门有限公司%1").arg(i));
        QElapsedTimer timer;
        timer.start();
        REQUIRE(author->records().save(account).ok());
        REQUIRE(waitFor([&] { return has(reader, account.ref()); }, 5000));
        CHECK(timer.elapsed() < 1000);
    }
    REQUIRE(waitFor([&] { return names(here) == names(there); }));
}

TEST_CASE("Rights given and taken at one server count at once at the other")
{
    TwoServers company;
    company.first.addUser(QStringLiteral("lina"), QStringLiteral("account_manager"));
    TestDesk admin, lina;
    enrol(admin, company.first);
    enrol(lina, company.second, QStringLiteral("lina"));
    const Record account = newAccount(*admin, QStringLiteral("管理员的客户"));
    Record talk = admin->records().create(Interaction::entity);
    talk.set(Interaction::summary, QStringLiteral("只有管理员知道"));
    talk.set(Interaction::account, account.id());
    REQUIRE(admin->records().saveAll({account, talk}, QStringLiteral("save")).ok());
    REQUIRE(waitFor([&] { return has(lina, account.ref()); }));
    CHECK_FALSE(has(lina, talk.ref()));

    // Each shows itself soon, and without the desk asking.
    company.first.command({QStringLiteral("user"), QStringLiteral("grant"), QStringLiteral("lina"), QStringLiteral("admin")});
    CHECK(waitFor([&] { return has(lina, talk.ref()); }, 3000));
    company.first.command({QStringLiteral("user"), QStringLiteral("grant"), QStringLiteral("lina"), QStringLiteral("admin"), QStringLiteral("--revoke")});
    CHECK(waitFor([&] { return !has(lina, talk.ref()); }, 3000));
    company.first.command({QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("lina")});
    CHECK(waitFor([&] { return lina->status().link() == app::SyncStatus::Link::Refused; }, 3000));
}

TEST_CASE("A computer that is removed at one server is thrown out at the other")
{
    TwoServers company;
    TestDesk desk;
    enrol(desk, company.second);
    const QJsonArray devices = company.first.command({QStringLiteral("devices"), QStringLiteral("list")})[QLatin1String("devices")].toArray();
    REQUIRE(devices.size() == 1);
    company.first.command({QStringLiteral("devices"), QStringLiteral("revoke"), devices.first().toObject()[QLatin1String("replica")].toString()});
    CHECK(waitFor([&] { return desk->isRemoved(); }, 5000));
}

TEST_CASE("When a server is killed its desktops go on with the other, and what they save comes once")
{
    TwoServers company;
    const QTemporaryDir folder;
    {
        TestDesk desk(folder.path());
        enrol(desk, company.first);
        REQUIRE(waitFor([&] { return desk->profile().others.size() == 2; }));
        desk->signOut();
    }
    TestDesk witness;
    enrol(witness, company.second);

    SystemRandom random;
    QStringList confirmed;
    ServerProcess *servers[] = {&company.first, &company.second};
    for (int round = 0; round < 6; ++round) {
        QProcess saver;
        saver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        saver.start(program(QStringLiteral("guanxi-test-saver")), {folder.path(), Password, QStringLiteral("r%1").arg(round)});
        REQUIRE(saver.waitForReadyRead(30'000));
        // It begins with the first; sometimes the other dies, too, once the first is back.
        for (int turn = 0; turn < 2; ++turn) {
            pause(int(random.below(400)));
            ServerProcess &victim = *servers[turn];
            victim.kill();
            pause(int(500 + random.below(500)));
            victim.start();
        }
        saver.kill();
        saver.waitForFinished();
        const QString output = QString::fromUtf8(saver.readAllStandardOutput());
        confirmed += output.left(output.lastIndexOf(u'\n') + 1).split(u'\n', Qt::SkipEmptyParts);
    }

    TestDesk survivor(folder.path());
    REQUIRE(survivor.signIn(Password).ok());
    REQUIRE(survivor.waitQuiet(60'000));
    REQUIRE(witness.waitQuiet(60'000));
    REQUIRE(waitFor([&] { return names(witness).size() >= names(survivor).size(); }));
    const QHash<QString, int> here = names(survivor), there = names(witness);
    CHECK(confirmed.size() > 6);
    for (const QString &name : confirmed) {
        INFO(name.toStdString());
        CHECK(here.value(name) == 1);
        CHECK(there.value(name) == 1);
    }
    CHECK(there == here);
    company.first.command({QStringLiteral("check")});
}

TEST_CASE("A desk whose server is killed goes on at the other at once")
{
    TwoServers company;
    TestDesk desk, witness;
    enrol(desk, company.first);
    enrol(witness, company.second);
    REQUIRE(waitFor([&] { return desk->profile().others.size() == 2; }));
    company.first.kill();
    const Record account = newAccount(*desk, QStringLiteral("途中保存"));
    REQUIRE(desk->records().save(account).ok());
    CHECK(waitFor([&] { return has(witness, account.ref()); }, 10'000));
    CHECK(desk.waitQuiet());
}
