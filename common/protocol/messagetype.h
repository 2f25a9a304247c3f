// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QtGlobal>

namespace guanxi::protocol {

/// Number of a message on the wire: append, never renumber, never reuse.
enum class MessageType : quint8 {
    Hello = 1,
    Welcome = 2,
    Enrol = 3,
    SignIn = 4,
    Ready = 5,
    Error = 6,
    Ping = 7,
    Pong = 8,
    Push = 9,
    PushAck = 10,
    Confirm = 11,
    Pull = 12,
    Page = 13,
    Live = 14,
    Lagged = 15,
    RightsChanged = 16,
    History = 17,
    HistoryPage = 18,
    Reveal = 19,
    Revealed = 20,
    ChangePassword = 21,
    Done = 22,
    Notice = 23,
    Wipe = 24,
    SignOut = 25,
    Command = 26,
    CommandReply = 27,
    Quarantine = 28,
    Resume = 29,
    Fork = 30,
    Forked = 31,
    Compare = 32,
    Compared = 33,
    Mend = 34,
    Mended = 35,
    BlobOffer = 36,
    BlobWanted = 37,
    BlobPut = 38,
    BlobOpen = 39,
    BlobOpened = 40,
    BlobGet = 41,
    BlobData = 42,
    BlobSought = 43,
    Servers = 44,
};
inline constexpr int MessageTypeCount = 44;

/// Stable name for logs ("PushAck"); "Unknown" for a number this program does not know.
QLatin1StringView messageName(MessageType type);

/// Which end of a connection speaks. On the local console the server program is the server.
enum class Role : quint8 { Client, Server };

/// How far a connection has come; both ends keep it. Frame limits and permitted messages hang on it.
enum class ConnectionState : quint8 {
    Fresh,        ///< nothing said yet
    Greeted,      ///< Hello and Welcome exchanged
    SignedIn,     ///< Ready sent
    Revoked,      ///< the replica proved itself but is revoked: it may only hand in unsent work
    LocalConsole, ///< the operator's local socket
};

/// The one table of who may say what when.
bool isAllowed(MessageType type, Role sender, ConnectionState state);

} // namespace guanxi::protocol
