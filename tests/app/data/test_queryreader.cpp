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
