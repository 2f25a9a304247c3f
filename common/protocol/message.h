// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/blobmessages.h"
#include "common/protocol/frame.h"
#include "common/protocol/recoverymessages.h"
#include "common/protocol/sessionmessages.h"
#include "common/protocol/syncmessages.h"

#include <variant>

namespace guanxi::protocol {

/// Whatever can be said, in the order of MessageType. On the wire a message is a CBOR map from small numbers to
/// values; messagefields.h holds those numbers.
using Message = std::variant<Hello, Welcome, Enrol, SignIn, Ready, ErrorMessage, Ping, Pong, Push, PushAck, Confirm,
                             Pull, Page, Live, Lagged, RightsChanged, History, HistoryPage, Reveal, Revealed,
                             ChangePassword, Done, Notice, Wipe, SignOut, Command, CommandReply, Quarantine,
                             Resume, Fork, Forked, Compare, Compared, Mend, Mended,
                             BlobOffer, BlobWanted, BlobPut, BlobOpen, BlobOpened, BlobGet, BlobData, BlobSought,
                             Servers>;

MessageType typeOf(const Message &message);

/// The CBOR payload.
QByteArray encodePayload(const Message &message);
/// BadFrame with the message's name when the payload is not one.
Result<Message> decodePayload(MessageType type, const QByteArray &payload);

/// Payload in a frame, ready to send; encode once and share it between channels.
QByteArray encodeFrame(const Message &message, Compression compression = Compression::WhenLarge);

} // namespace guanxi::protocol
