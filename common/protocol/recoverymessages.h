// SPDX-License-Identifier: GPL-3.0-or-later
// What is said when a database was put back from a backup, a desktop was copied, or a copy is to be compared.
#pragma once

#include "common/model/scope.h"
#include "common/protocol/messagetype.h"
#include "common/protocol/serverrun.h"
#include "common/protocol/syncmessages.h"

#include <QByteArray>
#include <QList>

namespace guanxi::protocol {

/// Client, once after Ready and before anything else: the mark by which this copy will know the next Ready as its own.
/// A client that has read more than the server still knows names the run and revision it had reached; the server then
/// begins a new epoch and closes every connection.
struct Resume {
    static constexpr MessageType type = MessageType::Resume;
    Uuid mark;
    Uuid lostRun{};     ///< null: nothing is lost
    qint64 lostRev = 0;
    bool operator==(const Resume &) const = default;
};

/// This copy of a replica is not the one that was here last (put back from a backup, or cloned): it becomes a replica of
/// its own, which has sent up to `seq`. Answered by Forked or Error.
struct Fork {
    static constexpr MessageType type = MessageType::Fork;
    QByteArray publicKey; ///< Ed25519, 32 bytes: the new replica's
    qint64 seq = 0;
    bool operator==(const Fork &) const = default;
};

/// The client stores its new identity, then connects anew with it.
struct Forked {
    static constexpr MessageType type = MessageType::Forked;
    Uuid replica;
    bool operator==(const Forked &) const = default;
};

/// Asks for fingerprints of the rows of an entity that the user may see, with ids after `after`. Answered by Compared or
/// Error.
struct Compare {
    static constexpr MessageType type = MessageType::Compare;
    qint64 request = 0;
    model::EntityId entity = 0;
    Uuid after{}; ///< null: from the beginning
    QList<qint64> fields{}; ///< that the client has got to know: a row in which one of them is filled counts as another revision
    bool operator==(const Compare &) const = default;
};

/// Rows in order of their ids, from after the segment before (or Compare::after) up to `last`. See sync/fingerprint.h.
struct Segment {
    Uuid last;
    qint64 count = 0;
    qint64 sum = 0;
    bool operator==(const Segment &) const = default;
};

struct Compared {
    static constexpr MessageType type = MessageType::Compared;
    qint64 request = 0;
    QList<Segment> segments{};
    bool end = false; ///< there are no rows after the last segment
    qint64 head = 0;
    bool operator==(const Compared &) const = default;
};

/// What the client holds of one segment. Answered by Mended or Error.
struct Mend {
    static constexpr MessageType type = MessageType::Mend;
    qint64 request = 0;
    model::EntityId entity = 0;
    Uuid after{};
    Uuid last;
    QList<Uuid> ids{};
    QList<qint64> revs{}; ///< of the ids, in their order
    QList<qint64> fields{}; ///< as in Compare
    bool operator==(const Mend &) const = default;
};

/// What makes them equal: rows the client lacks or has in another revision, and those it named that it may not see.
struct Mended {
    static constexpr MessageType type = MessageType::Mended;
    qint64 request = 0;
    QList<QByteArray> upserts{}; ///< encoded records
    QList<model::RecordRef> removes{};
    bool more = false; ///< did not all fit: ask again with what is held then
    QList<HistoryEntry> history{}; ///< as in Page
    bool operator==(const Mended &) const = default;
};

} // namespace guanxi::protocol
