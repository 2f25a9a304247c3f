// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/base/random.h"
#include "common/model/vocabulary.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;

namespace {

constexpr EntityId KnownEntities = 3; // 1 … 3, each with fields 16 … 18; a newer program has twice as many of both

Vocabulary older()
{
    Catalogue catalogue;
    for (EntityId id = 1; id <= KnownEntities; ++id) {
        Entity &entity = catalogue.addEntity(id, QStringLiteral("e%1").arg(id));
        for (FieldId field = 16; field < 19; ++field) {
            Field declared;
            declared.id = field;
            declared.name = QStringLiteral("f%1").arg(field);
            entity.addField(declared);
        }
    }
    return Vocabulary::of(catalogue);
}

ChangeSet randomSet(Random &random)
{
    ChangeSet set;
    for (quint64 left = random.below(5); left > 0; --left) {
        RecordChange change{ChangeKind(1 + random.below(4)), {EntityId(1 + random.below(2 * KnownEntities)), Uuid::named(QByteArray::number(left))}, 5, {}};
        if (change.kind == ChangeKind::Insert || change.kind == ChangeKind::Update)
            for (FieldId field = 16; field < 22; ++field)
                if (random.below(2) == 0)
                    change.fields.append({field, Value(), random.below(4) ? Value(qint64(field)) : Value(RecordRef{EntityId(1 + random.below(6)), change.record.id}), 5});
        set.changes.append(change);
    }
    return set;
}

QList<std::pair<RecordRef, FieldChange>> fieldsOf(const ChangeSet &set)
{
    QList<std::pair<RecordRef, FieldChange>> fields;
    for (const RecordChange &change : set.changes)
        for (const FieldChange &field : change.fields)
            fields.append({change.record, field});
    return fields;
}

} // namespace

TEST_CASE("what an older program does not know is taken out of a change set, and nothing is lost or said twice")
{
    SeededRandom random(42);
    const Vocabulary vocabulary = older();
    for (int round = 0; round < 2'000; ++round) {
        const ChangeSet whole = randomSet(random);
        ChangeSet known = whole;
        const ChangeSet unknown = takeUnknown(known, vocabulary);
        REQUIRE(vocabulary.knows(known));
        for (const RecordChange &change : unknown.changes)
            for (const FieldChange &field : change.fields)
                REQUIRE_FALSE((vocabulary.knows(change.record.entity) && vocabulary.knows(change.record.entity, field)));
        for (const auto &field : fieldsOf(whole))
            REQUIRE(fieldsOf(known).count(field) + fieldsOf(unknown).count(field) == 1);
        // Who is made, deleted or restored is so once, by the half that knows it.
        for (const RecordChange &change : whole.changes) {
            const ChangeSet &half = vocabulary.knows(change.record.entity) ? known : unknown;
            const auto same = [&](const RecordChange &other) { return other.record == change.record && other.kind == change.kind; };
            REQUIRE((change.kind == ChangeKind::Update || std::count_if(half.changes.begin(), half.changes.end(), same) == 1));
        }
    }
}

TEST_CASE("of a change set that applies whole or not at all, an older program gets nothing or all")
{
    SeededRandom random(43);
    const Vocabulary vocabulary = older();
    for (int round = 0; round < 500; ++round) {
        ChangeSet whole = randomSet(random);
        whole.strict = true;
        ChangeSet known = whole;
        const ChangeSet unknown = takeUnknown(known, vocabulary);
        REQUIRE((vocabulary.knows(whole) ? unknown : known).changes.isEmpty());
        REQUIRE((vocabulary.knows(whole) ? known : unknown).changes == whole.changes);
    }
}

TEST_CASE("a vocabulary is read as it was written, and damage is noticed")
{
    const Vocabulary all = Vocabulary::of(wholeCatalogue());
    const QByteArray bytes = all.encoded();
    CborReader reader(bytes);
    CHECK(Vocabulary::read(reader) == all);
    CHECK(reader.result().ok());
    const QByteArray half = bytes.left(bytes.size() / 2);
    CborReader broken(half);
    Vocabulary::read(broken);
    CHECK_FALSE(broken.result().ok());
}
