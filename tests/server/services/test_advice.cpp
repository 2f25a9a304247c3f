// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflictpair.h"

#include "common/model/valuejson.h"
#include "common/sync/parkedset.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::protocol;
using namespace guanxi::test;

namespace {

RecordRef twinOf(const Record &advice) { return valueFromJson(advice[Conflict::theirs]).as<RecordRef>(); }

} // namespace

TEST_CASE("a value that a policy made of two is noted in a closed conflict with both, and asks nobody")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    SECTION("tags: both are there")
    {
        pair.theirs.push({edit(account, Account::tags.id, QStringList{QStringLiteral("key")})});
        const PushResult result = pair.mine.push({edit(account, Account::tags.id, QStringList{QStringLiteral("steel")})});
        CHECK(result.status == PushStatus::Merged);
        CHECK(result.conflicts.isEmpty());
        CHECK(pair.now(account)[Account::tags] == QStringList{QStringLiteral("key"), QStringLiteral("steel")});
    }
    SECTION("the later one stands")
    {
        pair.theirs.push({edit(account, Account::nextFollowUpAt.id, qint64(1'000))});
        pair.mine.push({edit(account, Account::nextFollowUpAt.id, qint64(2'000))});
        CHECK(pair.now(account)[Account::nextFollowUpAt] == 2'000);
        CHECK(valueFromJson(pair.conflicts(Conflict::EditEditAuto).value(0)[Conflict::theirs]) == Value(qint64(1'000)));
    }
    const QList<Record> notes = pair.conflicts(Conflict::EditEditAuto);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0][Conflict::state] == Conflict::Resolved);
    CHECK(notes[0][Conflict::resolution] == Conflict::Merged);
    CHECK(notes[0][Conflict::record] == account.ref());
    CHECK(notes[0][Conflict::mineBy] == pair.ann);
    CHECK(notes[0][Conflict::theirsBy] == pair.bea);
    CHECK(pair.theirs.pullAll().contains(notes[0].ref()));
}

TEST_CASE("what was not merged is not noted: a value that nobody else touched, or the same from both")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.ann);
    pair.theirs.push({edit(account, Account::tags.id, QStringList{QStringLiteral("key")})});
    pair.mine.push({edit(account, Account::tags.id, QStringList{QStringLiteral("key")})});
    pair.mine.push({edit(pair.now(account), Account::nextFollowUpAt.id, qint64(1'000))});
    CHECK(pair.conflicts(Conflict::EditEditAuto).isEmpty());
}

TEST_CASE("a record with the name, number or address of another one is taken, and its author is told once")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    Record known = pair.newAccount(QStringLiteral("Baosteel Group"), pair.bea);
    known.set(Account::mobile, QStringLiteral("13800138000"));
    known.set(Account::email, QStringLiteral("office@baosteel.example"));
    REQUIRE(pair.theirs.push({insertionOf(known)}).status == PushStatus::Applied);
    Record fresh = pair.newAccount(QStringLiteral("Another"), pair.bea);
    SECTION("the name, written otherwise") { fresh.set(Account::name, QString::fromUtf8("ｂａｏｓｔｅｅｌ  GROUP")); }
    SECTION("the mobile, typed as a telephone") { fresh.set(Account::phone, QStringLiteral("+86 138 0013 8000")); }
    SECTION("the address, in capitals") { fresh.set(Account::email, QStringLiteral("Office@Baosteel.example")); }
    SECTION("all of them")
    {
        fresh.set(Account::name, QStringLiteral("baosteel group"));
        fresh.set(Account::mobile, QStringLiteral("13800138000"));
    }
    SECTION("changed to it later")
    {
        REQUIRE(pair.theirs.push({insertionOf(fresh)}).status == PushStatus::Applied);
        REQUIRE(pair.conflicts(Conflict::NearDuplicate).isEmpty());
        pair.theirs.push({edit(pair.now(fresh), Account::name.id, QStringLiteral("Baosteel Group"))});
        fresh = {};
    }
    if (fresh.isValid()) {
        const PushResult result = pair.theirs.push({insertionOf(fresh)});
        CHECK(result.status == PushStatus::Applied);
        CHECK(pair.now(fresh).isValid());
    }
    const QList<Record> advice = pair.conflicts(Conflict::NearDuplicate);
    REQUIRE(advice.size() == 1);
    CHECK(advice[0][Conflict::state] == Conflict::Open);
    CHECK(advice[0][Conflict::mineBy] == pair.bea);
    CHECK(twinOf(advice[0]) == known.ref());
}

TEST_CASE("who may not see the other record learns that there is one, and not which")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    pair.account(QStringLiteral("Baosteel"), pair.bea);
    const Record fresh = pair.newAccount(QStringLiteral("Baosteel"), pair.ann);
    REQUIRE(pair.mine.push({insertionOf(fresh)}).status == PushStatus::Applied);
    const QList<Record> advice = pair.conflicts(Conflict::NearDuplicate);
    REQUIRE(advice.size() == 1);
    CHECK(advice[0].isNull(Conflict::theirs));
}

TEST_CASE("who sees a record but not all of them is not told what it resembles")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Uuid cai = pair.user(QStringLiteral("cai"), pair.east, pair.own);
    WireClient third(pair.server, QStringLiteral("cai"), cai, pair.clock);
    pair.account(QStringLiteral("Baosteel"), pair.bea);
    const Record fresh = pair.newAccount(QStringLiteral("Baosteel"), cai);
    REQUIRE(pair.theirs.push({insertionOf(fresh)}).status == PushStatus::Applied);
    const QList<Record> advice = pair.conflicts(Conflict::NearDuplicate);
    REQUIRE(advice.size() == 1);
    CHECK_FALSE(advice[0].isNull(Conflict::theirs));
    CHECK(third.pullAll().value(advice[0].ref()).isNull(Conflict::theirs));
    CHECK_FALSE(pair.theirs.pullAll().value(advice[0].ref()).isNull(Conflict::theirs));
}

TEST_CASE("who has said that two are different is not asked again")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record known = pair.account(QStringLiteral("Baosteel"), pair.bea);
    const Record fresh = pair.newAccount(QStringLiteral("Baosteel"), pair.bea);
    pair.theirs.push({insertionOf(fresh)});
    const Record advice = pair.conflicts(Conflict::NearDuplicate).value(0);
    REQUIRE(advice.isValid());
    REQUIRE(pair.theirs.push({sync::closingOf(advice, sync::Resolution::Discarded)}, true).status == PushStatus::Applied);
    // Whichever of the two comes to resemble the other once more.
    for (const Record &one : {fresh, known}) {
        pair.theirs.push({edit(pair.now(one), Account::name.id, QStringLiteral("Baosteel Shanghai"))});
        pair.theirs.push({edit(pair.now(one), Account::name.id, QStringLiteral("Baosteel"))});
    }
    pair.theirs.push({edit(pair.now(known), Account::phone.id, QStringLiteral("021-55551234"))});
    pair.theirs.push({edit(pair.now(fresh), Account::phone.id, QStringLiteral("021-55551234"))});
    CHECK(pair.conflicts(Conflict::NearDuplicate).size() == 1);
}

TEST_CASE("colleagues share a switchboard, and deleted records resemble nobody")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    const Record account = pair.account(QStringLiteral("Baosteel"), pair.bea);
    const auto make = [&](const QString &name) {
        Record contact = pair.newContact(name, account);
        contact.set(Contact::phone, QStringLiteral("021-55551234"));
        REQUIRE(pair.theirs.push({insertionOf(contact)}).status == PushStatus::Applied);
        return pair.now(contact);
    };
    const Record wang = make(QStringLiteral("Wang Fang"));
    make(QStringLiteral("Li Na"));
    CHECK(pair.conflicts(Conflict::NearDuplicate).isEmpty());
    pair.theirs.push({RecordChange{ChangeKind::Delete, wang.ref(), wang.rev(), {}}});
    make(QStringLiteral("Wang Fang"));
    CHECK(pair.conflicts(Conflict::NearDuplicate).isEmpty());
    make(QStringLiteral("Wang Fang"));
    CHECK(pair.conflicts(Conflict::NearDuplicate).size() == 1);
}

TEST_CASE("a database made by a program that kept no keys gets them with its next run")
{
    ConflictPair pair(GUANXI_ON_BOTH);
    pair.account(QStringLiteral("Baosteel"), pair.bea);
    REQUIRE(pair.server.store().forgetTwinKeys().ok());
    REQUIRE(pair.server.store().setMeta(QStringLiteral("twin_keys"), {}).ok());
    pair.server.restart();
    pair.theirs.connect();
    const Record fresh = pair.newAccount(QStringLiteral("Baosteel"), pair.bea);
    REQUIRE(pair.theirs.push({insertionOf(fresh)}).status == PushStatus::Applied);
    CHECK(pair.conflicts(Conflict::NearDuplicate).size() == 1);
}
