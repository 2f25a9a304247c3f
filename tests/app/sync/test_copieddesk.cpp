// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop's folder is put back from a backup, or runs twice.
#include "deskcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

TEST_CASE("a desk put back from a backup sends what it saves from then on, and repeats nothing")
{
    const bool connectsFirst = GENERATE(true, false);
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("before"));
    company.settle();
    const MemoryDesk::Backup backup = company.ann.backup();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("lost from the laptop"));
    company.change(company.ann, account.ref(), Account::address.id, QStringLiteral("Shanghai"));
    company.settle();
    const Uuid before = company.ann.outbox().identity().replica;

    company.ann.restore(backup);
    if (connectsFirst) {
        company.ann.connectToServer();
        company.settle();
    }
    // As many as were lost and more: their numbers are taken at the server.
    for (int i = 0; i < 4; ++i)
        company.make(company.ann, QStringLiteral("After %1").arg(i));
    company.meet();

    CHECK(company.ann.outbox().identity().replica != before);
    CHECK(company.ann.outbox().unsent() == 0);
    CHECK(company.server.record(account.ref())[Account::shortName] == QLatin1String("lost from the laptop"));
    CHECK(company.server.record(account.ref())[Account::address] == QLatin1String("Shanghai"));
    QStringList names;
    for (const Record &row : company.server.all(Account::entity))
        names.append(row[Account::name]);
    for (int i = 0; i < 4; ++i)
        CHECK(names.count(QStringLiteral("After %1").arg(i)) == 1);
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("an edit on a laptop put back from a backup does not overwrite what it cannot know")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const MemoryDesk::Backup backup = company.ann.backup();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("bea's"));
    company.settle();
    company.ann.restore(backup);
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("ann's"));
    company.meet();
    CHECK(company.server.record(account.ref())[Account::shortName] == QLatin1String("bea's"));
    CHECK(company.conflictsOf(account).size() == 1);
}

TEST_CASE("a cloned laptop: what both had saved before is taken once, what each saves afterwards is taken")
{
    DeskCompany company;
    company.ann.cut();
    const Record shared = company.make(company.ann, QStringLiteral("Saved before the copy"));
    const MemoryDesk::Backup copy = company.ann.backup();
    MemoryDesk clone(company.server, QStringLiteral("ann"), company.annId, company.clock, company.random);
    clone.restore(copy);
    const Record first = company.make(company.ann, QStringLiteral("By the original"));
    const Record second = company.make(clone, QStringLiteral("By the clone"));
    REQUIRE(clone.outbox().identity().replica == company.ann.outbox().identity().replica);

    clone.connectToServer();
    test::settle(company.server, {&clone, &company.bea}, company.clock);
    company.ann.connectToServer();
    test::settle(company.server, {&clone, &company.ann, &company.bea}, company.clock);

    CHECK(clone.outbox().identity().replica != company.ann.outbox().identity().replica);
    for (const Record &made : {shared, first, second})
        CHECK(company.server.record(made.ref())[Account::name] == made[Account::name]);
    CHECK(company.server.all(Account::entity).size() == 3);
    CHECK(company.server.all(Conflict::entity).isEmpty());
    for (MemoryDesk *desk : {&clone, &company.ann}) {
        CHECK(desk->outbox().unsent() == 0);
        company.checkExact(*desk);
    }
}

TEST_CASE("what a clone had not sent when it was made is not sent a second time over what others wrote since")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.ann.cut();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("ann's"));
    MemoryDesk clone(company.server, QStringLiteral("ann"), company.annId, company.clock, company.random);
    clone.restore(company.ann.backup());
    company.meet();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("bea's, who had seen it"));
    company.settle();
    clone.connectToServer();
    test::settle(company.server, {&clone, &company.ann, &company.bea}, company.clock);
    CHECK(company.server.record(account.ref())[Account::shortName] == QLatin1String("bea's, who had seen it"));
    CHECK(company.conflictsOf(account).isEmpty());
    CHECK(clone.outbox().unsent() == 0);
    company.checkExact(clone);
}

TEST_CASE("clones that are connected at the same time do not push each other off for ever")
{
    DeskCompany company;
    MemoryDesk clone(company.server, QStringLiteral("ann"), company.annId, company.clock, company.random);
    clone.restore(company.ann.backup());
    clone.connectToServer();
    test::settle(company.server, {&clone, &company.ann, &company.bea}, company.clock);
    CHECK(clone.outbox().identity().replica != company.ann.outbox().identity().replica);
    const Record first = company.make(company.ann, QStringLiteral("By the original"));
    const Record second = company.make(clone, QStringLiteral("By the clone"));
    test::settle(company.server, {&clone, &company.ann, &company.bea}, company.clock);
    company.checkExact(clone);
    company.checkExact(company.ann);
    CHECK(company.server.all(Account::entity).size() == 2);
}

TEST_CASE("clones that connect in the same moment both get their work through")
{
    DeskCompany company;
    company.ann.cut();
    MemoryDesk clone(company.server, QStringLiteral("ann"), company.annId, company.clock, company.random);
    clone.restore(company.ann.backup());
    const Record first = company.make(company.ann, QStringLiteral("By the original"));
    const Record second = company.make(clone, QStringLiteral("By the clone"));
    // What the original pushed waits for its commit when the clone takes its place.
    for (MemoryDesk *desk : {&company.ann, &clone}) {
        desk->connectToServer();
        while (desk->pump()) {}
    }
    test::settle(company.server, {&clone, &company.ann, &company.bea}, company.clock);
    for (const Record &made : {first, second})
        CHECK(company.server.record(made.ref())[Account::name] == made[Account::name]);
    company.checkExact(company.ann);
    company.checkExact(clone);
}

TEST_CASE("a connection lost at any moment of the greeting makes no copy of a desk")
{
    for (int frames = 1; frames < 12; ++frames) {
        DeskCompany company;
        const Uuid replica = company.ann.outbox().identity().replica;
        int seen = 0;
        company.ann.connectToServer([&](protocol::Role, QByteArray &) -> std::optional<qint64> {
            if (++seen >= frames)
                return std::nullopt;
            return 0;
        });
        company.settle(3);
        company.ann.connectToServer();
        company.settle();
        company.ann.crash();
        company.meet();
        CHECK(company.ann.outbox().identity().replica == replica);
        CHECK(company.ann.engine().isQuiet());
    }
}
