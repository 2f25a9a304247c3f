// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets that are refused whole, by kind.
#include "conflictpair.h"

#include "common/sync/parkedset.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using sync::ConflictKind;

TEST_CASE("an edit of a record deleted meanwhile is parked whole, with who deleted it")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.clock.advance(1000);
    const qint64 deletedAt = pair.clock.wallMs();
    const PushResult deleted = pair.theirs.push({deletion(account)});
    REQUIRE(deleted.status == PushStatus::Applied);
    pair.clock.advance(1000);
    const ChangeSet set = pair.mine.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.checkParked(pair.mine.push(set), set, ConflictKind::EditDelete, ErrorCode::NotFound);
    CHECK(conflict[Conflict::theirsBy] == pair.bea);
    CHECK(conflict[Conflict::theirsRev] == deleted.rev);
    CHECK(conflict[Conflict::theirsAt] == deletedAt);
    CHECK(pair.now(account).isDeleted());
    // Restored with my changes: the record lives with them.
    RecordChange restore{ChangeKind::Restore, account.ref(), pair.now(account).rev(), {}};
    CHECK(pair.mine.push({restore, edit(pair.now(account), Account::shortName.id, QStringLiteral("mine")), sync::closingOf(conflict, sync::Resolution::Mine)}, true).status
          == PushStatus::Applied);
    CHECK_FALSE(pair.now(account).isDeleted());
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("mine"));
}

TEST_CASE("deleting a record that others changed meanwhile is parked, with who changed it")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const PushResult changed = pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    const ChangeSet set = pair.mine.set({deletion(account)});
    const Record conflict = pair.checkParked(pair.mine.push(set), set, ConflictKind::DeleteEdit, ErrorCode::AlreadyExists);
    CHECK(conflict[Conflict::theirsBy] == pair.bea);
    CHECK(conflict[Conflict::theirsRev] == changed.rev);
    CHECK_FALSE(pair.now(account).isDeleted());
    CHECK(pair.mine.push({deletion(pair.now(account)), sync::closingOf(conflict, sync::Resolution::Mine)}).status == PushStatus::Applied);
    CHECK(pair.now(account).isDeleted());
}

TEST_CASE("both delete: nobody is told of a conflict")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({deletion(account)});
    CHECK(pair.mine.push({deletion(account)}).status == PushStatus::Applied);
    CHECK(pair.conflictsOf(account).isEmpty());
}

TEST_CASE("the author may delete what he has just created, before he heard of its number")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.newAccount(QStringLiteral("Baosteel"), pair.ann);
    pair.mine.push({insertionOf(account)});
    CHECK(pair.mine.push({deletion(account)}).status == PushStatus::Applied);
    CHECK(pair.now(account).isDeleted());
    CHECK(pair.conflictsOf(account).isEmpty());
}

TEST_CASE("the same record created twice is known if it says the same, else parked")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.newAccount(QStringLiteral("Baosteel"), pair.ann);
    REQUIRE(pair.mine.push({insertionOf(account)}).status == PushStatus::Applied);
    CHECK(pair.mine.push({insertionOf(account)}).status == PushStatus::Applied);
    Record other = account;
    other.set(Account::name, QStringLiteral("Other"));
    const ChangeSet set = pair.mine.set({insertionOf(other)});
    pair.checkParked(pair.mine.push(set), set, ConflictKind::CreateCreate, ErrorCode::AlreadyExists);
    CHECK(pair.now(account)[Account::name] == QLatin1String("Baosteel"));
}

TEST_CASE("a unique value that is taken parks the record, also against one of the same change set")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    Record first = pair.newAccount(QStringLiteral("First"), pair.bea);
    first.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    REQUIRE(pair.theirs.push({insertionOf(first)}).status == PushStatus::Applied);
    Record second = pair.newAccount(QStringLiteral("Second"), pair.ann);
    second.set(Account::taxNumber, first[Account::taxNumber]);
    const ChangeSet set = pair.mine.set({insertionOf(second)});
    const Record conflict = pair.checkParked(pair.mine.push(set), set, ConflictKind::Unique, ErrorCode::NotUnique);
    CHECK_FALSE(pair.now(second).isValid());
    second.setValue(Account::taxNumber.id, {});
    CHECK(pair.mine.push({insertionOf(second), sync::closingOf(conflict, sync::Resolution::Merged)}).status == PushStatus::Applied);

    Record third = pair.newAccount(QStringLiteral("Third"), pair.ann);
    Record fourth = pair.newAccount(QStringLiteral("Fourth"), pair.ann);
    third.set(Account::taxNumber, QStringLiteral("91310000607378231L"));
    fourth.set(Account::taxNumber, third[Account::taxNumber]);
    CHECK(pair.mine.push({insertionOf(third), insertionOf(fourth)}).code == ErrorCode::NotUnique);
    CHECK_FALSE(pair.now(third).isValid());
}

TEST_CASE("a unique value may go from one record to another within a change set")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    Record first = pair.newAccount(QStringLiteral("First"), pair.ann);
    first.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    const Record second = pair.newAccount(QStringLiteral("Second"), pair.ann);
    REQUIRE(pair.mine.push({insertionOf(first), insertionOf(second)}).status == PushStatus::Applied);
    const RecordChange give = edit(pair.now(first), Account::taxNumber.id, {});
    const RecordChange take = edit(pair.now(second), Account::taxNumber.id, pair.now(first).value(Account::taxNumber.id));
    CHECK(pair.mine.push({give, take}).status == PushStatus::Applied);
    CHECK(pair.now(second)[Account::taxNumber] == first[Account::taxNumber]);
}

TEST_CASE("a deleted record does not come back beside one that took its unique value")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    Record first = pair.newAccount(QStringLiteral("First"), pair.ann);
    first.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    pair.mine.push({insertionOf(first)});
    REQUIRE(pair.mine.push({deletion(pair.now(first))}).status == PushStatus::Applied);
    Record second = pair.newAccount(QStringLiteral("Second"), pair.bea);
    second.set(Account::taxNumber, first[Account::taxNumber]);
    REQUIRE(pair.theirs.push({insertionOf(second)}).status == PushStatus::Applied);
    const ChangeSet set = pair.mine.set({{ChangeKind::Restore, first.ref(), pair.now(first).rev(), {}}}, true);
    pair.checkParked(pair.mine.push(set), set, ConflictKind::Unique, ErrorCode::NotUnique);
    CHECK(pair.now(first).isDeleted());
}

TEST_CASE("a step that the state does not allow any more is parked")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    Record archived = account;
    archived.set(Account::status, qint64(Account::Archived));
    pair.server.update(archived);
    const ChangeSet set = pair.mine.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.checkParked(pair.mine.push(set), set, ConflictKind::State, ErrorCode::WrongState);
    CHECK(pair.now(account)[Account::shortName].isEmpty());
    CHECK(pair.mine.push({sync::closingOf(conflict, sync::Resolution::Discarded)}, true).status == PushStatus::Applied);
    CHECK(pair.now(conflict)[Conflict::state] == Conflict::Resolved);
}

TEST_CASE("a child of a record deleted meanwhile is parked")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    REQUIRE(pair.theirs.push({deletion(account)}).status == PushStatus::Applied);
    const Record contact = pair.newContact(QStringLiteral("Wang"), account);
    const ChangeSet set = pair.mine.set({insertionOf(contact)});
    pair.checkParked(pair.mine.push(set), set, ConflictKind::ParentDeleted, ErrorCode::ParentMissing);
    CHECK_FALSE(pair.now(contact).isValid());
}

TEST_CASE("what depends on a parked change set is parked with it, what does not goes on")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    Record taken = pair.newAccount(QStringLiteral("First"), pair.bea);
    taken.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    pair.theirs.push({insertionOf(taken)});
    Record account = pair.newAccount(QStringLiteral("Second"), pair.ann);
    account.set(Account::taxNumber, taken[Account::taxNumber]);
    const ChangeSet parent = pair.mine.set({insertionOf(account)});
    ChangeSet child = pair.mine.set({insertionOf(pair.newContact(QStringLiteral("Wang"), account))});
    child.dependsOn = {parent.seq};
    ChangeSet grandchild = pair.mine.set({edit(pair.newContact(QStringLiteral("Li"), account), Contact::position.id, QStringLiteral("CEO"))});
    grandchild.dependsOn = {child.seq};
    const ChangeSet other = pair.mine.set({insertionOf(pair.newAccount(QStringLiteral("Third"), pair.ann))});
    pair.mine.take<PushAck>();
    pair.mine.send(QList<ChangeSet>{parent, child, grandchild, other});
    QList<PushResult> results;
    for (const PushAck &ack : pair.mine.take<PushAck>())
        results += ack.results;
    REQUIRE(results.size() == 4);
    pair.checkParked(results[0], parent, ConflictKind::Unique, ErrorCode::NotUnique);
    pair.checkParked(results[1], child, ConflictKind::ParentParked, ErrorCode::ParentMissing);
    pair.checkParked(results[2], grandchild, ConflictKind::ParentParked, ErrorCode::ParentMissing);
    CHECK(results[3].status == PushStatus::Applied);
}

TEST_CASE("a tree that would become a loop is parked")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record upper = pair.account(QStringLiteral("Upper"), pair.ann);
    const Record lower = pair.account(QStringLiteral("Lower"), pair.ann);
    REQUIRE(pair.theirs.push({edit(lower, Account::parent.id, upper.id())}).status == PushStatus::Applied);
    const ChangeSet set = pair.mine.set({edit(upper, Account::parent.id, lower.id())});
    pair.checkParked(pair.mine.push(set), set, ConflictKind::Cycle, ErrorCode::Cycle);
    CHECK(pair.now(upper)[Account::parent].isNull());
}

TEST_CASE("an edit that arrives after the right was lost is parked, and its author keeps it")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    Record moved = account;
    moved.setValue(system::Owner, pair.bea);
    moved.set(Account::accountManager, pair.bea);
    pair.server.update(moved);
    const ChangeSet set = pair.mine.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.checkParked(pair.mine.push(set), set, ConflictKind::Permission, ErrorCode::NotAllowed);
    CHECK(pair.now(account)[Account::shortName].isEmpty());
    CHECK(pair.mine.pullAll().value(conflict.ref())[Conflict::parked] == conflict[Conflict::parked]);
}

TEST_CASE("a value that a rule refuses is parked with the rule and the field")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const ChangeSet set = pair.mine.set({edit(account, Account::email.id, QStringLiteral("not an address"))});
    const PushResult result = pair.mine.push(set);
    pair.checkParked(result, set, ConflictKind::Rule, ErrorCode::BadFormat);
    CHECK(result.args.value(0) == QLatin1String("email"));
}

TEST_CASE("conflicts about a record that was refused are seen by who sees the record, once it is taken")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    WireClient chief(pair.server, QStringLiteral("chief"), pair.user(QStringLiteral("chief"), pair.east, pair.ofDepartment), pair.clock);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann, pair.east);
    const Record contact = pair.newContact(QStringLiteral("Wang"), account);
    pair.server.commit({deletion(account)});
    const PushResult refused = pair.mine.push({insertionOf(contact)});
    const PushResult late = pair.mine.push({deletion(contact)});
    REQUIRE(refused.status == PushStatus::Parked);
    REQUIRE(late.status == PushStatus::Parked);
    const RecordRef conflict{Conflict::entity, late.conflicts.first()};
    REQUIRE_FALSE(chief.pullAll().contains(conflict));

    pair.server.commit({{ChangeKind::Restore, account.ref(), pair.now(account).rev(), {}}});
    REQUIRE(pair.mine.push({insertionOf(contact)}).status == PushStatus::Applied);
    CHECK(chief.pullAll().contains(conflict));
    CHECK(pair.server.projection(chief.rights()).contains(conflict));
}
