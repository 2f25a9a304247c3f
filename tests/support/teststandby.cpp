// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststandby.h"

#include "common/storage/statement.h"
#include "tests/support/waitfor.h"

#include <QProcess>

#include <cstdlib>

namespace guanxi::test {

namespace {

constexpr int ScriptMs = 120'000;
constexpr int FollowMs = 60'000;

QString cluster() { return qEnvironmentVariable("GUANXI_TEST_POSTGRES"); }

QByteArray script(const char *word)
{
    QProcess process;
    process.start(QStringLiteral(GUANXI_SOURCE_DIR "/tests/postgres.sh"), {QString::fromLatin1(word)});
    if (!process.waitForFinished(ScriptMs) || process.exitCode() != 0)
        qFatal("tests/postgres.sh %s: %s", word, process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed();
}

Result<std::unique_ptr<storage::Database>> open(const QString &place)
{
    storage::DatabaseOptions options;
    options.backend = storage::Backend::Postgres;
    options.place = place;
    return storage::Database::open(options);
}

QByteArray valueOf(const QString &place, const QByteArray &sql)
{
    const auto database = open(place);
    if (!database)
        qFatal("%s: %s", qPrintable(place), qPrintable(database.error().args.join(u' ')));
    QByteArray value;
    storage::Statement statement(**database, sql);
    if (const Result<void> done = statement.each([&](const storage::Statement &row) { value = row.bytes(0); }); !done)
        qFatal("%s: %s", sql.constData(), qPrintable(done.error().args.join(u' ')));
    return value;
}

QString portPart(const QString &place)
{
    for (const QString &part : place.split(u';'))
        if (part.startsWith(QLatin1StringView("port=")))
            return part.mid(5);
    return {};
}

} // namespace

TestStandby::TestStandby()
{
    // Starting it takes longer than most tests; it ends with the program.
    static const int registered = std::atexit([] { std::ignore = std::system(GUANXI_SOURCE_DIR "/tests/postgres.sh standby-remove"); });
    std::ignore = registered;
    start();
}

TestStandby::~TestStandby()
{
    if (m_promoted)
        script("standby-remove");
}

void TestStandby::start() { m_place = QString::fromUtf8(script("standby")).section(u'=', 1); }

void TestStandby::kill() { script("standby-kill"); }

quint16 TestStandby::port() const { return portPart(m_place).toUShort(); }

QString TestStandby::placeOf(const QString &primary, quint16 port) const
{
    QStringList parts = primary.split(u';');
    for (QString &part : parts)
        if (part.startsWith(QLatin1StringView("port=")))
            part = QStringLiteral("port=%1").arg(port == 0 ? this->port() : port);
    return parts.join(u';');
}

void TestStandby::catchUp()
{
    const QByteArray to = valueOf(cluster(), "SELECT pg_current_wal_insert_lsn()::text");
    const QByteArray sql = "SELECT (pg_last_wal_replay_lsn() >= '" + to + "'::pg_lsn)::text";
    if (!waitFor([&] { return valueOf(m_place, sql) == "true"; }, FollowMs))
        qFatal("the standby does not follow");
}

void TestStandby::pause()
{
    valueOf(m_place, "SELECT pg_wal_replay_pause()::text");
    if (!waitFor([&] { return valueOf(m_place, "SELECT pg_get_wal_replay_pause_state()") == "paused"; }))
        qFatal("the standby does not pause");
}

void TestStandby::resume() { valueOf(m_place, "SELECT pg_wal_replay_resume()::text"); }

void TestStandby::promote()
{
    m_promoted = true;
    valueOf(m_place, "SELECT pg_promote()::text");
}

} // namespace guanxi::test
