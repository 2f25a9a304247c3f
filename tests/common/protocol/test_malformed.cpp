// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing a stranger sends may crash, hang or pass as something it is not.
#include "tests/common/protocol/samples.h"

#include "common/base/random.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

bool isWireFault(ErrorCode code)
{
    return code == ErrorCode::BadFrame || code == ErrorCode::FrameTooLarge || code == ErrorCode::UnexpectedFrame;
}

/// Reads all of `bytes` as a server would; the number of messages, or -1 after a clean fault.
int readAll(const QByteArray &bytes)
{
    FrameReader reader(FrameLimits::of(Role::Server, ConnectionState::SignedIn));
    reader.append(bytes);
    for (int count = 0;; ++count) {
        const auto frame = reader.next();
        if (!frame.ok()) {
            REQUIRE(isWireFault(frame.error().code));
            return -1;
        }
        if (!frame->has_value())
            return count;
        const auto message = decodePayload(MessageType((*frame)->type), (*frame)->payload);
        if (!message.ok()) {
            REQUIRE(message.error().code == ErrorCode::BadFrame);
            return -1;
        }
        // Whatever was understood can be said again, and means the same.
        const auto again = decodePayload(typeOf(*message), encodePayload(*message));
        REQUIRE(again.ok());
        REQUIRE(*again == *message);
    }
}

} // namespace

TEST_CASE("A message cut at any byte never passes as a whole one")
{
    for (const Message &sample : samples()) {
        const QByteArray payload = encodePayload(sample);
        for (qsizetype size = 0; size < payload.size(); ++size) {
            INFO(messageName(typeOf(sample)).data() << " cut to " << size);
            REQUIRE_FALSE(decodePayload(typeOf(sample), payload.left(size)).ok());
        }
    }
}

TEST_CASE("A frame cut at any byte waits for the rest")
{
    for (const Message &sample : samples()) {
        const QByteArray frame = encodeFrame(sample);
        for (qsizetype size = 0; size < frame.size(); ++size)
            REQUIRE(readAll(frame.left(size)) == 0);
        REQUIRE(readAll(frame) == 1);
    }
}

TEST_CASE("Every single flipped bit of every message ends in a message or a clean fault")
{
    for (const Message &sample : samples())
        for (const Compression compression : {Compression::Never, Compression::WhenLarge}) {
            const QByteArray frame = encodeFrame(sample, compression);
            for (qsizetype bit = 0; bit < frame.size() * 8; ++bit) {
                QByteArray flipped = frame;
                flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
                readAll(flipped);
            }
        }
    SUCCEED();
}

TEST_CASE("Random damage to streams of frames ends in messages or a clean fault")
{
    SeededRandom random(20'260);
    QByteArray stream;
    for (const Message &sample : samples())
        stream += encodeFrame(sample);
    stream += encodeFrame(Push{QList<QByteArray>(40, QByteArray(100, 'x'))}); // packed
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = stream;
        for (quint64 hits = 1 + random.below(8); hits > 0; --hits) {
            const qsizetype at = qsizetype(random.below(quint64(damaged.size())));
            switch (random.below(3)) {
            case 0: damaged[at] = char(random.next()); break;
            case 1: damaged.remove(at, qsizetype(1 + random.below(9))); break;
            default: damaged.insert(at, random.bytes(qsizetype(1 + random.below(9)))); break;
            }
        }
        readAll(damaged);
    }
    SUCCEED();
}

TEST_CASE("Noise in place of a payload is refused for every type")
{
    SeededRandom random(4);
    for (int type = 1; type <= MessageTypeCount; ++type)
        for (int round = 0; round < 300; ++round) {
            const QByteArray noise = random.bytes(qsizetype(random.below(60)));
            readAll(FrameWriter::raw(quint8(type), quint8(FlagLast | random.below(2)), 0, noise));
        }
    SUCCEED();
}

TEST_CASE("Deep nesting is refused, known key or not")
{
    for (const char *key : {"01", "183c"}) {
        const QByteArray deep = QByteArray::fromHex("a1") + QByteArray::fromHex(key) + QByteArray(100'000, '\x81') + '\0';
        CHECK_FALSE(decodePayload(MessageType::Push, deep).ok());
        CHECK_FALSE(decodePayload(MessageType::Revealed, deep).ok());
    }
}
