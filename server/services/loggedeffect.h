// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// What one action did to one record, as the log has it: undo is measured by it, not by what its author sends.
struct LoggedEffect {
    int transition = 0; ///< the arrow it named; 0: none
    Uuid insertedBy;    ///< who made the record with it; none when it was there
    QHash<model::FieldId, model::FieldChange> fields;
};

/// Empty when the log does not reach back to the action.
Result<LoggedEffect> effectOf(ServerStore &store, const model::RecordRef &record, const Uuid &action);

} // namespace guanxi::server
