// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/storage/testdatabase.h"

#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "common/storage/transaction.h"
#include "server/storage/serverstore.h"
#include "tests/support/fakeclock.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::server;
using storage::Backend;
using storage::Transaction;
using storage::test::must;

namespace {

/// A store over a database of its own.
struct Store {
    explicit Store(Backend backend) : database(backend)
    {
        declareOrganisation(catalogue);
        declareReference(catalogue);
        declareCustomers(catalogue);
        declarePlatform(catalogue);
        reopen();
    }
    void reopen() { store = must(ServerStore::open(*database, catalogue)); }
    ServerStore *operator->() { return store.get(); }

    ScopeIds scopes(const QList<Uuid> &owners)
    {
        QList<ScopeKey> keys{{Account::entity, ScopeKind::All, {}}};
        for (const Uuid &owner : owners)
            keys.append({Account::entity, ScopeKind::Owner, owner});
        return must(store->scopeIds(keys));
    }
    /// Writes the account at the revision, standing with these owners.
    Record write(const Uuid &id, qint64 rev, const QString &name, const QList<Uuid> &owners)
    {
        const auto before = must(store->row({Account::entity, id}));
        Record record = before ? before->record : Record(catalogue.at(Account::entity), id);
        record.setRev(rev);
        record.set(Account::name, name);
        auto transaction = must(Transaction::begin(*database));
        must(store->write(before, record, scopes(owners)));
        must(transaction.commit());
        return record;
    }
    /// "rev:gone" of a scope's feed.
    QStringList feed(const Uuid &owner, qint64 pos = 0, int count = 100)
    {
        const qint32 scope = must(store->scopeId({Account::entity, ScopeKind::Owner, owner}));
        QStringList list;
        for (const FeedEntry &entry : must(store->feedOf(scope, pos, count)))
            list.append(QString::number(entry.rev) + (entry.gone ? QStringLiteral("-") : QStringLiteral("+")));
        return list;
    }

    storage::test::TestDatabase database;
    Catalogue catalogue;
    std::unique_ptr<ServerStore> store;
    test::FakeClock clock;
    SeededRandom random{3};
    UuidMaker ids{clock, random};
};

ChangeSet logEntry(const Uuid &replica, qint64 rev, const RecordRef &ref, const QList<FieldId> &fields, const Uuid &user = {})
{
    ChangeSet set;
    set.replica = replica;
    set.seq = rev;
    set.user = user;
    set.rev = rev;
    set.changes = {{ChangeKind::Update, ref, 0, {}}};
    for (FieldId field : fields)
        set.changes.first().fields.append({field, Value(), Value(QStringLiteral("v%1").arg(rev)), 0});
    return set;
}

} // namespace

TEST_CASE("a row has one entry in the feed of each scope, at its last revision")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid ann = store.ids.next(), bea = store.ids.next(), row = store.ids.next();
    store.write(row, 1, QStringLiteral("a"), {ann});
    store.write(row, 2, QStringLiteral("b"), {ann});
    CHECK(store.feed(ann) == QStringList{QStringLiteral("2+")});
    store.write(row, 3, QStringLiteral("c"), {bea});
    CHECK(store.feed(ann) == QStringList{QStringLiteral("3-")});
    CHECK(store.feed(bea) == QStringList{QStringLiteral("3+")});
    store.write(row, 4, QStringLiteral("d"), {bea});
    CHECK(store.feed(ann) == QStringList{QStringLiteral("3-")});
    store.write(row, 5, QStringLiteral("e"), {ann, bea});
    CHECK(store.feed(ann) == QStringList{QStringLiteral("5+")});
    CHECK(store.feed(bea) == QStringList{QStringLiteral("5+")});
}

TEST_CASE("a page of the feed never splits a revision")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid ann = store.ids.next();
    for (qint64 rev : {1, 2, 2, 2, 3})
        store.write(store.ids.next(), rev, QStringLiteral("a"), {ann});
    CHECK(store.feed(ann, 0, 1) == QStringList{QStringLiteral("1+")});
    CHECK(store.feed(ann, 0, 2).size() == 4);
    CHECK(store.feed(ann, 1, 1).size() == 3);
    CHECK(store.feed(ann, 2, 9) == QStringList{QStringLiteral("3+")});
    qint64 reached = 0;
    const QSet<qint32> none{9999};
    CHECK(must(store->feedOf(none, 0, 10, &reached)).isEmpty());
    CHECK(reached == 3);
}

TEST_CASE("a scope keeps its number when the store is opened again, and one rolled back is forgotten")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid ann = store.ids.next(), bea = store.ids.next();
    const qint32 first = must(store->scopeId({Account::entity, ScopeKind::Owner, ann}));
    {
        auto transaction = must(Transaction::begin(*store.database));
        must(store->scopeId({Account::entity, ScopeKind::Owner, bea}));
    }
    must(store->rolledBack());
    CHECK(must(store->knownScopes({{Account::entity, ScopeKind::Owner, bea}})).isEmpty());
    store.reopen();
    CHECK(must(store->scopeId({Account::entity, ScopeKind::Owner, ann})) == first);
    CHECK(must(store->scopeId({Account::entity, ScopeKind::Owner, bea})) != first);
}

TEST_CASE("the scopes a replica ever had are kept")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid replica = store.ids.next();
    const ScopeKey scope{Account::entity, ScopeKind::Owner, store.ids.next()};
    must(store->addReplicaScopes(replica, {scope}));
    must(store->addReplicaScopes(replica, {scope}));
    CHECK(must(store->scopesOfReplica(replica)) == QSet<ScopeKey>{scope});
    CHECK(must(store->scopesOfReplica(store.ids.next())).isEmpty());
}

TEST_CASE("a row is written with what changed, and read with its scopes")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid ann = store.ids.next(), id = store.ids.next();
    store.write(id, 1, QStringLiteral("a"), {ann});
    Record changed = store.write(id, 2, QStringLiteral("b"), {ann});
    const auto row = must(store->row({Account::entity, id}));
    REQUIRE(row);
    CHECK(row->record.sameContent(changed));
    CHECK(row->record.rev() == 2);
    CHECK(row->scopes == store.scopes({ann}));
    CHECK_FALSE(must(store->row({Account::entity, store.ids.next()})));
    CHECK(must(store->rowsByRid(Account::entity, {row->rid})).value(0).record.id() == id);
}

TEST_CASE("holders of a value are live rows")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid id = store.ids.next();
    Record record = store.write(id, 1, QStringLiteral("a"), {});
    const Entity &entity = store.catalogue.at(Account::entity);
    const Field &name = *entity.field(Account::name.id);
    CHECK(must(store->holdersOf(entity, name, Value(QStringLiteral("a")))) == QList<Uuid>{id});
    CHECK(must(store->holdersOf(entity, name, Value(QStringLiteral("b")))).isEmpty());
    record.setDeleted(true);
    record.setRev(2);
    must(store->write(must(store->row(record.ref())), record, {}));
    CHECK(must(store->holdersOf(entity, name, Value(QStringLiteral("a")))).isEmpty());
}

TEST_CASE("children are found by plain references and by those to any entity")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Record account = store.write(store.ids.next(), 1, QStringLiteral("a"), {});
    Record contact(store.catalogue.at(Contact::entity), store.ids.next());
    contact.set(Contact::account, account.id());
    Record point(store.catalogue.at(ContactPoint::entity), store.ids.next());
    point.set(ContactPoint::parent, account.ref());
    must(store->write(std::nullopt, contact, {}));
    must(store->write(std::nullopt, point, {}));
    CHECK(must(store->children(contact.entity(), *contact.entity().field(Contact::account.id), account.ref())).size() == 1);
    CHECK(must(store->children(point.entity(), *point.entity().field(ContactPoint::parent.id), account.ref())).size() == 1);
    CHECK(must(store->children(point.entity(), *point.entity().field(ContactPoint::parent.id), contact.ref())).empty());
}

TEST_CASE("the log tells what others changed after a revision, field by field")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid mine = store.ids.next(), theirs = store.ids.next(), bea = store.ids.next();
    const RecordRef ref{Account::entity, store.ids.next()};
    must(store->appendLog(logEntry(theirs, 1, ref, {17}, bea), 0));
    must(store->appendLog(logEntry(mine, 2, ref, {18}), 0));
    must(store->appendLog(logEntry(theirs, 3, ref, {19}, bea), 0));
    const ForeignChanges all = must(store->changedByOthers(ref, 0, mine));
    CHECK(all.touches(17, 0));
    CHECK_FALSE(all.touches(17, 1));
    CHECK_FALSE(all.touches(18, 0));
    CHECK(all.fields.value(19).user == bea);
    CHECK(all.latest.rev == 3);
    CHECK_FALSE(must(store->changedByOthers(ref, 1, mine)).fields.contains(17));
    CHECK(must(store->changedByOthers(ref, 3, mine)).latest.rev == 0);
    CHECK(must(store->changedByOthers({Account::entity, store.ids.next()}, 0, mine)).fields.isEmpty());
}

TEST_CASE("consequences of my change are mine: nobody else changed the record")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid mine = store.ids.next(), server = store.ids.next(), other = store.ids.next();
    const RecordRef ref{Account::entity, store.ids.next()};
    must(store->appendLog(logEntry(mine, 1, ref, {17}), 0));
    must(store->appendLog(logEntry(server, 2, ref, {16}), 0, mine));
    CHECK(must(store->changedByOthers(ref, 0, mine)).latest.rev == 0);
    CHECK(must(store->changedByOthers(ref, 0, other)).touches(16, 0));
}

TEST_CASE("history comes newest first, in pages, with each change set once")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    const Uuid replica = store.ids.next();
    const RecordRef ref{Account::entity, store.ids.next()};
    for (qint64 rev = 1; rev <= 5; ++rev) {
        ChangeSet set = logEntry(replica, rev, ref, {17});
        set.changes.append(set.changes.first()); // a set may touch a record twice
        must(store->appendLog(set, rev * 1000));
    }
    const QList<LogEntry> page = must(store->history(ref, 5, 3));
    REQUIRE(page.size() == 3);
    CHECK(page[0].rev == 4);
    CHECK(page[0].at == 4000);
    CHECK(page[2].rev == 2);
    CHECK(must(store->logAt(3))->at == 3000);
    CHECK_FALSE(must(store->logAt(9)));
}

TEST_CASE("the revisions of many records, read together, are those that each has by itself")
{
    Store store(Backend::Postgres);
    QList<Uuid> records;
    for (int i = 0; i < 150; ++i)
        records.append(store.ids.next());
    const Uuid replica = store.ids.next();
    for (qint64 rev = 1; rev <= 400; ++rev)
        must(store->appendLog(logEntry(replica, rev, {Account::entity, records.at(rev * rev % 97)}, {17}), 0));
    const auto together = must(store->revisionsOf(records, 390, 5));
    CHECK(together.size() == records.size());
    for (const Uuid &record : records)
        CHECK(together.value(record) == must(store->revisionsOf(RecordRef{Account::entity, record}, 390, 5)));
}

TEST_CASE("the commits of many revisions, read together, are those that each has by itself")
{
    Store store(Backend::Postgres);
    const Uuid replica = store.ids.next(), record = store.ids.next();
    for (qint64 rev = 1; rev <= 9; ++rev)
        must(store->appendLog(logEntry(replica, rev, {Account::entity, record}, {17}), 0));
    QHash<qint64, LogEntry> together;
    for (const LogEntry &entry : must(store->logAt(QList<qint64>{8, 2, 5, 77})))
        together.insert(entry.rev, entry);
    CHECK(together.size() == 3);
    for (const qint64 rev : {2, 5, 8}) {
        const LogEntry alone = must(store->logAt(rev)).value();
        CHECK(together.value(rev).body == alone.body);
        CHECK(together.value(rev).user == alone.user);
        CHECK(together.value(rev).at == alone.at);
    }
}

TEST_CASE("the head is kept")
{
    Store store(GENERATE(Backend::Sqlite, Backend::Postgres));
    CHECK(must(store->head()) == 0);
    must(store->setHead(42));
    store.reopen();
    CHECK(must(store->head()) == 42);
    auto transaction = must(Transaction::begin(*store.database));
    CHECK(must(store->head(true)) == 42);
}

TEST_CASE("what is remembered of a transaction is what the database holds")
{
    Store store(Backend::Postgres);
    const Entity &accounts = store.catalogue.at(Account::entity);
    const Field &parent = *accounts.field(Account::parent.id), &name = *accounts.field(Account::name.id);
    QList<Uuid> rows, replicas{store.ids.next(), store.ids.next()};
    for (int i = 0; i < 6; ++i)
        rows.append(store.ids.next());
    auto transaction = must(store->beginWrite());
    qint64 rev = 0;
    const auto change = [&] {
        const RecordRef ref{Account::entity, rows.at(store.random.below(6))};
        const auto before = must(store->row(ref));
        Record record = before ? before->record : Record(accounts, ref.id);
        record.setRev(++rev);
        record.set(Account::name, QStringLiteral("name %1").arg(store.random.below(3)));
        record.set(Account::parent, rows.at(store.random.below(6)));
        record.setDeleted(store.random.below(4) == 0);
        must(store->write(before, record, store.scopes({ref.id})));
        must(store->addTwinKey(ref, store.random.below(3)));
        if (store.random.below(3) == 0)
            must(store->removeTwinKey(ref, store.random.below(3)));
        must(store->appendLog(logEntry(replicas.at(store.random.below(2)), rev, ref, {Account::name.id}), 1));
        must(store->count(QStringLiteral("numbers")));
        must(store->setHead(rev));
    };
    // Sorted, since neither promises an order.
    const auto all = [&] {
        QStringList told{QString::number(must(store->head(true)))};
        for (const Uuid &id : rows) {
            const RecordRef ref{Account::entity, id};
            const auto row = must(store->row(ref));
            told.append(row ? QStringLiteral("%1 %2 %3").arg(row->rid).arg(row->record.rev()).arg(row->record[Account::name]) : QString());
            for (const ServerRow &child : must(store->children(accounts, parent, ref)))
                told.append(id.text() + u'>' + child.record.id().text() + QString::number(child.record.rev()));
            const ForeignChanges foreign = must(store->changedByOthers(ref, rev / 2, replicas.first()));
            told.append(QString::number(foreign.latest.rev) + QString::number(foreign.fields.size()));
        }
        for (int i = 0; i < 3; ++i) {
            for (const Uuid &id : must(store->holdersOf(accounts, name, QStringLiteral("name %1").arg(i))))
                told.append(QString::number(i) + u'=' + id.text());
            for (const Uuid &id : must(store->twinsWith(Account::entity, i, 4)))
                told.append(QString::number(i) + u'~' + id.text());
        }
        told.sort();
        return told;
    };
    change();
    for (int round = 0; round < 20; ++round) {
        QStringList remembered;
        {
            ServerStore::Recall recall(*store.store);
            must(recall.expect({{Account::entity, rows.first()}}));
            must(recall.foresee([&] { all(); }));
            for (int i = 0; i < 5; ++i)
                change();
            remembered = all();
        }
        CHECK(remembered == all());
    }
    CHECK(must(store->count(QStringLiteral("numbers"))) == 102);
    must(transaction.commit());
}

TEST_CASE("what is foreseen is asked once, and answered with nothing until then")
{
    Store store(Backend::Postgres);
    const Uuid ann = store.ids.next(), row = store.ids.next();
    store.write(row, 1, QStringLiteral("a"), {ann});
    auto transaction = must(store->beginWrite());
    ServerStore::Recall recall(*store.store);
    must(recall.foresee([&] {
        CHECK(store->foresees());
        CHECK_FALSE(must(store->row({Account::entity, row})).has_value());
        CHECK(recall.wanted() == 1);
    }));
    CHECK_FALSE(store->foresees());
    must(recall.foresee([&] { CHECK(must(store->row({Account::entity, row})).has_value()); }));
    CHECK(recall.wanted() == 1);
}
