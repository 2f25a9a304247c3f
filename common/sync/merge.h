// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/changeset.h"
#include "common/model/record.h"

#include <functional>

namespace guanxi::sync
{

/// What becomes of one changed field when it reaches the server.
enum class FieldOutcome : quint8 {
    Apply,     ///< the author's value is written
    Unchanged, ///< it stands there already, or only the server may write it
    Merge,     ///< both sides changed it; the policy made one value of them
    Conflict,  ///< the stored value stays, the author's is parked
};

/// The outcome and the value that stands afterwards.
struct FieldMerge {
    FieldOutcome outcome = FieldOutcome::Unchanged;
    model::Value value;
};

/// Who wrote a change. Fields that are the server's own are taken from the server and from nobody else.
enum class Writer : quint8 { Person, Server };

/// Decides one field by value. `changedByOthersSinceBase` is what the change log says: another replica changed the
/// field after `change.base`, or the log no longer reaches back to it. `strict` (undo, restore, resolve): a stored
/// value other than the old one is a conflict, whoever wrote it.
FieldMerge mergeField(const model::Field &field, const model::FieldChange &change, const model::Value &stored,
                      bool changedByOthersSinceBase, bool strict, Writer writer = Writer::Person);

/// A record's change, divided. Fields in neither list stand already as the author wants them, or are the server's own.
struct RecordMerge {
    QList<model::FieldChange> applied;   ///< to write; `old` is the stored value, `value` what stands afterwards
    QList<model::FieldChange> conflicts; ///< to park, exactly as the author sent them
    QList<model::FieldChange> merges;    ///< of the applied ones those that a policy combined, exactly as the author sent them
};

/// Asked of the change log for any field of the record: did another replica change it after the base of the author's
/// change to it (for a field the author left alone: after `change.base`)?
using ForeignChange = std::function<bool(model::FieldId)>;

/// Divides an insert or update. Fields of one merge group go together: they conflict when one of them does, and also
/// when somebody else changed a member that the author left alone, for the pair would be nobody's.
RecordMerge mergeRecord(const model::Entity &entity, const model::RecordChange &change, const model::Record &stored,
                        const ForeignChange &foreign, bool strict, Writer writer = Writer::Person);

} // namespace guanxi::sync
