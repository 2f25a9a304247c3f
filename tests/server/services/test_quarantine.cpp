// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/codec.h"
#include "common/model/valuejson.h"
#include "common/sync/parkedset.h"

#include <catch2/generators/catch_generators.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

/// Ann's laptop is lost; Bea sees all customers and all their fields, Cid only those of the west.
struct Lost : SmallCompany {
    explicit Lost(storage::Backend backend) : SmallCompany(backend) {}

    Uuid ann = user(QStringLiteral("ann"), east, own);
    Uuid bea = user(QStringLiteral("bea"), west, all);
    Uuid cid = user(QStringLiteral("cid"), east, ofDepartment);
    WireClient laptop{server, QStringLiteral("ann"), ann, clock};
    WireClient chief{server, QStringLiteral("bea"), bea, clock};
    WireClient neighbour{server, QStringLiteral("cid"), cid, clock};

    void revoke()
    {
        server.door().forbid(laptop.replica());
        laptop.connect();
    }
    QList<PushResult> handOver(const QList<ChangeSet> &sets)
    {
        Quarantine quarantine;
        for (const ChangeSet &set : sets)
            quarantine.sets.append(encodeChangeSet(set));
        laptop.send(quarantine);
        QList<PushResult> results;
        for (const PushAck &ack : laptop.take<PushAck>())
            results += ack.results;
        return results;
    }
    /// As a desktop takes it up: the parked changes as they were, and the conflict closed.
    ChangeSet takingUp(WireClient &who, const Record &conflict, sync::Resolution resolution = sync::Resolution::Mine)
    {
        ChangeSet set = who.set(sync::parkedSet(conflict[Conflict::parked]).changes);
        set.changes.append(sync::closingOf(conflict, resolution));
        set.name = sync::ResubmitAction;
        set.args = {{sync::TakesUp, conflict.id().text()}};
        return set;
    }
};

} // namespace

TEST_CASE("a revoked replica is told to wipe, and can do nothing but hand over and go")
{
    Lost lost(GUANXI_ON_BOTH);
    lost.revoke();
    CHECK(lost.laptop.take<Wipe>().size() == 1);
    CHECK(lost.laptop.take<Ready>().size() == 1); // the one from before
    SECTION("nothing to hand over is answered, too, and going means wiped")
    {
        lost.laptop.send(Quarantine());
        CHECK(lost.laptop.take<PushAck>() == QList<PushAck>{PushAck()});
        CHECK(lost.server.door().wiped.isEmpty());
        lost.laptop.send(SignOut());
        CHECK(lost.server.door().wiped == QList<Uuid>{lost.laptop.replica()});
        CHECK(lost.laptop.take<PushAck>() == QList<PushAck>{PushAck()}); // else it says so once more
    }
    SECTION("it reads nothing")
    {
        lost.laptop.send(Pull());
        CHECK(lost.laptop.take<Page>().isEmpty());
        CHECK_FALSE(lost.laptop.isOpen());
    }
    SECTION("it writes nothing")
    {
        const Record account = lost.newAccount(QStringLiteral("Baosteel"), lost.ann);
        lost.laptop.send(QList<ChangeSet>{lost.laptop.set({insertionOf(account)})});
        CHECK_FALSE(lost.server.record(account.ref()).isValid());
        CHECK_FALSE(lost.laptop.isOpen());
    }
    SECTION("it has time to hand over, but must give signs of life")
    {
        lost.clock.advance(30'000);
        lost.server.hub().tick();
        CHECK(lost.laptop.isOpen());
        lost.clock.advance(46'000);
        lost.server.hub().tick();
        lost.laptop.send(Quarantine());
        CHECK_FALSE(lost.laptop.isOpen());
        CHECK(lost.laptop.take<PushAck>().isEmpty());
    }
}

TEST_CASE("what is handed over is kept once, whatever is sent again, and changes nothing")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann);
    const ChangeSet before = lost.laptop.set({edit(account, Account::phone.id, QStringLiteral("021-55551231"))});
    CHECK(lost.laptop.push(before).status == PushStatus::Applied);
    const Record made = lost.newAccount(QStringLiteral("Made on the road"), lost.ann);
    const QList<ChangeSet> sets{lost.laptop.set({insertionOf(made)}),
                                lost.laptop.set({edit(lost.now(account), Account::phone.id, QStringLiteral("021-55551232"))})};
    lost.revoke();
    const QList<PushResult> first = lost.handOver({before, sets[0]});
    REQUIRE(first.size() == 2);
    CHECK(first[0].status == PushStatus::Applied); // answered from the first time
    CHECK(first[1].status == PushStatus::Parked);
    CHECK(first[1].code == ErrorCode::DeviceRevoked);
    if (GENERATE(false, true))
        lost.server.restart();
    lost.laptop.connect();
    const QList<PushResult> again = lost.handOver(sets);
    REQUIRE(again.size() == 2);
    CHECK(again[0] == first[1]);
    CHECK(again[1].status == PushStatus::Parked);
    CHECK(lost.server.all(Conflict::entity).size() == 2);
    CHECK_FALSE(lost.server.record(made.ref()).isValid());
    CHECK(lost.now(account)[Account::phone] == QLatin1String("021-55551231"));
    // A gap says what is wanted.
    lost.laptop.set({});
    const QList<PushResult> gap = lost.handOver({lost.laptop.set({deletion(account)})});
    REQUIRE(gap.size() == 1);
    CHECK(gap[0].status == PushStatus::Retry);
    CHECK(gap[0].args == QStringList{QStringLiteral("4")});
}

TEST_CASE("work of another replica or in another's name is not taken from a revoked one")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.newAccount(QStringLiteral("Baosteel"), lost.ann);
    lost.revoke();
    ChangeSet set = lost.laptop.set({insertionOf(account)});
    SECTION("replica") { set.replica = lost.chief.replica(); }
    SECTION("user") { set.user = lost.bea; }
    lost.handOver({set});
    CHECK(lost.server.all(Conflict::entity).isEmpty());
    CHECK_FALSE(lost.laptop.isOpen());
}

TEST_CASE("quarantined work is read by its author and by who sees all it could be about, by nobody else")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann, lost.east);
    const ChangeSet set = lost.laptop.set({edit(account, Account::phone.id, QStringLiteral("021-secret"))});
    lost.revoke();
    REQUIRE(lost.handOver({set}).size() == 1);
    const Record conflict = lost.conflictsOf(account).value(0);
    const Record chief = lost.chief.pullAll().value(conflict.ref());
    REQUIRE(chief.isValid());
    CHECK(sync::parkedSet(chief[Conflict::parked]) == set);
    const Record neighbour = lost.neighbour.pullAll().value(conflict.ref());
    REQUIRE(neighbour.isValid());
    CHECK(neighbour[Conflict::parked].isEmpty());
    CHECK(neighbour[Conflict::reason].isEmpty());
    CHECK_FALSE(lost.neighbour.heard().contains("021-secret"));
    // From whom one of its fields is hidden, it is hidden.
    lost.server.hideField(lost.all, Account::entity, Account::phone.id, FieldRight::Masked);
    CHECK(lost.chief.pullAll().value(conflict.ref())[Conflict::parked].isEmpty());
}

TEST_CASE("taken up, it takes effect as its author's and once, whoever does so a second time")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann);
    const Record made = lost.newAccount(QStringLiteral("Made on the road"), lost.ann);
    const QList<ChangeSet> sets{lost.laptop.set({insertionOf(made)}),
                                lost.laptop.set({edit(account, Account::phone.id, QStringLiteral("021-55551232"))})};
    lost.revoke();
    const QList<PushResult> kept = lost.handOver(sets);
    REQUIRE(kept.size() == 2);
    const Record insertion = lost.server.record({Conflict::entity, kept[0].conflicts.value(0)});
    const Record change = lost.server.record({Conflict::entity, kept[1].conflicts.value(0)});
    SECTION("by an administrator at his desk")
    {
        CHECK(lost.chief.push(lost.takingUp(lost.chief, insertion)).status == PushStatus::Applied);
        CHECK(lost.chief.push(lost.takingUp(lost.chief, change)).status == PushStatus::Applied);
    }
    SECTION("at the console")
    {
        CHECK(lost.server.hub().takeUp(insertion)->status == PushStatus::Applied);
        CHECK(lost.server.hub().takeUp(change)->status == PushStatus::Applied);
    }
    CHECK(lost.now(account)[Account::phone] == QLatin1String("021-55551232"));
    const Record applied = lost.server.record(made.ref());
    REQUIRE(applied.isValid());
    CHECK(applied.value(system::CreatedBy) == Value(lost.ann));
    CHECK_FALSE(applied[Account::number].isEmpty());
    CHECK(lost.now(change)[Conflict::state] == Conflict::Resolved);
    CHECK(lost.now(change)[Conflict::resolution] == Conflict::Mine);

    // Somebody else has changed the value since; the second one to take it up changes nothing any more.
    CHECK(lost.chief.push({edit(lost.now(account), Account::phone.id, QStringLiteral("021-55551233"))}).status == PushStatus::Applied);
    const qsizetype conflicts = lost.server.all(Conflict::entity).size();
    CHECK(lost.server.hub().takeUp(change)->status == PushStatus::Applied);
    CHECK(lost.now(account)[Account::phone] == QLatin1String("021-55551233"));
    CHECK(lost.server.all(Conflict::entity).size() == conflicts);
}

TEST_CASE("what was given up is not taken up afterwards")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann);
    const ChangeSet set = lost.laptop.set({edit(account, Account::phone.id, QStringLiteral("021-55551232"))});
    lost.revoke();
    REQUIRE(lost.handOver({set}).size() == 1);
    const Record conflict = lost.conflictsOf(account).value(0);
    CHECK(lost.chief.push({sync::closingOf(conflict, sync::Resolution::Discarded)}, true).status == PushStatus::Applied);
    const PushResult late = lost.server.hub().takeUp(conflict).value();
    CHECK(late.status == PushStatus::Parked);
    CHECK(late.code == ErrorCode::WrongState);
    CHECK(lost.now(account)[Account::phone].isEmpty());
}

TEST_CASE("what clashes when it is taken up becomes a conflict of the field, also against who takes it up")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann);
    const ChangeSet set = lost.laptop.set({edit(account, Account::shortName.id, QStringLiteral("laptop"))});
    CHECK(lost.chief.push({edit(account, Account::shortName.id, QStringLiteral("chief"))}).status == PushStatus::Applied);
    lost.revoke();
    REQUIRE(lost.handOver({set}).size() == 1);
    const Record conflict = lost.conflictsOf(account).value(0);
    CHECK(lost.chief.push(lost.takingUp(lost.chief, conflict)).status == PushStatus::Merged);
    CHECK(lost.now(account)[Account::shortName] == QLatin1String("chief"));
    CHECK(lost.now(conflict)[Conflict::state] == Conflict::Resolved);
    const Record clash = lost.conflictsOf(account).value(1);
    REQUIRE(clash.isValid());
    CHECK(clash[Conflict::kind] == Conflict::EditEdit);
    CHECK(valueFromJson(clash[Conflict::mine]).text() == QLatin1String("laptop"));
}

TEST_CASE("refused once more, what was taken up stays one conflict, with what was corrected in it")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann);
    const ChangeSet set = lost.laptop.set({edit(account, Account::email.id, QStringLiteral("nonsense"))});
    const PushResult refused = lost.laptop.push(set);
    REQUIRE(refused.status == PushStatus::Parked);
    const Record conflict = lost.conflictsOf(account).value(0);
    ChangeSet again = lost.takingUp(lost.laptop, conflict, sync::Resolution::Merged);
    again.changes[0].fields[0].value = Value(QStringLiteral("still nonsense"));
    const PushResult result = lost.laptop.push(again);
    CHECK(result.status == PushStatus::Parked);
    CHECK(result.conflicts == QList<Uuid>{conflict.id()});
    REQUIRE(lost.conflictsOf(account).size() == 1);
    const Record still = lost.now(conflict);
    CHECK(still[Conflict::state] == Conflict::Open);
    CHECK(sync::parkedSet(still[Conflict::parked]).changes.value(0).fields.value(0).value == Value(QStringLiteral("still nonsense")));
    CHECK(lost.laptop.pullAll().value(conflict.ref())[Conflict::parked] == still[Conflict::parked]);
}

TEST_CASE("a later value of the same author for the same field joins the conflict that is open about it")
{
    Lost lost(GUANXI_ON_BOTH);
    const Record account = lost.account(QStringLiteral("Baosteel"), lost.ann, lost.east);
    CHECK(lost.chief.push({edit(account, Account::shortName.id, QStringLiteral("chief"))}).status == PushStatus::Applied);
    RecordChange change = edit(account, Account::shortName.id, QStringLiteral("first"));
    const PushResult one = lost.laptop.push({change});
    const Record seen = lost.conflictsOf(account).value(0);
    REQUIRE(seen.isValid());
    change.fields[0].old = Value(QStringLiteral("first"));
    change.fields[0].value = Value(QStringLiteral("second"));
    const PushResult two = lost.laptop.push({change});
    CHECK(two.status == PushStatus::Merged);
    CHECK(two.conflicts == one.conflicts);
    REQUIRE(lost.conflictsOf(account).size() == 1);
    const Record joined = lost.conflictsOf(account)[0];
    CHECK(valueFromJson(joined[Conflict::mine]).text() == QLatin1String("second"));
    CHECK(valueFromJson(joined[Conflict::base]).text().isEmpty());

    // Who decided about what was there before has not seen the rest.
    const PushResult blind = lost.chief.push({edit(lost.now(account), Account::shortName.id, QStringLiteral("first")), sync::closingOf(seen, sync::Resolution::Mine)}, true);
    CHECK(blind.status == PushStatus::Parked);
    CHECK(blind.code == ErrorCode::WrongState);
    CHECK(lost.now(account)[Account::shortName] == QLatin1String("chief"));
    CHECK(lost.now(joined)[Conflict::state] == Conflict::Open);
    // Another's value for the field is a conflict of its own.
    CHECK(lost.neighbour.push({edit(account, Account::shortName.id, QStringLiteral("neighbour"))}).status == PushStatus::Merged);
    CHECK(lost.conflictsOf(account).size() == 2 + 1); // and the blind decision
}
