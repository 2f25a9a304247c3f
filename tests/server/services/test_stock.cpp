// SPDX-License-Identifier: GPL-3.0-or-later
#include "stockroom.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

struct World : SmallCompany {
    explicit World(storage::Backend backend) : SmallCompany(backend, MemoryServer::declareStockToo) {}

    Uuid keeper = user(QStringLiteral("bea"), west, all);
    WireClient client{server, QStringLiteral("bea"), keeper, clock};
    StockRoom room{*this};

    RecordChange step(const Record &document, StockDocument::Status to) { return edit(now(document), StockDocument::status.id, qint64(to)); }
    /// A document with a line, saved and then posted.
    PushResult post(const Record &document, const QList<Record> &lines)
    {
        QList<RecordChange> changes{insertionOf(document)};
        for (const Record &line : lines)
            changes.append(insertionOf(line));
        REQUIRE(client.push(changes).status == PushStatus::Applied);
        return client.push({step(document, StockDocument::Posted)});
    }
    Record receive(qint64 pieces)
    {
        const Record receipt = room.document("purchase_in", room.main);
        REQUIRE(post(receipt, {room.line(receipt, pieces)}).status == PushStatus::Applied);
        return receipt;
    }
    void checkSums()
    {
        for (const Record &warehouse : {room.main, room.branch})
            CHECK(room.onHand(warehouse) == room.moved(warehouse));
    }
    Record conflict() { return server.all(Conflict::entity).value(0); }
};

} // namespace

TEST_CASE("what is on hand is the sum of what posted documents moved: posted, reversed, deleted and restored")
{
    World world(GUANXI_ON_BOTH);
    const Record receipt = world.receive(10);
    CHECK(world.room.onHand(world.room.main) == 10);
    const Record issue = world.room.document("sales_out", world.room.main);
    REQUIRE(world.post(issue, {world.room.line(issue, 3), world.room.line(issue, 1, 2)}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 6);
    world.checkSums();
    REQUIRE(world.client.push({world.step(issue, StockDocument::Reversed)}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 10);
    world.checkSums();
    CHECK(world.now(receipt)[StockDocument::number].startsWith(QLatin1String("ST-")));
    REQUIRE(world.client.push({deletion(world.now(receipt))}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 0);
    RecordChange restored = deletion(world.now(receipt));
    restored.kind = ChangeKind::Restore;
    REQUIRE(world.client.push({restored}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 10);
    world.checkSums();
}

TEST_CASE("a receipt whose goods have left is not taken back, unless stock may run short")
{
    World world(GUANXI_ON_BOTH);
    const Record receipt = world.receive(5);
    const Record issue = world.room.document("sales_out", world.room.main);
    REQUIRE(world.post(issue, {world.room.line(issue, 3)}).status == PushStatus::Applied);
    CHECK(world.client.push({world.step(receipt, StockDocument::Reversed)}).code == ErrorCode::StockShort);
    CHECK(world.room.onHand(world.room.main) == 2);
    world.room.setPolicy(Warehouse::Allow);
    CHECK(world.client.push({world.step(receipt, StockDocument::Reversed)}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == -3);
    world.checkSums();
}

TEST_CASE("a back order that is posted again when more runs short leaves the first one as it is")
{
    World world(GUANXI_ON_BOTH);
    world.room.setPolicy(Warehouse::BackOrder);
    world.receive(3);
    const Record issue = world.room.document("sales_out", world.room.main);
    REQUIRE(world.post(issue, {world.room.line(issue, 5)}).status == PushStatus::Applied);
    const Record first = world.server.record(world.conflict()[Conflict::record]);
    world.receive(1);
    REQUIRE(world.client.push({world.step(first, StockDocument::Posted)}).status == PushStatus::Applied);
    QList<Record> drafts = world.server.all(StockDocument::entity);
    drafts.removeIf([](const Record &document) { return document[StockDocument::status] != StockDocument::Draft; });
    CHECK(drafts.size() == 1);
    CHECK(drafts.value(0).id() != first.id());
    CHECK(world.room.onHand(world.room.main) == 0);
    world.checkSums();
}

TEST_CASE("a transfer takes from one warehouse what it brings to the other, and a count says what is there")
{
    World world(GUANXI_ON_BOTH);
    world.receive(10);
    Record transfer = world.room.document("transfer", world.room.main);
    transfer.set(StockDocument::toWarehouse, world.room.branch.id());
    Record line = world.room.line(transfer, 4);
    line.set(StockDocumentLine::toLocation, world.room.rack.id());
    REQUIRE(world.post(transfer, {line}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 6);
    CHECK(world.room.onHand(world.room.branch) == 4);
    world.checkSums();
    const Record count = world.room.document("count", world.room.main);
    REQUIRE(world.post(count, {world.room.line(count, 5)}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 5);
    CHECK(world.client.push({world.step(count, StockDocument::Reversed)}).code == ErrorCode::RuleRefused);
}

TEST_CASE("where stock may not run short, what takes out more is parked and takes out nothing")
{
    World world(GUANXI_ON_BOTH);
    world.receive(3);
    const Record issue = world.room.document("sales_out", world.room.main);
    const Record line = world.room.line(issue, 5);
    const PushResult result = world.post(issue, {line});
    CHECK(result.status == PushStatus::Parked);
    CHECK(result.code == ErrorCode::StockShort);
    CHECK(result.args == QStringList{QStringLiteral("3"), QStringLiteral("5"), line.id().text()});
    CHECK(world.conflict()[Conflict::kind] == Conflict::StockNegative);
    CHECK(world.conflict()[Conflict::record] == issue.ref());
    CHECK(world.now(issue)[StockDocument::status] == StockDocument::Draft);
    CHECK(world.room.onHand(world.room.main) == 3);
}

TEST_CASE("two who each take out what is there: the first gets it")
{
    World world(GUANXI_ON_BOTH);
    world.receive(5);
    const Record first = world.room.document("sales_out", world.room.main);
    const Record second = world.room.document("other_out", world.room.main);
    CHECK(world.post(first, {world.room.line(first, 3)}).status == PushStatus::Applied);
    CHECK(world.post(second, {world.room.line(second, 3)}).code == ErrorCode::StockShort);
    CHECK(world.room.onHand(world.room.main) == 2);
    world.checkSums();
}

TEST_CASE("where a back order is made, what is there leaves and the rest waits in a draft with a number of its own")
{
    World world(GUANXI_ON_BOTH);
    world.room.setPolicy(Warehouse::BackOrder);
    world.receive(3);
    const Record issue = world.room.document("sales_out", world.room.main);
    const Record first = world.room.line(issue, 2);
    const Record second = world.room.line(issue, 2, 2);
    const Record third = world.room.line(issue, 7, 3);
    CHECK(world.post(issue, {first, second, third}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == 0);
    world.checkSums();
    const Record conflict = world.conflict();
    REQUIRE(conflict.isValid());
    CHECK(conflict[Conflict::kind] == Conflict::StockNegative);
    CHECK(conflict.isNull(Conflict::parked));
    const Record rest = world.server.record(conflict[Conflict::record]);
    CHECK(rest[StockDocument::status] == StockDocument::Draft);
    CHECK(rest[StockDocument::number].startsWith(QLatin1String("ST-")));
    CHECK(rest[StockDocument::number] != world.now(issue)[StockDocument::number]);
    CHECK(world.now(second)[StockDocumentLine::quantity] == Piece);
    CHECK(world.now(third)[StockDocumentLine::document] == rest.id());
    qint64 waiting = 0;
    for (const Record &line : world.server.all(StockDocumentLine::entity))
        if (line[StockDocumentLine::document] == rest.id())
            waiting += line[StockDocumentLine::quantity];
    CHECK(waiting == 8 * Piece);
}

TEST_CASE("where stock may run short, the document is posted and its author is told")
{
    World world(GUANXI_ON_BOTH);
    world.room.setPolicy(Warehouse::Allow);
    const Record issue = world.room.document("sales_out", world.room.main);
    CHECK(world.post(issue, {world.room.line(issue, 2)}).status == PushStatus::Applied);
    CHECK(world.room.onHand(world.room.main) == -2);
    CHECK(world.conflict()[Conflict::record] == issue.ref());
    CHECK(world.conflict()[Conflict::mineBy] == world.keeper);
    CHECK(world.conflict().isNull(Conflict::parked));
    world.checkSums();
}

TEST_CASE("lines of a posted document stand, and balances are the server's alone")
{
    World world(GUANXI_ON_BOTH);
    const Record receipt = world.room.document("purchase_in", world.room.main);
    const Record line = world.room.line(receipt, 3);
    REQUIRE(world.post(receipt, {line}).status == PushStatus::Applied);
    CHECK(world.client.push({edit(world.now(line), StockDocumentLine::quantity.id, 9 * Piece)}).code == ErrorCode::WrongState);
    CHECK(world.client.push({insertionOf(world.room.line(receipt, 4, 2))}).code == ErrorCode::WrongState);
    const Record balance = world.server.all(StockBalance::entity).value(0);
    CHECK(world.client.push({edit(balance, StockBalance::quantity.id, 99 * Piece)}).code == ErrorCode::NotAllowed);
    CHECK(world.room.onHand(world.room.main) == 3);
}
