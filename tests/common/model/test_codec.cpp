// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/model/testcatalogue.h"

#include "common/base/random.h"
#include "common/model/catalogue/customers.h"
#include "common/model/codec.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const Value &value)
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writeValue(writer, value);
    return bytes;
}

QByteArray bytesOf(const Record &record)
{
    QByteArray bytes;
    CborWriter writer(&bytes);
    writeRecord(writer, record);
    return bytes;
}

QList<Value> someValues()
{
    const Uuid id = Uuid::named("one");
    return {Value(),
            Value(0),
            Value(-1),
            Value(std::numeric_limits<qint64>::max()),
            Value(std::numeric_limits<qint64>::min()),
            Value(u""_s),
            Value(u"华东 Ltd. 𠀀"_s),
            Value(id),
            Value(RecordRef{ids::Account, id}),
            Value(QStringList{}),
            Value(QStringList{u"price"_s, u"价格"_s}),
            Value(QStringList{u"one"_s}),
            Value(QByteArray("\0\x01", 2)),
            valueOf({Uuid::named("b"), Uuid::named("a")})};
}

Record someAccount()
{
    Record account(wholeCatalogue().at(ids::Account), Uuid::named("account"));
    account.setRev(77);
    account.set(Account::name, u"北京长城有限公司"_s);
    account.set(Account::creditLimit, qint64(123450000));
    account.set(Account::tags, QStringList{u"vip"_s, u"展会"_s});
    account.set(Account::createdFrom, RecordRef{ids::Lead, Uuid::named("lead")});
    account.set(Account::accountManager, Uuid::named("user"));
    return account;
}

ChangeSet someChangeSet(Random &random)
{
    ChangeSet set;
    set.replica = Uuid::named("replica");
    set.seq = qint64(random.below(1000)) + 1;
    set.user = Uuid::named("user");
    set.at = 1'700'000'000'000;
    set.action = Uuid::named("action");
    set.part = 1;
    set.parts = 2;
    set.name = u"save"_s;
    set.args = QJsonObject{{u"why"_s, u"因为"_s}};
    set.strict = random.below(2) == 1;
    set.dependsOn = {1, 5};
    set.schema = 900;
    const QList<Value> values = someValues();
    for (int i = 0; i < 4; ++i) {
        RecordChange change{ChangeKind(random.below(4) + 1), {ids::Account, Uuid::named(QByteArray::number(i))},
                            qint64(random.below(100)), {}};
        for (FieldId field = 16; field < 20; ++field) {
            FieldChange one{field, {}, values[qsizetype(random.below(quint64(values.size())))], qint64(random.below(50))};
            if (random.below(4) != 0)
                one.old = values[qsizetype(random.below(quint64(values.size())))];
            change.fields.append(one);
        }
        set.changes.append(change);
    }
    return set;
}

} // namespace

TEST_CASE("Every kind of value comes back as it was written", "[codec]")
{
    for (const Value &value : someValues()) {
        CborReader reader(bytesOf(value));
        CHECK(readValue(reader) == value);
        CHECK(reader.result().ok());
    }
}

TEST_CASE("A record comes back with its revision, and null fields take no room", "[codec]")
{
    const Record account = someAccount();
    CborReader reader(bytesOf(account));
    const Record back = readRecord(reader, wholeCatalogue());
    REQUIRE(reader.result().ok());
    CHECK(back.sameContent(account));
    CHECK(back.rev() == 77);
    CHECK(bytesOf(Record(wholeCatalogue().at(ids::Account), Uuid::named("empty"))).size() < 32);
}

TEST_CASE("A reader skips fields and entities it does not know", "[codec]")
{
    Catalogue newer;
    declareAll(newer);
    Field extra;
    extra.id = system::FirstCustom;
    extra.name = u"extra"_s;
    newer.addCustomField(ids::Account, extra);
    Record account(newer.at(ids::Account), Uuid::named("account"));
    account.set(Account::name, u"A"_s);
    account.setValue(system::FirstCustom, u"new"_s);
    CborReader reader(bytesOf(account));
    const Record back = readRecord(reader, wholeCatalogue());
    CHECK(reader.result().ok());
    CHECK(back[Account::name] == u"A"_s);
    const Catalogue empty;
    CborReader strange(bytesOf(account));
    CHECK(!readRecord(strange, empty).isValid());
    CHECK(strange.result().ok());
}

TEST_CASE("Change sets come back as they were recorded", "[codec]")
{
    SeededRandom random(1);
    for (int round = 0; round < 200; ++round) {
        const ChangeSet set = someChangeSet(random);
        const Result<ChangeSet> back = decodeChangeSet(encodeChangeSet(set));
        REQUIRE(back.ok());
        CHECK(*back == set);
    }
}

TEST_CASE("A value that was not visible to its author stays unknown, and is not the same as empty", "[codec]")
{
    ChangeSet set;
    set.changes = {{ChangeKind::Update, {ids::Account, Uuid::named("a")}, 0,
                    {{Account::bankAccount.id, std::nullopt, Value(u"1"_s), 0},
                     {Account::bankName.id, Value(), Value(u"2"_s), 0}}}};
    const Result<ChangeSet> back = decodeChangeSet(encodeChangeSet(set));
    REQUIRE(back.ok());
    CHECK(!back->changes.first().fields[0].old.has_value());
    CHECK(back->changes.first().fields[1].old.has_value());
}

TEST_CASE("A change set cut short anywhere, or with bytes behind it, is refused", "[codec]")
{
    SeededRandom random(2);
    const QByteArray whole = encodeChangeSet(someChangeSet(random));
    for (qsizetype size = 0; size < whole.size(); ++size)
        CHECK(!decodeChangeSet(whole.left(size)).ok());
    CHECK(!decodeChangeSet(whole + '\0').ok());
}

TEST_CASE("A record or value cut short anywhere is refused", "[codec]")
{
    const QByteArray record = bytesOf(someAccount());
    for (qsizetype size = 0; size < record.size(); ++size) {
        CborReader reader(record.left(size));
        readRecord(reader, wholeCatalogue());
        CHECK(!reader.result().ok());
    }
    for (const Value &value : someValues()) {
        const QByteArray bytes = bytesOf(value);
        CborReader reader(bytes.left(bytes.size() - 1));
        readValue(reader);
        CHECK(!reader.result().ok());
    }
}

TEST_CASE("Damaged bytes are read or refused, never worse, and what is read can be written", "[codec]")
{
    SeededRandom random(3);
    const QByteArray whole = encodeChangeSet(someChangeSet(random));
    for (int round = 0; round < 5000; ++round) {
        QByteArray damaged = whole;
        for (int hit = 0; hit < 3; ++hit)
            damaged[qsizetype(random.below(quint64(damaged.size())))] = char(random.below(256));
        const Result<ChangeSet> back = decodeChangeSet(damaged);
        if (!back.ok())
            continue;
        const Result<ChangeSet> again = decodeChangeSet(encodeChangeSet(*back));
        REQUIRE(again.ok());
        CHECK(*again == *back);
    }
}

TEST_CASE("A change of an unknown kind is refused", "[codec]")
{
    ChangeSet set;
    set.changes = {{ChangeKind(9), {ids::Account, Uuid::named("a")}, 0, {}}};
    CHECK(!decodeChangeSet(encodeChangeSet(set)).ok());
}
