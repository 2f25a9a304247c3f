// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcompany.h"

#include "common/model/codec.h"
#include "common/model/valuejson.h"
#include "common/sync/conflictkind.h"

#include <QJsonDocument>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using sync::ConflictKind;

namespace {

/// Ann looks after her own customers and may be offline; Bea sees all of them.
struct Pair : SmallCompany {
    explicit Pair(storage::Backend backend) : SmallCompany(backend) {}

    Uuid ann = user(QStringLiteral("ann"), east, own);
    Uuid bea = user(QStringLiteral("bea"), west, all);
    WireClient mine{server, QStringLiteral("ann"), ann, clock};
    WireClient theirs{server, QStringLiteral("bea"), bea, clock};
};

ConflictKind kindOf(const Record &conflict) { return ConflictKind(conflict[Conflict::kind]); }

ChangeSet parkedIn(const Record &conflict)
{
    const QJsonObject json = QJsonDocument::fromJson(conflict[Conflict::parked].toUtf8()).object();
    return decodeChangeSet(QByteArray::fromBase64(json[QLatin1String("changeset")].toString().toLatin1())).value();
}

ErrorCode reasonOf(const Record &conflict)
{
    return ErrorCode(QJsonDocument::fromJson(conflict[Conflict::reason].toUtf8()).object()[QLatin1String("code")].toInt());
}

/// Parked whole: everything the author sent is in the one conflict record, nothing of it in the row.
Record checkParked(SmallCompany &company, const PushResult &result, const ChangeSet &set, ConflictKind kind, ErrorCode reason)
{
    CHECK(result.status == PushStatus::Parked);
    CHECK(result.code == reason);
    REQUIRE(result.conflicts.size() == 1);
    const Record conflict = company.server.record({Conflict::entity, result.conflicts.first()});
    CHECK(kindOf(conflict) == kind);
    CHECK(reasonOf(conflict) == reason);
    CHECK(conflict[Conflict::mineBy] == set.user);
    CHECK(conflict[Conflict::mineAt] == set.at);
    CHECK(conflict[Conflict::record] == set.changes.first().record);
    CHECK(conflict[Conflict::state] == Conflict::Open);
    CHECK(parkedIn(conflict) == set);
    return conflict;
}

/// The change that closes a conflict, as a desktop sends it.
RecordChange settled(const Record &conflict, Conflict::Resolution resolution)
{
    RecordChange change = edit(conflict, Conflict::state.id, qint64(Conflict::Resolved));
    const FieldChange decided{Conflict::resolution.id, Value(), Value(qint64(resolution)), conflict.rev()};
    change.fields.append(decided);
    return change;
}

} // namespace

TEST_CASE("edit against edit parks the field with both values, and the rest applies")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.clock.advance(1000);
    const qint64 theirsAt = pair.clock.wallMs();
    const PushResult first = pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    pair.clock.advance(1000);
    RecordChange change = edit(account, Account::shortName.id, QStringLiteral("mine"));
    change.fields.append({Account::phone.id, Value(), Value(QStringLiteral("021-55551234")), account.rev()});
    const ChangeSet set = pair.mine.set({change});
    pair.clock.advance(1000);
    const PushResult result = pair.mine.push(set);
    CHECK(result.status == PushStatus::Merged);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("theirs"));
    CHECK_FALSE(pair.now(account)[Account::phone].isEmpty());
    const QList<Record> conflicts = pair.conflictsOf(account);
    REQUIRE(conflicts.size() == 1);
    CHECK(result.conflicts == QList<Uuid>{conflicts[0].id()});
    CHECK(kindOf(conflicts[0]) == ConflictKind::EditEdit);
    CHECK(FieldId(conflicts[0][Conflict::field]) == Account::shortName.id);
    CHECK(valueFromJson(conflicts[0][Conflict::base]).text().isEmpty());
    CHECK(valueFromJson(conflicts[0][Conflict::mine]).text() == QLatin1String("mine"));
    CHECK(valueFromJson(conflicts[0][Conflict::theirs]).text() == QLatin1String("theirs"));
    CHECK(conflicts[0][Conflict::mineBy] == pair.ann);
    CHECK(conflicts[0][Conflict::mineAt] == set.at);
    CHECK(conflicts[0][Conflict::theirsBy] == pair.bea);
    CHECK(conflicts[0][Conflict::theirsAt] == theirsAt);
    CHECK(conflicts[0][Conflict::theirsRev] == first.rev);
}

TEST_CASE("a conflict is closed by its author with his value, and everybody sees it closed")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.conflictsOf(account).value(0);
    REQUIRE(conflict.isValid());
    pair.clock.advance(5000);
    const PushResult result = pair.mine.push({edit(pair.now(account), Account::shortName.id, QStringLiteral("mine")), settled(conflict, Conflict::Mine)}, true);
    CHECK(result.status == PushStatus::Applied);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("mine"));
    const Record closed = pair.theirs.pullAll().value(conflict.ref());
    CHECK(closed[Conflict::state] == Conflict::Resolved);
    CHECK(closed[Conflict::resolution] == Conflict::Mine);
    CHECK(closed[Conflict::resolvedBy] == pair.ann);
    CHECK(closed[Conflict::resolvedAt] == pair.clock.wallMs());
}

TEST_CASE("a conflict is closed by the other side, too, and cannot be closed for somebody else's name")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.conflictsOf(account).value(0);
    REQUIRE(conflict.isValid());
    RecordChange close = settled(conflict, Conflict::Theirs);
    close.fields.append({Conflict::resolvedBy.id, Value(), Value(pair.ann), conflict.rev()});
    CHECK(pair.theirs.push({close}, true).status == PushStatus::Applied);
    const Record closed = pair.mine.pullAll().value(conflict.ref());
    CHECK(closed[Conflict::state] == Conflict::Resolved);
    CHECK(closed[Conflict::resolvedBy] == pair.bea);
}

TEST_CASE("two people who close the same conflict do not overwrite each other")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.conflictsOf(account).value(0);
    const Record seen = pair.now(account);
    pair.mine.push({edit(seen, Account::shortName.id, QStringLiteral("mine")), settled(conflict, Conflict::Mine)}, true);
    const PushResult late = pair.theirs.push({edit(seen, Account::shortName.id, QStringLiteral("third")), settled(conflict, Conflict::Merged)}, true);
    CHECK(late.status == PushStatus::Merged);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("mine"));
    CHECK(pair.now(conflict)[Conflict::resolution] == Conflict::Mine);
    const QList<Record> conflicts = pair.conflictsOf(account);
    REQUIRE(conflicts.size() == 2);
    CHECK(valueFromJson(conflicts[1][Conflict::mine]).text() == QLatin1String("third"));
    // Closing it in the same way a second time is no news.
    const qsizetype before = pair.server.all(Conflict::entity).size();
    CHECK(pair.theirs.push({settled(conflict, Conflict::Mine)}, true).status == PushStatus::Applied);
    CHECK(pair.server.all(Conflict::entity).size() == before);
}

TEST_CASE("nothing but its outcome can be written into a conflict record")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = pair.conflictsOf(account).value(0);
    pair.mine.push({edit(conflict, Conflict::theirs.id, QStringLiteral("\"never said\""))});
    CHECK(pair.now(conflict)[Conflict::theirs] == conflict[Conflict::theirs]);
}

TEST_CASE("an edit of a record deleted meanwhile is parked whole, with who deleted it")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.clock.advance(1000);
    const qint64 deletedAt = pair.clock.wallMs();
    const PushResult deleted = pair.theirs.push({deletion(account)});
    REQUIRE(deleted.status == PushStatus::Applied);
    pair.clock.advance(1000);
    const ChangeSet set = pair.mine.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = checkParked(pair, pair.mine.push(set), set, ConflictKind::EditDelete, ErrorCode::NotFound);
    CHECK(conflict[Conflict::theirsBy] == pair.bea);
    CHECK(conflict[Conflict::theirsRev] == deleted.rev);
    CHECK(conflict[Conflict::theirsAt] == deletedAt);
    CHECK(pair.now(account).isDeleted());
    // Restored with my changes: the record lives with them.
    RecordChange restore{ChangeKind::Restore, account.ref(), pair.now(account).rev(), {}};
    CHECK(pair.mine.push({restore, edit(pair.now(account), Account::shortName.id, QStringLiteral("mine")), settled(conflict, Conflict::Mine)}, true).status
          == PushStatus::Applied);
    CHECK_FALSE(pair.now(account).isDeleted());
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("mine"));
}

TEST_CASE("deleting a record that others changed meanwhile is parked, with who changed it")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const PushResult changed = pair.theirs.push({edit(account, Account::shortName.id, QStringLiteral("theirs"))});
    const ChangeSet set = pair.mine.set({deletion(account)});
    const Record conflict = checkParked(pair, pair.mine.push(set), set, ConflictKind::DeleteEdit, ErrorCode::AlreadyExists);
    CHECK(conflict[Conflict::theirsBy] == pair.bea);
    CHECK(conflict[Conflict::theirsRev] == changed.rev);
    CHECK_FALSE(pair.now(account).isDeleted());
    CHECK(pair.mine.push({deletion(pair.now(account)), settled(conflict, Conflict::Mine)}).status == PushStatus::Applied);
    CHECK(pair.now(account).isDeleted());
}

TEST_CASE("both delete: nobody is told of a conflict")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({deletion(account)});
    CHECK(pair.mine.push({deletion(account)}).status == PushStatus::Applied);
    CHECK(pair.conflictsOf(account).isEmpty());
}

TEST_CASE("the author may delete what he has just created, before he heard of its number")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.newAccount(QStringLiteral("Baosteel"), pair.ann);
    pair.mine.push({insertionOf(account)});
    CHECK(pair.mine.push({deletion(account)}).status == PushStatus::Applied);
    CHECK(pair.now(account).isDeleted());
    CHECK(pair.conflictsOf(account).isEmpty());
}

TEST_CASE("the same record created twice is known if it says the same, else parked")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.newAccount(QStringLiteral("Baosteel"), pair.ann);
    REQUIRE(pair.mine.push({insertionOf(account)}).status == PushStatus::Applied);
    CHECK(pair.mine.push({insertionOf(account)}).status == PushStatus::Applied);
    Record other = account;
    other.set(Account::name, QStringLiteral("Other"));
    const ChangeSet set = pair.mine.set({insertionOf(other)});
    checkParked(pair, pair.mine.push(set), set, ConflictKind::CreateCreate, ErrorCode::AlreadyExists);
    CHECK(pair.now(account)[Account::name] == QLatin1String("Baosteel"));
}

TEST_CASE("a unique value that is taken parks the record, also against one of the same change set")
{
    Pair pair(GUANXI_ON_BOTH);
    Record first = pair.newAccount(QStringLiteral("First"), pair.bea);
    first.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    REQUIRE(pair.theirs.push({insertionOf(first)}).status == PushStatus::Applied);
    Record second = pair.newAccount(QStringLiteral("Second"), pair.ann);
    second.set(Account::taxNumber, first[Account::taxNumber]);
    const ChangeSet set = pair.mine.set({insertionOf(second)});
    const Record conflict = checkParked(pair, pair.mine.push(set), set, ConflictKind::Unique, ErrorCode::NotUnique);
    CHECK_FALSE(pair.now(second).isValid());
    second.setValue(Account::taxNumber.id, {});
    CHECK(pair.mine.push({insertionOf(second), settled(conflict, Conflict::Merged)}).status == PushStatus::Applied);

    Record third = pair.newAccount(QStringLiteral("Third"), pair.ann);
    Record fourth = pair.newAccount(QStringLiteral("Fourth"), pair.ann);
    third.set(Account::taxNumber, QStringLiteral("91310000607378231L"));
    fourth.set(Account::taxNumber, third[Account::taxNumber]);
    CHECK(pair.mine.push({insertionOf(third), insertionOf(fourth)}).code == ErrorCode::NotUnique);
    CHECK_FALSE(pair.now(third).isValid());
}

TEST_CASE("a unique value may go from one record to another within a change set")
{
    Pair pair(GUANXI_ON_BOTH);
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
    Pair pair(GUANXI_ON_BOTH);
    Record first = pair.newAccount(QStringLiteral("First"), pair.ann);
    first.set(Account::taxNumber, QStringLiteral("91310000MA1FL5XK7Q"));
    pair.mine.push({insertionOf(first)});
    REQUIRE(pair.mine.push({deletion(pair.now(first))}).status == PushStatus::Applied);
    Record second = pair.newAccount(QStringLiteral("Second"), pair.bea);
    second.set(Account::taxNumber, first[Account::taxNumber]);
    REQUIRE(pair.theirs.push({insertionOf(second)}).status == PushStatus::Applied);
    const ChangeSet set = pair.mine.set({{ChangeKind::Restore, first.ref(), pair.now(first).rev(), {}}}, true);
    checkParked(pair, pair.mine.push(set), set, ConflictKind::Unique, ErrorCode::NotUnique);
    CHECK(pair.now(first).isDeleted());
}

TEST_CASE("a step that the state does not allow any more is parked")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    Record archived = account;
    archived.set(Account::status, qint64(Account::Archived));
    pair.server.update(archived);
    const ChangeSet set = pair.mine.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = checkParked(pair, pair.mine.push(set), set, ConflictKind::State, ErrorCode::WrongState);
    CHECK(pair.now(account)[Account::shortName].isEmpty());
    CHECK(pair.mine.push({settled(conflict, Conflict::Discarded)}, true).status == PushStatus::Applied);
    CHECK(pair.now(conflict)[Conflict::state] == Conflict::Resolved);
}

TEST_CASE("a child of a record deleted meanwhile is parked")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    REQUIRE(pair.theirs.push({deletion(account)}).status == PushStatus::Applied);
    const Record contact = pair.newContact(QStringLiteral("Wang"), account);
    const ChangeSet set = pair.mine.set({insertionOf(contact)});
    checkParked(pair, pair.mine.push(set), set, ConflictKind::ParentDeleted, ErrorCode::ParentMissing);
    CHECK_FALSE(pair.now(contact).isValid());
}

TEST_CASE("what depends on a parked change set is parked with it, what does not goes on")
{
    Pair pair(GUANXI_ON_BOTH);
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
    checkParked(pair, results[0], parent, ConflictKind::Unique, ErrorCode::NotUnique);
    checkParked(pair, results[1], child, ConflictKind::ParentParked, ErrorCode::ParentMissing);
    checkParked(pair, results[2], grandchild, ConflictKind::ParentParked, ErrorCode::ParentMissing);
    CHECK(results[3].status == PushStatus::Applied);
}

TEST_CASE("a tree that would become a loop is parked")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record upper = pair.account(QStringLiteral("Upper"), pair.ann);
    const Record lower = pair.account(QStringLiteral("Lower"), pair.ann);
    REQUIRE(pair.theirs.push({edit(lower, Account::parent.id, upper.id())}).status == PushStatus::Applied);
    const ChangeSet set = pair.mine.set({edit(upper, Account::parent.id, lower.id())});
    checkParked(pair, pair.mine.push(set), set, ConflictKind::Cycle, ErrorCode::Cycle);
    CHECK(pair.now(upper)[Account::parent].isNull());
}

TEST_CASE("an edit that arrives after the right was lost is parked, and its author keeps it")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    Record moved = account;
    moved.setValue(system::Owner, pair.bea);
    moved.set(Account::accountManager, pair.bea);
    pair.server.update(moved);
    const ChangeSet set = pair.mine.set({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    const Record conflict = checkParked(pair, pair.mine.push(set), set, ConflictKind::Permission, ErrorCode::NotAllowed);
    CHECK(pair.now(account)[Account::shortName].isEmpty());
    CHECK(pair.mine.pullAll().value(conflict.ref())[Conflict::parked] == conflict[Conflict::parked]);
}

TEST_CASE("a value that a rule refuses is parked with the rule and the field")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const ChangeSet set = pair.mine.set({edit(account, Account::email.id, QStringLiteral("not an address"))});
    const PushResult result = pair.mine.push(set);
    checkParked(pair, result, set, ConflictKind::Rule, ErrorCode::BadFormat);
    CHECK(result.args.value(0) == QLatin1String("email"));
}

TEST_CASE("a field that the server does not know is kept, and the rest applies")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    RecordChange change = edit(account, Account::shortName.id, QStringLiteral("mine"));
    change.fields.append({9999, Value(), Value(QStringLiteral("from the future")), account.rev()});
    CHECK(pair.mine.push({change}).status == PushStatus::Merged);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("mine"));
    const QList<Record> conflicts = pair.conflictsOf(account);
    REQUIRE(conflicts.size() == 1);
    CHECK(kindOf(conflicts[0]) == ConflictKind::Schema);
    CHECK(conflicts[0][Conflict::field] == 9999);
    CHECK(valueFromJson(conflicts[0][Conflict::mine]).text() == QLatin1String("from the future"));

    RecordChange unknown{ChangeKind::Insert, {65000, pair.ids.next()}, 0, {{16, Value(), Value(1), 0}}};
    const ChangeSet set = pair.mine.set({unknown});
    CHECK(pair.mine.push(set).status == PushStatus::Parked);
}

TEST_CASE("my own earlier change is no conflict with my later one")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("one"))});
    // Saved offline, both on the same base.
    CHECK(pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("two"))}).status == PushStatus::Applied);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("two"));
}

TEST_CASE("taking back is refused where somebody changed the value since")
{
    Pair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    Record mine = pair.now(account);
    pair.theirs.push({edit(mine, Account::shortName.id, QStringLiteral("theirs"))});
    mine.setRev(pair.now(account).rev());
    CHECK(pair.mine.push({edit(mine, Account::shortName.id, Value())}, true).status == PushStatus::Merged);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("theirs"));
}

TEST_CASE("conflicts about a record that was refused are seen by who sees the record, once it is taken")
{
    Pair pair(GUANXI_ON_BOTH);
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
