// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/message.h"
#include "tests/fuzz/readers.h"

namespace guanxi::fuzz {

using namespace protocol;

namespace {

bool isWireFault(ErrorCode code)
{
    return code == ErrorCode::BadFrame || code == ErrorCode::FrameTooLarge || code == ErrorCode::UnexpectedFrame;
}

/// False when the connection would end.
bool readWaiting(FrameReader &reader)
{
    while (true) {
        const auto frame = reader.next();
        require(frame.ok() || isWireFault(frame.error().code));
        if (!frame.ok())
            return false;
        if (!frame->has_value())
            return true;
        if (const auto message = decodePayload(MessageType((*frame)->type), (*frame)->payload); !message.ok()) {
            require(isWireFault(message.error().code));
            return false;
        }
    }
}

} // namespace

void readFrames(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const quint8 choice = quint8(bytes.front());
    FrameReader reader(FrameLimits::of(choice & 0x40 ? Role::Client : Role::Server, ConnectionState(choice % 5)));
    const qsizetype piece = choice & 0x80 ? 7 : 4096;
    for (bytes = bytes.sliced(1); !bytes.isEmpty();) {
        const qsizetype now = qMin(piece, bytes.size());
        reader.append(bytes.first(now));
        bytes = bytes.sliced(now);
        if (!readWaiting(reader))
            return;
    }
}

} // namespace guanxi::fuzz
