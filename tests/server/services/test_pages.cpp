// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/codec.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

Pull wholePull(const WireClient &client) { return Pull{client.rightsVersion(), {}, {}, {}, 65536}; }

} // namespace

TEST_CASE("who saves is answered before those who asked for pages earlier, and they are told of it")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.all);
    WireClient one(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient other(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient author(company.server, QStringLiteral("ann"), ann, company.clock);
    author.pullAll();
    for (WireClient *reader : {&one, &other}) {
        reader->take<Page>();
        reader->post(wholePull(*reader));
        reader->deliver();
    }
    const ChangeSet set = author.set({insertionOf(company.newAccount(QStringLiteral("Baosteel"), ann))});
    author.post(Push{{encodeChangeSet(set)}, {}});
    author.deliver();
    company.server.hub().work();
    for (WireClient *client : {&one, &other, &author})
        client->deliver();
    const QList<PushAck> acks = author.take<PushAck>();
    REQUIRE(acks.size() == 1);
    const QList<Page> first = one.take<Page>();
    REQUIRE(first.size() == 1);
    CHECK(first[0].head >= acks[0].results.value(0).rev);
    CHECK(other.take<Page>().isEmpty());
    company.server.hub().work();
    other.deliver();
    CHECK(other.take<Page>().size() == 1);
}

TEST_CASE("who asks again before the page was made gets one page, and who left meanwhile keeps nobody waiting")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.all);
    WireClient gone(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient reader(company.server, QStringLiteral("ann"), ann, company.clock);
    reader.take<Page>();
    gone.post(wholePull(gone));
    gone.deliver();
    for (int i = 0; i < 3; ++i)
        reader.post(wholePull(reader));
    reader.deliver();
    gone.cut();
    reader.turn();
    CHECK(reader.take<Page>().size() == 1);
}

TEST_CASE("a page that takes long ends early, and the next ones bring the rest")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.all);
    for (int i = 0; i < 200; ++i)
        company.account(QStringLiteral("customer %1").arg(i), ann);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const server::HubStats &stats = company.server.hub().stats();
    const qint64 before = stats.pages;
    const QList<RecordRef> atOnce = client.pullAll().keys();
    const qint64 quick = stats.pages - before;
    company.clock.setStep(10);
    const QList<RecordRef> inParts = client.pullAll().keys();
    CHECK(QSet<RecordRef>(inParts.begin(), inParts.end()) == QSet<RecordRef>(atOnce.begin(), atOnce.end()));
    CHECK(inParts.size() >= 200);
    CHECK(stats.pages - before - quick > quick + 2);
}
