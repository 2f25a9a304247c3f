// SPDX-License-Identifier: GPL-3.0-or-later
// A newer program at the server, and later at a desk that was open with the older one.
#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "tests/support/memorydesk.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

namespace {

struct Thing {
    static constexpr EntityId entity = 901;
    static constexpr TextField name{16};
    static constexpr TextField colour{17}; ///< of the newer program
};

void declareThing(Catalogue &catalogue, bool isLater)
{
    declareOrganisation(catalogue);
    declarePlatform(catalogue);
    EntityBuilder thing(catalogue, Thing::entity, "thing", "Thing", "Things");
    thing.area(Area::Sales).owned().title({Thing::name.id});
    thing.text(Thing::name, "name", 100).required();
    if (isLater)
        thing.text(Thing::colour, "colour", 100);
}
void declareOld(Catalogue &catalogue) { declareThing(catalogue, false); }
void declareNew(Catalogue &catalogue) { declareThing(catalogue, true); }

/// The server knows colours, the desk does not yet.
struct Upgrade {
    Upgrade()
    {
        declareOld(older);
        const Uuid user = server.addUser(QStringLiteral("ann"), server.root);
        server.grant(user, server.addRole(QStringLiteral("all"), {{Thing::entity, Reach::All}, {ids::Conflict, Reach::All}}));
        desk = std::make_unique<MemoryDesk>(server, older, OpenDoor::Member{user, server.addReplica(user, QStringLiteral("ann")), QStringLiteral("ann")}, clock, random);
        thing = Record(server.catalogue().at(Thing::entity), ids.next());
        thing.set(Thing::name, QStringLiteral("Chair"));
        thing.set(Thing::colour, QStringLiteral("red"));
        server.insert(thing);
        meet();
    }
    void meet()
    {
        desk->connectToServer();
        settle(server, {desk.get()}, clock);
    }
    void installNew()
    {
        desk->install(server.catalogue());
        desk->crash();
    }
    QString colourHere() { return desk->records().load(thing.ref()).value()[Thing::colour]; }

    FakeClock clock;
    SeededRandom random{7};
    MemoryServer server{clock, random, {storage::Backend::Sqlite, QStringLiteral(":memory:"), {}, storage::Durability::Off, false, 16}, declareNew};
    UuidMaker ids{clock, random};
    Catalogue older;
    std::unique_ptr<MemoryDesk> desk;
    Record thing;
};

} // namespace

TEST_CASE("a newer program reads the fields that the older one did not know, of rows it has")
{
    Upgrade company;
    company.installNew();
    CHECK(company.colourHere().isEmpty());
    company.meet();
    CHECK(company.colourHere() == QLatin1String("red"));
}

TEST_CASE("what is typed into a field before it was read overwrites nothing unseen")
{
    Upgrade company;
    company.installNew();
    Record changed = company.desk->records().load(company.thing.ref()).value();
    changed.set(Thing::colour, QStringLiteral("blue"));
    REQUIRE(company.desk->records().save(changed).ok());
    company.meet();
    CHECK(company.server.record(company.thing.ref())[Thing::colour] == QLatin1String("red"));
    CHECK(company.server.all(ids::Conflict).size() == 1);
}

TEST_CASE("an older program that works on with a newer server leaves alone what it does not know")
{
    Upgrade company;
    Record changed = company.desk->records().load(company.thing.ref()).value();
    changed.set(Thing::name, QStringLiteral("Armchair"));
    REQUIRE(company.desk->records().save(changed).ok());
    company.meet();
    const Record stored = company.server.record(company.thing.ref());
    CHECK(stored[Thing::name] == QLatin1String("Armchair"));
    CHECK(stored[Thing::colour] == QLatin1String("red"));
}

TEST_CASE("a program that knows all it knew before reads nothing again")
{
    Upgrade company;
    company.installNew();
    company.meet();
    company.desk->crash();
    CHECK(company.desk->cache().streams().isSettled());
}
