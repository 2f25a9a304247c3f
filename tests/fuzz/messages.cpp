// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/message.h"
#include "tests/fuzz/readers.h"

namespace guanxi::fuzz {

using namespace protocol;

void readMessage(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const auto message = decodePayload(MessageType(quint8(bytes.front())), bytes.sliced(1).toByteArray());
    if (!message.ok()) {
        const ErrorCode code = message.error().code;
        require(code == ErrorCode::BadFrame || code == ErrorCode::FrameTooLarge || code == ErrorCode::UnexpectedFrame);
        return;
    }
    const auto again = decodePayload(typeOf(*message), encodePayload(*message));
    require(again.ok() && *again == *message);
}

} // namespace guanxi::fuzz
