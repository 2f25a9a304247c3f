// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include "common/model/builder.h"
#include "common/model/catalogue/parts.h"

#include <catch2/generators/catch_generators.hpp>

#include <QApplication>
#include <QClipboard>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::tests;

TEST_CASE("A record made under an id that is taken: saved as one of its own, or dropped")
{
    ConflictCompany world;
    Record theirs = world.newAccount(QStringLiteral("Baosteel"), world.annId);
    Record mine = world.newAccount(QStringLiteral("Ansteel"), world.annId);
    Record same(theirs.entity(), theirs.id());
    for (const Field &field : mine.entity().fields())
        same.setValue(field.id, mine.value(field.id));
    world.clash([&] { REQUIRE(world.bea.records().save(theirs).ok()); },
                [&] { REQUIRE(world.ann.records().save(same).ok()); });
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Created twice"));
    CHECK(world.words().contains(QStringLiteral("Ansteel")));
    const auto named = [&](const QString &name) {
        QList<Record> accounts = world.server.all(Account::entity);
        accounts.removeIf([&](const Record &account) { return account[Account::name] != name; });
        return accounts.size();
    };
    SECTION("of its own, by mouse or keyboard")
    {
        if (GENERATE(true, false))
            world.click(QStringLiteral("Save as a new record"));
        else
            world.press(Qt::Key_1);
        CHECK(world.isSettled());
        CHECK(named(QStringLiteral("Ansteel")) == 1);
    }
    SECTION("dropped by keyboard")
    {
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
        CHECK(named(QStringLiteral("Ansteel")) == 0);
    }
    CHECK(world.now(theirs)[Account::name] == QStringLiteral("Baosteel"));
}

namespace {

/// A thing that goes one way, step by step.
struct Parcel {
    static constexpr EntityId entity = 990;
    static constexpr TextField name{16};
    static constexpr NumberField state{17};

    enum State { Packed = 1, Sent, Delivered, Returned };
    enum Step { Send = 1, Deliver, GiveBack };
};

void declareParcels(Catalogue &catalogue)
{
    using parts::Arrow;
    test::MemoryServer::declareSome(catalogue);
    EntityBuilder parcel(catalogue, Parcel::entity, "parcel", "Parcel", "Parcels");
    parcel.area(Area::Work).workspace(Workspace::Work, "package").owned().title({Parcel::name.id});
    parcel.text(Parcel::name, "name", 64).required().listed();
    parcel.state(Parcel::state, "state").listed();
    parcel.states(Parcel::state, {parts::state(Parcel::Packed, "packed", Tone::Neutral), parts::state(Parcel::Sent, "sent", Tone::Active),
                                  parts::state(Parcel::Delivered, "delivered", Tone::Good), parts::state(Parcel::Returned, "returned", Tone::Closed)});
    parcel.transition(Arrow(Parcel::Send, "send", {Parcel::Packed}, Parcel::Sent));
    parcel.transition(Arrow(Parcel::Deliver, "deliver", {Parcel::Sent}, Parcel::Delivered));
    parcel.transition(Arrow(Parcel::GiveBack, "give_back", {Parcel::Delivered}, Parcel::Returned));
}

/// A parcel that both see.
struct Job : ConflictCompany {
    Record job;

    Job() : ConflictCompany(declareParcels)
    {
        for (const Uuid &role : {own, all})
            server.allow(role, Parcel::entity, Reach::All, true);
        settle();
        job = ann.records().create(Parcel::entity);
        job.set(Parcel::name, QStringLiteral("Valves"));
        REQUIRE(ann.records().save(job).ok());
        settle();
    }
    void step(test::MemoryDesk &desk, const QList<int> &transitions)
    {
        for (int transition : transitions)
            REQUIRE(desk.records().transition(*desk.records().load(job.ref()), transition).ok());
    }
    /// They took different ways; Ann's ends where Bea's has left it.
    void part(const QList<int> &beas, const QList<int> &anns)
    {
        clash([&] { step(bea, beas); }, [&] { step(ann, anns); });
        open(ann);
        REQUIRE(view->count() >= 1);
        CHECK(kind() == QStringLiteral("Step no longer possible"));
        CHECK(words().contains(QStringLiteral("moved on")));
    }
};

} // namespace

TEST_CASE("A step that is not possible any more is dropped where nothing leads on")
{
    Job world;
    world.part({Parcel::Send, Parcel::Deliver, Parcel::GiveBack}, {Parcel::Send, Parcel::Deliver});
    while (world.view->count() > 0)
        world.press(Qt::Key_2);
    CHECK(world.isSettled());
    CHECK(world.now(world.job)[Parcel::state] == Parcel::Returned);
}

TEST_CASE("A step that is not possible any more: another one leads on from where the record stands now")
{
    Job world;
    world.part({Parcel::Send, Parcel::Deliver}, {Parcel::Send});
    if (GENERATE(true, false))
        world.click(QStringLiteral("Give back instead"));
    else
        world.press(Qt::Key_4);
    CHECK(world.isSettled());
    CHECK(world.now(world.job)[Parcel::state] == Parcel::Returned);
}

TEST_CASE("A value for a field that the server does not know is shown, copied and let go")
{
    ConflictCompany world;
    const Record account = world.shared(QStringLiteral("Baosteel"));
    world.sendRaw(world.ann, {{ChangeKind::Update, account.ref(), account.rev(), {{4711, Value(), Value(QStringLiteral("size 42")), account.rev()}}}});
    world.open(world.ann);
    CHECK(world.kind() == QStringLiteral("Field no longer exists"));
    CHECK(world.words().contains(QStringLiteral("size 42")));
    if (GENERATE(true, false))
        world.click(QStringLiteral("Copy the value"));
    else
        world.press(Qt::Key_1);
    CHECK(QApplication::clipboard()->text() == QStringLiteral("size 42"));
    CHECK(world.view->count() == 1);
    if (GENERATE(true, false))
        world.click(QStringLiteral("Let it go"));
    else
        world.press(Qt::Key_2);
    CHECK(world.isSettled());
}

TEST_CASE("What the server failed at is tried again once it is mended, or dropped")
{
    ConflictCompany world;
    world.shared(QStringLiteral("taken"));
    storage::Database &database = world.server.store().database();
    world.ann.cut();
    const Record mine = world.newAccount(QStringLiteral("taken"), world.annId);
    REQUIRE(world.ann.records().save(mine).ok());
    REQUIRE(database.execute("CREATE UNIQUE INDEX fault ON account (name)").ok());
    world.meet();
    REQUIRE(database.execute("DROP INDEX fault").ok());
    world.open(world.ann);
    REQUIRE(world.view->count() == 1);
    CHECK(world.kind() == QStringLiteral("Could not be applied"));
    CHECK(world.words().contains(QStringLiteral("taken")));
    SECTION("tried again, by mouse or keyboard")
    {
        if (GENERATE(true, false))
            world.click(QStringLiteral("Try again"));
        else
            world.press(Qt::Key_1);
        CHECK(world.now(mine)[Account::name] == QStringLiteral("taken"));
        // It is also the name of another one, of which its author is told.
        REQUIRE(waitFor([&] { return world.kind() == QStringLiteral("Possible duplicate"); }));
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
    }
    SECTION("dropped by keyboard")
    {
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
        CHECK_FALSE(world.now(mine).isValid());
    }
}

TEST_CASE("Tags that clash are united: an undo that came too late")
{
    ConflictCompany world;
    const Record account = world.shared(QStringLiteral("Baosteel"));
    world.change(world.ann, account.ref(), Account::tags.id, QStringList{QStringLiteral("old")});
    world.settle();
    const app::Saved saved = world.change(world.ann, account.ref(), Account::tags.id, QStringList{QStringLiteral("new")});
    world.settle();
    world.clash([&] { world.change(world.bea, account.ref(), Account::tags.id, QStringList{QStringLiteral("key"), QStringLiteral("new")}); },
                [&] { REQUIRE(world.ann.records().undo(saved.action).ok()); });
    world.open(world.ann);
    REQUIRE(world.view->count() == 1);
    if (GENERATE(true, false))
        world.click(QStringLiteral("Keep both"));
    else
        world.press(Qt::Key_4);
    CHECK(world.isSettled());
    QStringList tags = world.now(account)[Account::tags];
    tags.sort();
    CHECK(tags == QStringList{QStringLiteral("key"), QStringLiteral("new"), QStringLiteral("old")});
}
