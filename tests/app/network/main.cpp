// SPDX-License-Identifier: GPL-3.0-or-later
#include "farhost.h"

#include "common/storage/statement.h"

#include <catch2/catch_session.hpp>

#include <QCoreApplication>

using namespace guanxi;

namespace {

/// No line leads to the cluster: it is reached by its socket in the file system, wherever a program runs.
void reachClusterBySocket()
{
    QString place = qEnvironmentVariable("GUANXI_TEST_POSTGRES");
    storage::DatabaseOptions options;
    options.backend = storage::Backend::Postgres;
    options.place = place;
    const auto database = storage::Database::open(options);
    if (!database)
        return; // the tests say so
    storage::Statement asked(**database, "SHOW unix_socket_directories");
    QByteArray folder;
    const Result<void> done = asked.each([&](const storage::Statement &row) { folder = row.bytes(0); });
    if (done)
        qputenv("GUANXI_TEST_POSTGRES", place.replace(QStringLiteral("host=127.0.0.1"), QStringLiteral("host=") + QString::fromUtf8(folder).remove(u'"')).toUtf8());
}

} // namespace

int main(int argc, char *argv[])
{
    reachClusterBySocket();
    if (!test::leaveMachine())
        return 1;
    QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
