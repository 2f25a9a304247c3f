// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/migration.h"

namespace guanxi::storage {

/// The steps of this room, oldest first.
std::span<const Migration> storageMigrations();

namespace migrations {
Result<void> meta0001(Database &database);
Result<void> indexes0002(Database &database);
}

} // namespace guanxi::storage
