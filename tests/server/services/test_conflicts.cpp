// SPDX-License-Identifier: GPL-3.0-or-later
// A field that two people changed, and how that is settled.
#include "conflictpair.h"

#include "common/model/valuejson.h"
#include "common/sync/parkedset.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;
using sync::ConflictKind;

TEST_CASE("edit against edit parks the field with both values, and the rest applies")
{
    ConflictPair pair(GUANXI_ON_BOTH);
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
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const Record conflict = pair.clash(account);
    pair.clock.advance(5000);
    const PushResult result = pair.mine.push({edit(pair.now(account), Account::shortName.id, QStringLiteral("mine")), sync::closingOf(conflict, sync::Resolution::Mine)}, true);
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
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const Record conflict = pair.clash(account);
    RecordChange close = sync::closingOf(conflict, sync::Resolution::Theirs);
    close.fields.append({Conflict::resolvedBy.id, Value(), Value(pair.ann), conflict.rev()});
    CHECK(pair.theirs.push({close}, true).status == PushStatus::Applied);
    const Record closed = pair.mine.pullAll().value(conflict.ref());
    CHECK(closed[Conflict::state] == Conflict::Resolved);
    CHECK(closed[Conflict::resolvedBy] == pair.bea);
}

TEST_CASE("two people who close the same conflict do not overwrite each other")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const Record conflict = pair.clash(account);
    const Record seen = pair.now(account);
    pair.mine.push({edit(seen, Account::shortName.id, QStringLiteral("mine")), sync::closingOf(conflict, sync::Resolution::Mine)}, true);
    const PushResult late = pair.theirs.push({edit(seen, Account::shortName.id, QStringLiteral("third")), sync::closingOf(conflict, sync::Resolution::Merged)}, true);
    CHECK(late.status == PushStatus::Merged);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("mine"));
    CHECK(pair.now(conflict)[Conflict::resolution] == Conflict::Mine);
    const QList<Record> conflicts = pair.conflictsOf(account);
    REQUIRE(conflicts.size() == 2);
    CHECK(valueFromJson(conflicts[1][Conflict::mine]).text() == QLatin1String("third"));
    // Closing it in the same way a second time is no news.
    const qsizetype before = pair.server.all(Conflict::entity).size();
    CHECK(pair.theirs.push({sync::closingOf(conflict, sync::Resolution::Mine)}, true).status == PushStatus::Applied);
    CHECK(pair.server.all(Conflict::entity).size() == before);
}

TEST_CASE("nothing but its outcome can be written into a conflict record")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    const Record conflict = pair.clash(account);
    pair.mine.push({edit(conflict, Conflict::theirs.id, QStringLiteral("\"never said\""))});
    CHECK(pair.now(conflict)[Conflict::theirs] == conflict[Conflict::theirs]);
}

TEST_CASE("a field that the server does not know is kept, and the rest applies")
{
    ConflictPair pair(GUANXI_ON_BOTH);
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
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("one"))});
    // Saved offline, both on the same base.
    CHECK(pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("two"))}).status == PushStatus::Applied);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("two"));
}

TEST_CASE("taking back is refused where somebody changed the value since")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.mine.push({edit(account, Account::shortName.id, QStringLiteral("mine"))});
    Record mine = pair.now(account);
    pair.theirs.push({edit(mine, Account::shortName.id, QStringLiteral("theirs"))});
    mine.setRev(pair.now(account).rev());
    CHECK(pair.mine.push({edit(mine, Account::shortName.id, Value())}, true).status == PushStatus::Merged);
    CHECK(pair.now(account)[Account::shortName] == QLatin1String("theirs"));
}
