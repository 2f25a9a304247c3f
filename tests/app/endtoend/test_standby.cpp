// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"
#include "tests/common/storage/testdatabase.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"
#include "tests/support/teststandby.h"

#include <QProcess>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

const QString Password = QLatin1String(ServerProcess::AdminPassword);

QJsonObject standbyOf(ServerProcess &server)
{
    return server.ask({QStringLiteral("stats")})[QLatin1String("standby")].toObject();
}

bool isUsed(ServerProcess &server) { return standbyOf(server)[QLatin1String("state")] == QStringLiteral("used"); }

void checkFetches(ServerProcess &server, TestDesk &other)
{
    TestDesk desk;
    REQUIRE(desk.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    const QHash<RecordRef, Record> rows = other.rows();
    REQUIRE(waitFor([&] { return desk.rows().size() == rows.size(); }));
    for (const Record &row : rows)
        CHECK(desk.rows().value(row.ref()).sameContent(row));
}

} // namespace

TEST_CASE("A new desk fetches its copy from the standby, and from the database when that is switched off")
{
    TestStandby standby;
    const storage::test::TestDatabase database(storage::Backend::Postgres);
    ServerProcess server({QStringLiteral("--postgres"), database.options().place, QStringLiteral("--read-from"), standby.placeOf(database.options().place)});
    server.start();
    TestDesk first;
    REQUIRE(first.enrol(server.code(), QStringLiteral("admin"), Password).ok());
    REQUIRE(first->records().save(newAccount(*first, QStringLiteral("北京长城阀门有限公司"))).ok());
    REQUIRE(waitFor([&] { return first->status().unsent() == 0; }));
    REQUIRE(waitFor([&] { return isUsed(server); }));

    checkFetches(server, first);
    const QJsonObject after = standbyOf(server);
    CHECK(after[QLatin1String("pages")].toInteger() > 0);
    standby.kill();
    checkFetches(server, first);
    CHECK(standbyOf(server)[QLatin1String("state")] == QStringLiteral("away"));
    standby.start();
    CHECK(waitFor([&] { return isUsed(server); }));
}

TEST_CASE("A server is not founded with a standby that is none, and says why")
{
    const storage::test::TestDatabase database(storage::Backend::Postgres);
    QTemporaryDir folder;
    const auto founded = [&](const QStringList &options) {
        QProcess process;
        process.start(program(QStringLiteral("guanxi-server")),
                      QStringList{QStringLiteral("init"), QStringLiteral("--data"), folder.filePath(QStringLiteral("company")), QStringLiteral("--language=en")} + options);
        process.closeWriteChannel();
        REQUIRE(process.waitForFinished(60'000));
        CHECK(process.exitCode() == 1);
        CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("company"))));
        return QString::fromUtf8(process.readAllStandardError());
    };
    const QString place = database.options().place;
    CHECK(founded({QStringLiteral("--postgres"), place, QStringLiteral("--read-from"), place + QStringLiteral(";password=hidden")})
          == QStringLiteral("The database %1 is no standby of the company's database: it does not follow it as a streaming replica.\n").arg(place));
    CHECK(founded({QStringLiteral("--read-from"), place}).contains(QStringLiteral("standby of a PostgreSQL database")));
}
