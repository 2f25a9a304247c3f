// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace guanxi::sync {

/// Why a change, or one field of it, was parked. Numbers are the choices of Conflict.kind: append, never renumber.
enum class ConflictKind : quint8 {
    EditEdit = 1,
    EditEditAuto,
    EditDelete,
    DeleteEdit,
    CreateCreate,
    Unique,
    NearDuplicate,
    State,
    StockNegative,
    ParentDeleted,
    ParentParked,
    Cycle,
    Permission,
    Rule,
    Schema,
    Internal,
};

/// Choices of Conflict.state and Conflict.resolution.
enum class ConflictState : quint8 { Open = 1, Resolved };
enum class Resolution : quint8 { Mine = 1, Theirs, Merged, Both, Discarded };

} // namespace guanxi::sync
