// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"
#include "common/sync/conflictkind.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

#include <QElapsedTimer>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

/// Two people with all rights at their desks.
struct Office {
    ServerProcess server;
    TestDesk office;
    TestDesk travelling;

    Office()
    {
        server.start();
        REQUIRE(office.enrol(server.code(), QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword)).ok());
        REQUIRE(travelling.enrol(server.code(), QStringLiteral("admin"), QLatin1String(ServerProcess::AdminPassword)).ok());
    }

    void settle()
    {
        REQUIRE(office.waitQuiet());
        REQUIRE(travelling.waitQuiet());
        // What one side pushed last may still be on its way to the other.
        REQUIRE(waitFor([&] { return holdTheSame(office, travelling); }));
    }
};

Record loaded(TestDesk &desk, const RecordRef &ref) { return desk->records().load(ref).value(); }

QList<Record> openConflicts(TestDesk &desk)
{
    storage::Query query;
    query.entity = Conflict::entity;
    query.filter = storage::Filter::is(Conflict::state.id, qint64(sync::ConflictState::Open));
    return desk->records().findNow(query).value();
}

} // namespace

TEST_CASE("What is saved at one desk appears at the other within a second")
{
    Office world;
    const Record account = newAccount(*world.office, QStringLiteral("北京长城阀门有限公司"));
    QElapsedTimer timer;
    timer.start();
    REQUIRE(world.office->records().save(account).ok());
    REQUIRE(waitFor([&] { return world.travelling->records().load(account.ref()).ok(); }, 5000));
    CHECK(timer.elapsed() < 1000);
    CHECK(loaded(world.travelling, account.ref())[Account::name] == QStringLiteral("北京长城阀门有限公司"));
    world.settle();
    CHECK_FALSE(loaded(world.travelling, account.ref())[Account::number].isEmpty());
}

TEST_CASE("After a time without the network both desks and the server agree row by row, and clashes are kept")
{
    Office world;
    const Record shared = newAccount(*world.office, QStringLiteral("上海东方机械厂"));
    const Record doomed = newAccount(*world.office, QStringLiteral("将被删除"));
    REQUIRE(world.office->records().saveAll({shared, doomed}, QStringLiteral("save")).ok());
    world.settle();

    world.travelling->setOffline(true);
    // The same field on both sides, different fields of one record, and what only one side knows.
    Record mine = loaded(world.travelling, shared.ref());
    mine.set(Account::shortName, QStringLiteral("出差者写的"));
    mine.set(Account::website, QStringLiteral("https://dongfang.example.cn"));
    REQUIRE(world.travelling->records().save(mine).ok());
    Record theirs = loaded(world.office, shared.ref());
    theirs.set(Account::shortName, QStringLiteral("办公室写的"));
    theirs.set(Account::postcode, QStringLiteral("200120"));
    REQUIRE(world.office->records().save(theirs).ok());
    const Record created = newAccount(*world.travelling, QStringLiteral("路上的新客户"));
    REQUIRE(world.travelling->records().save(created).ok());
    Record contact = world.travelling->records().create(Contact::entity);
    contact.set(Contact::name, QStringLiteral("张三"));
    contact.set(Contact::account, created.id());
    REQUIRE(world.travelling->records().save(contact).ok());
    REQUIRE(world.office->records().remove({doomed.ref()}).ok());
    Record edited = loaded(world.travelling, doomed.ref());
    edited.set(Account::address, QStringLiteral("我还在改它"));
    REQUIRE(world.travelling->records().save(edited).ok());
    REQUIRE(world.office.waitQuiet());

    world.travelling->setOffline(false);
    world.settle();
    const Record result = loaded(world.office, shared.ref());
    CHECK(result[Account::shortName] == QStringLiteral("办公室写的"));
    CHECK(result[Account::website] == QStringLiteral("https://dongfang.example.cn"));
    CHECK(result[Account::postcode] == QStringLiteral("200120"));
    CHECK(loaded(world.office, created.ref())[Account::name] == QStringLiteral("路上的新客户"));
    CHECK(loaded(world.office, contact.ref())[Contact::account] == created.id());
    CHECK(loaded(world.travelling, doomed.ref()).isDeleted());

    const QList<Record> conflicts = openConflicts(world.office);
    REQUIRE(conflicts.size() == 2);
    CHECK(waitFor([&] { return world.office->status().conflicts() == 2; }));
    CHECK(waitFor([&] { return world.travelling->status().conflicts() == 2; }));
    const bool firstIsField = conflicts[0][Conflict::kind] == qint64(sync::ConflictKind::EditEdit);
    const Record &clash = conflicts[firstIsField ? 0 : 1];
    const Record &late = conflicts[firstIsField ? 1 : 0];
    CHECK(clash[Conflict::record] == shared.ref());
    CHECK(clash[Conflict::field] == qint64(Account::shortName.id));
    CHECK(valueFromJson(clash[Conflict::mine]).text() == QStringLiteral("出差者写的"));
    CHECK(valueFromJson(clash[Conflict::theirs]).text() == QStringLiteral("办公室写的"));
    CHECK(valueFromJson(clash[Conflict::base]).isNull());
    CHECK(late[Conflict::kind] == qint64(sync::ConflictKind::EditDelete));
    CHECK(late[Conflict::record] == doomed.ref());

    // Settled at the office, seen by the traveller.
    Record settled = loaded(world.office, shared.ref());
    settled.set(Account::shortName, QStringLiteral("商定的"));
    Record closed = loaded(world.office, clash.ref());
    closed.set(Conflict::state, qint64(sync::ConflictState::Resolved));
    closed.set(Conflict::resolution, qint64(sync::Resolution::Merged));
    REQUIRE(world.office->records().saveAll({settled, closed}, QStringLiteral("resolve")).ok());
    world.settle();
    CHECK(loaded(world.travelling, shared.ref())[Account::shortName] == QStringLiteral("商定的"));
    CHECK(openConflicts(world.travelling).size() == 1);
    CHECK(waitFor([&] { return world.travelling->status().conflicts() == 1; }));
}

TEST_CASE("An action taken back disappears everywhere, and taking back what somebody else changed since is a conflict")
{
    Office world;
    const Record account = newAccount(*world.office, QStringLiteral("一"));
    REQUIRE(world.office->records().save(account).ok());
    world.settle();
    Record edited = loaded(world.office, account.ref());
    edited.set(Account::name, QStringLiteral("二"));
    const Result<app::Saved> saved = world.office->records().save(edited);
    REQUIRE(saved.ok());
    world.settle();
    REQUIRE(world.office->records().undo(saved->action).ok());
    world.settle();
    CHECK(loaded(world.travelling, account.ref())[Account::name] == QStringLiteral("一"));

    edited = loaded(world.office, account.ref());
    edited.set(Account::name, QStringLiteral("三"));
    const Result<app::Saved> again = world.office->records().save(edited);
    world.settle();
    Record foreign = loaded(world.travelling, account.ref());
    foreign.set(Account::name, QStringLiteral("四"));
    REQUIRE(world.travelling->records().save(foreign).ok());
    world.settle();
    REQUIRE(world.office->records().undo(again->action).ok());
    world.settle();
    CHECK(loaded(world.office, account.ref())[Account::name] == QStringLiteral("四"));
    CHECK(openConflicts(world.office).size() == 1);
}
