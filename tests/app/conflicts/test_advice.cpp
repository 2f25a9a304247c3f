// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include "app/views/generic/mergedialog.h"
#include "app/widgets/timeline.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::tests;
using app::TimelineView;

namespace {

const QString TaxNumber = QStringLiteral("91310000MA1FL5XK7Q");
const QStringList Theirs{QStringLiteral("key")};
const QStringList Mine{QStringLiteral("steel")};
const QStringList Both{QStringLiteral("key"), QStringLiteral("steel")};

/// Both gave the customer a tag; the program kept both.
struct TwoTags : ConflictCompany {
    Record account = shared(QStringLiteral("Baosteel"));

    TwoTags()
    {
        clash([&] { change(bea, account.ref(), Account::tags.id, Theirs); }, [&] { change(ann, account.ref(), Account::tags.id, Mine); });
        REQUIRE(now(account)[Account::tags] == Both);
    }
    QStringList tags(test::MemoryDesk &desk) { return (*desk.records().load(account.ref()))[Account::tags]; }
    TimelineView &timeline(test::MemoryDesk &desk)
    {
        shown = std::make_unique<TimelineView>(desk.records(), account.ref());
        shown->resize(900, 400);
        activate(*shown);
        shown->reload();
        return *shown;
    }
    QPushButton *putBack() const { return shown->findChild<QPushButton *>(); }
    QString story() const
    {
        QStringList lines;
        for (int row = 0; row < shown->model()->rowCount(); ++row)
            lines.append(shown->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return lines.join(u'\n');
    }

    std::unique_ptr<TimelineView> shown;
};

struct TwoAlike : ConflictCompany {
    Record known = shared(QStringLiteral("Baosteel"));
    Record fresh;

    /// Ann, who does not know that there is one, makes another.
    TwoAlike()
    {
        fresh = newAccount(QStringLiteral("BAOSTEEL"), annId);
        fresh.set(Account::website, QStringLiteral("https://baosteel.example"));
        fresh.set(Account::taxNumber, TaxNumber);
        REQUIRE(ann.records().save(fresh).ok());
        Record contact = ann.records().create(Contact::entity);
        contact.set(Contact::name, QStringLiteral("Wang Fang"));
        contact.set(Contact::account, fresh.id());
        REQUIRE(ann.records().save(contact).ok());
        wang = contact.ref();
        settle();
    }
    RecordRef wang;
};

} // namespace

TEST_CASE("A value that was merged stands in the record's history, asks nobody, and is put back with one click")
{
    TwoTags world;
    test::MemoryDesk &desk = GENERATE(true, false) ? world.ann : world.bea;
    world.open(desk);
    CHECK(world.view->count() == 0);
    world.timeline(desk);
    for (const QString &word : {QStringLiteral("Tags"), QStringLiteral("merged"), QStringLiteral("key"), QStringLiteral("steel"), QStringLiteral("ann"), QStringLiteral("bea")})
        CHECK(world.story().contains(word));
    REQUIRE(world.putBack());
    SECTION("by mouse") { QTest::mouseClick(world.putBack(), Qt::LeftButton); }
    SECTION("by keyboard")
    {
        world.putBack()->setFocus();
        QTest::keyClick(world.putBack(), Qt::Key_Space);
    }
    CHECK(world.tags(desk) == Theirs);
    CHECK_FALSE(waitFor([&] { return world.putBack() != nullptr && world.putBack()->isVisible(); }) == true);
    world.settle();
    CHECK(world.tags(world.ann) == Theirs);
    CHECK(world.tags(world.bea) == Theirs);
    CHECK(desk.records().undo(desk.records().lastUndoable()).ok());
    world.settle();
    CHECK(world.tags(world.bea) == Both);
}

TEST_CASE("Nothing is put back where somebody has gone on from the merged value")
{
    TwoTags world;
    world.change(world.bea, world.account.ref(), Account::tags.id, QStringList{QStringLiteral("new")});
    world.settle();
    world.timeline(world.ann);
    CHECK(world.story().contains(QStringLiteral("merged")));
    CHECK_FALSE(world.putBack());
}

TEST_CASE("Nothing is put back by who may not change the record")
{
    TwoTags world;
    world.server.hideField(world.own, Account::entity, Account::tags.id, FieldRight::Read);
    world.settle();
    world.timeline(world.ann);
    CHECK(world.story().contains(QStringLiteral("merged")));
    CHECK_FALSE(world.putBack());
}

TEST_CASE("A record that looks like another one: merged into it, or said to be different")
{
    TwoAlike world;
    world.open(world.ann);
    REQUIRE(world.view->count() == 1);
    CHECK(world.kind() == QStringLiteral("Possible duplicate"));
    for (const QString &word : {QStringLiteral("Baosteel"), QStringLiteral("BAOSTEEL"), QStringLiteral("https://baosteel.example")})
        CHECK(world.words().contains(word));
    SECTION("merged, by mouse or keyboard: nothing is lost, and it can be undone")
    {
        if (GENERATE(true, false))
            world.click(QStringLiteral("Merge"));
        else
            world.press(Qt::Key_1);
        auto *dialog = world.view->findChild<app::MergeDialog *>();
        REQUIRE(dialog);
        REQUIRE(waitFor([&] { return dialog->plan().isReady(); }));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("merge")), Qt::LeftButton);
        REQUIRE(waitFor([&] { return !world.frame->said.isEmpty(); }));
        CHECK(world.isSettled());
        CHECK(world.now(world.fresh).isDeleted());
        CHECK(world.now(world.known)[Account::website] == QStringLiteral("https://baosteel.example"));
        CHECK(world.now(world.known)[Account::taxNumber] == TaxNumber);
        CHECK(world.now(world.known)[Account::name] == QStringLiteral("Baosteel"));
        CHECK(world.server.record(world.wang)[Contact::account] == world.known.id());
        REQUIRE(world.ann.records().undo(world.ann.records().lastUndoable()).ok());
        world.settle();
        CHECK_FALSE(world.now(world.fresh).isDeleted());
        CHECK(world.server.record(world.wang)[Contact::account] == world.fresh.id());
    }
    SECTION("different, by mouse or keyboard: both stay, and nobody asks again")
    {
        if (GENERATE(true, false))
            world.click(QStringLiteral("They are different"));
        else
            world.press(Qt::Key_2);
        CHECK(world.isSettled());
        world.change(world.ann, world.fresh.ref(), Account::name.id, QStringLiteral("Bao"));
        world.settle();
        world.change(world.ann, world.fresh.ref(), Account::name.id, QStringLiteral("Baosteel"));
        CHECK(world.isSettled());
        CHECK_FALSE(world.now(world.fresh).isDeleted());
    }
}

TEST_CASE("Of a colleague's record that one may not see, one learns only that there is one")
{
    ConflictCompany world;
    world.make(world.bea, QStringLiteral("Baosteel"));
    world.settle();
    const Record mine = world.make(world.ann, QStringLiteral("Baosteel"));
    world.settle();
    world.open(world.ann);
    REQUIRE(world.view->count() == 1);
    CHECK(world.words().contains(QStringLiteral("which you may not see")));
    CHECK_FALSE(world.offers(QStringLiteral("Merge")));
    CHECK_FALSE(world.offers(QStringLiteral("Open the other")));
    world.press(Qt::Key_2);
    CHECK(world.isSettled());
}
