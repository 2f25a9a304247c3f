// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/schema.h"

namespace guanxi::storage {

/// Makes sort keys and search of a whole cache anew, after the way of making them changed.
Result<void> rebuildDerived(Database &database, const model::Catalogue &catalogue);

} // namespace guanxi::storage
