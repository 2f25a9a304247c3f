// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresdatabase.h"

#include "common/base/random.h"
#include "common/storage/database.h"

#include <QStringList>

namespace guanxi::test {

namespace {

QString cluster() { return qEnvironmentVariable("GUANXI_TEST_POSTGRES"); }

void run(const QString &sql)
{
    storage::DatabaseOptions options;
    options.backend = storage::Backend::Postgres;
    options.place = cluster();
    const auto database = storage::Database::open(options);
    const Result<void> done = database ? (*database)->execute(sql.toUtf8()) : Result<void>(database.error());
    if (!done)
        qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().args.join(u' ')));
}

} // namespace

PostgresDatabase::PostgresDatabase()
{
    SystemRandom random;
    m_name = QStringLiteral("guanxi_") + QString::fromLatin1(random.bytes(8).toHex());
    run(QStringLiteral("CREATE DATABASE ") + m_name);
    QStringList parts = cluster().split(u';', Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) { return part.startsWith(QLatin1StringView("dbname=")); });
    m_place = (parts << QStringLiteral("dbname=") + m_name).join(u';');
}

PostgresDatabase::~PostgresDatabase() { run(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name)); }

} // namespace guanxi::test
