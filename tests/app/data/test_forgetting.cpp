// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"
#include "rawpages.h"

#include "common/storage/statement.h"

#include <QFile>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

// What a user may not see any more must not be in his file, even for somebody who has the key and reads free pages.

namespace {

constexpr const char *Canary = "kanarienvogel";
const QString canary = QString::fromLatin1(Canary);

struct Watched : LocalCompany {
    Watched()
    {
        for (int i = 0; i < 40; ++i) {
            Record record = account(QStringLiteral("Baosteel %1").arg(i), 1);
            record.set(Account::shortName, canary + QString::number(i));
            record.set(Account::website, QStringLiteral("https://%1.cn/%2").arg(canary).arg(i));
            record.set(Account::remark, canary + u' ' + QString(3000, u'x'));
            rows.append(record);
        }
        pull(1, rows);
    }
    bool isInFile() const { return decryptedPages(path("cache.db"), key).contains(Canary); }

    QList<Record> rows;
};

const QList<std::pair<FieldId, FieldRight>> Hidden{{Account::shortName.id, FieldRight::Hidden},
                                                   {Account::website.id, FieldRight::Hidden},
                                                   {Account::remark.id, FieldRight::Hidden}};

/// A conflict about the website of a customer, as the server sends it.
Record conflictAbout(LocalCompany &company, const Record &account)
{
    Record conflict(company.catalogue.at(Conflict::entity), company.ids.next());
    conflict.setRev(1);
    conflict.set(Conflict::record, account.ref());
    conflict.set(Conflict::field, qint64(Account::website.id));
    conflict.set(Conflict::theirs, QStringLiteral("\"%1\"").arg(canary));
    return conflict;
}

} // namespace

TEST_CASE("nothing can be read from the files without the key")
{
    Watched company;
    Record record = company.rows.first();
    record.set(Account::address, canary);
    must(company.records->save(record));
    REQUIRE(company.isInFile());
    for (const char *file : {"cache.db", "cache.db-wal", "outbox.db", "outbox.db-wal"}) {
        QFile raw(company.path(file));
        if (raw.open(QIODevice::ReadOnly))
            CHECK_FALSE(raw.readAll().contains(Canary));
    }
    CHECK(app::Outbox::open(company.path("outbox.db"), QByteArray(32, 'x')).error().code == ErrorCode::DatabaseKey);
    CHECK(app::Cache::open(company.path("cache.db"), QByteArray(32, 'x'), company.catalogue).error().code == ErrorCode::DatabaseKey);
}

TEST_CASE("a field right that is lost takes the field out of rows, sort keys, search and free pages at once")
{
    Watched company;
    REQUIRE(company.isInFile());
    REQUIRE(must(company.records->search(canary + u'7', 10)).size() == 1);
    company.grant(company.rightsWith(Reach::Own, Hidden), 2);
    company.pull(2, {});
    company.forget();
    CHECK_FALSE(company.isInFile());
    CHECK(company.shown(company.rows.first())[Account::website].isEmpty());
    CHECK(must(company.records->search(canary + u'7', 10)).isEmpty());
    storage::Statement sorted(company.cache->database(), "SELECT count(*) FROM account WHERE length(sort_18) > 0");
    CHECK(must(sorted.single()) == 0);
    CHECK(must(company.records->search(QStringLiteral("Baosteel"), 100)).size() == 40);
}

TEST_CASE("a field right that is lost takes the field out of the rows kept under unsent changes")
{
    Watched company;
    Record record = company.rows.first();
    record.set(Account::phone, QStringLiteral("021-55551234"));
    must(company.records->save(record));
    company.grant(company.rightsWith(Reach::Own, Hidden), 2);
    company.pull(2, {});
    company.forget();
    CHECK_FALSE(company.isInFile());
    CHECK_FALSE(company.shown(record)[Account::phone].isEmpty());
}

TEST_CASE("a field right that is lost takes the field out of conflict records")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 1);
    Record conflict = conflictAbout(company, account);
    Record other = conflict;
    other.setId(company.ids.next());
    other.set(Conflict::field, qint64(Account::phone.id));
    other.set(Conflict::theirs, QStringLiteral("\"021-55551234\""));
    company.pull(1, {account, conflict, other});
    REQUIRE(decryptedPages(company.path("cache.db"), company.key).contains(Canary));
    company.grant(company.rightsWith(Reach::Own, Hidden), 2);
    company.pull(2, {});
    company.forget();
    CHECK_FALSE(decryptedPages(company.path("cache.db"), company.key).contains(Canary));
    CHECK(company.shown(conflict)[Conflict::theirs].isEmpty());
    CHECK_FALSE(company.shown(other)[Conflict::theirs].isEmpty());
}

TEST_CASE("what stood in a record that went to somebody else leaves the file with the conflict's new version")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 1);
    Record conflict = conflictAbout(company, account);
    conflict.set(Conflict::mine, QStringLiteral("\"my own\""));
    company.pull(1, {account, conflict});
    conflict.setRev(2);
    conflict.setValue(Conflict::theirs.id, {});
    company.pull(2, {conflict});
    company.forget();
    CHECK_FALSE(decryptedPages(company.path("cache.db"), company.key).contains(Canary));
    CHECK(company.shown(conflict)[Conflict::mine] == QLatin1String("\"my own\""));
}

TEST_CASE("a row right that is lost takes the rows out of the file when they are dropped")
{
    Watched company;
    Record record = company.rows.first();
    record.set(Account::phone, QStringLiteral("021-55551234"));
    must(company.records->save(record));
    RightsInput none;
    none.user = company.me;
    company.grant(Rights(none, company.catalogue), 2);
    QList<RecordRef> removes;
    for (const Record &row : company.rows)
        removes.append(row.ref());
    company.pull(2, {}, removes);
    company.forget();
    CHECK_FALSE(company.shown(company.rows.first()).isValid());
    CHECK_FALSE(company.isInFile());
}

TEST_CASE("a reader that looks on delays the forgetting only until it is done")
{
    Watched company;
    storage::DatabaseOptions options;
    options.place = company.path("cache.db");
    options.key = company.key;
    options.readOnly = true;
    {
        const auto database = must(storage::Database::open(options));
        storage::Statement reading(*database, "SELECT rid FROM account");
        REQUIRE(must(reading.step()));
        company.grant(company.rightsWith(Reach::Own, Hidden), 2);
        CHECK(company.shown(company.rows.first())[Account::website].isEmpty());
        company.pull(2, {});
        company.forget();
        CHECK(company.cache->mustForget());
    }
    company.forget();
    CHECK_FALSE(company.cache->mustForget());
    CHECK_FALSE(company.isInFile());
}

TEST_CASE("forgetting goes on after a crash")
{
    Watched company;
    QList<RecordRef> removes;
    for (const Record &row : company.rows)
        removes.append(row.ref());
    company.pull(2, {}, removes);
    company.reopen();
    CHECK(company.cache->mustForget());
    company.forget();
    CHECK_FALSE(company.isInFile());
    company.reopen();
    CHECK_FALSE(company.cache->mustForget());
}

TEST_CASE("words a row had before it was edited are forgotten with it")
{
    Watched company;
    for (Record &row : company.rows) {
        row.setRev(2);
        row.set(Account::shortName, QStringLiteral("plain"));
        row.set(Account::remark, QString());
        row.set(Account::website, QString());
    }
    company.pull(2, company.rows);
    company.pull(3, {}, {company.rows.first().ref()});
    company.forget();
    CHECK_FALSE(company.isInFile());
}
