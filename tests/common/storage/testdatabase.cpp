// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdatabase.h"

#include "common/base/random.h"

namespace guanxi::storage::test {

namespace {

QString cluster()
{
    const QString place = qEnvironmentVariable("GUANXI_TEST_POSTGRES");
    INFO("set GUANXI_TEST_POSTGRES, see tests/postgres.sh");
    REQUIRE_FALSE(place.isEmpty());
    return place;
}

} // namespace

TestDatabase::TestDatabase(Backend backend, Durability durability)
{
    m_options.backend = backend;
    m_options.durability = durability;
    if (backend == Backend::Sqlite) {
        m_options.place = m_folder.filePath(QStringLiteral("test.db"));
        m_options.key = QByteArray(32, 'k');
    } else {
        SystemRandom random;
        m_schema = "test_" + random.bytes(8).toHex();
        m_options.place = cluster();
        must(must(Database::open(m_options))->execute("CREATE SCHEMA " + m_schema));
        m_options.place += QStringLiteral(";options=-csearch_path=%1").arg(QString::fromLatin1(m_schema));
    }
    reopen();
}

TestDatabase::~TestDatabase()
{
    if (!m_schema.isEmpty() && m_database)
        std::ignore = m_database->execute("DROP SCHEMA " + m_schema + " CASCADE");
}

void TestDatabase::reopen()
{
    m_database.reset();
    m_database = another();
}

std::unique_ptr<Database> TestDatabase::another() const { return must(Database::open(m_options)); }

void must(const Result<void> &result)
{
    INFO((result.ok() ? std::string() : errorName(result.error().code).latin1() + std::string(" ")
                                            + result.error().args.join(u'|').toStdString()));
    REQUIRE(result.ok());
}

} // namespace guanxi::storage::test
