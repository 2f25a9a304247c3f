// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/protocol/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

QString goldenPath(MessageType type, const QString &grown = {})
{
    return QStringLiteral(GUANXI_SOURCE_DIR "/tests/golden/protocol/%1-%2%3.hex")
        .arg(int(type), 2, 10, QLatin1Char('0'))
        .arg(QString(messageName(type)).toLower(), grown);
}

const QString WithHistory = QStringLiteral("-history");
const QString OfAll = QStringLiteral("-all");

QByteArray golden(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromHex(file.readAll()) : QByteArray();
}

Result<Message> decodeFrame(const QByteArray &bytes)
{
    FrameReader reader(FrameLimits::of(Role::Client, ConnectionState::SignedIn));
    reader.append(bytes);
    const auto frame = reader.next();
    if (!frame.ok())
        return frame.error();
    if (!frame->has_value() || reader.pending() != 0)
        return ErrorCode::BadFrame;
    return decodePayload(MessageType((*frame)->type), (*frame)->payload);
}

Result<Message> decodeHex(MessageType type, const char *hex) { return decodePayload(type, QByteArray::fromHex(hex)); }

} // namespace

TEST_CASE("Every message has the bytes it had when it was frozen", "[golden]")
{
    const QList<Message> all = samples();
    REQUIRE(all.size() == MessageTypeCount);
    for (int i = 0; i < all.size(); ++i) {
        const MessageType type = typeOf(all[i]);
        REQUIRE(int(type) == i + 1);
        INFO(goldenPath(type).toStdString());
        CHECK(encodeFrame(all[i], Compression::Never).toHex() == golden(goldenPath(type)).toHex());
    }
}

TEST_CASE("The frozen bytes of every message read as what was frozen", "[golden]")
{
    for (const Message &sample : samples()) {
        const auto read = decodeFrame(golden(goldenPath(typeOf(sample))));
        REQUIRE(read.ok());
        CHECK(*read == sample);
    }
}

TEST_CASE("Messages that grew have the bytes they had when their new fields were frozen, and these read as such", "[golden]")
{
    const auto check = [](const Message &sample, const QString &grown) {
        const QByteArray frozen = golden(goldenPath(typeOf(sample), grown));
        CHECK(encodeFrame(sample, Compression::Never).toHex() == frozen.toHex());
        const auto read = decodeFrame(frozen);
        REQUIRE(read.ok());
        CHECK(*read == sample);
    };
    for (const Message &sample : historySamples())
        check(sample, WithHistory);
    for (const Message &sample : recentSamples())
        check(sample, OfAll);
}

TEST_CASE("A packed frame made by another library version can be read", "[golden]")
{
    const auto read = decodeFrame(golden(QStringLiteral(GUANXI_SOURCE_DIR "/tests/golden/protocol/packed-push.hex")));
    REQUIRE(read.ok());
    CHECK(std::get<Push>(*read).sets == QList<QByteArray>(64, QByteArray(100, 'x')));
}

TEST_CASE("New golden files are written once", "[.write-golden]")
{
    const auto write = [](const QString &path, const QByteArray &bytes) {
        QFile file(path);
        if (!file.exists() && file.open(QIODevice::WriteOnly))
            file.write(bytes.toHex() + '\n');
    };
    for (const Message &sample : samples())
        write(goldenPath(typeOf(sample)), encodeFrame(sample, Compression::Never));
    for (const Message &sample : historySamples())
        write(goldenPath(typeOf(sample), WithHistory), encodeFrame(sample, Compression::Never));
    for (const Message &sample : recentSamples())
        write(goldenPath(typeOf(sample), OfAll), encodeFrame(sample, Compression::Never));
    write(QStringLiteral(GUANXI_SOURCE_DIR "/tests/golden/protocol/packed-push.hex"),
          encodeFrame(Push{QList<QByteArray>(64, QByteArray(100, 'x'))}));
}

TEST_CASE("Fields that were left out have their defaults")
{
    const auto page = decodeHex(MessageType::Page, "a3010502190100071901ff"); // {1: 5, 2: 256, 7: 511}
    REQUIRE(page.ok());
    CHECK(std::get<Page>(*page) == Page{5, Cursor(256), {}, {}, {}, {}, 511, false});
    const auto history = decodeHex(MessageType::History, "a201010282075001010101010101010101010101010101");
    REQUIRE(history.ok());
    CHECK(std::get<History>(*history).limit == 100);
}

TEST_CASE("What a restored server must know comes over")
{
    const Uuid id = Uuid::fromBytes(QByteArray(16, 'r'));
    const Push push{{QByteArray("set")}, {{7, 900, true, {}}, {8, 901, false, {{{7, id}, QStringLiteral("OPP-7")}}}}};
    CHECK(std::get<Push>(*decodePayload(MessageType::Push, encodePayload(push))) == push);
    Ready ready;
    ready.runs = {{id, 0}, {Uuid::fromBytes(QByteArray(16, 's')), 40}};
    ready.mark = ready.lastAction = id;
    ready.horizon = 12;
    ready.restoredAt = 30;
    CHECK(std::get<Ready>(*decodePayload(MessageType::Ready, encodePayload(ready))) == ready);
}

TEST_CASE("Required fields must be there")
{
    CHECK(decodeHex(MessageType::Ping, "a0").error() == Error{ErrorCode::BadFrame, {QStringLiteral("Ping")}});
    CHECK_FALSE(decodeHex(MessageType::Page, "a201050207").ok());
    CHECK(decodeHex(MessageType::Wipe, "a0").ok());
}

TEST_CASE("Keys of a newer protocol are passed over, whatever they hold")
{
    // {1: 7, 60: [1, {2: "x"}], 99: h'00', 1000: null}
    const auto ping = decodeHex(MessageType::Ping, "a40107183c8201a1026178186341001903e8f6");
    REQUIRE(ping.ok());
    CHECK(std::get<Ping>(*ping).n == 7);
}

TEST_CASE("Doubled or unsorted keys, wrong types and bytes left over are refused")
{
    const MessageType type = MessageType::Ping;
    CHECK_FALSE(decodeHex(type, "a201070108").ok());
    CHECK_FALSE(decodeHex(type, "a202070108").ok());
    CHECK_FALSE(decodeHex(type, "a1016178").ok());
    CHECK_FALSE(decodeHex(type, "a1010700").ok());
    CHECK_FALSE(decodeHex(type, "bf0107ff").ok()); // indefinite length
    CHECK_FALSE(decodeHex(type, "820107").ok());
    CHECK_FALSE(decodeHex(type, "").ok());
    CHECK_FALSE(decodeHex(type, "a1011bffffffffffffffff").ok()); // beyond 63 bits
    CHECK_FALSE(decodeHex(MessageType::Notice, "a201010211").ok() == false); // 17 is a fine number of seconds
    CHECK_FALSE(decodeHex(MessageType::Notice, "a20101021b0000000080000000").ok()); // beyond an int
    CHECK_FALSE(decodeHex(MessageType::Confirm, "a101f5").ok());
}

TEST_CASE("Nonces, keys and signatures have exactly their size")
{
    Enrol enrol{QByteArray("t"), QStringLiteral("a"), QStringLiteral("b"), QByteArray(31, 'k')};
    CHECK_FALSE(decodePayload(MessageType::Enrol, encodePayload(enrol)).ok());
    enrol.publicKey = QByteArray(32, 'k');
    CHECK(decodePayload(MessageType::Enrol, encodePayload(enrol)).ok());
}

TEST_CASE("Enumerations of a newer program read as unknown")
{
    const auto ack = decodeHex(MessageType::PushAck, "a10181a201010209");
    REQUIRE(ack.ok());
    CHECK(std::get<PushAck>(*ack).results[0].status == PushStatus::Unknown);
    const auto notice = decodeHex(MessageType::Notice, "a1011863");
    REQUIRE(notice.ok());
    CHECK(std::get<Notice>(*notice).kind == NoticeKind::Unknown);
    const auto error = decodeHex(MessageType::Error, "a10119fde8");
    REQUIRE(error.ok());
    CHECK(int(std::get<ErrorMessage>(*error).code) == 65000);
}

TEST_CASE("A scope names a set exactly when its kind needs one")
{
    const auto pull = [](const model::ScopeKey &scope) {
        return decodePayload(MessageType::Pull, encodePayload(Pull{1, 0, {{scope, 0, 0}}, {}})).ok();
    };
    const Uuid somebody = Uuid::named("somebody");
    CHECK(pull({7, model::ScopeKind::All, {}}));
    CHECK(pull({7, model::ScopeKind::Owner, somebody}));
    CHECK_FALSE(pull({7, model::ScopeKind::All, somebody}));
    CHECK_FALSE(pull({7, model::ScopeKind::Owner, {}}));
    CHECK_FALSE(pull({0, model::ScopeKind::All, {}}));
    CHECK_FALSE(pull({7, model::ScopeKind(4), somebody}));
}

TEST_CASE("Every kind of value survives a message")
{
    using model::Value;
    for (const Value &value : {Value(), Value(-1), Value(std::numeric_limits<qint64>::max()),
                               Value(std::numeric_limits<qint64>::min()), Value(QStringLiteral("客户😀")),
                               Value(Uuid::named("x")), Value(model::RecordRef{3, Uuid::named("y")}),
                               Value(QStringList{QStringLiteral("a")}), Value(QStringList{}), Value(QByteArray("\0", 1))}) {
        const Message revealed = Revealed{1, value};
        const auto read = decodePayload(MessageType::Revealed, encodePayload(revealed));
        REQUIRE(read.ok());
        CHECK(*read == revealed);
    }
}

TEST_CASE("Text is valid UTF-8 without U+0000")
{
    CHECK_FALSE(decodeHex(MessageType::Command, "a101816200ff").ok());
    CHECK_FALSE(decodeHex(MessageType::Command, "a1018162c328").ok());
    CHECK_FALSE(decodeHex(MessageType::Command, "a101816100").ok());
}

TEST_CASE("A few bytes cannot ask for many items")
{
    QByteArray list = QByteArray::fromHex("a1019a00200000"); // 2 Mi byte strings …
    list += QByteArray(2 * 1024 * 1024, '\x40');             // … and all of them there, empty
    CHECK_FALSE(decodePayload(MessageType::Push, list).ok());
    CHECK_FALSE(decodeHex(MessageType::Push, "a1019b7fffffffffffffff").ok());
    CHECK_FALSE(decodeHex(MessageType::Push, "a101815b7fffffffffffffff").ok());
}

TEST_CASE("Feed positions order by revision, entity and row; a whole revision comes after its rows")
{
    const model::RecordRef low{1, Uuid::fromBytes(QByteArray(16, '\x01'))};
    const model::RecordRef high{1, Uuid::fromBytes(QByteArray(16, '\xff'))};
    CHECK(Cursor(5, low) < Cursor(5, high)); // bytes compare unsigned
    CHECK(Cursor(5, high) < Cursor(5));
    CHECK(Cursor(5) < Cursor(6, low));
    const QList<Cursor> positions{Cursor(5, low), Cursor(5)};
    const Cursor &within = positions.first();
    CHECK(within.passed(5, low));
    CHECK_FALSE(within.passed(5, high));
    const Cursor &whole = positions.last();
    CHECK(whole.passed(5, high));
    CHECK_FALSE(whole.passed(6, low));
}
