// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/protocol/message.h"
#include "common/protocol/zstd.h"

#include <catch2/catch_test_macros.hpp>

#include <zstd.h>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

constexpr quint8 PingType = quint8(MessageType::Ping);
constexpr quint8 UnknownType = 200;
const FrameLimits Signed = FrameLimits::of(Role::Server, ConnectionState::SignedIn);

Result<std::optional<Frame>> readOne(const QByteArray &bytes, const FrameLimits &limits = Signed)
{
    FrameReader reader(limits);
    reader.append(bytes);
    return reader.next();
}

ErrorCode faultOf(const QByteArray &bytes, const FrameLimits &limits = Signed)
{
    const auto frame = readOne(bytes, limits);
    return frame.ok() ? ErrorCode{} : frame.error().code;
}

QByteArray zstd(const QByteArray &content, int windowLog, bool declareSize)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, declareSize ? 1 : 0);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(content.size()))), '\0');
    const size_t room = size_t(packed.size());
    packed.resize(qsizetype(ZSTD_compress2(context, packed.data(), room, content.data(), size_t(content.size()))));
    ZSTD_freeCCtx(context);
    return packed;
}

QByteArray packedFrame(QByteArrayView packed) { return FrameWriter::raw(PingType, FlagZstd | FlagLast, 0, packed); }

} // namespace

TEST_CASE("A frame is its length, type, flags, stream and payload")
{
    CHECK(FrameWriter::frame(MessageType::Push, "abc").toHex() == "00000007" "09" "02" "0000" "616263");
    CHECK(FrameWriter::raw(9, 130, 0x0102, "abc").toHex() == "00000007" "09" "82" "0102" "616263");
}

TEST_CASE("Frames come out whole however the bytes are cut")
{
    SeededRandom random(7);
    QByteArray bytes;
    QList<QByteArray> payloads;
    for (int i = 0; i < 50; ++i) {
        payloads.append(random.bytes(qsizetype(random.below(5000))));
        bytes += FrameWriter::frame(MessageType::Push, payloads.last());
    }
    QList<QByteArray> read;
    FrameReader reader(Signed);
    while (!bytes.isEmpty()) {
        const qsizetype piece = qMin<qsizetype>(bytes.size(), qsizetype(1 + random.below(3000)));
        reader.append(QByteArrayView(bytes).first(piece));
        bytes.remove(0, piece);
        while (true) {
            const auto frame = reader.next();
            REQUIRE(frame.ok());
            if (!frame->has_value())
                break;
            read.append((*frame)->payload);
        }
    }
    CHECK(read == payloads);
    CHECK(reader.pending() == 0);
}

TEST_CASE("A frame over the limit is refused from its header alone")
{
    const QByteArray header = QByteArray::fromHex("0010000107020000"); // 1 MiB + 1
    CHECK(readOne(header).error()
          == Error{ErrorCode::FrameTooLarge, {QStringLiteral("1048577"), QStringLiteral("1048576")}});
    CHECK(faultOf(QByteArray::fromHex("ffffffff07020000")) == ErrorCode::FrameTooLarge);
    const QByteArray largest = FrameWriter::raw(PingType, FlagLast, 0, QByteArray(1024 * 1024 - 4, 'x'));
    CHECK(readOne(largest)->has_value());
    CHECK(faultOf(FrameWriter::raw(PingType, FlagLast, 0, QByteArray(4093, 'x')),
                  FrameLimits::of(Role::Server, ConnectionState::Fresh)) == ErrorCode::FrameTooLarge);
}

TEST_CASE("A length without room for the header and flags without a meaning are refused")
{
    CHECK(faultOf(QByteArray::fromHex("0000000307020000")) == ErrorCode::BadFrame);
    CHECK(faultOf(FrameWriter::raw(PingType, FlagLast | 4, 0, "a")) == ErrorCode::BadFrame);
    CHECK(faultOf(FrameWriter::raw(PingType, 0, 0, "a")) == ErrorCode::BadFrame);
}

TEST_CASE("After a fault the reader answers nothing but that fault and keeps no bytes")
{
    FrameReader reader(Signed);
    reader.append(QByteArray::fromHex("0000000307020000"));
    REQUIRE_FALSE(reader.next().ok());
    reader.append(FrameWriter::frame(MessageType::Ping, "a"));
    CHECK_FALSE(reader.next().ok());
    CHECK(reader.pending() == 0);
}

TEST_CASE("An unknown type ends the connection unless it may be passed over")
{
    CHECK(faultOf(FrameWriter::raw(UnknownType, FlagLast, 0, "a")) == ErrorCode::UnexpectedFrame);
    CHECK(faultOf(FrameWriter::raw(0, FlagLast, 0, "a")) == ErrorCode::UnexpectedFrame);
    FrameReader reader(Signed);
    reader.append(FrameWriter::raw(UnknownType, FlagIgnorable | FlagLast | 64, 9, QByteArray(300, 'z')));
    reader.append(FrameWriter::frame(MessageType::Ping, "after"));
    const auto frame = reader.next();
    REQUIRE(frame.ok());
    REQUIRE(frame->has_value());
    CHECK((*frame)->payload == "after");
}

TEST_CASE("What is passed over is not kept while it arrives")
{
    FrameReader reader(Signed);
    const QByteArray passed = FrameWriter::raw(UnknownType, FlagIgnorable, 0, QByteArray(1'000'000, 'z'));
    for (qsizetype at = 0; at < passed.size(); at += 1000) {
        reader.append(QByteArrayView(passed).sliced(at, qMin<qsizetype>(1000, passed.size() - at)));
        CHECK_FALSE(reader.next()->has_value());
        REQUIRE(reader.pending() == 0);
    }
    reader.append(FrameWriter::frame(MessageType::Ping, "after"));
    CHECK(reader.next()->has_value());
}

TEST_CASE("Large payloads are packed when that saves bytes")
{
    const QByteArray rows = QByteArray("row of a table ").repeated(5000);
    const QByteArray frame = FrameWriter::frame(MessageType::Push, rows);
    CHECK(frame.size() < rows.size() / 4);
    CHECK((quint8(frame[5]) & FlagZstd) != 0);
    CHECK((*readOne(frame))->payload == rows);
    SeededRandom random(1);
    const QByteArray noise = random.bytes(5000);
    CHECK((quint8(FrameWriter::frame(MessageType::Push, noise)[5]) & FlagZstd) == 0);
    CHECK((quint8(FrameWriter::frame(MessageType::Push, rows, Compression::Never)[5]) & FlagZstd) == 0);
}

TEST_CASE("A packed payload declares its size, and too much is refused before it is unpacked")
{
    CHECK(faultOf(packedFrame(zstd(QByteArray(5 * 1024 * 1024, 'x'), 20, true))) == ErrorCode::FrameTooLarge);
    CHECK(faultOf(packedFrame(zstd(QByteArray(5000, 'x'), 20, false))) == ErrorCode::BadFrame);
    CHECK(readOne(packedFrame(packZstd(QByteArray(4 * 1024 * 1024, 'x')))).ok());
    CHECK(faultOf(packedFrame(packZstd(QByteArray(4097, 'x'))), FrameLimits::of(Role::Server, ConnectionState::Greeted))
          == ErrorCode::FrameTooLarge);
}

TEST_CASE("A window above 1 MiB is refused")
{
    const QByteArray content(3 * 1024 * 1024, 'x');
    CHECK(faultOf(packedFrame(zstd(content, 21, true))) == ErrorCode::BadFrame);
    CHECK(faultOf(packedFrame(zstd(content, 22, true))) == ErrorCode::BadFrame); // one segment of 3 MiB
    CHECK(readOne(packedFrame(zstd(content, 20, true))).ok());
}

TEST_CASE("Broken, doubled, cut and foreign packed payloads are refused")
{
    const QByteArray good = packZstd(QByteArray("hello ").repeated(1000));
    CHECK(readOne(packedFrame(good)).ok());
    CHECK(faultOf(packedFrame(good.chopped(1))) == ErrorCode::BadFrame);
    CHECK(faultOf(packedFrame(good + good)) == ErrorCode::BadFrame);
    CHECK(faultOf(packedFrame(good + 'x')) == ErrorCode::BadFrame);
    CHECK(faultOf(packedFrame("plain text")) == ErrorCode::BadFrame);
    CHECK(faultOf(packedFrame("")) == ErrorCode::BadFrame);
    CHECK(faultOf(packedFrame(QByteArray::fromHex("502a4d18" "04000000" "00000000"))) == ErrorCode::BadFrame); // skippable
}
