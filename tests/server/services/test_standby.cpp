// SPDX-License-Identifier: GPL-3.0-or-later
// Long reading from a real streaming replica: told the same, or not told by it at all.
#include "smallcompany.h"

#include "tests/support/badline.h"
#include "tests/support/teststandby.h"
#include "tests/support/waitfor.h"

#include "common/model/codec.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using server::Standby;
using server::StandbyReader;
using server::StandbyStore;

namespace {

constexpr int SmallPage = 4096;
constexpr qint64 AwayMs = 5'000;

/// A company whose server leaves long reading to a replica.
struct ReplicatedCompany {
    TestStandby replica;
    SmallCompany company{storage::Backend::Postgres};
    Standby *standby = nullptr;
    QStringList log;

    ReplicatedCompany() { readFrom(replica.placeOf(company.database.options().place)); }

    void readFrom(const QString &place, const QByteArray &cluster = {})
    {
        const QByteArray own = server::clusterIdentifier(company.server.store().database()).value();
        StandbyReader::Options options{place, cluster.isEmpty() ? own : cluster, MemoryServer::declareSome};
        options.patienceMs = 500;
        standby = &company.server.readFrom(options);
        QObject::connect(standby, &Standby::logged, standby, [this](const QString &line) { log.append(line); });
    }

    /// Ticks until it is looked at as wanted.
    bool becomes(Standby::State state)
    {
        return waitFor([&] {
            company.clock.advance(AwayMs / 100);
            company.server.hub().tick();
            return standby->state() == state;
        });
    }

    /// Somebody who has signed in, so that the server is at work, and the replica in use.
    std::unique_ptr<WireClient> client(const QString &login, const Uuid &user)
    {
        auto client = std::make_unique<WireClient>(company.server, login, user, company.clock);
        replica.catchUp();
        REQUIRE(becomes(Standby::State::Used));
        return client;
    }

    QHash<RecordRef, Record> visible(const Uuid &user) { return company.server.projection(company.server.rightsOf(user)); }
};

void checkSame(const QHash<RecordRef, Record> &rows, const QHash<RecordRef, Record> &expected)
{
    REQUIRE(rows.size() == expected.size());
    for (const Record &row : expected) {
        INFO(row.id().text().toStdString());
        CHECK(rows.value(row.ref()).rev() == row.rev());
        CHECK(encodeRecord(rows.value(row.ref())) == encodeRecord(row));
    }
}

/// Pulls in small pages and does something between them.
struct Puller {
    ReplicatedCompany &at;
    LightReplica light;
    WireClient &client;
    QHash<RecordRef, Record> rows;
    int pages = 0;

    Puller(ReplicatedCompany &company, WireClient &with, const Ready &ready)
        : at(company), light(company.company.server.catalogue(), with.replica(), with.user()), client(with)
    {
        light.take(ready);
    }

    bool next()
    {
        client.send(light.nextPull(SmallPage));
        return take();
    }

    bool take()
    {
        QList<Page> got;
        REQUIRE(waitFor([&] {
            client.send(Ping{1});
            got = client.take<Page>();
            return !got.isEmpty();
        }));
        return take(got.first());
    }

    bool take(const Page &page)
    {
        ++pages;
        REQUIRE(light.take(page));
        for (const QByteArray &bytes : page.upserts) {
            const Record row = decodeRecord(bytes, at.company.server.catalogue());
            rows.insert(row.ref(), row);
        }
        for (const RecordRef &ref : page.removes)
            rows.remove(ref);
        return !light.isLive();
    }
};

} // namespace

TEST_CASE("who fetches everything is served from the standby, row by row what the database holds, and is live then")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    for (int i = 0; i < 30; ++i)
        at.company.contact(QStringLiteral("Li %1").arg(i), at.company.account(QStringLiteral("Baosteel %1").arg(i), ann));
    const auto client = at.client(QStringLiteral("ann"), ann);

    checkSame(client->pullAll(), at.visible(ann));
    CHECK(at.standby->pages() > 0);
    CHECK(at.standby->failed() == 0);
    const Record later = at.company.account(QStringLiteral("later"), ann);
    client->send(Ping{1});
    const QList<Live> live = client->take<Live>();
    REQUIRE(live.size() == 1);
    CHECK(decodeRecord(live.first().upserts.last(), at.company.server.catalogue()).ref() == later.ref());
}

TEST_CASE("who has little to fetch is served by the database itself")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    const auto client = at.client(QStringLiteral("ann"), ann);
    client->pullAll();
    const qint64 pages = at.standby->pages();
    const qint64 before = at.company.server.store().head().value();
    at.company.account(QStringLiteral("one more"), ann);
    client->take<Page>();
    client->send(Pull{client->rightsVersion(), Cursor(before)});
    CHECK(client->take<Page>().size() == 1);
    CHECK(at.standby->pages() == pages);
}

TEST_CASE("a standby that lags is not read from, and is again once it has caught up")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    at.company.account(QStringLiteral("Baosteel"), ann);
    const auto client = at.client(QStringLiteral("ann"), ann);
    at.replica.pause();
    at.company.account(QStringLiteral("only in the database"), ann);

    checkSame(client->pullAll(), at.visible(ann));
    CHECK(at.standby->pages() == 0);
    CHECK(at.standby->failed() == 1);
    CHECK(at.standby->state() == Standby::State::Behind);
    checkSame(client->pullAll(), at.visible(ann)); // nobody waits for it any more
    CHECK(at.standby->failed() == 1);

    at.replica.resume();
    REQUIRE(at.becomes(Standby::State::Used));
    checkSame(client->pullAll(), at.visible(ann));
    CHECK(at.standby->pages() > 0);
    CHECK(at.log == QStringList{QStringLiteral("the standby is here")});
}

TEST_CASE("what was taken from somebody is not told by a standby that does not know it yet")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.own);
    const Uuid ben = at.company.user(QStringLiteral("ben"), at.company.east, at.company.own);
    at.company.account(QStringLiteral("hers"), ann);
    Record handed = at.company.account(QStringLiteral("handed over"), ann);
    const auto client = at.client(QStringLiteral("ann"), ann);
    at.replica.pause();
    handed.setValue(system::Owner, ben);
    handed.set(Account::accountManager, ben);
    at.company.server.update(handed);
    handed = at.company.now(handed);
    handed.set(Account::name, QStringLiteral("secret of ben"));
    at.company.server.update(handed);

    const QHash<RecordRef, Record> rows = client->pullAll();
    at.replica.resume();
    CHECK_FALSE(rows.contains(handed.ref()));
    checkSame(rows, at.visible(ann));
    CHECK_FALSE(client->heard().contains("handed over"));
    CHECK_FALSE(client->heard().contains("secret of ben"));
}

TEST_CASE("a page that is being made when a right is taken away is not sent")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.own);
    const Uuid more = at.company.server.grant(ann, at.company.all);
    at.company.account(QStringLiteral("of somebody else"), at.company.user(QStringLiteral("ben"), at.company.west));
    const auto client = at.client(QStringLiteral("ann"), ann);
    const QList<Ready> ready = client->take<Ready>();
    Puller puller(at, *client, ready.first());

    client->send(puller.light.nextPull(SmallPage)); // asked; the answer comes with the next turn of events
    at.company.server.revoke(more);
    REQUIRE(waitFor([&] { return at.standby->pages() == 1; }));
    client->send(Ping{1});
    CHECK(client->take<Page>().isEmpty());
    CHECK_FALSE(client->take<RightsChanged>().isEmpty());
    CHECK_FALSE(client->heard().contains("of somebody else"));
    checkSame(client->pullAll(), at.visible(ann));
}

TEST_CASE("a standby that is killed in the middle of a snapshot is not missed, and is used again when it is back")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    for (int i = 0; i < 120; ++i)
        at.company.account(QStringLiteral("长城阀门 %1").arg(i), ann);
    const auto client = at.client(QStringLiteral("ann"), ann);
    Puller puller(at, *client, client->take<Ready>().first());

    for (int i = 0; i < 3; ++i)
        REQUIRE(puller.next());
    CHECK(at.standby->pages() == 3);
    at.company.account(QStringLiteral("during"), ann); // rows go on changing
    at.replica.kill();
    while (puller.next()) {}
    CHECK(puller.pages > 6);
    CHECK(at.standby->pages() == 3);
    CHECK(at.standby->failed() == 1);
    CHECK(at.standby->state() == Standby::State::Away);
    checkSame(puller.rows, at.visible(ann));
    CHECK(at.log == QStringList{QStringLiteral("the standby is here"), QStringLiteral("the standby is away: database_open")});

    at.replica.start();
    REQUIRE(at.becomes(Standby::State::Used));
    checkSame(client->pullAll(), at.visible(ann));
    CHECK(at.standby->pages() > 3);
    CHECK(at.log.size() == 3);
}

TEST_CASE("commits between the pages of standby and database are neither skipped nor told as old")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    QList<Record> accounts;
    for (int i = 0; i < 80; ++i)
        accounts.append(at.company.account(QStringLiteral("before %1").arg(i), ann));
    const auto client = at.client(QStringLiteral("ann"), ann);
    Puller puller(at, *client, client->take<Ready>().first());
    for (int i = 0; puller.next(); ++i) {
        // In front of the cursor and behind it; the standby sees every third late, and is asked all the same.
        const bool lags = i % 3 == 1;
        if (lags) {
            REQUIRE(at.becomes(Standby::State::Used));
            at.replica.pause();
        }
        Record changed = at.company.now(accounts.at(i * 7 % accounts.size()));
        changed.set(Account::shortName, QStringLiteral("turn %1").arg(i));
        at.company.server.update(changed);
        if (i < 12)
            at.company.account(QStringLiteral("new %1").arg(i), ann);
        if (!lags) {
            at.replica.resume();
            at.company.server.hub().tick();
        }
    }
    at.replica.resume();
    CHECK(at.standby->pages() > 0);
    CHECK(at.standby->failed() > 0);
    checkSame(puller.rows, at.visible(ann));
}

TEST_CASE("a standby that hangs keeps nobody waiting longer than three seconds")
{
    ReplicatedCompany at;
    BadLine line(at.replica.port());
    at.readFrom(at.replica.placeOf(at.company.database.options().place, line.port()));
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    at.company.account(QStringLiteral("Baosteel"), ann);
    const auto client = at.client(QStringLiteral("ann"), ann);
    Puller puller(at, *client, client->take<Ready>().first());
    BadLine::Quality silent;
    silent.silent = true;
    line.set(silent);

    client->send(puller.light.nextPull(SmallPage));
    CHECK(client->take<Page>().isEmpty());
    at.company.clock.advance(3'000);
    at.company.server.hub().tick();
    client->send(Ping{1});
    const QList<Page> answered = client->take<Page>();
    REQUIRE(answered.size() == 1);
    puller.take(answered.first());
    while (!puller.light.isLive())
        puller.next();
    checkSame(puller.rows, at.visible(ann));
    CHECK(at.standby->pages() == 0);
    CHECK(at.standby->state() == Standby::State::Away);
    line.set({});
    CHECK(at.becomes(Standby::State::Used));
}

TEST_CASE("what is no standby of the company's database is refused")
{
    ReplicatedCompany at;
    const QString primary = at.company.database.options().place;
    const QString place = at.replica.placeOf(primary);
    const QByteArray cluster = server::clusterIdentifier(at.company.server.store().database()).value();
    constexpr int Patience = 2'000;

    CHECK(StandbyStore::connect(place, cluster, Patience).ok());
    const auto itself = StandbyStore::connect(primary, cluster, Patience);
    REQUIRE_FALSE(itself.ok());
    CHECK(itself.error().code == ErrorCode::NotFound);
    CHECK(itself.error().args.first() == QStringLiteral("standby"));
    const auto foreign = StandbyStore::connect(place, "7000000000000000000", Patience);
    REQUIRE_FALSE(foreign.ok());
    CHECK(foreign.error().code == ErrorCode::NotFound);

    // The server goes on without.
    at.readFrom(primary);
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    WireClient client(at.company.server, QStringLiteral("ann"), ann, at.company.clock);
    at.company.server.hub().tick();
    REQUIRE(waitFor([&] { return at.standby->reason() == ErrorCode::NotFound; }));
    checkSame(client.pullAll(), at.visible(ann));
    CHECK(at.standby->pages() == 0);
    CHECK(at.log == QStringList{QStringLiteral("the standby is away: not_found")});
}

TEST_CASE("a standby that was made a primary, or stayed on another line of the database, is not read from")
{
    ReplicatedCompany at;
    const Uuid ann = at.company.user(QStringLiteral("ann"), at.company.east, at.company.all);
    const auto client = at.client(QStringLiteral("ann"), ann);
    server::ServerStore &store = at.company.server.store();
    const StandbyStore::Wanted now{store.head().value(), Uuid::fromBytes(store.meta(QStringLiteral("epoch")).value()), store.runs().value().last().id};
    const auto opened = StandbyStore::open(at.replica.placeOf(at.company.database.options().place), server::clusterIdentifier(store.database()).value(),
                                           2'000, MemoryServer::declareSome);
    REQUIRE(opened.ok());
    CHECK((*opened)->has(now).value());
    CHECK_FALSE((*opened)->has({now.head + 1, now.epoch, now.run}).value());
    CHECK_FALSE((*opened)->has({now.head, at.company.ids.next(), now.run}).value());
    CHECK_FALSE((*opened)->has({now.head, now.epoch, at.company.ids.next()}).value());

    at.replica.promote();
    REQUIRE_FALSE((*opened)->has(now).ok());
    checkSame(client->pullAll(), at.visible(ann));
    CHECK(at.standby->pages() == 0);
    CHECK(at.standby->reason() == ErrorCode::NotFound);
}
