// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcompany.h"

#include "common/sync/conflictkind.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

TEST_CASE("what is saved offline arrives when the desk is connected again, and everybody sees it")
{
    DeskCompany company(GUANXI_ON_BOTH);
    company.ann.cut();
    const Record account = company.make(company.ann, QStringLiteral("Baosteel"));
    CHECK(company.ann.outbox().unsent() == 1);
    CHECK(company.shown(company.bea, account.ref(), Account::name) == QLatin1String("(not here)"));
    company.meet();
    CHECK(company.ann.outbox().unsent() == 0);
    CHECK(company.shown(company.bea, account.ref(), Account::name) == QLatin1String("Baosteel"));
    CHECK_FALSE(company.shown(company.ann, account.ref(), Account::number).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("my value shows until the server has decided, then the server's")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.ann.cut();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("mine"));
    // The pull runs ahead of the answer: what I typed stays where I typed it.
    company.ann.connectToServer([](protocol::Role sender, QByteArray &bytes) -> std::optional<qint64> {
        const bool isPush = sender == protocol::Role::Client && bytes.size() > 4 && bytes.at(4) == char(protocol::MessageType::Push);
        return isPush ? 3000 : 0;
    });
    for (int i = 0; i < 20; ++i) {
        company.ann.pump();
        company.server.hub().flush();
    }
    CHECK(company.ann.cache().streams().cursor() == company.server.hub().head().value());
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("mine"));
    company.settle();
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("theirs"));
    CHECK(company.conflictsOf(account).size() == 1);
    company.checkExact(company.ann);
}

TEST_CASE("an edit hidden under my own older edit is not overwritten unseen")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.ann.cut();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("first"));
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    // The pull brings theirs under my first; I only see mine and type on.
    company.ann.connectToServer([](protocol::Role sender, QByteArray &bytes) -> std::optional<qint64> {
        return sender == protocol::Role::Client && bytes.at(4) == char(protocol::MessageType::Push) ? 5000 : 0;
    });
    for (int i = 0; i < 20; ++i) {
        company.ann.pump();
        company.server.hub().flush();
    }
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("second"));
    company.settle();
    CHECK(company.now(account)[Account::shortName] == QLatin1String("theirs"));
    REQUIRE(company.conflictsOf(account).size() == 1);
    CHECK(company.conflictsOf(account).first()[Conflict::mine] == QLatin1String("\"second\""));
}

TEST_CASE("an unsent change stays on top when the record is pulled anew, and goes with the record when the right goes")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.ann.cut();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    Record moved = company.now(account);
    moved.setValue(system::Owner, company.beaId);
    moved.set(Account::accountManager, company.beaId);
    company.server.update(moved);
    company.meet();
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("(not here)"));
    REQUIRE(company.conflictsOf(account).size() == 1);
    CHECK(company.conflictsOf(account)[0][Conflict::kind] == qint64(sync::ConflictKind::Permission));
    CHECK(company.ann.outbox().parked() == 1);
    company.checkExact(company.ann);
}

TEST_CASE("a record whose creation was parked is no longer shown, nor what hangs on it; all is kept")
{
    DeskCompany company;
    Record taken = company.newAccount(QStringLiteral("First"), company.beaId);
    taken.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    must(company.bea.records().save(taken));
    company.settle();
    company.ann.cut();
    Record account = company.newAccount(QStringLiteral("Second"), company.annId);
    account.set(Account::taxNumber, taken[Account::taxNumber]);
    must(company.ann.records().save(account));
    const Record contact = company.newContact(QStringLiteral("Wang"), account);
    must(company.ann.records().save(contact));
    company.change(company.ann, contact.ref(), Contact::position.id, QStringLiteral("CEO"));
    const Record other = company.make(company.ann, QStringLiteral("Third"));
    company.meet();
    CHECK(company.shown(company.ann, account.ref(), Account::name) == QLatin1String("(not here)"));
    CHECK(company.shown(company.ann, contact.ref(), Contact::name) == QLatin1String("(not here)"));
    CHECK(company.now(other).isValid());
    CHECK(company.ann.outbox().parked() == 3);
    CHECK(company.ann.outbox().unsent() == 0);
    CHECK(company.conflictsOf(account).size() == 1);
    CHECK(company.conflictsOf(contact).size() == 2);
    company.checkExact(company.ann);
}

TEST_CASE("a conflict is resolved at the desk of either side")
{
    DeskCompany company;
    const auto clash = [&](const QString &name) {
        const Record account = company.account(name, company.annId);
        company.settle();
        company.ann.cut();
        company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
        company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
        company.settle();
        company.meet();
        return account;
    };
    const auto resolve = [&](MemoryDesk &desk, const Record &account, const QString &value) {
        Record conflict = must(desk.records().load(company.conflictsOf(account).value(0).ref()));
        conflict.set(Conflict::state, qint64(sync::ConflictState::Resolved));
        conflict.set(Conflict::resolution, qint64(sync::Resolution::Merged));
        conflict.set(Conflict::resolvedBy, desk.user());
        conflict.set(Conflict::resolvedAt, company.clock.wallMs());
        Record record = must(desk.records().load(account.ref()));
        record.set(Account::shortName, value);
        must(desk.records().saveAll({record, conflict}, QStringLiteral("resolve")));
        company.settle();
        CHECK(company.now(account)[Account::shortName] == value);
        const Record closed = company.now(conflict);
        CHECK(closed[Conflict::state] == qint64(sync::ConflictState::Resolved));
        CHECK(closed[Conflict::resolvedBy] == desk.user());
        CHECK(company.conflictsOf(account).size() == 1);
        company.checkExact(company.ann);
        company.checkExact(company.bea);
    };
    resolve(company.ann, clash(QStringLiteral("A")), QStringLiteral("mine"));
    resolve(company.bea, clash(QStringLiteral("B")), QStringLiteral("third"));
}

TEST_CASE("a crash between outbox and cache loses nothing")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.ann.cut();
    const RecordChange change{ChangeKind::Update, account.ref(), account.rev(),
                              {{Account::shortName.id, Value(), Value(QStringLiteral("mine")), account.rev()}}};
    ChangeSet set;
    set.replica = company.ann.outbox().identity().replica;
    set.user = company.annId;
    set.at = company.clock.wallMs();
    set.action = company.ids.next();
    set.name = QStringLiteral("save");
    set.changes = {change};
    must(company.ann.outbox().append(set));
    company.ann.crash();
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("mine"));
    company.ann.crash();
    company.meet();
    CHECK(company.now(account)[Account::shortName] == QLatin1String("mine"));
    company.checkExact(company.ann);
}

TEST_CASE("a lost cache comes back with unsent work on top")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.change(company.ann, account.ref(), Account::phone.id, QStringLiteral("021-55551234"));
    company.settle();
    company.ann.cut();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    const Record made = company.make(company.ann, QStringLiteral("New"));
    company.ann.loseCache();
    CHECK(company.shown(company.ann, made.ref(), Account::name) == QLatin1String("New"));
    company.meet();
    CHECK(company.now(account)[Account::shortName] == QLatin1String("mine"));
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("mine"));
    CHECK(company.now(made).isValid());
    company.checkExact(company.ann);
}

TEST_CASE("after the server was restored from a backup, desks send again what it lacks and read everything anew")
{
    DeskCompany company;
    storage::Database &database = company.server.store().database();
    const Record kept = company.account(QStringLiteral("Kept"), company.annId);
    company.settle();
    company.change(company.ann, kept.ref(), Account::phone.id, QStringLiteral("021-55551111"));
    company.settle();
    QStringList tables;
    storage::Statement names(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (must(names.step()))
        tables.append(names.text(0));
    for (const QString &table : tables)
        must(database.execute(QStringLiteral("CREATE TABLE \"backup_%1\" AS SELECT * FROM \"%1\"").arg(table).toUtf8()));
    const qint64 backedUp = company.server.hub().head().value();

    const Record lost = company.make(company.ann, QStringLiteral("Lost"));
    company.change(company.ann, kept.ref(), Account::shortName.id, QStringLiteral("lost, too"));
    company.settle();
    REQUIRE(company.now(lost).isValid());
    // Answered but not pulled yet when the server goes.
    company.ann.cut();
    company.bea.cut();
    for (const QString &table : tables)
        must(database.execute(QStringLiteral("DELETE FROM \"%1\"; INSERT INTO \"%1\" SELECT * FROM \"backup_%1\"").arg(table).toUtf8()));
    REQUIRE_FALSE(company.now(lost).isValid());
    REQUIRE(company.server.hub().head().value() == backedUp);
    company.server.restart();

    company.meet();
    CHECK(company.now(lost)[Account::name] == QLatin1String("Lost"));
    CHECK(company.now(kept)[Account::shortName] == QLatin1String("lost, too"));
    CHECK(company.shown(company.bea, kept.ref(), Account::shortName) == QLatin1String("lost, too"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
    // Nothing stays laid over the rows.
    company.change(company.bea, kept.ref(), Account::phone.id, QStringLiteral("021-55552222"));
    company.settle();
    CHECK(company.shown(company.ann, kept.ref(), Account::phone) == company.now(kept)[Account::phone]);
}

TEST_CASE("an answer that came before the server was restored does not lay my value over the rows for ever")
{
    DeskCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    // The answer arrives, the commit that follows it does not.
    bool silent = false;
    company.ann.connectToServer([&silent](protocol::Role, QByteArray &bytes) -> std::optional<qint64> {
        const bool isLive = bytes.size() > 4 && bytes.at(4) == char(protocol::MessageType::Live);
        return silent && isLive ? std::nullopt : std::optional<qint64>(0);
    });
    company.settle();
    silent = true;
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    for (int i = 0; i < 20; ++i) {
        company.ann.pump();
        company.server.hub().flush();
    }
    REQUIRE(company.ann.outbox().unsent() == 0);
    company.ann.cut();
    company.bea.cut();
    company.server.restart();
    company.meet();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("theirs"));
    company.settle();
    CHECK(company.shown(company.ann, account.ref(), Account::shortName) == QLatin1String("theirs"));
    company.checkExact(company.ann);
}
