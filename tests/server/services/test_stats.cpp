// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

TEST_CASE("what is signed in, pushed, told and pulled is counted once each")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.all);
    const server::HubStats before = company.server.hub().stats();
    WireClient author(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient reader(company.server, QStringLiteral("ann"), ann, company.clock);
    const QHash<RecordRef, Record> rows = reader.pullAll();
    author.push({insertionOf(company.newAccount(QStringLiteral("Baosteel"), ann))});

    const server::HubStats &now = company.server.hub().stats();
    CHECK(now.signIns - before.signIns == 2);
    CHECK(now.signIn.all().count() - before.signIn.all().count() == 2);
    CHECK(now.pushed - before.pushed == 1);
    CHECK(now.commits - before.commits == 1);
    for (const auto measure : {&server::HubStats::pushWait, &server::HubStats::groupSets, &server::HubStats::decide,
                               &server::HubStats::commit, &server::HubStats::pushAnswer})
        CHECK((now.*measure).all().count() - (before.*measure).all().count() == 1);
    CHECK(now.groupSets.all().most() == 1);
    CHECK(now.liveMessages - before.liveMessages == 1); // the author has not pulled: it is not live
    CHECK(now.pageRows - before.pageRows == rows.size());
    CHECK(now.pages - before.pages == now.page.all().count() - before.page.all().count());
    CHECK(now.pageBytes > before.pageBytes);
    CHECK(company.server.hub().queued() == 0);
}

TEST_CASE("a sign-in that is refused is counted as refused")
{
    SmallCompany company(storage::Backend::Sqlite);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east); // no role: nothing to see
    const server::HubStats before = company.server.hub().stats();
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    CHECK_FALSE(client.isOpen());
    CHECK(company.server.hub().stats().refusedSignIns - before.refusedSignIns == 1);
    CHECK(company.server.hub().stats().signIns == before.signIns);
}

TEST_CASE("recent figures are forgotten after two periods, the others stay")
{
    SmallCompany company(storage::Backend::Sqlite);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.all);
    WireClient author(company.server, QStringLiteral("ann"), ann, company.clock);
    author.push({insertionOf(company.newAccount(QStringLiteral("Baosteel"), ann))});
    const server::Measure &answer = company.server.hub().stats().pushAnswer;
    const auto pass = [&] {
        company.clock.advance(server::HubStats::PeriodMs);
        company.server.hub().tick();
    };
    CHECK(answer.recent().count() == 1);
    pass();
    CHECK(answer.recent().count() == 1);
    pass();
    CHECK(answer.recent().count() == 0);
    CHECK(answer.all().count() == 1);
}
