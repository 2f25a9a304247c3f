// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/database.h"

#include <span>

namespace guanxi::storage {

/// One numbered step that growth by addition cannot do. Append-only: a step that was delivered is never changed, and it
/// spells out the names it uses, so that later renames cannot break it. One file per step.
struct Migration {
    int number; ///< 1, 2, 3 … without gaps
    const char *name;
    Result<void> (*run)(Database &database);
};

/// Brings the steps of `series` ("storage", "server" …) up to date, each in its own transaction.
/// DatabaseNewer(version, known) when the database has steps this program does not know.
Result<void> migrate(Database &database, QByteArrayView series, std::span<const Migration> steps);

} // namespace guanxi::storage
