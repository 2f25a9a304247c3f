// SPDX-License-Identifier: GPL-3.0-or-later
// Version 1: tables grow from the catalogue; nothing had to be changed by hand yet.
#include "common/storage/migrations/migrations.h"

#include "common/storage/schema.h"

namespace guanxi::storage {

Result<void> migrations::meta0001(Database &database) { return setMetaValue(database, "format", "guanxi"); }

} // namespace guanxi::storage
