// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include "tests/server/services/stockroom.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::tests;
using test::Piece;

namespace {

/// Five pieces are in the main warehouse and ten in the branch. Bea takes out three; Ann, away, wants four.
struct World : ConflictCompany {
    World() : ConflictCompany(test::MemoryServer::declareStockToo) { settle(); }

    test::StockRoom room{*this};
    Record wanted;
    Record line;

    Record post(test::MemoryDesk &desk, const char *type, const Record &warehouse, qint64 pieces)
    {
        const Record document = room.document(type, warehouse);
        line = room.line(document, pieces);
        REQUIRE(desk.records().saveAll({document, line}, QStringLiteral("save")).ok());
        REQUIRE(desk.records().transition(*desk.records().load(document.ref()), StockDocument::Post).ok());
        return document;
    }
    void run(Warehouse::Shortage policy = Warehouse::Refuse)
    {
        room.setPolicy(policy);
        settle();
        post(bea, "purchase_in", room.main, 5);
        post(bea, "purchase_in", room.branch, 10);
        settle();
        clash([&] { post(bea, "sales_out", room.main, 3); }, [&] { wanted = post(ann, "sales_out", room.main, 4); });
        open(ann);
        REQUIRE(view->count() == 1);
        CHECK(kind() == QStringLiteral("Not enough stock"));
    }
    bool isPosted() { return server.record(wanted.ref())[StockDocument::status] == StockDocument::Posted; }
    void checkStock(qint64 main, qint64 branch)
    {
        CHECK(room.onHand(room.main) == main);
        CHECK(room.onHand(room.branch) == branch);
        CHECK(room.moved(room.main) == main);
        CHECK(room.moved(room.branch) == branch);
    }
};

} // namespace

TEST_CASE("A document that takes out more than there is: less, from elsewhere, later, or not at all")
{
    World world;
    world.run();
    for (const QString &word : {QStringLiteral("Only 2 of the 4"), QStringLiteral("Valve")})
        CHECK(world.words().contains(word));
    world.checkStock(2, 10);
    SECTION("less, by keyboard: what is there is proposed")
    {
        world.press(Qt::Key_3);
        CHECK(world.isSettled());
        CHECK(world.isPosted());
        CHECK(world.server.record(world.line.ref())[StockDocumentLine::quantity] == 2 * Piece);
        world.checkStock(0, 10);
    }
    SECTION("less, typed, by mouse")
    {
        world.type(QStringLiteral("1"));
        world.click(QStringLiteral("Try with this quantity"));
        CHECK(world.isSettled());
        world.checkStock(1, 10);
    }
    SECTION("from another warehouse, by keyboard")
    {
        world.choose(QStringLiteral("Branch"), 1);
        world.press(Qt::Key_4);
        CHECK(world.isSettled());
        CHECK(world.isPosted());
        CHECK(world.server.record(world.line.ref())[StockDocumentLine::location] == world.room.rack.id());
        world.checkStock(2, 6);
    }
    SECTION("once more has come")
    {
        world.press(Qt::Key_1);
        REQUIRE(waitFor([&] { return world.view->count() == 1; }));
        const Record line = world.line;
        world.post(world.bea, "purchase_in", world.room.main, 2);
        world.settle();
        world.click(QStringLiteral("Try again"));
        CHECK(world.isSettled());
        world.checkStock(0, 10);
    }
    SECTION("not at all, by keyboard")
    {
        world.press(Qt::Key_2);
        CHECK(world.isSettled());
        CHECK_FALSE(world.isPosted());
        world.checkStock(2, 10);
    }
}

TEST_CASE("Where a back order is made or stock may run short, the author is told and notes it")
{
    World world;
    const bool backOrder = GENERATE(true, false);
    world.run(backOrder ? Warehouse::BackOrder : Warehouse::Allow);
    CHECK(world.isPosted());
    CHECK(world.words().contains(backOrder ? QStringLiteral("the rest waits in this back order") : QStringLiteral("was posted although")));
    CHECK(world.editor() == nullptr);
    world.checkStock(backOrder ? 0 : -2, 10);
    world.press(Qt::Key_2);
    CHECK(world.isSettled());
}
