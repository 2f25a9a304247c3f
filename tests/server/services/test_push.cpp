// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/sync/parkedset.h"

#include "common/storage/statement.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

qint64 count(SmallCompany &company, const char *sql) { return storage::Statement(company.server.store().database(), sql).single().value().value_or(-1); }

} // namespace

TEST_CASE("a change set pushed again has no second effect and gets the first answer")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const ChangeSet set = client.set({insertionOf(company.newAccount(QStringLiteral("Baosteel"), ann))});
    const PushResult first = client.push(set);
    REQUIRE(first.status == PushStatus::Applied);
    const qint64 head = company.server.hub().head().value();
    CHECK(client.push(set) == first);
    client.connect();
    CHECK(client.push(set) == first);
    CHECK(company.server.hub().head().value() == head);
    CHECK(company.logged(client.replica()) == 1);
    CHECK(company.server.all(Account::entity).size() == 1);
}

TEST_CASE("a parked change set pushed again makes no second conflict record")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const Record foreign = company.account(QStringLiteral("Foreign"), company.user(QStringLiteral("bea"), company.west, company.own));
    const ChangeSet set = client.set({edit(foreign, Account::shortName.id, QStringLiteral("mine"))});
    const PushResult first = client.push(set);
    REQUIRE(first.status == PushStatus::Parked);
    client.send(Confirm{set.seq});
    CHECK(client.push(set) == first);
    CHECK(company.conflictsOf(foreign).size() == 1);
}

TEST_CASE("an answer that was confirmed is forgotten, its change set is not")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const ChangeSet set = client.set({insertionOf(company.newAccount(QStringLiteral("Baosteel"), ann))});
    client.push(set);
    client.send(Confirm{set.seq});
    CHECK(client.push(set).status == PushStatus::Duplicate);
    CHECK(company.server.all(Account::entity).size() == 1);
    CHECK(count(company, "SELECT COUNT(*) FROM push_result WHERE status = 1 AND seq = 1 AND replica = (SELECT id FROM replica WHERE name = 'ann')") == 0);
}

TEST_CASE("a gap is refused with Retry, and so is all that follows it")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    QList<ChangeSet> sets;
    for (int i = 0; i < 4; ++i)
        sets.append(client.set({insertionOf(company.newAccount(QStringLiteral("A%1").arg(i), ann))}));
    const qint64 head = company.server.hub().head().value();
    client.send(QList<ChangeSet>{sets[0], sets[2], sets[3]});
    const QList<PushAck> acks = client.take<PushAck>();
    REQUIRE(acks.size() == 1);
    REQUIRE(acks[0].results.size() == 3);
    CHECK(acks[0].results[0].status == PushStatus::Applied);
    CHECK(acks[0].results[1].status == PushStatus::Retry);
    CHECK(acks[0].results[1].args == QStringList{QStringLiteral("2")});
    CHECK(acks[0].results[2].status == PushStatus::Retry);
    CHECK(company.server.all(Account::entity).size() == 1);
    CHECK(company.server.hub().head().value() <= head + 2);
    client.send(QList<ChangeSet>{sets[1], sets[2], sets[3]});
    CHECK(company.server.all(Account::entity).size() == 4);
}

TEST_CASE("change sets sent over and over in any overlap take effect once, in order")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    QList<ChangeSet> sets;
    for (int i = 0; i < 20; ++i)
        sets.append(client.set({insertionOf(company.newAccount(QStringLiteral("A%1").arg(i), ann))}));
    for (int round = 0; round < 40; ++round) {
        const qsizetype from = qsizetype(company.random.below(20));
        client.send(sets.mid(from, 1 + qsizetype(company.random.below(6))));
        if (company.random.below(5) == 0)
            client.connect();
    }
    for (const ChangeSet &set : sets)
        client.push(set);
    CHECK(company.logged(client.replica()) == 20);
    CHECK(company.server.all(Account::entity).size() == 20);
    CHECK(count(company, "SELECT COUNT(*) FROM change_log a JOIN change_log b ON a.replica = b.replica AND a.seq < b.seq"
                         " AND a.rev > b.rev AND a.seq > 0 AND b.seq > 0") == 0);
}

TEST_CASE("a change set whose commit fails leaves nothing behind and does not take others with it")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    const Uuid bea = company.user(QStringLiteral("bea"), company.west, company.own);
    WireClient a(company.server, QStringLiteral("ann"), ann, company.clock);
    WireClient b(company.server, QStringLiteral("bea"), bea, company.clock);
    company.account(QStringLiteral("taken"), {});
    // A fault that only one of them meets.
    REQUIRE(company.server.store().database().execute("CREATE UNIQUE INDEX fault ON account (name)").ok());
    const ChangeSet bad = a.set({insertionOf(company.newAccount(QStringLiteral("taken"), ann))});
    const ChangeSet good = b.set({insertionOf(company.newAccount(QStringLiteral("free"), bea))});
    a.take<PushAck>();
    a.send(QList<ChangeSet>{bad});
    CHECK(a.take<PushAck>().value(0).results.value(0).status == PushStatus::Retry);
    CHECK(b.push(good).status == PushStatus::Applied);
    CHECK(company.server.all(Account::entity).size() == 2);
    CHECK(count(company, "SELECT COUNT(*) FROM feed WHERE scope NOT IN (SELECT scope FROM scope_def)") == 0);
    REQUIRE(company.server.store().database().execute("DROP INDEX fault").ok());
    CHECK(a.push(bad).status == PushStatus::Applied);
}

TEST_CASE("a change set at which the server fails twice is kept as it is, and what comes after it goes on")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    company.account(QStringLiteral("taken"), {});
    REQUIRE(company.server.store().database().execute("CREATE UNIQUE INDEX fault ON account (name)").ok());
    const ChangeSet bad = client.set({insertionOf(company.newAccount(QStringLiteral("taken"), ann))});
    const ChangeSet after = client.set({insertionOf(company.newAccount(QStringLiteral("free"), ann))});
    client.take<PushAck>();
    client.send(QList<ChangeSet>{bad, after});
    const QList<PushResult> first = client.take<PushAck>().value(0).results;
    REQUIRE(first.size() == 2);
    CHECK(first[0].status == PushStatus::Retry);
    CHECK(first[1].status == PushStatus::Retry); // a gap
    client.send(QList<ChangeSet>{bad, after});
    const QList<PushResult> second = client.take<PushAck>().value(0).results;
    REQUIRE(second.size() == 2);
    CHECK(second[0].status == PushStatus::Parked);
    CHECK(second[0].code == ErrorCode::Internal);
    CHECK(second[1].status == PushStatus::Applied);
    const Record conflict = company.server.record({Conflict::entity, second[0].conflicts.value(0)});
    CHECK(conflict[Conflict::kind] == Conflict::Internal);
    CHECK(sync::parkedSet(conflict[Conflict::parked]) == bad);
    // Once the fault is mended, its author sends it again from the conflict.
    REQUIRE(company.server.store().database().execute("DROP INDEX fault").ok());
    CHECK(company.server.hub().takeUp(conflict)->status == PushStatus::Applied);
    CHECK(company.server.record(bad.changes.first().record).isValid());
}

TEST_CASE("scopes made by a commit of the server that failed are forgotten with it")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid admin = company.server.all(User::entity).first().id();
    company.account(QStringLiteral("taken"), {});
    REQUIRE(company.server.store().database().execute("CREATE UNIQUE INDEX fault ON account (name)").ok());
    const Uuid ann = company.user(QStringLiteral("ann"), company.east);
    const Uuid replica = company.server.addReplica(admin, QStringLiteral("job"));
    const Rights rights = Rights::unlimited(admin);
    ChangeSet set;
    set.replica = replica;
    set.seq = 1;
    set.user = admin;
    Record free = company.newAccount(QStringLiteral("free"), ann);
    Record taken = company.newAccount(QStringLiteral("taken"), ann);
    set.changes = {insertionOf(free), insertionOf(taken)};
    REQUIRE_FALSE(company.server.hub().commit(set, {admin, replica, rights, true}).ok());
    company.account(QStringLiteral("Ann's"), ann);
    CHECK(count(company, "SELECT COUNT(*) FROM feed WHERE scope NOT IN (SELECT scope FROM scope_def)") == 0);
}

TEST_CASE("a server that was restarted answers a repeat as before")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    const ChangeSet set = client.set({insertionOf(company.newAccount(QStringLiteral("Baosteel"), ann))});
    const PushResult first = client.push(set);
    client.cut();
    company.server.restart();
    client.connect();
    CHECK(client.push(set) == first);
}

TEST_CASE("the log holds what took effect, not what a desktop predicted for the server's fields")
{
    SmallCompany company(GUANXI_ON_BOTH);
    const Uuid ann = company.user(QStringLiteral("ann"), company.east, company.own);
    WireClient client(company.server, QStringLiteral("ann"), ann, company.clock);
    Record account = company.newAccount(QStringLiteral("Baosteel"), ann);
    account.setValue(system::CreatedBy, company.server.all(User::entity).first().id());
    account.set(Account::number, QStringLiteral("FORGED-1"));
    client.push({insertionOf(account)});
    CHECK(company.now(account).value(system::CreatedBy).id() == ann);
    client.send(History{1, account.ref(), 0, 100});
    for (const HistoryPage &page : client.take<HistoryPage>())
        for (const HistoryEntry &entry : page.entries)
            CHECK_FALSE(entry.body.contains("FORGED-1"));
}
