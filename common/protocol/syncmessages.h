// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/errorcode.h"
#include "common/model/scope.h"
#include "common/protocol/cursor.h"
#include "common/protocol/messagetype.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace guanxi::protocol {

/// A document number as it stood before the server was restored.
struct KnownNumber {
    model::RecordRef record;
    QString number;
    bool operator==(const KnownNumber &) const = default;
};

/// What had become of a change set that the server knew before it was restored and knows no more.
struct Recovered {
    qint64 seq = 0;
    qint64 rev = 0;                 ///< the revision it had
    bool withdrawn = false;         ///< it had been parked, and its author has tried again or given up
    QList<KnownNumber> numbers{};
    bool operator==(const Recovered &) const = default;
};

/// Change sets in the order of their sequence numbers.
struct Push {
    static constexpr MessageType type = MessageType::Push;
    QList<QByteArray> sets; ///< encoded model::ChangeSet
    QList<Recovered> recovered{};
    bool operator==(const Push &) const = default;
};

enum class PushStatus : quint8 {
    Unknown = 0,
    Applied = 1,   ///< as it was sent
    Merged = 2,    ///< applied in part; conflict records hold the rest
    Parked = 3,    ///< not applied; conflict records hold it all
    Duplicate = 4, ///< held since an earlier push whose answer is no longer stored
    Retry = 5,     ///< nothing happened (overload, storage failure): send again later, from this seq
};

/// What became of one change set.
struct PushResult {
    qint64 seq = 0;
    PushStatus status = PushStatus::Unknown;
    qint64 rev = 0; ///< 0: none was given
    ErrorCode code{}; ///< why it was parked; 0: nothing to say
    QStringList args{};
    QList<Uuid> conflicts{}; ///< conflict records made for it
    QList<QByteArray> assigned{}; ///< encoded records as the server left them
    bool operator==(const PushResult &) const = default;
};

/// Sent after the results are durable.
struct PushAck {
    static constexpr MessageType type = MessageType::PushAck;
    QList<PushResult> results;
    bool operator==(const PushAck &) const = default;
};

/// The client has stored every result up to `seq`; the server may forget them.
struct Confirm {
    static constexpr MessageType type = MessageType::Confirm;
    qint64 seq = 0;
    bool operator==(const Confirm &) const = default;
};

/// A scope that is being loaded or dropped: how far, and up to which revision departures need not be told.
struct Stream {
    model::ScopeKey scope;
    Cursor pos;
    qint64 skip = 0;
    bool operator==(const Stream &) const = default;
};

/// What one commit did to records: who, when, on which device.
struct HistoryEntry {
    qint64 rev = 0;
    qint64 at = 0; ///< server's clock, UTC ms
    Uuid user{};
    QString name{}; ///< of the action
    qint64 causedBy = 0;
    QByteArray body{}; ///< encoded model::ChangeSet, projected to the reader's rights
    QString device{};  ///< empty: the server itself
    bool operator==(const HistoryEntry &) const = default;
};

/// Asks for the next page: everything after `cursor` in the scopes held, and parts of the streams.
struct Pull {
    static constexpr MessageType type = MessageType::Pull;
    qint64 rightsVersion = 0; ///< of the rights the client's streams were computed from
    Cursor cursor;
    QList<Stream> loads{};
    QList<Stream> drops{};
    int maxBytes = 64 * 1024; ///< of the answer's rows, before compression
    bool operator==(const Pull &) const = default;
};

/// How far a stream has come with this page.
struct StreamProgress {
    model::ScopeKey scope;
    Cursor pos;
    bool end = false;
    bool operator==(const StreamProgress &) const = default;
};

/// Rows and positions, stored by the client in one transaction.
struct Page {
    static constexpr MessageType type = MessageType::Page;
    qint64 rightsVersion = 0; ///< other than asked for: the client computes its streams again and pulls again
    Cursor cursor;
    QList<StreamProgress> loads{};
    QList<StreamProgress> drops{};
    QList<QByteArray> upserts{}; ///< encoded records
    QList<model::RecordRef> removes{};
    qint64 head = 0;
    bool more = false;
    QList<HistoryEntry> history{}; ///< of the rows in `upserts`: the latest that happened to them
    bool operator==(const Page &) const = default;
};

/// A commit as it happens. Fits only a client whose cursor is `from`; any other pulls.
struct Live {
    static constexpr MessageType type = MessageType::Live;
    qint64 from = 0;
    qint64 to = 0;
    QList<QByteArray> upserts{};
    QList<model::RecordRef> removes{};
    QList<HistoryEntry> history{}; ///< as in Page; of rows the client holds already only what is new
    bool operator==(const Live &) const = default;
};

/// Too much was waiting for this client, or the commit was too big to push: pull up to `head`.
struct Lagged {
    static constexpr MessageType type = MessageType::Lagged;
    qint64 head = 0;
    bool operator==(const Lagged &) const = default;
};

/// Older changes of a record, newest first; of all records that may be seen where its id is null (whatever the entity). Answered by
/// HistoryPage or Error.
struct History {
    static constexpr MessageType type = MessageType::History;
    qint64 request = 0;
    model::RecordRef record;
    qint64 beforeRev = 0; ///< 0: from the newest
    int limit = 100;
    // Of all records
    Uuid user{};                     ///< only what this one did
    qint64 since = 0;                ///< UTC ms
    QList<model::EntityId> entities{}; ///< none: of any
    bool isOfAll() const { return record.id.isNull(); }
    bool operator==(const History &) const = default;
};

struct HistoryPage {
    static constexpr MessageType type = MessageType::HistoryPage;
    qint64 request = 0;
    QList<HistoryEntry> entries{};
    bool end = false;
    qint64 reached = 0; ///< of all records: the oldest revision that was looked at, before which the next question goes on
    bool operator==(const HistoryPage &) const = default;
};

/// Asks for the text behind a mask; the server writes an audit event. Answered by Revealed or Error.
struct Reveal {
    static constexpr MessageType type = MessageType::Reveal;
    qint64 request = 0;
    model::RecordRef record;
    model::FieldId field = 0;
    bool operator==(const Reveal &) const = default;
};

struct Revealed {
    static constexpr MessageType type = MessageType::Revealed;
    qint64 request = 0;
    model::Value value;
    bool operator==(const Revealed &) const = default;
};

/// Unsent work of a revoked replica, for an administrator to look at. Answered by PushAck.
struct Quarantine {
    static constexpr MessageType type = MessageType::Quarantine;
    QList<QByteArray> sets; ///< encoded model::ChangeSet
    bool operator==(const Quarantine &) const = default;
};

} // namespace guanxi::protocol
