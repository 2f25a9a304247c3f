// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/catalogue/work.h"
#include "common/rules/followups.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

constexpr qint64 HourMs = 3'600'000;

void declareWorkToo(Catalogue &catalogue)
{
    MemoryServer::declareSome(catalogue);
    declareWork(catalogue);
}

struct World : SmallCompany {
    explicit World(storage::Backend backend) : SmallCompany(backend, declareWorkToo)
    {
        for (const Uuid &role : {own, all})
            server.allow(role, Reminder::entity, Reach::Own, false);
    }

    Record reminderOf(const Record &record) { return server.record(rules::reminderOf(record.ref())); }
    qint64 in(qint64 hours) { return clock.wallMs() + hours * HourMs; }

    Uuid ann = user(QStringLiteral("ann"), east, all);
    Uuid bea = user(QStringLiteral("bea"), west, all);
    WireClient a{server, QStringLiteral("ann"), ann, clock};
    WireClient b{server, QStringLiteral("bea"), bea, clock};
};

} // namespace

TEST_CASE("a follow-up date reminds whoever looks after the customer, moves with it and goes with it")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    REQUIRE(world.b.push({edit(customer, Account::nextFollowUpAt.id, world.in(2))}).status == PushStatus::Applied);
    const Record made = world.reminderOf(customer);
    REQUIRE(made.isValid());
    CHECK(made[Reminder::user] == world.ann);
    CHECK(made[Reminder::at] == world.in(2));
    CHECK(made[Reminder::text] == QLatin1String("Baosteel"));
    CHECK(made[Reminder::record] == customer.ref());
    CHECK(world.a.pullAll().contains(made.ref()));
    CHECK(!world.b.pullAll().contains(made.ref()));

    REQUIRE(world.a.push({edit(world.now(customer), Account::nextFollowUpAt.id, world.in(5))}).status == PushStatus::Applied);
    CHECK(world.reminderOf(customer)[Reminder::at] == world.in(5));
    REQUIRE(world.a.push({edit(world.now(customer), Account::accountManager.id, world.bea)}).status == PushStatus::Applied);
    CHECK(world.reminderOf(customer)[Reminder::user] == world.bea);
    CHECK(world.b.pullAll().contains(made.ref()));
    REQUIRE(world.a.push({edit(world.now(customer), Account::nextFollowUpAt.id, Value())}).status == PushStatus::Applied);
    CHECK(world.reminderOf(customer).isDeleted());
    CHECK(world.server.all(Reminder::entity).size() == 1);
}

TEST_CASE("there is one reminder of a record whatever is repeated, taken back, deleted and restored")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    const ChangeSet set = world.a.set({edit(customer, Account::nextFollowUpAt.id, world.in(2))});
    const PushResult first = world.a.push(set);
    CHECK(world.a.push(set).rev == first.rev);
    const Record dated = world.now(customer);
    REQUIRE(world.a.push({edit(dated, Account::nextFollowUpAt.id, Value())}, true).status == PushStatus::Applied);
    CHECK(world.reminderOf(customer).isDeleted());
    REQUIRE(world.a.push({edit(world.now(customer), Account::nextFollowUpAt.id, world.in(2))}, true).status == PushStatus::Applied);
    CHECK(!world.reminderOf(customer).isDeleted());
    REQUIRE(world.a.push({deletion(world.now(customer))}).status == PushStatus::Applied);
    CHECK(world.reminderOf(customer).isDeleted());
    RecordChange back = deletion(world.now(customer));
    back.kind = ChangeKind::Restore;
    REQUIRE(world.a.push({back}).status == PushStatus::Applied);
    CHECK(!world.reminderOf(customer).isDeleted());
    CHECK(world.server.all(Reminder::entity).size() == 1);
}

TEST_CASE("old history that is entered reminds nobody, what was due while somebody was offline does")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    const auto talked = [&](qint64 followUp) {
        Record talk(world.server.catalogue().at(Interaction::entity), world.ids.next());
        talk.set(Interaction::summary, QStringLiteral("talked"));
        talk.set(Interaction::account, customer.id());
        talk.set(Interaction::happenedAt, world.in(-30 * 24));
        talk.set(Interaction::byUser, world.ann);
        talk.set(Interaction::nextFollowUpAt, followUp);
        world.server.insert(talk);
        return talk;
    };
    CHECK(!world.reminderOf(talked(world.in(-20 * 24))).isValid());
    CHECK(world.reminderOf(talked(world.in(-3)))[Reminder::user] == world.ann);
}
