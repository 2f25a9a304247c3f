// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace guanxi::model {

class Record;

/// One field of one record, before and after.
struct FieldChange {
    FieldId field = 0;
    std::optional<Value> old; ///< nothing: not visible to the author (masked)
    Value value;
    qint64 base = 0; ///< server revision the author had seen when the first unpulled change to this field was made

    bool operator==(const FieldChange &) const = default;
};

enum class ChangeKind : quint8 { Insert = 1, Update = 2, Delete = 3, Restore = 4 };

/// What happens to one record.
struct RecordChange {
    ChangeKind kind = ChangeKind::Update;
    RecordRef record;
    qint64 base = 0; ///< revision of the row the author saw; decides for Delete and Restore
    QList<FieldChange> fields;

    const FieldChange *field(FieldId id) const;
    bool operator==(const RecordChange &) const = default;
};

/// The name of the change set that takes an action back, and its argument that says which.
inline constexpr QLatin1StringView UndoName("undo"), UndoneAction("action");

/// The name of a change set that says what happened at a desk, and changes no record (AuditEvent).
inline constexpr QLatin1StringView NoticeName("notice");

/// One user action: the unit of saving, undo, history, audit, sync and conflict.
struct ChangeSet {
    Uuid replica;       ///< installation × user × server
    qint64 seq = 0;     ///< gapless per replica, from 1
    Uuid user;          ///< who
    qint64 at = 0;      ///< author's clock, UTC ms: shown, never compared
    Uuid action;        ///< one user action, also when it is sent in parts
    int part = 1;
    int parts = 1;      ///< at most so many
    QString name;       ///< from the catalogue of actions: save, transition, undo, resolve, import …
    QJsonObject args;
    bool strict = false; ///< undo, restore, resolve: any difference from the old value is a conflict
    QList<qint64> dependsOn; ///< earlier seqs of the same replica it makes no sense without
    quint32 schema = 0; ///< catalogue version of the author
    QList<RecordChange> changes;
    qint64 rev = 0;     ///< given by the server
    qint64 causedBy = 0; ///< revision of the change set whose consequence this is

    bool operator==(const ChangeSet &) const = default;
};

/// The change that makes `record` with all its filled fields.
RecordChange insertionOf(const Record &record);

/// The change set that takes `set` back: swapped values, reversed order, strict. Inserts become deletes, deletes
/// become restores; `rev` is the revision at which `set` stands.
ChangeSet inverseOf(const ChangeSet &set, qint64 rev);

} // namespace guanxi::model
