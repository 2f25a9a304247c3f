// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

struct sqlite3;

namespace guanxi::storage {

/// Adds what SQLite cannot do itself: guanxi_contains(text, part) and guanxi_starts(text, part) without regard to
/// case, guanxi_sortkey(text).
Result<void> addSqliteFunctions(sqlite3 *handle);

} // namespace guanxi::storage
