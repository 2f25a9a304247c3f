// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// Rows of every kind, some Ann's, some of the east, some of nobody she knows.
void fill(DeskCompany &company)
{
    for (int i = 0; i < 12; ++i) {
        const Record account = company.account(QStringLiteral("A%1").arg(i), i % 3 == 0 ? company.annId : company.beaId,
                                               i % 2 == 0 ? company.east : company.west);
        company.contact(QStringLiteral("C%1").arg(i), account);
        company.interaction(QStringLiteral("I%1").arg(i), account);
    }
    company.settle();
}

} // namespace

TEST_CASE("granting and revoking a role leaves exactly the permitted rows, whenever it happens")
{
    DeskCompany company(GUANXI_ON_BOTH);
    fill(company);
    for (int round = 0; round < 4; ++round) {
        const Uuid grant = company.server.grant(company.annId, round % 2 == 0 ? company.ofDepartment : company.all);
        if (round == 1)
            company.ann.cut(); // comes and goes while she is away
        if (round != 2)
            company.settle();  // or goes before the rows have come
        if (company.ann.isConnected() && round != 2)
            company.checkExact(company.ann);
        company.server.revoke(grant);
        company.meet();
        company.checkExact(company.ann);
    }
}

TEST_CASE("a role that expires takes its rows along")
{
    DeskCompany company;
    fill(company);
    company.server.grant(company.annId, company.all, company.clock.wallMs() + 30'000);
    company.settle(5);
    company.checkExact(company.ann);
    const qsizetype whileGranted = company.ann.rows().size();
    company.clock.advance(31'000);
    company.server.hub().tick();
    company.settle();
    CHECK(company.ann.rows().size() < whileGranted);
    company.checkExact(company.ann);
}

TEST_CASE("a customer that moves while its old owner is away is gone when he comes back")
{
    DeskCompany company;
    fill(company);
    company.ann.cut();
    for (Record account : company.server.all(Account::entity)) {
        account.setValue(system::Owner, account.value(system::Owner).id() == company.annId ? company.beaId : company.annId);
        account.set(Account::accountManager, account.value(system::Owner).id());
        company.server.update(account);
    }
    company.meet();
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a department that a user changes to brings its rows and takes those of the old one")
{
    DeskCompany company;
    fill(company);
    company.server.grant(company.annId, company.ofDepartment);
    company.settle();
    company.checkExact(company.ann);
    Record user = company.server.record({User::entity, company.annId});
    user.set(User::department, company.west);
    company.server.update(user);
    company.settle();
    company.checkExact(company.ann);
}

TEST_CASE("a field right that goes and comes empties and fills the field on the desk, in rows and conflicts")
{
    DeskCompany company;
    Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    account.set(Account::shortName, QStringLiteral("secret"));
    company.server.update(account);
    company.settle();
    // A conflict about the field, which Bea sees, too.
    const Record conflict = company.clash(account, Account::shortName);
    REQUIRE_FALSE(must(company.bea.records().load(conflict.ref()))[Conflict::mine].isEmpty());

    company.server.hideField(company.all, Account::entity, Account::shortName.id, FieldRight::Hidden);
    company.settle();
    CHECK(company.shown(company.bea, account.ref(), Account::shortName).isEmpty());
    CHECK(must(company.bea.records().load(conflict.ref()))[Conflict::mine].isEmpty());
    CHECK(must(company.bea.records().load(conflict.ref()))[Conflict::theirs].isEmpty());
    company.checkExact(company.bea);
    company.checkExact(company.ann);

    Record rule = company.server.all(FieldRule::entity).last();
    rule.set(FieldRule::right, qint64(FieldRight::Write));
    company.server.update(rule);
    company.settle();
    CHECK(company.shown(company.bea, account.ref(), Account::shortName) == QLatin1String("theirs"));
    company.checkExact(company.bea);
}

TEST_CASE("a field right lost offline is gone from the desk with the next contact")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.bea.cut();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    company.server.hideField(company.all, Account::entity, Account::shortName.id, FieldRight::Hidden);
    company.meet();
    CHECK(company.now(account)[Account::shortName].isEmpty());
    CHECK(company.bea.outbox().parked() == 1);
    company.checkExact(company.bea);
}

TEST_CASE("what stands against a conflict goes with the sight of its record or field; what its author wrote stays his")
{
    DeskCompany company(GUANXI_ON_BOTH);
    Record account = company.account(QStringLiteral("Baosteel"), company.beaId, company.west);
    account.set(Account::accountManager, company.annId);
    account.set(Account::shortName, QStringLiteral("before"));
    company.server.update(account);
    company.settle();
    const Record conflict = company.clash(account, Account::shortName);
    const auto told = [&](TextField field) { return must(company.ann.records().load(conflict.ref()))[field]; };
    REQUIRE(told(Conflict::theirs) == QLatin1String("\"theirs\""));

    SECTION("the customer goes to somebody else while she is there")
    {
        account = company.now(account);
        account.set(Account::accountManager, company.beaId);
        company.server.update(account);
    }
    SECTION("it goes while she is away")
    {
        company.ann.cut();
        account = company.now(account);
        account.set(Account::accountManager, company.beaId);
        company.server.update(account);
    }
    SECTION("she loses the field")
    {
        company.server.hideField(company.own, Account::entity, Account::shortName.id, FieldRight::Hidden);
    }
    company.meet();
    CHECK(told(Conflict::mine) == QLatin1String("\"mine\""));
    CHECK(told(Conflict::theirs).isEmpty());
    CHECK(told(Conflict::base).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a conflict that is seen further than its record shows no value of the record")
{
    DeskCompany company(GUANXI_ON_BOTH);
    const Record account = company.account(QStringLiteral("Baosteel"), company.beaId, company.east);
    const Uuid grant = company.server.grant(company.annId, company.ofDepartment);
    company.server.grant(company.annId, company.server.addRole(QStringLiteral("referee"), {{Conflict::entity, Reach::All}}));
    company.settle();
    company.bea.cut();
    MemoryDesk cat(company.server, QStringLiteral("bea"), company.beaId, company.clock, company.random);
    cat.connectToServer();
    test::settle(company.server, {&company.ann, &cat}, company.clock);
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    company.change(cat, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    test::settle(company.server, {&company.ann, &cat}, company.clock);
    company.meet();
    const Record conflict = company.conflictsOf(account).value(0);
    const auto told = [&](TextField field) { return must(company.ann.records().load(conflict.ref()))[field]; };
    REQUIRE(told(Conflict::theirs) == QLatin1String("\"theirs\""));

    company.server.revoke(grant);
    company.settle();
    REQUIRE_FALSE(company.ann.records().load(account.ref()));
    CHECK(told(Conflict::theirs).isEmpty());
    CHECK(told(Conflict::mine).isEmpty());
    company.checkExact(company.ann);

    company.server.grant(company.annId, company.ofDepartment);
    company.settle();
    CHECK(told(Conflict::theirs) == QLatin1String("\"theirs\""));
    company.checkExact(company.ann);
}
