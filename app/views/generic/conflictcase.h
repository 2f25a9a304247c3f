// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "common/sync/conflictkind.h"

namespace guanxi::app {

/// A conflict record, read: what was wanted, by whom, and what stands now.
struct ConflictCase {
    model::Record conflict;
    model::RecordRef about;
    const model::Entity *entity = nullptr; ///< of `about`
    const model::Field *field = nullptr;   ///< nothing: the whole change was refused
    sync::ConflictKind kind = sync::ConflictKind::Internal;
    model::Value base;
    model::Value mine;
    model::Value theirs;
    Uuid mineBy;
    Uuid theirsBy;
    qint64 mineAt = 0;
    qint64 theirsAt = 0;
    model::ChangeSet parked; ///< of a refused change; empty for others or when it may not be read
    Error reason;
    model::RecordRef twin; ///< of a possible duplicate; none when it may not be seen

    bool isWhole() const { return field == nullptr; }
    /// The change was applied; this only tells something about it.
    bool isAdvice() const;
    /// The record or the field may not be seen (any more): what stands there is not told, and not to be decided here.
    bool isHidden() const;
    /// A value for a field that is not known any more.
    bool isOrphanValue() const { return kind == sync::ConflictKind::Schema && parked.changes.isEmpty(); }

    static ConflictCase read(const model::Record &conflict, const model::Catalogue &catalogue);
};

} // namespace guanxi::app
