// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/serverstore.h"

namespace guanxi::server {

/// Built-in rows (model::builtInRows) that a company founded with an earlier program has never had. What was deleted or changed
/// on purpose stays as it is: a deleted row leaves its trace, and its id follows from its name. Rights are given only for entities
/// that no access rule has ever named. Left out is what would not fit: somebody has taken the code meanwhile, or what the
/// row belongs to was deleted.
Result<QList<model::Record>> missingBuiltIns(ServerStore &store);

} // namespace guanxi::server
