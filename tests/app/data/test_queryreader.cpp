// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

storage::Query everything()
{
    storage::Query query;
    query.entity = Account::entity;
    return query;
}

void waitFor(const std::function<bool()> &done)
{
    for (QDeadlineTimer deadline(30'000); !done() && !deadline.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
}

} // namespace

TEST_CASE("a reader of its own thread finds what the writer has committed", "[threads]")
{
    LocalCompany company;
    company.pull(1, {company.account(QStringLiteral("A"), 1), company.account(QStringLiteral("B"), 1)});
    app::QueryReader reader(company.path("cache.db"), company.key);
    std::optional<Result<app::QueryReader::Rows>> found;
    QObject context;
    reader.find(everything(), &context, [&](Result<app::QueryReader::Rows> rows) { found = std::move(rows); });
    CHECK_FALSE(found.has_value());
    waitFor([&] { return found.has_value(); });
    REQUIRE(found);
    CHECK(must(*found).size() == 2);
}

TEST_CASE("who asked and is gone hears nothing", "[threads]")
{
    LocalCompany company;
    company.pull(1, {company.account(QStringLiteral("A"), 1)});
    app::QueryReader reader(company.path("cache.db"), company.key);
    bool heard = false;
    auto gone = std::make_unique<QObject>();
    reader.find(everything(), gone.get(), [&](Result<app::QueryReader::Rows>) { heard = true; });
    gone.reset();
    bool second = false;
    QObject context;
    reader.find(everything(), &context, [&](Result<app::QueryReader::Rows>) { second = true; });
    waitFor([&] { return second; });
    CHECK(second);
    CHECK_FALSE(heard);
}

TEST_CASE("who asks again no longer waits for what he asked before", "[threads]")
{
    LocalCompany company;
    company.pull(1, {company.account(QStringLiteral("A"), 1)});
    app::QueryReader reader(company.path("cache.db"), company.key);
    constexpr int Questions = 200;
    QList<int> answered;
    QObject context, other;
    bool otherHeard = false;
    reader.find(everything(), &other, [&](Result<app::QueryReader::Rows> rows) { otherHeard = rows.ok(); });
    for (int i = 0; i < Questions; ++i)
        reader.find(everything(), &context, [&, i](Result<app::QueryReader::Rows> rows) {
            CHECK(rows.ok());
            answered.append(i);
        });
    waitFor([&] { return answered.contains(Questions - 1); });
    CHECK(answered.last() == Questions - 1);
    CHECK(answered.size() < Questions);
    CHECK(otherHeard);
}

TEST_CASE("adding up is no question that is replaced, and each is answered", "[threads]")
{
    LocalCompany company;
    company.pull(1, {company.account(QStringLiteral("A"), 1)});
    app::QueryReader reader(company.path("cache.db"), company.key);
    int answered = 0;
    QObject context;
    for (int i = 0; i < 10; ++i)
        reader.group(everything(), Account::status.id, {}, &context, [&](const Result<QList<storage::Group>> &groups) {
            CHECK(groups.ok());
            ++answered;
        });
    waitFor([&] { return answered == 10; });
    CHECK(answered == 10);
}

TEST_CASE("all live rows of an entity are gone through piece by piece on another thread", "[threads]")
{
    constexpr int Many = 4'500;
    LocalCompany company;
    QList<Record> accounts;
    for (int i = 0; i < Many; ++i)
        accounts.append(company.account(QStringLiteral("A%1").arg(i), 1));
    accounts[7].setDeleted(true);
    company.pull(1, accounts);
    app::QueryReader reader(company.path("cache.db"), company.key);
    QSet<Uuid> seen;
    int pieces = 0;
    bool ended = false, elsewhere = true;
    QObject context;
    const auto here = std::this_thread::get_id();
    const auto look = [&](const Record &record) {
        elsewhere = elsewhere && std::this_thread::get_id() != here;
        seen.insert(record.id());
    };
    const std::function<void(qint64)> lookOn = [&](qint64 after) {
        reader.look(Account::entity, after, look, &context, [&](const Result<app::Records::Looked> &looked) {
            ++pieces;
            if (must(looked).more)
                lookOn(looked->last);
            else
                ended = true;
        });
    };
    lookOn(0);
    waitFor([&] { return ended; });
    CHECK(elsewhere);
    CHECK(pieces > 1);
    CHECK(seen.size() == Many - 1);
    CHECK_FALSE(seen.contains(accounts[7].id()));
}
