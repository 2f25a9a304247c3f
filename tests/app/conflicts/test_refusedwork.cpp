// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include "common/storage/statement.h"
#include "common/sync/parkedset.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::tests;

namespace {

const QString TaxNumber = QStringLiteral("91310000MA1FL5XK7Q");
const QString Phone = QStringLiteral("021-55551234");

struct World : ConflictCompany {
    Record account = shared(QStringLiteral("Baosteel"));

    Record at(test::MemoryDesk &desk) { return *desk.records().load(account.ref()); }
    void remove(test::MemoryDesk &desk, const RecordRef &ref) { REQUIRE(desk.records().remove({ref}).ok()); }
};

} // namespace

TEST_CASE("An edit of a record deleted meanwhile: restored with the change, or dropped")
{
    World world;
    world.clash([&] { world.remove(world.bea, world.account.ref()); }, [&] { world.change(world.ann, world.account.ref(), Account::phone.id, Phone); });
    world.open(world.bea);
    CHECK(world.kind() == QStringLiteral("Changed here, deleted elsewhere"));
    CHECK(world.words().contains(Phone));
    CHECK(world.words().contains(QStringLiteral("Deleted by")));
    SECTION("restored by mouse")
    {
        world.click(QStringLiteral("Restore with this change"));
        CHECK(world.isSettled());
        CHECK_FALSE(world.at(world.ann).isDeleted());
        CHECK(world.at(world.bea)[Account::phone] == Phone);
    }
    SECTION("dropped by keyboard")
    {
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
        CHECK(world.at(world.bea).isDeleted());
    }
}

TEST_CASE("A record to be deleted that somebody changed: deleted anyway, or kept")
{
    World world;
    world.clash([&] { world.change(world.bea, world.account.ref(), Account::phone.id, Phone); }, [&] { world.remove(world.ann, world.account.ref()); });
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Deleted here, changed elsewhere"));
    CHECK(world.words().contains(QStringLiteral("Changed by")));
    SECTION("deleted by keyboard")
    {
        world.press(Qt::Key_1);
        CHECK(world.isSettled());
        CHECK(world.at(world.bea).isDeleted());
    }
    SECTION("kept by mouse")
    {
        world.click(QStringLiteral("Keep the record"));
        CHECK(world.isSettled());
        CHECK(world.at(world.ann)[Account::phone] == Phone);
    }
}

TEST_CASE("A value that another record has: corrected, merged with the other, or dropped")
{
    World world;
    Record mine = world.newAccount(QStringLiteral("Baosteel again"), world.annId);
    mine.set(Account::taxNumber, TaxNumber);
    mine.set(Account::phone, Phone);
    world.clash([&] { world.change(world.bea, world.account.ref(), Account::taxNumber.id, TaxNumber); }, [&] { REQUIRE(world.ann.records().save(mine).ok()); });
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Value already in use"));
    CHECK(world.words().contains(QStringLiteral("Baosteel again")));
    SECTION("corrected by keyboard")
    {
        world.type(QStringLiteral("91310000607378231L"));
        world.press(Qt::Key_3);
        CHECK(world.isSettled());
        CHECK(world.server.record(mine.ref())[Account::taxNumber] == QStringLiteral("91310000607378231L"));
        CHECK(world.bea.records().load(mine.ref()).ok());
    }
    SECTION("merged by mouse")
    {
        world.click(QStringLiteral("Merge into Baosteel"));
        CHECK(world.isSettled());
        CHECK(world.at(world.bea)[Account::phone] == Phone);
        CHECK(world.at(world.bea)[Account::name] == QStringLiteral("Baosteel"));
        CHECK_FALSE(world.server.record(mine.ref()).isValid());
    }
    SECTION("dropped by keyboard")
    {
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
        CHECK_FALSE(world.server.record(mine.ref()).isValid());
    }
    SECTION("tried again without a correction, it stays the same one conflict")
    {
        world.press(Qt::Key_1);
        CHECK(world.server.all(Conflict::entity).size() == 1);
        CHECK(waitFor([&] { return world.view->count() == 1; }));
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
    }
}

TEST_CASE("A child of a record deleted meanwhile: its parent is restored, or it gets another one")
{
    World world;
    const Record other = world.shared(QStringLiteral("Ansteel"));
    Record contact;
    world.clash([&] { world.remove(world.bea, world.account.ref()); },
                [&] {
                    contact = world.ann.records().create(Contact::entity);
                    contact.set(Contact::name, QStringLiteral("Wang Fang"));
                    contact.set(Contact::account, world.account.id());
                    REQUIRE(world.ann.records().save(contact).ok());
                });
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Belongs to a deleted record"));
    CHECK(world.words().contains(QStringLiteral("Wang Fang")));
    SECTION("restored by mouse")
    {
        world.click(QStringLiteral("Restore Baosteel"));
        CHECK(world.isSettled());
        CHECK_FALSE(world.at(world.bea).isDeleted());
        CHECK(world.server.record(contact.ref())[Contact::account] == world.account.id());
    }
    SECTION("another parent, sent by keyboard")
    {
        world.choose(other[Account::name]);
        world.press(Qt::Key_3);
        CHECK(world.isSettled());
        CHECK(world.server.record(contact.ref())[Contact::account] == other.id());
    }
}

TEST_CASE("What waits for another refused change is sent again once that is settled")
{
    World world;
    Record mine = world.newAccount(QStringLiteral("Second"), world.annId);
    mine.set(Account::taxNumber, TaxNumber);
    Record contact;
    world.clash([&] { world.change(world.bea, world.account.ref(), Account::taxNumber.id, TaxNumber); },
                [&] {
                    REQUIRE(world.ann.records().save(mine).ok());
                    contact = world.ann.records().create(Contact::entity);
                    contact.set(Contact::name, QStringLiteral("Wang Fang"));
                    contact.set(Contact::account, mine.id());
                    REQUIRE(world.ann.records().save(contact).ok());
                });
    world.open(world.ann);
    REQUIRE(world.view->count() == 2);
    QTreeWidget &list = world.view->list();
    for (int i = 0; i < 2; ++i)
        if (list.topLevelItem(i)->text(1) == QStringLiteral("Value already in use"))
            list.setCurrentItem(list.topLevelItem(i));
    world.type(QStringLiteral("91310000607378231L"));
    world.press(Qt::Key_3);
    REQUIRE(waitFor([&] { return world.view->count() == 1; }));
    CHECK(world.kind() == QStringLiteral("Waits for another conflict"));
    CHECK(world.words().contains(QStringLiteral("depends on has not been accepted yet")));
    world.press(Qt::Key_1);
    CHECK(world.isSettled());
    CHECK(world.server.record(contact.ref())[Contact::account] == mine.id());
}

TEST_CASE("A tree that would become a loop: another place is chosen")
{
    World world;
    const Record lower = world.shared(QStringLiteral("Lower"));
    const Record elsewhere = world.shared(QStringLiteral("Elsewhere"));
    world.clash([&] { world.change(world.bea, lower.ref(), Account::parent.id, Value(world.account.id())); },
                [&] { world.change(world.ann, world.account.ref(), Account::parent.id, Value(lower.id())); });
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Would contain itself"));
    world.choose(elsewhere[Account::name]);
    world.click(QStringLiteral("Try with this value"));
    CHECK(world.isSettled());
    CHECK(world.at(world.bea)[Account::parent] == elsewhere.id());
}

TEST_CASE("A right that was lost: whoever has it applies the change for its author, as it was made")
{
    World world;
    world.clash(
        [&] {
            Record moved = world.at(world.bea);
            moved.setValue(system::Owner, world.beaId);
            moved.set(Account::accountManager, world.beaId);
            REQUIRE(world.bea.records().save(moved).ok());
        },
        [&] { world.change(world.ann, world.account.ref(), Account::phone.id, Phone); });
    world.open(world.bea);
    CHECK(world.kind() == QStringLiteral("Right was withdrawn"));
    CHECK(world.words().contains(Phone));
    SECTION("applied by mouse")
    {
        world.click(QStringLiteral("Apply for ann"));
        CHECK(world.isSettled());
        CHECK(world.at(world.bea)[Account::phone] == Phone);
    }
    SECTION("dropped by keyboard")
    {
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
        CHECK(world.at(world.bea)[Account::phone].isEmpty());
    }
}

TEST_CASE("A rule that refuses a value: corrected and sent again")
{
    World world;
    // A desk of an older program lets through what the server of today refuses.
    const Record faulty = world.at(world.ann);
    world.sendRaw(world.ann, {{ChangeKind::Update, faulty.ref(), faulty.rev(), {{Account::email.id, Value(), Value(QStringLiteral("nonsense")), faulty.rev()}}}});
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Against a rule"));
    world.type(QStringLiteral("office@baosteel.example"));
    world.press(Qt::Key_3);
    CHECK(world.isSettled());
    CHECK(world.at(world.bea)[Account::email] == QStringLiteral("office@baosteel.example"));
}
