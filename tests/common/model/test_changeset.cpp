// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"
#include "common/model/changeset.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

const RecordRef account{ids::Account, Uuid::named("account")};
const RecordRef contact{ids::Contact, Uuid::named("contact")};

ChangeSet setOf(QList<RecordChange> changes)
{
    ChangeSet set;
    set.action = Uuid::named("action");
    set.changes = std::move(changes);
    return set;
}

} // namespace

TEST_CASE("Undo swaps old and new, strictly, at the revision it undoes", "[changeset]")
{
    const ChangeSet undo = inverseOf(
        setOf({{ChangeKind::Update, account, 5, {{Account::name.id, Value(u"old"_s), Value(u"new"_s), 5}}}}), 9);
    CHECK(undo.strict);
    CHECK(undo.name == u"undo"_s);
    CHECK(undo.args[u"action"_s].toString() == Uuid::named("action").text());
    REQUIRE(undo.changes.size() == 1);
    CHECK(undo.changes.first().base == 9);
    REQUIRE(undo.changes.first().fields.size() == 1);
    CHECK(undo.changes.first().fields.first() == FieldChange{Account::name.id, Value(u"new"_s), Value(u"old"_s), 9});
}

TEST_CASE("Undo takes things back in reverse order: made records go, deleted ones return", "[changeset]")
{
    const ChangeSet undo =
        inverseOf(setOf({{ChangeKind::Insert, account, 0, {{Account::name.id, Value(), Value(u"A"_s), 0}}},
                         {ChangeKind::Delete, contact, 3, {}}}),
                  4);
    REQUIRE(undo.changes.size() == 2);
    CHECK(undo.changes[0].kind == ChangeKind::Restore);
    CHECK(undo.changes[0].record == contact);
    CHECK(undo.changes[1].kind == ChangeKind::Delete);
    CHECK(undo.changes[1].record == account);
    CHECK(undo.changes[1].fields.isEmpty());
}

TEST_CASE("Undoing an undo is the first change again", "[changeset]")
{
    const ChangeSet first =
        setOf({{ChangeKind::Update, account, 5, {{Account::name.id, Value(u"old"_s), Value(u"new"_s), 5}}},
               {ChangeKind::Restore, contact, 5, {}}});
    const ChangeSet twice = inverseOf(inverseOf(first, 6), 7);
    REQUIRE(twice.changes.size() == 2);
    CHECK(twice.changes[0].fields.first().value == Value(u"new"_s));
    CHECK(twice.changes[1].kind == ChangeKind::Restore);
}

TEST_CASE("What the author could not see cannot be taken back by him", "[changeset]")
{
    const ChangeSet undo = inverseOf(
        setOf({{ChangeKind::Update, account, 5, {{Account::bankAccount.id, std::nullopt, Value(u"1"_s), 5}}}}), 9);
    REQUIRE(undo.changes.size() == 1);
    CHECK(undo.changes.first().fields.isEmpty());
}

TEST_CASE("A field is found in a change by its number", "[changeset]")
{
    const RecordChange change{ChangeKind::Update, account, 0, {{Account::name.id, Value(), Value(u"A"_s), 0}}};
    CHECK(change.field(Account::name.id));
    CHECK(!change.field(Account::phone.id));
}
