// SPDX-License-Identifier: GPL-3.0-or-later
// Contents of records (attachments, pictures): brought and fetched in pieces that let everything else pass.
#pragma once

#include "common/model/scope.h"
#include "common/protocol/manifest.h"
#include "common/protocol/messagetype.h"

#include <QByteArray>

namespace guanxi::protocol {

/// In Ready::features of a server, and Hello::features of a client, that know these messages.
inline constexpr QLatin1StringView BlobsFeature("blobs");

/// This desktop has the content of a record's field. Answered by BlobWanted or Error.
struct BlobOffer {
    static constexpr MessageType type = MessageType::BlobOffer;
    qint64 request = 0;
    model::RecordRef record;
    model::FieldId field = 0;
    QByteArray manifest; ///< encoded; the field holds its id
    bool operator==(const BlobOffer &) const = default;
};

struct BlobWanted {
    static constexpr MessageType type = MessageType::BlobWanted;
    qint64 request = 0;
    QByteArray missing{}; ///< ChunkSet of what the server still wants; no bit set: it has all
    bool operator==(const BlobWanted &) const = default;
};

/// A piece of a chunk that was offered; the pieces of a chunk in order. Answered by Done, after the last piece of a chunk only
/// when the chunk is safe, or Error.
struct BlobPut {
    static constexpr MessageType type = MessageType::BlobPut;
    qint64 request = 0;
    QByteArray blob; ///< 32 bytes
    int chunk = 0;
    int offset = 0;  ///< in the chunk, a multiple of PieceSize
    QByteArray bytes;
    bool operator==(const BlobPut &) const = default;
};

/// Asks what the content of a record's field consists of. Answered by BlobOpened or Error.
struct BlobOpen {
    static constexpr MessageType type = MessageType::BlobOpen;
    qint64 request = 0;
    model::RecordRef record;
    model::FieldId field = 0;
    QByteArray blob; ///< 32 bytes: what the field holds here
    bool operator==(const BlobOpen &) const = default;
};

struct BlobOpened {
    static constexpr MessageType type = MessageType::BlobOpened;
    qint64 request = 0;
    QByteArray manifest;  ///< encoded
    QByteArray missing{}; ///< ChunkSet of what the server lacks itself
    bool operator==(const BlobOpened &) const = default;
};

/// Asks for one piece of a blob that was opened. Answered by BlobData or Error.
struct BlobGet {
    static constexpr MessageType type = MessageType::BlobGet;
    qint64 request = 0;
    QByteArray blob; ///< 32 bytes
    int chunk = 0;
    int offset = 0;  ///< as in BlobPut
    bool operator==(const BlobGet &) const = default;
};

struct BlobData {
    static constexpr MessageType type = MessageType::BlobData;
    qint64 request = 0;
    QByteArray bytes;
    bool operator==(const BlobData &) const = default;
};

/// The server lacks this content and somebody asks for it: whoever holds it may offer it.
struct BlobSought {
    static constexpr MessageType type = MessageType::BlobSought;
    model::RecordRef record;
    model::FieldId field = 0;
    QByteArray blob; ///< 32 bytes
    bool operator==(const BlobSought &) const = default;
};

} // namespace guanxi::protocol
