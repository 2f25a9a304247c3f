// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/model/builder.h"
#include "common/model/codec.h"
#include "common/sync/parts.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::sync;

namespace {

constexpr EntityId Essay = 900;
constexpr FieldId Name = 20, Demanded = 21, Chapter = 22;
constexpr int Chapters = 4;

void declare(Catalogue &catalogue)
{
    EntityBuilder essay(catalogue, Essay, "essay", "Essay", "Essays");
    essay.text(TextField{Name}, "name", 100);
    essay.longText(TextField{Demanded}, "demanded").required();
    for (int i = 0; i < Chapters; ++i)
        essay.longText(TextField{FieldId(Chapter + i)}, "chapter_" + QByteArray::number(i));
}

RecordChange randomChange(Random &random, qsizetype longest)
{
    RecordChange change{random.below(2) ? ChangeKind::Insert : ChangeKind::Update, {Essay, Uuid::fromBytes(random.bytes(16))}, 0, {}};
    for (FieldId field = Name; field < Chapter + Chapters; ++field)
        change.fields.append({field, Value(), Value(QString(qsizetype(field == Name ? 5 : random.below(longest)), QChar(0x5ba2))), 0});
    return change;
}

qsizetype bytesOf(const QList<RecordChange> &part)
{
    ChangeSet set;
    set.changes = part;
    return encodeChangeSet(set).size();
}

/// What the changes leave in each record, in their order.
QHash<RecordRef, QHash<FieldId, QString>> effectOf(const QList<RecordChange> &changes)
{
    QHash<RecordRef, QHash<FieldId, QString>> effect;
    for (const RecordChange &change : changes)
        for (const FieldChange &field : change.fields)
            effect[change.record][field.field] = field.value.text();
    return effect;
}

} // namespace

TEST_CASE("the parts of an action say what it says, make a record before they change it, and fit a message")
{
    Catalogue catalogue;
    declare(catalogue);
    SeededRandom random(31);
    for (int round = 0; round < 40; ++round) {
        QList<RecordChange> changes;
        const qsizetype longest = round % 2 ? 200 : 85'000;
        for (int i = 0; i < 40; ++i)
            changes.append(randomChange(random, longest));
        Parts parts(catalogue);
        parts.add(changes.first(7));
        parts.add(changes.mid(7));
        QList<RecordChange> all;
        QSet<RecordRef> seen;
        while (!parts.isEmpty()) {
            const QList<RecordChange> part = parts.takeFirst();
            CHECK(bytesOf(part) < 3 * PartBytes);
            for (const RecordChange &change : part) {
                const bool first = !seen.contains(change.record);
                seen.insert(change.record);
                const auto whole = std::find_if(changes.cbegin(), changes.cend(), [&](const RecordChange &c) { return c.record == change.record; });
                REQUIRE(change.kind == (first ? whole->kind : ChangeKind::Update));
                if (change.kind == ChangeKind::Insert)
                    REQUIRE(change.field(Demanded));
            }
            all += part;
        }
        CHECK(effectOf(all) == effectOf(changes));
        if (round % 2)
            CHECK(all.size() == changes.size());
    }
}

TEST_CASE("many small changes go in parts of five hundred records")
{
    Catalogue catalogue;
    declare(catalogue);
    QList<RecordChange> changes;
    SeededRandom random(32);
    for (int i = 0; i < 1201; ++i)
        changes.append({ChangeKind::Delete, {Essay, Uuid::fromBytes(random.bytes(16))}, 0, {}});
    Parts parts(catalogue);
    parts.add(changes);
    REQUIRE(parts.count() == 3);
    CHECK(parts.takeFirst().size() == 500);
    CHECK(parts.takeFirst().size() == 500);
    CHECK(parts.takeFirst().size() == 201);
    CHECK(parts.isEmpty());
}
