// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/base/uuid.h"
#include "common/protocol/messagetype.h"
#include "common/protocol/recoverymessages.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace guanxi::protocol {

inline constexpr int ProtocolVersion = 1;    ///< highest version this program speaks
inline constexpr int ProtocolVersionMin = 1; ///< lowest
inline constexpr qsizetype NonceSize = 32;
inline constexpr qsizetype KeySize = 32;
inline constexpr qsizetype SignatureSize = 64;

/// Client's first word.
struct Hello {
    static constexpr MessageType type = MessageType::Hello;
    int protoMin = ProtocolVersionMin;
    int protoMax = ProtocolVersion;
    QString build{};
    int schema = 0; ///< catalogue version
    QStringList features{};
    QString deviceName{};
    QString platform{};
    QByteArray clientNonce; ///< NonceSize bytes
    bool operator==(const Hello &) const = default;
};

/// A newer program the server can name; the client checks the signature before it believes it.
struct UpdateOffer {
    QString version;
    QString url;
    QByteArray signature;
    bool operator==(const UpdateOffer &) const = default;
};

/// Server's answer to Hello.
struct Welcome {
    static constexpr MessageType type = MessageType::Welcome;
    int proto = ProtocolVersion; ///< the version both speak from here on
    Uuid company;
    QString companyName{};
    Uuid epoch; ///< incarnation of the database; another one means it was restored
    QByteArray serverNonce; ///< NonceSize bytes
    QString build{};
    int schema = 0;
    std::optional<UpdateOffer> update{};
    bool operator==(const Welcome &) const = default;
};

/// First sign-in of an installation and user, with the token of a connection code. Answered by Ready.
struct Enrol {
    static constexpr MessageType type = MessageType::Enrol;
    QByteArray token;
    QString login;
    QString password;
    QByteArray publicKey; ///< KeySize bytes, Ed25519
    Uuid was{};           ///< the replica this copy has been, if the server does not know that one any more
    bool operator==(const Enrol &) const = default;
};

/// Every later sign-in. Answered by Ready.
struct SignIn {
    static constexpr MessageType type = MessageType::SignIn;
    Uuid replica;
    QString login;
    QString password;
    QByteArray signature; ///< over signInBytes(), see signature.h
    bool operator==(const SignIn &) const = default;
};

/// Signed in: who the user is and what they may do.
struct Ready {
    static constexpr MessageType type = MessageType::Ready;
    Uuid replica;
    Uuid user;
    QString login{};
    QString realName{};
    QByteArray rights; ///< encoded model::Rights
    qint64 rightsVersion = 0;
    qint64 head = 0; ///< server's latest revision
    Uuid epoch;
    qint64 lastSeq = 0; ///< last sequence number of this replica the server holds
    qint64 leaseSeconds = 0; ///< how long the copy may be opened without contact
    qint64 serverTime = 0; ///< UTC ms
    bool mustChangePassword = false;
    QList<QByteArray> customFields{}; ///< encoded CustomField records
    QList<ServerRun> runs{};          ///< the latest of the server over this database, oldest first
    Uuid mark{};                      ///< of the copy that was here last under this replica; null: none yet
    Uuid lastAction{};                ///< of the change set `lastSeq`; null: not known any more
    qint64 horizon = 0;               ///< traces of rows that left a scope are kept above it only
    qint64 restoredAt = 0;            ///< last revision the backup held from which this epoch began; 0: none
    QByteArray vocabulary{};          ///< encoded model::Vocabulary, for a client of another version: what it may push
    QStringList features{};           ///< what this server knows beyond the first version of the protocol
    bool operator==(const Ready &) const = default;
};

/// Something was refused. `request` names the request it answers, 0: none; `fatal`: the connection closes.
struct ErrorMessage {
    static constexpr MessageType type = MessageType::Error;
    ErrorCode code = ErrorCode::Internal;
    QStringList args{};
    bool fatal = false;
    int retrySeconds = 0; ///< 0: no advice
    qint64 request = 0;

    Error error() const { return {code, args}; }
    bool operator==(const ErrorMessage &) const = default;
};

struct Ping {
    static constexpr MessageType type = MessageType::Ping;
    qint64 n = 0;
    bool operator==(const Ping &) const = default;
};

/// Answers a Ping with its number.
struct Pong {
    static constexpr MessageType type = MessageType::Pong;
    qint64 n = 0;
    bool operator==(const Pong &) const = default;
};

/// The user's rights are different from now on; streams of scopes follow by Pull.
struct RightsChanged {
    static constexpr MessageType type = MessageType::RightsChanged;
    QByteArray rights; ///< encoded model::Rights
    qint64 rightsVersion = 0;
    bool operator==(const RightsChanged &) const = default;
};

/// Answered by Done or Error with the same request.
struct ChangePassword {
    static constexpr MessageType type = MessageType::ChangePassword;
    qint64 request = 0;
    QString oldPassword;
    QString newPassword;
    bool operator==(const ChangePassword &) const = default;
};

struct Done {
    static constexpr MessageType type = MessageType::Done;
    qint64 request = 0;
    bool operator==(const Done &) const = default;
};

enum class NoticeKind : quint8 { Unknown = 0, Stopping = 1 };

/// The server is about to do something. Stopping: come back after a random time within the range (seconds).
struct Notice {
    static constexpr MessageType type = MessageType::Notice;
    NoticeKind kind = NoticeKind::Unknown;
    int retryMin = 0;
    int retryMax = 0;
    bool operator==(const Notice &) const = default;
};

/// Named in Hello by a client that wants to hear of Servers.
inline constexpr QLatin1StringView ServersFeature("servers");

/// Where a server of the company is reached.
struct ServerAddress {
    QString host;
    int port = 0;
    bool operator==(const ServerAddress &) const = default;
};

/// All servers over the company's database, which present the same key: whichever answers will do.
struct Servers {
    static constexpr MessageType type = MessageType::Servers;
    QList<ServerAddress> addresses;
    bool operator==(const Servers &) const = default;
};

/// The replica is revoked: hand in unsent work (Quarantine), destroy the key, delete the files.
struct Wipe {
    static constexpr MessageType type = MessageType::Wipe;
    bool operator==(const Wipe &) const = default;
};

struct SignOut {
    static constexpr MessageType type = MessageType::SignOut;
    bool operator==(const SignOut &) const = default;
};

/// A console command line, already split. Local socket only.
struct Command {
    static constexpr MessageType type = MessageType::Command;
    QStringList argv;
    bool operator==(const Command &) const = default;
};

struct CommandReply {
    static constexpr MessageType type = MessageType::CommandReply;
    QString json;
    int exitCode = 0;
    bool operator==(const CommandReply &) const = default;
};

} // namespace guanxi::protocol
