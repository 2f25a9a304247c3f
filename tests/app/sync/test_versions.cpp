// SPDX-License-Identifier: GPL-3.0-or-later
// Desktops and servers of different versions of the program.
#include "tests/server/services/smallcompany.h"
#include "tests/support/memorydesk.h"

#include "common/model/builder.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

struct Visit {
    static constexpr EntityId entity = 900;
    static constexpr TextField purpose{16};
    static constexpr RefField account{17};
};
constexpr TextField Nickname{900}; // of an account, since the second version
constexpr TextField Region{901};   // since the third, which asks for it

void declareFirst(Catalogue &catalogue)
{
    declareOrganisation(catalogue);
    declareReference(catalogue);
    declareCustomers(catalogue);
    declarePlatform(catalogue);
}

void addFieldOf(Catalogue &catalogue, TextField handle, const QString &name, quint32 requiredSince = 0)
{
    Field field;
    field.id = handle.id;
    field.name = name;
    field.label = name;
    field.limit = 100;
    field.required = requiredSince != 0;
    field.requiredSince = requiredSince;
    catalogue.edit(Account::entity).addField(field);
}

void declareSecond(Catalogue &catalogue)
{
    declareFirst(catalogue);
    addFieldOf(catalogue, Nickname, QStringLiteral("nickname"));
    EntityBuilder visit(catalogue, Visit::entity, "visit", "Visit", "Visits");
    visit.area(Area::Customers).childOf(Account::entity, Visit::account).inherits({Visit::account.id}).title({Visit::purpose.id});
    visit.text(Visit::purpose, "purpose", 100).required();
    visit.reference(Visit::account, "account", Account::entity).required();
}

void declareThird(Catalogue &catalogue)
{
    declareSecond(catalogue);
    addFieldOf(catalogue, Region, QStringLiteral("sales_region"), catalogue.version() + 1);
}

/// A company whose server and desktops are replaced by programs of other versions; all data stays.
class Versions
{
public:
    using Declare = MemoryServer::Declare;

    explicit Versions(Declare first, storage::Backend backend = storage::Backend::Sqlite) : database(backend)
    {
        server = std::make_unique<MemoryServer>(clock, random, database.options(), first);
        const Uuid role = server->addRole(QStringLiteral("sales"), {{Account::entity, Reach::All}, {User::entity, Reach::All}, {Conflict::entity, Reach::All}});
        for (const QString &login : {QStringLiteral("ann"), QStringLiteral("bea")}) {
            const Uuid user = server->addUser(login, server->root);
            server->grant(user, role);
            members.append({user, server->addReplica(user, login), login});
        }
    }
    ~Versions() { stop(); }

    void stop()
    {
        ann.reset();
        bea.reset();
        server.reset();
    }
    void run(Declare ofServer, Declare ofAnn, Declare ofBea)
    {
        stop();
        server = std::make_unique<MemoryServer>(clock, random, database.options(), ofServer);
        if (server->catalogue().entity(Visit::entity) && std::exchange(visits, true) == false)
            for (const Uuid role = server->addRole(QStringLiteral("visits"), {{Visit::entity, Reach::All}}); const OpenDoor::Member &member : members)
                server->grant(member.user, role);
        ann = desk(0, ofAnn);
        bea = desk(1, ofBea);
        settle();
    }
    void meet()
    {
        for (MemoryDesk *desk : {ann.get(), bea.get()})
            if (!desk->isConnected())
                desk->connectToServer();
        settle();
    }
    void settle() { test::settle(*server, {ann.get(), bea.get()}, clock); }

    Record account(MemoryDesk &desk, const QString &name)
    {
        Record record(desk.cache().catalogue().at(Account::entity), ids.next());
        record.set(Account::name, name);
        record.set(Account::type, dictionaryItemId(QStringLiteral("customer_type"), QStringLiteral("company")));
        record.set(Account::level, dictionaryItemId(QStringLiteral("customer_level"), QStringLiteral("ordinary")));
        record.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
        record.set(Account::accountManager, desk.user());
        record.setValue(system::Owner, desk.user());
        return record;
    }
    Record read(MemoryDesk &desk, const RecordRef &ref) { return must(desk.records().load(ref)); }
    app::Saved change(MemoryDesk &desk, const RecordRef &ref, TextField field, const QString &value)
    {
        Record record = read(desk, ref);
        record.set(field, value);
        return must(desk.records().save(record));
    }

    storage::test::TestDatabase database;
    FakeClock clock;
    SeededRandom random{11};
    UuidMaker ids{clock, random};
    std::unique_ptr<MemoryServer> server;
    QList<OpenDoor::Member> members;
    std::unique_ptr<MemoryDesk> ann;
    std::unique_ptr<MemoryDesk> bea;

private:
    std::unique_ptr<MemoryDesk> desk(int number, Declare declare)
    {
        catalogues[number] = std::make_unique<Catalogue>();
        declare(*catalogues[number]);
        return std::make_unique<MemoryDesk>(*server, *catalogues[number], members.at(number), clock, random, folders[number].path());
    }

    bool visits = false; ///< may be made
    QTemporaryDir folders[2];
    std::unique_ptr<Catalogue> catalogues[2];
};

} // namespace

TEST_CASE("a desktop two versions old pushes what it saved, and works with the server of now")
{
    Versions company(declareFirst, GUANXI_ON_BOTH);
    company.run(declareFirst, declareFirst, declareFirst);
    company.meet();
    company.ann->cut();
    const Record made = company.account(*company.ann, QStringLiteral("Made offline"));
    must(company.ann->records().save(made));
    const RecordRef madeRef = made.ref();

    company.run(declareThird, declareFirst, declareThird);
    company.bea->connectToServer();
    company.settle();
    Record theirs = company.account(*company.bea, QStringLiteral("Made by the new program"));
    CHECK_FALSE(company.bea->records().save(theirs).ok()); // it asks for the region
    theirs.set(Region, QStringLiteral("north"));
    theirs.set(Nickname, QStringLiteral("Newbie"));
    must(company.bea->records().save(theirs));
    Record visit(company.bea->cache().catalogue().at(Visit::entity), company.ids.next());
    visit.set(Visit::purpose, QStringLiteral("coffee"));
    visit.set(Visit::account, theirs.id());
    must(company.bea->records().save(visit));
    const RecordRef theirsRef = theirs.ref();
    const RecordRef visitRef = visit.ref();
    company.meet();

    CHECK(company.ann->outbox().parked() == 0);
    CHECK(company.server->record(madeRef)[Account::name] == QLatin1String("Made offline"));
    CHECK(company.read(*company.bea, madeRef)[Account::name] == QLatin1String("Made offline"));
    CHECK(company.read(*company.ann, theirsRef)[Account::name] == QLatin1String("Made by the new program"));
    company.change(*company.ann, theirsRef, Account::shortName, QStringLiteral("short"));
    company.settle();
    const Record now = company.server->record(theirsRef);
    CHECK(now[Account::shortName] == QLatin1String("short"));
    CHECK(now[Nickname] == QLatin1String("Newbie"));

    SECTION("replaced by the program of now, it gets what it had left out")
    {
        company.run(declareThird, declareThird, declareThird);
        company.meet();
        CHECK(company.read(*company.ann, theirsRef)[Nickname] == QLatin1String("Newbie"));
        CHECK(company.read(*company.ann, visitRef)[Visit::purpose] == QLatin1String("coffee"));
        CHECK_FALSE(company.ann->cache().comparison());
        CHECK(company.ann->rows().size() == company.bea->rows().size());
    }
    SECTION("a field that is new to it is not overwritten unseen")
    {
        company.run(declareThird, declareThird, declareThird);
        company.change(*company.ann, theirsRef, Nickname, QStringLiteral("Mine"));
        company.meet();
        CHECK(company.server->record(theirsRef)[Nickname] == QLatin1String("Newbie"));
        CHECK(company.server->all(Conflict::entity).size() == 1);
    }
}

TEST_CASE("a new field brings the rows in which it is filled, and no others")
{
    Versions company(declareSecond);
    company.run(declareSecond, declareFirst, declareSecond);
    QList<Record> accounts;
    for (int i = 0; i < 1'000; ++i) {
        accounts.append(company.account(*company.bea, QStringLiteral("Customer %1").arg(i)));
        if (i % 500 == 7)
            accounts.last().set(Nickname, QStringLiteral("Nick %1").arg(i));
    }
    const QSet<RecordRef> filled{accounts.at(7).ref(), accounts.at(507).ref()};
    company.server->insertAll(accounts);
    company.meet();
    company.run(declareSecond, declareSecond, declareSecond);
    QSet<RecordRef> changed;
    QObject::connect(&company.ann->engine(), &app::SyncEngine::changed, [&](const QSet<RecordRef> &refs) { changed += refs; });
    company.meet();
    CHECK(changed == filled);
    for (const RecordRef &ref : filled)
        CHECK(company.read(*company.ann, ref)[Nickname].startsWith(QLatin1String("Nick")));
}

TEST_CASE("a desktop that does not know all the server shows begins anew, however old the company is")
{
    Versions company(declareSecond);
    company.run(declareSecond, declareFirst, declareSecond);
    company.meet();
    const Record account = company.account(*company.bea, QStringLiteral("Old customer"));
    must(company.bea->records().save(account));
    company.settle();
    company.ann->cut();
    company.clock.advance(qint64(100) * 24 * 3'600'000);
    company.server->hub().tick();
    const Record later = company.account(*company.bea, QStringLiteral("New customer"));
    must(company.bea->records().save(later));
    company.settle();
    company.clock.advance(qint64(100) * 24 * 3'600'000);
    company.server->hub().tick();
    REQUIRE(must(company.server->store().horizon()) > 0);
    company.ann->loseCache();
    company.meet();
    CHECK(company.ann->engine().isQuiet());
    CHECK(company.read(*company.ann, account.ref())[Account::name] == QLatin1String("Old customer"));
}

TEST_CASE("a desktop newer than its server works, and what the server does not understand waits for it")
{
    Versions company(declareFirst, GUANXI_ON_BOTH);
    company.run(declareFirst, declareSecond, declareFirst);
    company.meet();
    Record account = company.account(*company.ann, QStringLiteral("Known to all"));
    account.set(Nickname, QStringLiteral("Nick"));
    const RecordRef ref = account.ref();
    const app::Saved saved = must(company.ann->records().save(account));
    company.meet();
    company.change(*company.ann, ref, Account::shortName, QStringLiteral("short"));
    company.settle();
    const auto check = [&] {
        CHECK(company.ann->outbox().held() == 1);
        CHECK(company.ann->outbox().unsent() == 0);
        CHECK(company.ann->outbox().parked() == 0);
        CHECK(company.read(*company.ann, ref)[Nickname] == QLatin1String("Nick"));
        CHECK(company.read(*company.bea, ref)[Account::shortName] == QLatin1String("short"));
    };
    check();

    SECTION("through a crash and a lost cache")
    {
        company.ann->crash();
        company.meet();
        check();
        company.ann->loseCache();
        company.meet();
        check();
    }
    SECTION("saved while connected")
    {
        company.change(*company.ann, ref, Nickname, QStringLiteral("Nicky"));
        company.settle();
        CHECK(company.ann->outbox().held() == 2);
        company.run(declareSecond, declareSecond, declareSecond);
        company.meet();
        CHECK(company.server->record(ref)[Nickname] == QLatin1String("Nicky"));
    }
    SECTION("undone before the server could hear of it")
    {
        must(company.ann->records().undo(saved.action));
        company.settle();
        CHECK(company.read(*company.ann, ref).isDeleted());
        company.run(declareSecond, declareSecond, declareSecond);
        company.meet();
        CHECK(company.server->record(ref).isDeleted());
        return;
    }
    company.run(declareSecond, declareSecond, declareSecond);
    company.meet();
    CHECK(company.ann->outbox().held() == 0);
    CHECK(company.ann->outbox().parked() == 0);
    CHECK(company.server->record(ref)[Nickname].startsWith(QLatin1String("Nick")));
    CHECK(company.read(*company.bea, ref)[Nickname] == company.read(*company.ann, ref)[Nickname]);
}
