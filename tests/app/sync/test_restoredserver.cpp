// SPDX-License-Identifier: GPL-3.0-or-later
// The server's database is put back from a backup; nobody tells it.
#include "deskcompany.h"

#include "common/sync/parkedset.h"

#include <QFile>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

struct RestoredCompany : DeskCompany {
    QString backup()
    {
        const QString path = database.folder() + QStringLiteral("/backup%1.db").arg(++m_copies);
        must(server.store().database().execute("VACUUM INTO '" + path.toUtf8() + "'"));
        return path;
    }
    void putBack(const QString &backup)
    {
        storage::DatabaseOptions options = database.options();
        options.place = database.folder() + QStringLiteral("/restored%1.db").arg(++m_copies);
        REQUIRE(QFile::copy(backup, options.place));
        server.stop();
        server.start(must(storage::Database::open(options)));
    }
    /// Puts the backup back; everybody connects again.
    void restore(const QString &backup)
    {
        for (MemoryDesk *desk : {&ann, &bea})
            desk->cut();
        putBack(backup);
        meet();
    }
    /// The same, and one comes back before the other.
    void restore(const QString &backup, bool annFirst)
    {
        for (MemoryDesk *desk : {&ann, &bea})
            desk->cut();
        putBack(backup);
        (annFirst ? ann : bea).connectToServer();
        settle();
        (annFirst ? bea : ann).connectToServer();
        settle();
    }
    Uuid epoch() { return Uuid::fromBytes(must(server.store().meta(QStringLiteral("epoch")))); }
    QString stored(const RecordRef &ref, TextField field) { return server.record(ref)[field]; }

private:
    int m_copies = 0;
};

} // namespace

TEST_CASE("a restored server gets back what the desks had sent since, with its numbers")
{
    RestoredCompany company;
    const Record old = company.make(company.ann, QStringLiteral("Old"));
    company.settle();
    const QString backup = company.backup();
    const Uuid epoch = company.epoch();
    const Record first = company.make(company.ann, QStringLiteral("First"));
    company.settle();
    const Record second = company.make(company.bea, QStringLiteral("Second"));
    company.change(company.ann, old.ref(), Account::shortName.id, QStringLiteral("since"));
    company.settle();
    const QString firstNumber = company.stored(first.ref(), Account::number);
    const QString secondNumber = company.stored(second.ref(), Account::number);

    company.ann.cut();
    company.bea.cut();
    company.putBack(backup);
    company.bea.connectToServer(); // the number of hers came second
    company.settle();
    company.meet();

    CHECK(company.epoch() != epoch);
    CHECK(company.stored(first.ref(), Account::name) == QLatin1String("First"));
    CHECK(company.stored(second.ref(), Account::name) == QLatin1String("Second"));
    CHECK(company.stored(first.ref(), Account::number) == firstNumber);
    CHECK(company.stored(second.ref(), Account::number) == secondNumber);
    CHECK(company.stored(old.ref(), Account::shortName) == QLatin1String("since"));
    CHECK(company.server.all(Conflict::entity).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
    // New work gets new numbers.
    const Record third = company.make(company.ann, QStringLiteral("Third"));
    company.settle();
    CHECK_FALSE(QStringList{firstNumber, secondNumber}.contains(company.stored(third.ref(), Account::number)));
}

TEST_CASE("who had overwritten another's value knowingly before the restore still does, whoever comes back first")
{
    const bool annFirst = GENERATE(true, false);
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("ann's"));
    company.settle();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("bea's"));
    company.settle();
    company.restore(backup, annFirst);
    CHECK(company.stored(account.ref(), Account::shortName) == QLatin1String("bea's"));
    CHECK(company.conflictsOf(account).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("what somebody wrote after the restore without knowing of the lost value is a conflict, not lost")
{
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.bea.cut();
    const QString backup = company.backup();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("ann's"));
    company.settle();
    company.ann.cut();
    company.putBack(backup);
    company.bea.connectToServer();
    company.settle();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("bea's"));
    company.settle();
    company.ann.connectToServer();
    company.settle();
    CHECK(company.stored(account.ref(), Account::shortName) == QLatin1String("bea's"));
    REQUIRE(company.conflictsOf(account).size() == 1);
    CHECK(company.conflictsOf(account).first()[Conflict::mine] == QLatin1String("\"ann's\""));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("work done on a restored server before anybody noticed is not taken for what was lost")
{
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    const Record other = company.account(QStringLiteral("Ansteel"), company.annId);
    company.settle();
    company.bea.cut();
    const QString backup = company.backup();
    // Revisions that the restored server gives a second time, to other values of the same row.
    company.change(company.ann, other.ref(), Account::shortName.id, QStringLiteral("lost"));
    company.settle();
    company.ann.cut();
    company.putBack(backup);
    company.bea.connectToServer();
    company.settle();
    company.change(company.bea, other.ref(), Account::address.id, QStringLiteral("new"));
    company.settle();
    company.ann.connectToServer();
    company.settle();
    CHECK(company.stored(other.ref(), Account::shortName) == QLatin1String("lost"));
    CHECK(company.stored(other.ref(), Account::address) == QLatin1String("new"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a backup that is put back twice is known for one both times")
{
    RestoredCompany company;
    const QString backup = company.backup();
    company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    company.restore(backup);
    const Uuid first = company.epoch();
    company.account(QStringLiteral("Ansteel"), company.annId);
    company.settle();
    company.restore(backup);
    CHECK(company.epoch() != first);
    CHECK(must(company.server.store().restored()).begin > 0);
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("rows that only a copy knows are kept aside, not deleted")
{
    RestoredCompany company;
    const QString backup = company.backup();
    const Record account = company.account(QStringLiteral("Made at the console"), company.annId);
    company.settle();
    REQUIRE(company.shown(company.ann, account.ref(), Account::name) == QLatin1String("Made at the console"));
    company.restore(backup);
    CHECK_FALSE(company.server.record(account.ref()).isValid());
    CHECK(company.shown(company.ann, account.ref(), Account::name) == QLatin1String("(not here)"));
    const QList<QByteArray> orphans = must(company.ann.outbox().orphans());
    REQUIRE(orphans.size() == 1);
    CHECK(decodeRecord(orphans.first(), company.server.catalogue())[Account::name] == QLatin1String("Made at the console"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a row that only a copy knows is kept aside though its user sees more of it on the restored server")
{
    const bool changed = GENERATE(false, true);
    CAPTURE(changed);
    RestoredCompany company;
    const QString backup = company.backup();
    company.server.hideField(company.all, Account::entity, Account::website.id, FieldRight::Hidden);
    const Record account = company.account(QStringLiteral("Made at the console"), company.annId);
    company.settle();
    REQUIRE(company.shown(company.bea, account.ref(), Account::name) == QLatin1String("Made at the console"));
    company.bea.cut();
    if (changed)
        company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("mine"));
    company.restore(backup);
    const QList<QByteArray> orphans = must(company.bea.outbox().orphans());
    REQUIRE(orphans.size() == 1);
    CHECK(decodeRecord(orphans.first(), company.server.catalogue())[Account::name] == QLatin1String("Made at the console"));
    company.checkExact(company.bea);
}

TEST_CASE("a backup that lacks nothing changes nothing")
{
    RestoredCompany company;
    company.make(company.ann, QStringLiteral("Baosteel"));
    company.settle();
    const Uuid epoch = company.epoch();
    company.restore(company.backup());
    CHECK(company.epoch() == epoch);
    company.make(company.ann, QStringLiteral("Ansteel"));
    company.settle();
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a desk that was away for two restores finds everything in its place")
{
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    company.change(company.bea, account.ref(), Account::shortName.id, QStringLiteral("one"));
    company.settle();
    company.ann.cut();
    for (int i = 0; i < 2; ++i) {
        company.bea.cut();
        company.putBack(backup);
        company.bea.connectToServer();
        company.settle();
    }
    company.change(company.bea, account.ref(), Account::address.id, QStringLiteral("two"));
    company.change(company.ann, account.ref(), Account::website.id, QStringLiteral("https://ann.cn"));
    company.meet();
    CHECK(company.stored(account.ref(), Account::shortName) == QLatin1String("one"));
    CHECK(company.stored(account.ref(), Account::address) == QLatin1String("two"));
    CHECK(company.stored(account.ref(), Account::website) == QLatin1String("https://ann.cn"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("who sends again what a restored server has lost sees it all the while")
{
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("ann's"));
    const Record made = company.make(company.ann, QStringLiteral("Made since"));
    company.settle();
    QStringList seen;
    QObject::connect(&company.ann.engine(), &app::SyncEngine::changed, &company.ann.engine(), [&] {
        seen += {company.shown(company.ann, account.ref(), Account::shortName), company.shown(company.ann, made.ref(), Account::name)};
    });
    company.restore(backup);
    REQUIRE_FALSE(seen.isEmpty());
    CHECK(seen.removeAll(QStringLiteral("ann's")) + seen.removeAll(QStringLiteral("Made since")) > 0);
    CHECK(seen.isEmpty());
    company.checkExact(company.ann);
}

TEST_CASE("a desk that lost its copy as well begins one epoch, not one after the other")
{
    RestoredCompany company;
    const QString backup = company.backup();
    const Record made = company.make(company.ann, QStringLiteral("Made since"));
    company.settle();
    company.ann.loseCache();
    company.restore(backup);
    const Uuid epoch = company.epoch();
    company.ann.connectToServer();
    company.settle();
    CHECK(company.epoch() == epoch);
    CHECK(company.ann.engine().isQuiet());
    CHECK(company.stored(made.ref(), Account::name) == QLatin1String("Made since"));
    company.checkExact(company.ann);
}

TEST_CASE("what several added before the restore is all there again, whoever comes back first")
{
    const bool annFirst = GENERATE(true, false);
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    company.change(company.ann, account.ref(), Account::tags.id, QStringList{QStringLiteral("a")});
    company.change(company.ann, account.ref(), Account::remark.id, QStringLiteral("ann's"));
    company.settle();
    company.change(company.bea, account.ref(), Account::tags.id, QStringList{QStringLiteral("a"), QStringLiteral("b")});
    company.change(company.bea, account.ref(), Account::remark.id, QStringLiteral("ann's\nbea's"));
    company.settle();
    company.ann.cut();
    company.bea.cut();
    company.putBack(backup);
    Record changed = company.now(account);
    changed.set(Account::tags, QStringList{QStringLiteral("c")});
    company.server.update(changed);
    for (MemoryDesk *desk : annFirst ? QList<MemoryDesk *>{&company.ann, &company.bea} : QList<MemoryDesk *>{&company.bea, &company.ann}) {
        desk->connectToServer();
        company.settle();
    }
    CHECK(company.now(account)[Account::tags] == QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    CHECK(company.stored(account.ref(), Account::remark) == QLatin1String("ann's\nbea's"));
    CHECK(company.conflictsOf(account, true).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("what was written before somebody deleted the record is there when it is restored, whoever comes back first")
{
    const bool annFirst = GENERATE(true, false);
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    company.change(company.ann, account.ref(), Account::shortName.id, QStringLiteral("ann's"));
    company.settle();
    must(company.bea.records().remove({account.ref()}));
    company.settle();
    company.restore(backup, annFirst);
    CHECK(company.now(account).isDeleted());
    CHECK(company.conflictsOf(account, true).isEmpty());
    must(company.bea.records().restore({account.ref()}));
    company.settle();
    CHECK(company.stored(account.ref(), Account::shortName) == QLatin1String("ann's"));
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("a clone whose work the server has lost sends it again, though the original has taken its numbers since")
{
    RestoredCompany company;
    company.ann.cut();
    MemoryDesk clone(company.server, QStringLiteral("ann"), company.annId, company.clock, company.random);
    clone.restore(company.ann.backup());
    const QString backup = company.backup();
    clone.connectToServer();
    const Record lost = company.make(clone, QStringLiteral("By the clone"));
    test::settle(company.server, {&clone, &company.bea}, company.clock);
    clone.cut();
    const Record taken = company.make(company.ann, QStringLiteral("By the original"));
    company.bea.cut();
    company.putBack(backup);
    company.ann.connectToServer();
    company.settle();
    REQUIRE(company.stored(taken.ref(), Account::name) == QLatin1String("By the original"));
    REQUIRE_FALSE(company.server.record(lost.ref()).isValid());

    for (int round = 0; round < 2; ++round) {
        for (MemoryDesk *desk : {&clone, &company.ann, &company.bea})
            if (!desk->isConnected())
                desk->connectToServer();
        test::settle(company.server, {&clone, &company.ann, &company.bea}, company.clock);
    }
    CHECK(company.stored(lost.ref(), Account::name) == QLatin1String("By the clone"));
    CHECK(company.server.all(Account::entity).size() == 2);
    for (MemoryDesk *desk : {&clone, &company.ann, &company.bea})
        company.checkExact(*desk);
}

TEST_CASE("what was decided about a conflict stands on a restored server that has lost the conflict")
{
    RestoredCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    const Record conflict = company.clash(account, Account::shortName);
    Record decided = must(company.bea.records().load(account.ref()));
    decided.set(Account::shortName, QStringLiteral("decided"));
    Record closed = must(company.bea.records().load(conflict.ref()));
    closed.set(Conflict::state, qint64(Conflict::Resolved));
    closed.set(Conflict::resolution, qint64(Conflict::Merged));
    must(company.bea.records().saveAll({decided, closed}, QStringLiteral("resolve")));
    company.settle();
    REQUIRE(company.stored(account.ref(), Account::shortName) == QLatin1String("decided"));

    company.restore(backup);
    CHECK(company.stored(account.ref(), Account::shortName) == QLatin1String("decided"));
    CHECK(company.bea.outbox().parked() == 0);
    for (const Record &left : company.conflictsOf(account, true))
        CHECK(left[Conflict::kind] == Conflict::EditEdit); // Ann's value again, where she came back first
    // What the server makes it makes again: nobody is asked to send a conflict.
    CHECK(must(company.ann.outbox().orphans()).isEmpty());
    CHECK(must(company.bea.outbox().orphans()).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}

TEST_CASE("refused work that was sent corrected stands on a restored server that has lost the refusal")
{
    RestoredCompany company;
    Record taken = company.newAccount(QStringLiteral("First"), company.annId);
    taken.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    company.server.insert(taken);
    const Record account = company.account(QStringLiteral("Baosteel"), company.annId);
    company.settle();
    const QString backup = company.backup();
    company.change(company.ann, account.ref(), Account::taxNumber.id, taken[Account::taxNumber]);
    company.settle();
    const Record conflict = company.conflictsOf(account).value(0);
    REQUIRE(conflict[Conflict::kind] == Conflict::Unique);
    ChangeSet parked = sync::parkedSet(conflict[Conflict::parked]);
    parked.changes.first().fields.first().value = QStringLiteral("91310000607378231L");
    Record closed = must(company.ann.records().load(conflict.ref()));
    closed.set(Conflict::state, qint64(Conflict::Resolved));
    closed.set(Conflict::resolution, qint64(Conflict::Merged));
    must(company.ann.records().resubmit(parked.changes, closed));
    company.settle();
    REQUIRE(company.stored(account.ref(), Account::taxNumber) == QLatin1String("91310000607378231L"));

    company.restore(backup);
    CHECK(company.stored(account.ref(), Account::taxNumber) == QLatin1String("91310000607378231L"));
    CHECK(company.ann.outbox().parked() == 0);
    CHECK(company.conflictsOf(account, true).isEmpty());
    company.checkExact(company.ann);
    company.checkExact(company.bea);
}
