// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/catalogue/dictionaries.h"
#include "common/model/catalogue/opportunities.h"
#include "common/model/catalogue/sales.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

void declareSalesToo(Catalogue &catalogue)
{
    MemoryServer::declareSome(catalogue);
    declareSales(catalogue);
}

struct World : SmallCompany {
    explicit World(storage::Backend backend) : SmallCompany(backend, declareSalesToo) {}

    Record make(EntityId entity) { return Record(server.catalogue().at(entity), ids.next()); }
    Record talk(const Record &customer, qint64 at, const Record &with = {})
    {
        Record row = make(Interaction::entity);
        row.set(Interaction::summary, QStringLiteral("talked"));
        row.set(Interaction::account, customer.id());
        row.set(Interaction::happenedAt, at);
        row.set(Interaction::channel, dictionaryItemId(QStringLiteral("channel"), QStringLiteral("phone")));
        if (with.isValid())
            row.set(Interaction::contact, with.id());
        return row;
    }
    Record order(const Record &customer, qint64 day, SalesOrder::Status status)
    {
        Record row = make(SalesOrder::entity);
        row.set(SalesOrder::account, customer.id());
        row.set(SalesOrder::orderDate, day);
        row.set(SalesOrder::status, qint64(status));
        return row;
    }
    Record opportunity(const Record &with, qint64 amount)
    {
        Record row = make(Opportunity::entity);
        row.set(Opportunity::contact, with.id());
        row.set(Opportunity::amount, amount * 10'000);
        row.set(Opportunity::devStatus, qint64(Opportunity::Succeeded));
        return row;
    }
    Record points(const Record &membership, qint64 count)
    {
        Record row = make(PointEntry::entity);
        row.set(PointEntry::membership, membership.id());
        row.set(PointEntry::points, count);
        row.set(PointEntry::reason, QStringLiteral("order"));
        return row;
    }
    Record saved(const Record &row)
    {
        server.insert(row);
        return now(row);
    }
    void change(const Record &row, FieldId field, const Value &value)
    {
        Record after = now(row);
        after.setValue(field, value);
        server.update(after);
    }
    void remove(const Record &row) { server.commit({deletion(now(row))}); }
    void restore(const Record &row)
    {
        RecordChange change = deletion(now(row));
        change.kind = ChangeKind::Restore;
        server.commit({change});
    }
    qint64 importance(const Record &contact) { return now(contact)[Contact::importance]; }

    Uuid ann = user(QStringLiteral("ann"), east, own);
};

/// The figure from first principles.
Value figure(World &world, EntityId entity, FieldId reference, FieldId value, const Record &target, bool earliest, auto counts)
{
    Value best;
    for (const Record &row : world.server.all(entity)) {
        if (row.isDeleted() || row.value(reference).id() != target.id() || !counts(row))
            continue;
        const qint64 number = row.value(value).number();
        if (best.isNull() || (earliest ? number < best.number() : number > best.number()))
            best = number;
    }
    return best;
}

bool isConfirmed(const Record &order)
{
    const qint64 status = order[SalesOrder::status];
    return status != SalesOrder::Draft && status != SalesOrder::PendingReview && status != SalesOrder::Cancelled;
}

void checkFigures(World &world, const Record &customer)
{
    const Record row = world.now(customer);
    const auto all = [](const Record &) { return true; };
    CHECK(row.value(Account::lastInteractionAt.id) == figure(world, Interaction::entity, Interaction::account.id, Interaction::happenedAt.id, customer, false, all));
    CHECK(row.value(Account::firstOrderOn.id) == figure(world, SalesOrder::entity, SalesOrder::account.id, SalesOrder::orderDate.id, customer, true, isConfirmed));
    CHECK(row.value(Account::lastOrderOn.id) == figure(world, SalesOrder::entity, SalesOrder::account.id, SalesOrder::orderDate.id, customer, false, isConfirmed));
}

} // namespace

TEST_CASE("the last interaction of a customer follows what is entered, corrected, moved, deleted and restored")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    const Record other = world.account(QStringLiteral("Sinopec"), world.ann);
    const auto last = [&](const Record &of) { return world.now(of)[Account::lastInteractionAt]; };
    const Record first = world.saved(world.talk(customer, 1'000));
    const Record second = world.saved(world.talk(customer, 3'000));
    world.saved(world.talk(customer, 2'000));
    CHECK(last(customer) == 3'000);
    world.change(second, Interaction::account.id, other.id());
    CHECK(last(customer) == 2'000);
    CHECK(last(other) == 3'000);
    world.change(first, Interaction::happenedAt.id, qint64(5'000));
    CHECK(last(customer) == 5'000);
    world.remove(first);
    CHECK(last(customer) == 2'000);
    world.restore(first);
    CHECK(last(customer) == 5'000);
    world.remove(second);
    CHECK(world.now(other).isNull(Account::lastInteractionAt));
}

TEST_CASE("first and last order count confirmed orders only, and an open churn case knows the last one")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    Record churn = world.make(ChurnCase::entity);
    churn.set(ChurnCase::account, customer.id());
    churn = world.saved(churn);
    world.saved(world.order(customer, 100, SalesOrder::Draft));
    CHECK(world.now(customer).isNull(Account::lastOrderOn));
    const Record order = world.saved(world.order(customer, 200, SalesOrder::Reviewed));
    world.saved(world.order(customer, 150, SalesOrder::Completed));
    CHECK(world.now(customer)[Account::firstOrderOn] == 150);
    CHECK(world.now(customer)[Account::lastOrderOn] == 200);
    CHECK(world.now(churn)[ChurnCase::lastOrderOn] == 200);
    world.change(order, SalesOrder::status.id, qint64(SalesOrder::Cancelled));
    CHECK(world.now(customer)[Account::lastOrderOn] == 150);
    CHECK(world.now(churn)[ChurnCase::lastOrderOn] == 150);
    world.change(churn, ChurnCase::status.id, qint64(ChurnCase::Confirmed));
    world.saved(world.order(customer, 300, SalesOrder::Shipped));
    CHECK(world.now(customer)[Account::lastOrderOn] == 300);
    CHECK(world.now(churn)[ChurnCase::lastOrderOn] == 150);
    Record later = world.make(ChurnCase::entity);
    later.set(ChurnCase::account, customer.id());
    CHECK(world.saved(later)[ChurnCase::lastOrderOn] == 300);
}

TEST_CASE("points are the sum of the entries and a segment counts its members, many in one change set written once")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    Record membership = world.make(Membership::entity);
    membership.set(Membership::account, customer.id());
    membership.set(Membership::joinedOn, qint64(1));
    membership = world.saved(membership);
    QList<Record> entries;
    for (int i = 0; i < 40; ++i)
        entries.append(world.points(membership, i % 4 == 3 ? -5 : 10));
    const PushResult result = world.server.insertAll(entries);
    CHECK(world.now(membership)[Membership::points] == 250);
    CHECK(world.now(membership).rev() == result.rev);
    CHECK(world.now(entries.first()).rev() == result.rev - 1);
    world.remove(entries.first());
    CHECK(world.now(membership)[Membership::points] == 240);

    Record segment = world.make(model::Segment::entity);
    segment.set(model::Segment::name, QStringLiteral("important"));
    segment = world.saved(segment);
    Record member = world.make(SegmentMember::entity);
    member.set(SegmentMember::segment, segment.id());
    member.set(SegmentMember::member, customer.ref());
    world.server.insert(member);
    CHECK(world.now(segment)[model::Segment::count] == 1);
    world.remove(member);
    CHECK(world.now(segment).value(model::Segment::count.id) == Value(0));
}

TEST_CASE("a contact is important by his role, by what was spoken and won, or as it was decided")
{
    World world(GUANXI_ON_BOTH);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    const Record contact = world.contact(QStringLiteral("Wang"), customer);
    CHECK(contact.isNull(Contact::importance));
    world.change(contact, Contact::decisionRole.id, qint64(2)); // influencer: 3
    CHECK(world.importance(contact) == 2);
    const Record talk = world.saved(world.talk(customer, 1'000, contact)); // 4
    CHECK(world.importance(contact) == 3);
    for (int i = 0; i < 9; ++i)
        world.saved(world.talk(customer, 2'000 + i, contact)); // 6
    CHECK(world.importance(contact) == 4);
    const Record won = world.saved(world.opportunity(contact, 150'000)); // 8
    CHECK(world.importance(contact) == 5);
    world.remove(talk); // 7
    CHECK(world.importance(contact) == 4);
    world.change(won, Opportunity::devStatus.id, qint64(Opportunity::Failed)); // 5
    CHECK(world.importance(contact) == 3);
    world.change(contact, Contact::importanceOverride.id, qint64(1));
    CHECK(world.importance(contact) == 1);
    world.saved(world.opportunity(contact, 5'000'000));
    CHECK(world.importance(contact) == 1);
    world.change(contact, Contact::importanceOverride.id, Value());
    CHECK(world.importance(contact) == 5);
}

TEST_CASE("figures are what the rows say after anything that was done to them")
{
    World world(GUANXI_ON_BOTH);
    SeededRandom dice(11);
    QList<Record> customers;
    for (int i = 0; i < 3; ++i)
        customers.append(world.account(QStringLiteral("C%1").arg(i), world.ann));
    QList<Record> rows;
    const auto any = [&](qint64 below) { return qint64(dice.below(quint64(below))); };
    for (int round = 0; round < 60; ++round) {
        QList<RecordChange> changes;
        QSet<Uuid> used;
        for (qint64 count = any(4); count >= 0; --count) {
            const Record &customer = customers.at(any(3));
            const bool fresh = rows.size() < 6 || any(3) == 0;
            if (fresh) {
                rows.append(any(2) == 0 ? world.talk(customer, any(50)) : world.order(customer, any(50), SalesOrder::Status(1 + any(7))));
                used.insert(rows.last().id());
                changes.append(insertionOf(rows.last()));
                continue;
            }
            const Record now = world.now(rows.at(any(rows.size())));
            if (!now.isValid() || used.contains(now.id()))
                continue;
            used.insert(now.id());
            const bool talk = now.entity().id == Interaction::entity;
            RecordChange gone = deletion(now);
            gone.kind = now.isDeleted() ? ChangeKind::Restore : ChangeKind::Delete;
            if (now.isDeleted() || any(3) == 0)
                changes.append(gone);
            else if (any(2) == 0)
                changes.append(edit(now, talk ? Interaction::happenedAt.id : SalesOrder::orderDate.id, any(50)));
            else if (talk || any(2) == 0)
                changes.append(edit(now, talk ? Interaction::account.id : SalesOrder::account.id, customer.id()));
            else
                changes.append(edit(now, SalesOrder::status.id, 1 + any(7)));
        }
        if (changes.isEmpty())
            continue;
        REQUIRE(world.server.commit(changes).status == PushStatus::Applied);
        for (const Record &customer : customers)
            checkFigures(world, customer);
    }
}

TEST_CASE("what follows is logged as caused by the change, shows at the desktops and is no edit that stands in the way")
{
    World world(GUANXI_ON_BOTH);
    const Uuid bea = world.user(QStringLiteral("bea"), world.west, world.all);
    const Record customer = world.account(QStringLiteral("Baosteel"), world.ann);
    WireClient a(world.server, QStringLiteral("ann"), world.ann, world.clock);
    WireClient b(world.server, QStringLiteral("bea"), bea, world.clock);
    const PushResult result = a.push({insertionOf(world.talk(customer, 1'000))});
    REQUIRE(result.status == PushStatus::Applied);
    CHECK(world.now(customer).rev() == result.rev);
    CHECK(b.pullAll().value(customer.ref())[Account::lastInteractionAt] == 1'000);
    const auto entry = world.server.store().logAt(result.rev);
    REQUIRE((entry && entry->has_value()));
    CHECK((*entry)->causedBy == result.rev - 1);
    CHECK(world.now(customer).value(system::UpdatedBy) == customer.value(system::UpdatedBy));
    // Bea has not seen any of it.
    CHECK(b.push({edit(customer, Account::shortName.id, QStringLiteral("bao"))}).status == PushStatus::Applied);
    const Record seen = world.now(customer);
    REQUIRE(a.push({insertionOf(world.talk(customer, 2'000))}).status == PushStatus::Applied);
    CHECK(b.push({deletion(seen)}).status == PushStatus::Applied);
}
