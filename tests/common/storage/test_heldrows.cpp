// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/dialect.h"
#include "common/storage/heldrows.h"
#include "common/storage/statement.h"
#include "common/storage/transaction.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

namespace {

using Writes = HeldTable::Writes;

HeldTable tableOf(Writes writes)
{
    return {"held_word", {{"k", ColumnType::Integer}, {"word", ColumnType::Text}, {"first", ColumnType::Bytes, true}}, 1, writes};
}

struct Held {
    Held() : database(GENERATE(Backend::Sqlite, Backend::Postgres))
    {
        const QByteArray bytes = database->dialect().columnType(ColumnType::Bytes);
        must(database->execute("CREATE TABLE held_word(k BIGINT PRIMARY KEY, word TEXT, first " + bytes + ")"));
    }
    void put(const HeldTable &table, qint64 key, const QString &word) { must(hold(*database, table, {key, word, word.toUtf8()})); }
    /// "key word first" of each row.
    QStringList rows()
    {
        Statement statement(*database, "SELECT k, word, first FROM held_word ORDER BY k");
        QStringList list;
        must(statement.each([&](const Statement &row) { list.append(QStringLiteral("%1 %2 %3").arg(row.integer(0)).arg(row.text(1), QString::fromUtf8(row.bytes(2)))); }));
        return list;
    }

    TestDatabase database;
};

} // namespace

TEST_CASE("rows that are held are there for the next question, and after the commit")
{
    static const HeldTable table = tableOf(Writes::New);
    Held held;
    {
        auto transaction = must(Transaction::begin(*held.database));
        held.put(table, 1, QStringLiteral("关系"));
        CHECK(held.rows() == QStringList{QStringLiteral("1 关系 关系")});
        for (int key = 2; key < 700; ++key)
            held.put(table, key, QString());
        must(transaction.commit());
    }
    CHECK(held.rows().size() == 699);
    held.put(table, 700, QStringLiteral("alone")); // without a transaction: at once
    CHECK(held.rows().last() == QLatin1String("700 alone alone"));
}

TEST_CASE("rows that are held go with the transaction that is dropped")
{
    static const HeldTable table = tableOf(Writes::New);
    Held held;
    {
        auto transaction = must(Transaction::begin(*held.database));
        held.put(table, 1, QStringLiteral("a"));
    }
    auto transaction = must(Transaction::begin(*held.database));
    {
        auto savepoint = must(Savepoint::begin(*held.database));
        held.put(table, 2, QStringLiteral("b"));
    }
    must(transaction.commit());
    CHECK(held.rows().isEmpty());
}

TEST_CASE("of two rows under one key the later stays, with the columns that are written")
{
    static const HeldTable all = tableOf(Writes::All), missing = tableOf(Writes::Missing);
    static const HeldTable existing{"held_word", {{"k", ColumnType::Integer}, {"word", ColumnType::Text}}, 1, Writes::Existing};
    Held held;
    auto transaction = must(Transaction::begin(*held.database));
    held.put(all, 1, QStringLiteral("a"));
    CHECK(held.rows().size() == 1);
    held.put(all, 1, QStringLiteral("b"));
    held.put(all, 1, QStringLiteral("c"));
    CHECK(held.rows() == QStringList{QStringLiteral("1 c a")});
    held.put(missing, 1, QStringLiteral("d"));
    held.put(missing, 2, QStringLiteral("e"));
    CHECK(held.rows() == QStringList{QStringLiteral("1 c a"), QStringLiteral("2 e e")});
    must(hold(*held.database, existing, {2, QStringLiteral("f")}));
    must(hold(*held.database, existing, {3, QStringLiteral("g")}));
    must(transaction.commit());
    CHECK(held.rows() == QStringList{QStringLiteral("1 c a"), QStringLiteral("2 f e")});
}

TEST_CASE("a row that cannot be written fails the transaction, and says so")
{
    static const HeldTable table = tableOf(Writes::New);
    Held held;
    must(hold(*held.database, table, {1, QStringLiteral("a"), QByteArray()}));
    auto transaction = must(Transaction::begin(*held.database));
    const Result<void> again = hold(*held.database, table, {1, QStringLiteral("b"), QByteArray()});
    const Result<void> committed = again ? transaction.commit() : again;
    CHECK_FALSE(committed.ok());
    CHECK(hold(*held.database, table, {2, QString(QChar(u'\0')), QByteArray()}).error().code == ErrorCode::BadText);
}
