// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/codec.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

Record decoded(SmallCompany &company, const QByteArray &bytes) { return decodeRecord(bytes, company.server.catalogue()); }

} // namespace

TEST_CASE("a record changed several times in one commit is told once, as it stands afterwards")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.all);
    WireClient author(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient reader(company.server, QStringLiteral("bea"), bea, company.clock);
    const Record account = company.account(QStringLiteral("Baosteel"), ann);
    reader.pullAll();
    reader.take<Live>();
    QList<ChangeSet> sets;
    Record seen = account;
    for (const QString &value : {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}) {
        sets.append(author.set({edit(seen, Account::shortName.id, value)}));
        seen.set(Account::shortName, value);
    }
    const qint64 before = company.server.hub().head().value();
    author.send(sets);
    reader.send(Ping{1});
    const QList<Live> lives = reader.take<Live>();
    REQUIRE(lives.size() == 1);
    CHECK(lives[0].from == before);
    CHECK(lives[0].to == before + 3);
    REQUIRE(lives[0].upserts.size() == 1);
    CHECK(decoded(company, lives[0].upserts[0])[Account::shortName] == QLatin1String("three"));
}

TEST_CASE("a server that stops spreads the return of its clients over the time that so many need")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    std::vector<std::unique_ptr<WireClient>> clients;
    const auto [count, seconds] = GENERATE(std::pair(1, 2), std::pair(64, 4));
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<WireClient>(company.server, QStringLiteral("ann"), ann, company.clock));
    company.server.hub().stop();
    for (const auto &client : clients) {
        client->turn();
        CHECK(client->take<Notice>() == QList<Notice>{{NoticeKind::Stopping, 1, seconds}});
        CHECK_FALSE(client->isOpen());
    }
}

TEST_CASE("a record that comes and goes within one commit is told as gone to who saw it, and not at all to others")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.own);
    const Uuid boss = company.user(QStringLiteral("boss"), company.west, company.all);
    const Record account = company.account(QStringLiteral("Baosteel"), ann);
    WireClient author(company.server, QStringLiteral("boss"), boss, company.clock);
    WireClient a(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient b(company.server, QStringLiteral("bea"), bea, company.clock);
    a.pullAll();
    b.pullAll();
    Record seen = account;
    RecordChange toBea = edit(seen, system::Owner, bea);
    toBea.fields.append({Account::accountManager.id, Value(ann), Value(bea), seen.rev()});
    RecordChange toBoss = edit(seen, system::Owner, boss);
    toBoss.fields = {{system::Owner, Value(bea), Value(boss), seen.rev()}, {Account::accountManager.id, Value(bea), Value(boss), seen.rev()}};
    author.send(QList<ChangeSet>{author.set({toBea}), author.set({toBoss})});
    a.send(Ping{1});
    b.send(Ping{1});
    const QList<Live> toA = a.take<Live>();
    REQUIRE(toA.size() == 1);
    CHECK(toA[0].upserts.isEmpty());
    CHECK(toA[0].removes == QList<RecordRef>{account.ref()});
    for (const Live &live : b.take<Live>())
        CHECK(live.upserts.isEmpty());
}

TEST_CASE("who does not see a commit hears nothing of it, and the next message still fits")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.own);
    WireClient reader(company.server, QStringLiteral("bea"), bea, company.clock);
    reader.pullAll();
    const qint64 cursor = company.server.hub().head().value();
    company.account(QStringLiteral("Ann's"), ann);
    reader.send(Ping{1});
    CHECK(reader.take<Live>().isEmpty());
    const Record own = company.account(QStringLiteral("Bea's"), bea);
    reader.send(Ping{2});
    const QList<Live> lives = reader.take<Live>();
    REQUIRE(lives.size() == 1);
    CHECK(lives[0].from <= cursor);
    CHECK(decoded(company, lives[0].upserts.value(0)).ref() == own.ref());
}

TEST_CASE("the author hears of the revision of his push even when he sees nothing of it")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient author(company.server, QStringLiteral("ann"), ann, company.clock);
    const Record account = company.account(QStringLiteral("Baosteel"), ann);
    author.pullAll();
    author.take<Live>();
    const PushResult result = author.push({edit(account, Account::shortName.id, account.value(Account::shortName.id))});
    const QList<Live> lives = author.take<Live>();
    REQUIRE(lives.size() == 1);
    CHECK(lives[0].to >= result.rev);
}

TEST_CASE("a commit of very many rows is announced, not pushed")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient reader(company.server, QStringLiteral("ann"), ann, company.clock);
    reader.pullAll();
    QList<RecordChange> changes;
    for (int i = 0; i < 501; ++i)
        changes.append(insertionOf(company.newAccount(QStringLiteral("A%1").arg(i), ann)));
    company.server.commit(changes);
    reader.send(Ping{1});
    CHECK(reader.take<Live>().isEmpty());
    CHECK(reader.take<Lagged>().value(0).head == company.server.hub().head().value());
    CHECK(reader.pullAll().size() == company.server.projection(company.server.rightsOf(ann)).size());
}
