// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/model/builder.h"
#include "common/sync/merge.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace guanxi;
using namespace guanxi::model;
using sync::FieldMerge;
using sync::FieldOutcome;
using sync::mergeField;
using sync::mergeRecord;

namespace
{

Field fieldOf(FieldType type, MergePolicy policy)
{
    Field field;
    field.id = 16;
    field.type = type;
    field.merge = policy;
    return field;
}

const Field ask = fieldOf(FieldType::Int, MergePolicy::Ask);
const Field sum = fieldOf(FieldType::Int, MergePolicy::Add);
const Field tags = fieldOf(FieldType::Tags, MergePolicy::Set);
const Field note = fieldOf(FieldType::LongText, MergePolicy::Text3);
const Field journal = fieldOf(FieldType::LongText, MergePolicy::Append);

FieldMerge merge(const Field &field, std::optional<Value> old, Value mine, Value stored, bool foreign = true,
                 bool strict = false)
{
    return mergeField(field, {field.id, std::move(old), std::move(mine), 10}, stored, foreign, strict);
}

Value text(const char16_t *content) { return Value(QString::fromUtf16(content)); }

namespace Deal
{
constexpr EntityId entity = 900;
constexpr NumberField amount{16}, currency{17}, reason{18}, total{19};
constexpr TextField title{20};
constexpr TagsField labels{21};
} // namespace Deal

void declareDeal(Catalogue &catalogue)
{
    EntityBuilder deal(catalogue, Deal::entity, "deal", "Deal", "Deals");
    deal.integer(Deal::amount, "amount").group(1);
    deal.integer(Deal::currency, "currency").group(1);
    deal.integer(Deal::reason, "reason");
    deal.integer(Deal::total, "total").computed(Computed::Server);
    deal.text(Deal::title, "title", 50);
    deal.tags(Deal::labels, "labels").merge(MergePolicy::Set);
}

QStringList randomTags(Random &random)
{
    QStringList list;
    for (const char16_t letter : {u'a', u'b', u'c', u'd', u'e'})
        if (random.below(2) == 0)
            list.append(QString(QChar(letter)));
    return list;
}

} // namespace

TEST_CASE("A change whose old value is stored applies, and one that stands already does nothing")
{
    CHECK(merge(ask, Value(1), Value(2), Value(1)).outcome == FieldOutcome::Apply);
    CHECK(merge(ask, Value(1), Value(2), Value(2)).outcome == FieldOutcome::Unchanged);
    CHECK(merge(ask, Value(), Value(2), Value()).value == Value(2));
}

TEST_CASE("Another stored value is a conflict exactly when somebody else wrote it")
{
    const FieldMerge foreign = merge(ask, Value(1), Value(2), Value(3), true);
    CHECK(foreign.outcome == FieldOutcome::Conflict);
    CHECK(foreign.value == Value(3));
    const FieldMerge own = merge(ask, Value(1), Value(2), Value(3), false);
    CHECK(own.outcome == FieldOutcome::Apply);
    CHECK(own.value == Value(2));
}

TEST_CASE("For a masked field the change log alone decides")
{
    CHECK(merge(ask, std::nullopt, Value(2), Value(3), false).outcome == FieldOutcome::Apply);
    CHECK(merge(ask, std::nullopt, Value(2), Value(3), true).outcome == FieldOutcome::Conflict);
    CHECK(merge(ask, std::nullopt, Value(3), Value(3), true).outcome == FieldOutcome::Unchanged);
    CHECK(merge(sum, std::nullopt, Value(2), Value(3), true).outcome == FieldOutcome::Conflict);
    CHECK(merge(tags, std::nullopt, Value(QStringList{}), Value(3), true).outcome == FieldOutcome::Conflict);
}

TEST_CASE("Undo, restore and resolve conflict with any other value, whoever wrote it")
{
    const Field field = GENERATE(ask, sum, fieldOf(FieldType::Int, MergePolicy::Latest));
    CHECK(merge(field, Value(1), Value(2), Value(3), false, true).outcome == FieldOutcome::Conflict);
    CHECK(merge(field, Value(1), Value(2), Value(1), true, true).outcome == FieldOutcome::Apply);
    CHECK(merge(field, Value(1), Value(2), Value(2), true, true).outcome == FieldOutcome::Unchanged);
}

TEST_CASE("The later value wins where the policy says so")
{
    const FieldMerge merged = merge(fieldOf(FieldType::Int, MergePolicy::Latest), Value(1), Value(2), Value(3));
    CHECK(merged.outcome == FieldOutcome::Merge);
    CHECK(merged.value == Value(2));
}

TEST_CASE("Only the server writes its own and computed fields")
{
    Field computed = ask;
    computed.computed = Computed::Local;
    const Field field = GENERATE_COPY(fieldOf(FieldType::Int, MergePolicy::Server), computed);
    const FieldMerge merged = merge(field, Value(1), Value(2), Value(1));
    CHECK(merged.outcome == FieldOutcome::Unchanged);
    CHECK(merged.value == Value(1));
}

TEST_CASE("Differences add up, also when both sides reach the same number")
{
    CHECK(merge(sum, Value(1), Value(2), Value(2)).value == Value(3));
    CHECK(merge(sum, Value(), Value(5), Value(-2)).value == Value(3));
    CHECK(merge(sum, Value(5), Value(8), Value(100), false).value == Value(103));
    CHECK(merge(sum, Value(7), Value(7), Value(9)).value == Value(9));
}

TEST_CASE("A sum that does not fit is a conflict, never a wrong number")
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    CHECK(merge(sum, Value(0), Value(most), Value(1)).outcome == FieldOutcome::Conflict);
    CHECK(merge(sum, Value(most), Value(-2), Value(0)).outcome == FieldOutcome::Conflict);
    Field percent = sum;
    percent.maximum = 10000;
    CHECK(merge(percent, Value(0), Value(6000), Value(6000)).outcome == FieldOutcome::Conflict);
}

TEST_CASE("Random differences add up in any order", "[property]")
{
    SeededRandom random(3);
    for (int round = 0; round < 2000; ++round) {
        const qint64 base = qint64(random.below(1000)), mine = qint64(random.below(1000)),
                     theirs = qint64(random.below(1000));
        REQUIRE(merge(sum, Value(base), Value(mine), Value(theirs)).value == Value(theirs + mine - base));
        REQUIRE(merge(sum, Value(base), Value(theirs), Value(mine)).value == Value(theirs + mine - base));
    }
}

TEST_CASE("Tags keep what either side added and lose what either side removed")
{
    const auto set = [](std::initializer_list<QString> list) { return Value(QStringList(list)); };
    const QString a = QStringLiteral("a"), b = QStringLiteral("b"), c = QStringLiteral("c"), d = QStringLiteral("d");
    CHECK(merge(tags, set({a, b}), set({b, c}), set({a, b, d})).value == set({b, c, d}));
    CHECK(merge(tags, set({a}), Value(), set({a, b})).value == set({b}));
    CHECK(merge(tags, set({a}), set({a, b}), set({b, a})).outcome == FieldOutcome::Unchanged);
}

TEST_CASE("Sets merge to the same whoever comes first", "[property]")
{
    SeededRandom random(5);
    for (int round = 0; round < 2000; ++round) {
        const Value base(randomTags(random)), mine(randomTags(random)), theirs(randomTags(random));
        const auto stands = [](const FieldMerge &merged) {
            QStringList list = merged.value.as<QStringList>();
            list.sort();
            return list;
        };
        REQUIRE(stands(merge(tags, base, mine, theirs)) == stands(merge(tags, base, theirs, mine)));
    }
}

TEST_CASE("Sets of references merge like tags")
{
    const Field people = fieldOf(FieldType::References, MergePolicy::Set);
    const Uuid a = Uuid::named("a"), b = Uuid::named("b"), c = Uuid::named("c");
    CHECK(merge(people, valueOf({a}), valueOf({a, b}), valueOf({a, c})).value == valueOf({a, b, c}));
    CHECK(merge(people, valueOf({a}), valueOf({}), valueOf({a, c})).value == valueOf({c}));
}

TEST_CASE("What was appended is appended again, and anything else is a conflict")
{
    CHECK(merge(journal, text(u"a"), text(u"a\nmine"), text(u"a\ntheirs")).value == text(u"a\ntheirs\nmine"));
    CHECK(merge(journal, text(u"a\n"), text(u"a\nmine\n"), text(u"a\ntheirs")).value == text(u"a\ntheirs\nmine\n"));
    CHECK(merge(journal, Value(), text(u"mine"), text(u"theirs")).value == text(u"theirs\nmine"));
    CHECK(merge(journal, text(u"a"), text(u"b"), text(u"a\ntheirs")).outcome == FieldOutcome::Conflict);
}

TEST_CASE("Long texts merge by lines and conflict where they overlap or grow too long")
{
    CHECK(merge(note, text(u"a\nb\nc"), text(u"A\nb\nc"), text(u"a\nb\nC")).value == text(u"A\nb\nC"));
    CHECK(merge(note, text(u"a"), text(u"b"), text(u"c")).outcome == FieldOutcome::Conflict);
    const QString half(LongTextLimit * 2 / 3, u'x'), other(LongTextLimit * 2 / 3, u'y');
    const QString middle = QStringLiteral("\nm\n");
    CHECK(merge(note, Value(middle), Value(half + middle), Value(middle + other)).outcome == FieldOutcome::Conflict);
}

TEST_CASE("Fields of a merge group conflict together, the others apply")
{
    Catalogue catalogue;
    declareDeal(catalogue);
    const Entity &entity = catalogue.at(Deal::entity);
    Record stored(entity, Uuid::named("deal"));
    stored.set(Deal::amount, qint64(100));
    stored.set(Deal::currency, qint64(2));
    const auto foreign = [](FieldId field) { return field == Deal::currency.id; };

    RecordChange change{ChangeKind::Update, stored.ref(), 10, {}};
    change.fields = {{Deal::amount.id, Value(100), Value(200), 10},
                     {Deal::currency.id, Value(1), Value(3), 10},
                     {Deal::reason.id, Value(), Value(7), 10}};
    const sync::RecordMerge both = mergeRecord(entity, change, stored, foreign, false);
    CHECK(both.conflicts == QList<FieldChange>{change.fields[0], change.fields[1]});
    CHECK(both.applied == QList<FieldChange>{change.fields[2]});

    change.fields.removeAt(1);
    const sync::RecordMerge neighbour = mergeRecord(entity, change, stored, foreign, false);
    CHECK(neighbour.conflicts == QList<FieldChange>{change.fields[0]});
    const sync::RecordMerge alone = mergeRecord(
        entity, change, stored, [](FieldId) { return false; }, false);
    CHECK(alone.conflicts.isEmpty());
    CHECK(alone.applied.size() == 2);
}

TEST_CASE("A field nobody here knows is parked, not dropped")
{
    Catalogue catalogue;
    declareDeal(catalogue);
    const Entity &entity = catalogue.at(Deal::entity);
    const RecordChange change{
        ChangeKind::Update, {Deal::entity, Uuid::named("deal")}, 1, {{70000, Value(), Value(1), 1}}};
    CHECK(mergeRecord(
              entity, change, Record(entity), [](FieldId) { return true; }, false)
              .conflicts == change.fields);
}

TEST_CASE("Every value of the author stands, is merged in or is parked", "[property]")
{
    Catalogue catalogue;
    declareDeal(catalogue);
    const Entity &entity = catalogue.at(Deal::entity);
    SeededRandom random(17);
    const auto anyValue = [&](const Field &field) {
        if (field.type == FieldType::Tags)
            return Value(randomTags(random));
        const qint64 number = qint64(random.below(3));
        return field.type == FieldType::Text ? Value(QString::number(number)) : Value(number);
    };
    for (int round = 0; round < 3000; ++round) {
        Record stored(entity, Uuid::named("deal"));
        RecordChange change{ChangeKind::Update, stored.ref(), 1, {}};
        for (const Field &field : entity.fields()) {
            if (field.id < system::FirstOwn || field.computed != Computed::No)
                continue;
            stored.setValue(field.id, anyValue(field));
            if (random.below(3) != 0)
                change.fields.append({field.id, random.below(5) == 0 ? std::nullopt : std::optional(anyValue(field)),
                                      anyValue(field), 1});
        }
        const quint64 foreign = random.next();
        const sync::RecordMerge merged = mergeRecord(
            entity, change, stored, [&](FieldId field) { return (foreign >> field & 1) != 0; }, random.below(4) == 0);
        for (const FieldChange &mine : change.fields) {
            const auto isMine = [&](const FieldChange &c) { return c.field == mine.field; };
            const auto applied = std::find_if(merged.applied.begin(), merged.applied.end(), isMine);
            const bool parked = merged.conflicts.contains(mine);
            const Value stands = applied != merged.applied.end() ? applied->value : stored.value(mine.field);
            REQUIRE((applied == merged.applied.end() || !parked));
            if (parked)
                continue;
            if (mine.field != Deal::labels.id) {
                REQUIRE(stands == mine.value);
                continue;
            }
            for (const QString &tag : mine.value.as<QStringList>())
                if (!mine.old || !mine.old->as<QStringList>().contains(tag))
                    REQUIRE(stands.as<QStringList>().contains(tag));
        }
    }
}
