// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcompany.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// Saves a short name and answers its seq.
qint64 type(LocalCompany &company, const Record &account, const QString &value)
{
    Record record = company.shown(account);
    record.set(Account::shortName, value);
    return must(company.records->save(record)).seq;
}

Record with(Record record, qint64 rev, const QString &shortName)
{
    record.setRev(rev);
    record.set(Account::shortName, shortName);
    return record;
}

} // namespace

TEST_CASE("my value stays on top of what is pulled until the pull has passed its revision")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(1, {account});
    const qint64 seq = type(company, account, QStringLiteral("mine"));
    company.pull(2, {with(account, 2, QStringLiteral("theirs"))});
    CHECK(company.shown(account)[Account::shortName] == QLatin1String("mine"));
    CHECK(must(company.cache->isPending(account.ref())));
    must(company.cache->settle({{seq, 4}}));
    company.pull(3, {});
    CHECK(company.shown(account)[Account::shortName] == QLatin1String("mine"));
    CHECK_FALSE(must(company.cache->isPending(account.ref())));
    company.pull(4, {});
    CHECK(company.shown(account)[Account::shortName] == QLatin1String("theirs"));
}

TEST_CASE("a parked change goes at once, and so do those laid on a record it created")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 0);
    const qint64 insert = must(company.records->save(account)).seq;
    type(company, account, QStringLiteral("more"));
    must(company.cache->settle({{insert, 0}}));
    CHECK_FALSE(company.shown(account).isValid());
}

TEST_CASE("the base of a change is the revision seen before the first change that is not pulled yet")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 5);
    company.pull(5, {account});
    const auto baseOf = [&](FieldId field, qint64 rev) {
        RecordChange change{ChangeKind::Update, account.ref(), rev, {{field, Value(), Value(), rev}}};
        must(company.cache->setBackBases(change));
        return change.fields.first().base;
    };
    CHECK(baseOf(Account::shortName.id, 5) == 5);
    type(company, account, QStringLiteral("first"));
    company.pull(8, {with(account, 8, QStringLiteral("theirs"))});
    CHECK(baseOf(Account::shortName.id, 8) == 5);
    CHECK(baseOf(Account::phone.id, 8) == 8);
    const qint64 second = type(company, account, QStringLiteral("second"));
    const RecordChange change = must(company.outbox->entry(second)).set.changes.first();
    CHECK(change.field(Account::shortName.id)->base == 5);
    CHECK(change.field(Account::shortName.id)->old->text() == QLatin1String("first"));
}

TEST_CASE("a change names the change set that creates what it needs, until that is answered")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 0);
    const qint64 insert = must(company.records->save(account)).seq;
    const qint64 child = must(company.records->save(company.contact(QStringLiteral("Wang"), account))).seq;
    CHECK(must(company.outbox->entry(child)).set.dependsOn == QList<qint64>{insert});
    must(company.cache->settle({{insert, 9}}));
    const qint64 later = type(company, account, QStringLiteral("later"));
    CHECK(must(company.outbox->entry(later)).set.dependsOn.isEmpty());
}

TEST_CASE("rows and positions are kept together")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(3, {account});
    const auto state = company.cache->streams().state();
    const Rights rights = company.cache->rights();
    company.reopen();
    CHECK(company.cache->streams().state() == state);
    CHECK(company.cache->rights() == rights);
    CHECK(company.shown(account).sameContent(account));
}

TEST_CASE("a page of earlier grants is void with its rows")
{
    LocalCompany company;
    const quint32 before = company.cache->streams().generation();
    company.grant(company.rightsWith(Reach::All), 1);
    app::Cache::Page page;
    page.cursor = 9;
    const Record account = company.account(QStringLiteral("Baosteel"), 9);
    page.upserts = {encodeRecord(account)};
    must(company.cache->applyPage(before, page));
    CHECK_FALSE(company.shown(account).isValid());
    CHECK(company.cache->streams().cursor() != 9);
}

TEST_CASE("a live commit fits the cursor or is refused whole")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 7);
    const QByteArray bytes = encodeRecord(account);
    company.pull(5, {});
    CHECK_FALSE(must(company.cache->applyLive(6, 7, {bytes}, {}, {})).has_value());
    CHECK_FALSE(company.shown(account).isValid());
    CHECK(must(company.cache->applyLive(5, 7, {bytes}, {}, {})).has_value());
    CHECK(company.shown(account).isValid());
    CHECK(company.cache->streams().cursor() == 7);
    must(company.cache->applyLive(7, 8, {}, {account.ref()}, {}));
    CHECK_FALSE(company.shown(account).isValid());
}

TEST_CASE("a deleted record is kept as deleted, with my change on top")
{
    LocalCompany company;
    Record account = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(1, {account});
    type(company, account, QStringLiteral("mine"));
    account.setRev(2);
    account.setDeleted(true);
    company.pull(2, {account});
    CHECK(company.shown(account).isDeleted());
    CHECK(company.shown(account)[Account::shortName] == QLatin1String("mine"));
}

TEST_CASE("another incarnation of the server: everything is compared, answered changes go with it, lost ones stay on top")
{
    LocalCompany company;
    const Record known = company.account(QStringLiteral("Known"), 1);
    const Record lost = company.account(QStringLiteral("Lost"), 1);
    must(company.cache->setEpoch(company.ids.next(), 0, 0, 0));
    CHECK_FALSE(company.cache->comparison());
    company.grant(company.rightsWith(Reach::Own), 1);
    company.pull(1, {known, lost});
    const qint64 first = type(company, known, QStringLiteral("known"));
    const qint64 second = type(company, lost, QStringLiteral("lost"));
    must(company.cache->settle({{first, 50}}));
    must(company.cache->settle({{second, 51}}));
    const Uuid epoch = company.ids.next();
    must(company.cache->setEpoch(epoch, first, 40, 1000));
    REQUIRE(company.cache->comparison());
    CHECK(company.cache->comparison()->restoredAt == 40);
    must(company.cache->mend({encodeRecord(with(known, 9, QStringLiteral("the server's")))}, {}, {}));
    for (EntityId entity : QList<EntityId>(company.cache->comparison()->left))
        must(company.cache->entityCompared(entity));
    CHECK_FALSE(company.cache->comparison());
    CHECK(company.cache->streams().cursor() == 1000);
    CHECK(company.shown(known)[Account::shortName] == QLatin1String("the server's"));
    CHECK(company.shown(lost)[Account::shortName] == QLatin1String("lost"));
}

TEST_CASE("a field that has just become visible is not overwritten unseen before its rows have come")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 7);
    company.grant(company.rightsWith(Reach::Own, {{Account::website.id, FieldRight::Hidden}}), 7);
    company.pull(7, {account});
    company.grant(company.rightsWith(Reach::Own), 8);
    Record edited = company.shown(account);
    edited.set(Account::website, QStringLiteral("https://mine.cn"));
    const app::Saved saved = must(company.records->save(edited));
    CHECK(must(company.outbox->entry(saved.seq)).set.changes.first().field(Account::website.id)->base == 0);
    must(company.cache->settle({{saved.seq, 0}}));
    company.pull(8, {account});
    CHECK(company.shown(account).rev() == 7);
}

TEST_CASE("a field that has just become visible is not overwritten unseen beneath changes that still wait")
{
    LocalCompany company;
    const Record account = company.account(QStringLiteral("Baosteel"), 7);
    company.grant(company.rightsWith(Reach::Own, {{Account::website.id, FieldRight::Hidden}}), 7);
    company.pull(7, {account});
    const qint64 first = type(company, account, QStringLiteral("first"));
    type(company, account, QStringLiteral("second"));
    company.grant(company.rightsWith(Reach::Own), 8);
    must(company.cache->settle({{first, 0}}));
    CHECK(company.shown(account)[Account::shortName] == QLatin1String("second"));
    Record edited = company.shown(account);
    edited.set(Account::website, QStringLiteral("https://mine.cn"));
    const app::Saved saved = must(company.records->save(edited));
    CHECK(must(company.outbox->entry(saved.seq)).set.changes.first().field(Account::website.id)->base == 0);
    CHECK(must(company.cache->serverRow(account.ref()))->rev() == 7);
}

TEST_CASE("a large load goes in without indexes and search, which are made afterwards, over the end of the program")
{
    LocalCompany company;
    company.grant(company.rightsWith(Reach::All), 0);
    company.cache->setLargeLoad(20);
    QList<Record> accounts;
    for (int i = 0; i < 50; ++i)
        accounts.append(company.account(QStringLiteral("Baosteel %1").arg(i), 1));
    const auto found = [&] {
        storage::Query query;
        query.entity = Account::entity;
        query.search = QStringLiteral("baosteel");
        return must(storage::QueryRunner(company.cache->database(), company.catalogue, storage::StoreKind::Cache).rids(query)).size();
    };
    company.pull(1, accounts);
    CHECK(company.cache->isBuilding());
    // My change to one of them, and one that the server changes, come before search is made.
    type(company, accounts[3], QStringLiteral("mine"));
    company.pull(2, {with(accounts[4], 2, QStringLiteral("theirs"))});
    company.reopen();
    CHECK(company.cache->isBuilding());
    while (must(company.cache->buildSome())) {
    }
    CHECK_FALSE(company.cache->isBuilding());
    CHECK(found() == 50);
    CHECK(company.shown(accounts[3])[Account::shortName] == QLatin1String("mine"));
    CHECK(company.shown(accounts[4])[Account::shortName] == QLatin1String("theirs"));
    CHECK(must(storage::secondaryOf(company.cache->database(), company.catalogue.at(Account::entity))).isComplete());
}

TEST_CASE("a large load onto rows that carry changes of mine leaves those on top")
{
    LocalCompany company;
    company.cache->setLargeLoad(3);
    const Record mine = company.account(QStringLiteral("Baosteel"), 1);
    company.pull(1, {mine});
    type(company, mine, QStringLiteral("mine"));
    company.grant(company.rightsWith(Reach::All), 1);
    QList<Record> accounts{with(mine, 2, QStringLiteral("theirs"))};
    for (int i = 0; i < 5; ++i)
        accounts.append(company.account(QStringLiteral("Acme %1").arg(i), 2));
    company.pull(2, accounts);
    CHECK(company.cache->isBuilding());
    CHECK(company.shown(mine)[Account::shortName] == QLatin1String("mine"));
}
