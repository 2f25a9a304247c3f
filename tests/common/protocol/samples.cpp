// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/protocol/samples.h"

#include "common/model/codec.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace guanxi::protocol {

namespace {

Uuid id(char last) { return Uuid::fromBytes(QByteArray::fromHex("0190a1b2c3d47e5f8a9b0c1d2e3f40") + last); }

QByteArray counted(qsizetype size, int first = 0)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(first + i);
    return bytes;
}

model::RecordRef ref(char last) { return {7, id(last)}; }

QByteArray sampleSet()
{
    using namespace model;
    ChangeSet set;
    set.replica = id(1);
    set.seq = 42;
    set.user = id(2);
    set.at = 1'760'000'000'123;
    set.action = id(3);
    set.name = QStringLiteral("save");
    set.args = QJsonObject{{QStringLiteral("from"), 1}};
    set.dependsOn = {40, 41};
    set.schema = 3;
    const FieldChange name{16, Value(QStringLiteral("旧名")), Value(QStringLiteral("北京长城")), 900};
    const FieldChange hidden{17, std::nullopt, Value(-5), 0};
    const FieldChange tags{18, Value(), Value(QStringList{QStringLiteral("vip")}), 0};
    const FieldChange blob{19, Value(), Value(QByteArray("\0\xff", 2)), 0};
    const FieldChange link{20, Value(id(9)), Value(ref(8)), 0};
    set.changes = {{ChangeKind::Update, ref(4), 950, {name, hidden, tags, blob, link}},
                   {ChangeKind::Delete, ref(5), 951, {}}};
    return encodeChangeSet(set);
}

QByteArray sampleRecord()
{
    model::Entity entity;
    entity.id = 7;
    for (const model::FieldId number : {16u, 17u, 65536u}) {
        model::Field field;
        field.id = number;
        entity.addField(field);
    }
    model::Record record(entity, id(6));
    record.setRev(1001);
    record.setValue(16, QStringLiteral("北京长城"));
    record.setValue(65536, QStringList{QStringLiteral("a"), QStringLiteral("b")});
    return model::encodeRecord(record);
}

/// Opaque to a message; common/model pins its form.
QByteArray sampleRights() { return counted(40, 60); }

QList<Message> sessionSamples()
{
    const UpdateOffer offer{QStringLiteral("0.2.0"), QStringLiteral("https://crm.example/guanxi"), counted(64, 5)};
    return {
        Hello{1, 3, QStringLiteral("0.1.0"), 3, {QStringLiteral("blobs")}, QStringLiteral("李娜的笔记本"),
              QStringLiteral("linux"), counted(32)},
        Welcome{1, id(20), QStringLiteral("长城机械"), id(21), counted(32, 100), QStringLiteral("0.1.1"), 4, offer},
        Enrol{counted(16, 50), QStringLiteral("lina"), QStringLiteral("秘密 1"), counted(32, 7)},
        SignIn{id(1), QStringLiteral("lina"), QStringLiteral("秘密 1"), counted(64, 9)},
        Ready{id(1), id(2), QStringLiteral("lina"), QStringLiteral("李娜"), sampleRights(), 5, 1000, id(21), 41,
              1'209'600, 1'760'000'000'000, true, {sampleRecord()}},
        ErrorMessage{ErrorCode::LockedOut, {QStringLiteral("30")}, true, 30, 8},
        Ping{1},
        Pong{1},
    };
}

QList<Message> syncSamples()
{
    const PushResult merged{42,        PushStatus::Merged, 1002, ErrorCode::RuleRefused, {QStringLiteral("rule")},
                            {id(30)}, {sampleRecord()}};
    const model::ScopeKey all{7, model::ScopeKind::All, {}};
    const model::ScopeKey mine{7, model::ScopeKind::Owner, id(2)};
    const HistoryEntry entry{900, 1'750'000'000'000, id(2), QStringLiteral("save"), 899, sampleSet(), {}};
    return {
        Push{{sampleSet()}},
        PushAck{{merged, {43, PushStatus::Retry}}},
        Confirm{43},
        Pull{5, Cursor(1000), {{all, Cursor(500, ref(4)), 1000}}, {{mine, 0, 0}}, 32'768},
        Page{5, Cursor(1001, ref(6)), {{all, 600, false}}, {{mine, 1000, true}}, {sampleRecord()}, {ref(5)}, 1005, true},
        Live{1001, 1002, {sampleRecord()}, {ref(5)}},
        Lagged{2000},
        RightsChanged{sampleRights(), 6},
        History{1, ref(4), 900, 20},
        HistoryPage{1, {entry}, true},
        Reveal{2, ref(4), 17},
        Revealed{2, model::Value(QStringLiteral("6222021234567890"))},
        ChangePassword{3, QStringLiteral("alt"), QStringLiteral("neu")},
        Done{3},
        Notice{NoticeKind::Stopping, 5, 30},
        Wipe{},
        SignOut{},
        Command{{QStringLiteral("users"), QStringLiteral("add"), QStringLiteral("李娜")}},
        CommandReply{QStringLiteral("{\"ok\":true}"), 2},
        Quarantine{{sampleSet()}},
        Resume{id(40), id(41), 1234},
        Fork{counted(32, 3), 17},
        Forked{id(42)},
        Compare{4, 7, id(43)},
        Compared{4, {{id(44), 256, -12345}, {id(45), 7, 99}}, true, 2000},
        Mend{5, 7, id(43), id(44), {id(46), id(47)}, {900, 901}},
        Mended{5, {sampleRecord()}, {ref(5)}},
        BlobOffer{6, ref(4), 19, Manifest{ChunkSize + 1, counted(64, 11)}.encoded()},
        BlobWanted{6, QByteArray(1, 3)},
        BlobPut{7, counted(32, 12), 1, 0, QByteArray("x")},
        BlobOpen{8, ref(4), 19, counted(32, 12)},
        BlobOpened{8, Manifest{ChunkSize + 1, counted(64, 11)}.encoded(), QByteArray(1, 2)},
        BlobGet{9, counted(32, 12), 1, 65'536},
        BlobData{9, QByteArray("xy")},
        BlobSought{ref(4), 19, counted(32, 12)},
        Servers{{{QStringLiteral("crm1.example"), 4780}, {QStringLiteral("2001:db8::7"), 4790}}},
    };
}

} // namespace

QList<Message> samples() { return sessionSamples() + syncSamples(); }

QList<Message> recentSamples()
{
    return {
        History{1, {52, {}}, 900, 20, id(2), 1'750'000'000'000, {7, 9}},
        HistoryPage{1, {}, false, 640},
    };
}

QList<Message> historySamples()
{
    const HistoryEntry told{901, 1'750'000'001'000, id(2), QStringLiteral("save"), 899, sampleSet(), QStringLiteral("李娜的笔记本")};
    return {
        Page{5, Cursor(1001), {}, {}, {sampleRecord()}, {}, 1005, false, {told}},
        Live{1001, 1002, {sampleRecord()}, {}, {told}},
        HistoryPage{1, {told}, true},
        Mended{5, {sampleRecord()}, {}, false, {told}},
    };
}

bool waitUntil(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    return done();
}

} // namespace guanxi::protocol
