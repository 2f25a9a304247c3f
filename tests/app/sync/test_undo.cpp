// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

TEST_CASE("an edit is taken back, before it was sent and after")
{
    DeskCompany company;
    const bool sent = GENERATE(false, true);
    Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    if (!sent)
        company.ann.cut();
    const app::Saved saved = company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    if (sent)
        company.settle();
    CHECK(company.ann.records().lastUndoable() == saved.action);
    must(company.ann.records().undo(saved.action));
    CHECK(company.shown(company.ann, account.ref(), Account::shortName).isEmpty());
    CHECK(company.ann.records().lastUndoable().isNull());
    company.meet();
    CHECK(company.now(account)[Account::shortName].isEmpty());
    CHECK(company.server.all(Conflict::entity).isEmpty());
    company.checkExact(company.ann);
}

TEST_CASE("a new record is taken back, before it was sent, before it was pulled and after")
{
    DeskCompany company;
    const int when = GENERATE(0, 1, 2);
    company.ann.cut();
    const Record account = company.make(company.ann, QStringLiteral("Baosteel"));
    if (when == 2)
        company.meet();
    must(company.ann.records().undo(company.ann.records().lastUndoable()));
    if (when == 1) {
        company.ann.connectToServer();
        company.ann.pump();
    }
    company.meet();
    CHECK(company.now(account).isDeleted());
    CHECK(company.server.all(Conflict::entity).isEmpty());
    company.checkExact(company.ann);
}

TEST_CASE("a deletion is taken back")
{
    DeskCompany company;
    const bool sent = GENERATE(false, true);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    if (!sent)
        company.ann.cut();
    const app::Saved saved = must(company.ann.records().remove({account.ref()}));
    CHECK(must(company.ann.records().load(account.ref())).isDeleted());
    if (sent)
        company.settle();
    must(company.ann.records().undo(saved.action));
    CHECK_FALSE(must(company.ann.records().load(account.ref())).isDeleted());
    company.meet();
    CHECK_FALSE(company.now(account).isDeleted());
    CHECK(company.server.all(Conflict::entity).isEmpty());
    company.checkExact(company.ann);
}

TEST_CASE("taking back an edit does not undo what somebody else wrote since")
{
    DeskCompany company;
    const bool seen = GENERATE(false, true);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const app::Saved saved = company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    company.settle();
    company.ann.cut();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    if (seen)
        company.meet();
    must(company.ann.records().undo(saved.action));
    company.meet();
    CHECK(company.now(account)[Account::shortName] == QLatin1String("theirs"));
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("theirs"));
    CHECK(company.conflictsOf(account).size() == 1);
    company.checkExact(company.ann);
}

TEST_CASE("taking back a new record does not delete what somebody else has worked on since")
{
    DeskCompany company;
    const Record account = company.make(company.ann, QStringLiteral("Baosteel"));
    const Uuid action = company.ann.records().lastUndoable();
    company.settle();
    company.ann.cut();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    must(company.ann.records().undo(action));
    company.meet();
    CHECK_FALSE(company.now(account).isDeleted());
    CHECK(company.conflictsOf(account).size() == 1);
    company.checkExact(company.ann);
}

TEST_CASE("several records saved as one action are taken back as one")
{
    DeskCompany company;
    QList<Record> accounts;
    for (int i = 0; i < 5; ++i)
        accounts.append(company.newAccount(QStringLiteral("A%1").arg(i), company.annId));
    const app::Saved saved = must(company.ann.records().saveAll(accounts, QStringLiteral("import")));
    company.settle();
    must(company.ann.records().undo(saved.action));
    company.settle();
    for (const Record &account : accounts)
        CHECK(company.now(account).isDeleted());
    company.checkExact(company.ann);
}

TEST_CASE("an edit that is waiting in a conflict is taken back: the conflict is closed, and what stands stays")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.ann.cut();
    const app::Saved saved = company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    const bool sent = GENERATE(true, false);
    if (sent) {
        company.meet();
        REQUIRE(company.conflictsOf(account).value(0)[Conflict::state] == Conflict::Open);
    }
    must(company.ann.records().undo(saved.action));
    company.meet();
    CHECK(company.now(account)[Account::shortName] == QStringLiteral("theirs"));
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QStringLiteral("theirs"));
    const QList<Record> conflicts = company.conflictsOf(account);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0][Conflict::state] == Conflict::Resolved);
    CHECK(conflicts[0][Conflict::resolution] == Conflict::Discarded);
    CHECK(conflicts[0][Conflict::mine] == QStringLiteral("\"mine\""));
    company.checkExact(company.ann);
}
