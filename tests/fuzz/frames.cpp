// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes from a stranger through frames, zstd and every message. The first byte chooses who reads, in which state and
// in what pieces. What is understood must mean the same when it is said again.
#include "common/protocol/connectioncode.h"
#include "common/protocol/message.h"

#include <cstdlib>

using namespace guanxi;
using namespace guanxi::protocol;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

bool isWireFault(ErrorCode code)
{
    return code == ErrorCode::BadFrame || code == ErrorCode::FrameTooLarge || code == ErrorCode::UnexpectedFrame;
}

/// False when the connection would end.
bool readMessage(const Frame &frame)
{
    const auto message = decodePayload(MessageType(frame.type), frame.payload);
    if (!message.ok()) {
        require(isWireFault(message.error().code));
        return false;
    }
    const auto again = decodePayload(typeOf(*message), encodePayload(*message));
    require(again.ok() && *again == *message);
    return true;
}

bool readFrames(FrameReader &reader)
{
    while (true) {
        const auto frame = reader.next();
        require(frame.ok() || isWireFault(frame.error().code));
        if (!frame.ok())
            return false;
        if (!frame->has_value())
            return true;
        if (!readMessage(**frame))
            return false;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto state = ConnectionState(data[0] % 5);
    const Role reader = data[0] & 0x40 ? Role::Client : Role::Server;
    const qsizetype piece = data[0] & 0x80 ? 7 : 4096;
    QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    (void)decodeConnectionCode(QString::fromUtf8(bytes));
    FrameReader frames(FrameLimits::of(reader, state));
    while (!bytes.isEmpty()) {
        const qsizetype now = qMin(piece, bytes.size());
        frames.append(bytes.first(now));
        bytes = bytes.sliced(now);
        if (!readFrames(frames))
            break;
    }
    return 0;
}
