// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

TEST_CASE("a save is in the outbox with old and new value of just what changed")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 3);
    company.pull(3, {account});
    Record record = must(company.records->load(account.ref()));
    record.set(Account::shortName, QStringLiteral("BS"));
    const app::Saved saved = must(company.records->save(record));
    const ChangeSet set = must(company.outbox->entry(saved.seq)).set;
    CHECK(set.user == company.me);
    CHECK(set.action == saved.action);
    CHECK(set.at == company.clock.wallMs());
    REQUIRE(set.changes.size() == 1);
    CHECK(set.changes[0].base == 3);
    REQUIRE(set.changes[0].fields.size() == 1);
    CHECK(set.changes[0].fields[0] == FieldChange{Account::shortName.id, Value(), Value(QStringLiteral("BS")), 3});
}

TEST_CASE("saving what has not changed saves nothing")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(1, {account});
    CHECK(must(company.records->save(account)).seq == 0);
    CHECK(company.outbox->unsent() == 0);
}

TEST_CASE("what a rule or a missing right refuses leaves nothing behind")
{
    LocalCompany company;
    Record nameless = company.account(QString(), 0);
    nameless.setValue(Account::name.id, {});
    CHECK(company.records->save(nameless).error().code == ErrorCode::Required);
    Record foreign = company.account(QStringLiteral("Foreign"), 1);
    foreign.setValue(system::Owner, company.ids.next());
    foreign.set(Account::accountManager, company.ids.next());
    company.pull(1, {foreign});
    foreign.set(Account::shortName, QStringLiteral("mine"));
    CHECK(company.records->save(foreign).error().code == ErrorCode::NotAllowed);
    CHECK(company.records->remove({foreign.ref()}).error().code == ErrorCode::NotAllowed);
    const Record good = company.account(QStringLiteral("Good"), 0);
    CHECK_FALSE(company.records->saveAll({good, nameless}, QStringLiteral("import")).ok());
    CHECK(company.outbox->lastSeq() == 0);
    CHECK_FALSE(company.shown(good).isValid());
}

TEST_CASE("more than five hundred records are one action in numbered parts, taken back as one")
{
    LocalCompany company;
    QList<Record> accounts;
    for (int i = 0; i < 501; ++i)
        accounts.append(company.account(QStringLiteral("A%1").arg(i), 0));
    const app::Saved saved = must(company.records->saveAll(accounts, QStringLiteral("import")));
    const QList<app::OutboxEntry> parts = must(company.outbox->action(saved.action));
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].set.changes.size() == 500);
    CHECK(parts[1].set.part == 2);
    CHECK(parts[1].set.parts == 2);
    CHECK(company.records->lastUndoable() == saved.action);
    must(company.records->undo(saved.action));
    CHECK(company.shown(accounts.first()).isDeleted());
    CHECK(company.shown(accounts.last()).isDeleted());
}

TEST_CASE("taking back is strict, names the action and swaps the values")
{
    LocalCompany company;
    Record account = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(1, {account});
    account.set(Account::shortName, QStringLiteral("mine"));
    const app::Saved saved = must(company.records->save(account));
    const ChangeSet back = must(company.outbox->entry(must(company.records->undo(saved.action)).seq)).set;
    CHECK(back.strict);
    CHECK(back.name == QLatin1String("undo"));
    CHECK(back.args[QLatin1String("action")].toString() == saved.action.text());
    CHECK(back.changes.first().fields.first().old->text() == QLatin1String("mine"));
    CHECK(back.changes.first().fields.first().value.isNull());
}

TEST_CASE("whoever looks at the records is told what changed")
{
    LocalCompany company;
    QSet<RecordRef> seen;
    QObject::connect(company.records.get(), &app::Records::changed, company.records.get(), [&](const QSet<RecordRef> &refs) { seen += refs; });
    const Record account = company.account(QStringLiteral("Baosteel"), 0);
    must(company.records->save(account));
    CHECK(seen == QSet<RecordRef>{account.ref()});
}

TEST_CASE("a field one may not write is not written at the desk either")
{
    LocalCompany company;
    const FieldRight right = GENERATE(FieldRight::Hidden, FieldRight::Masked, FieldRight::Read);
    const Record account = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(1, {account});
    company.grant(company.rightsWith(Reach::Own, {{Account::website.id, right}}), 2);
    company.pull(2, {account});
    Record edited = must(company.records->load(account.ref()));
    edited.set(Account::website, QStringLiteral("https://guess.cn"));
    CHECK(company.records->save(edited).error().code == ErrorCode::NotAllowed);
    CHECK(company.outbox->lastSeq() == 0);
    // A new record goes without it: what it gets is for the server to say.
    Record made = company.account(QStringLiteral("Angang"), 0);
    made.set(Account::website, QStringLiteral("https://guess.cn"));
    must(company.records->save(made));
    CHECK_FALSE(must(company.outbox->entry(1)).set.changes.first().field(Account::website.id));
}

TEST_CASE("what is saved while the cache cannot be written shows with the next save, and is what later ones depend on")
{
    LocalCompany company;
    must(company.records->save(company.account(QStringLiteral("Before"), 0)));
    must(company.cache->database().execute("CREATE TRIGGER full BEFORE INSERT ON overlay BEGIN SELECT RAISE(ABORT, 'full'); END"));
    const Record missing = company.account(QStringLiteral("Baosteel"), 0);
    const app::Saved saved = must(company.records->save(missing));
    CHECK_FALSE(company.shown(missing).isValid());
    must(company.cache->database().execute("DROP TRIGGER full"));

    const Record other = company.account(QStringLiteral("Ansteel"), 0);
    must(company.records->save(other));
    CHECK(company.shown(missing)[Account::name] == QLatin1String("Baosteel"));
    CHECK(company.shown(other).isValid());
    const Record contact = company.contact(QStringLiteral("Li Na"), missing);
    const app::Saved next = must(company.records->save(contact));
    CHECK(must(company.outbox->entry(next.seq)).set.dependsOn == QList<qint64>{saved.seq});
    // Also for a cache that is opened later nothing is missing, and nothing is there twice.
    company.reopen();
    CHECK(company.shown(missing).isValid());
    CHECK(must(company.cache->catchUp(*company.outbox)).isEmpty());
}
