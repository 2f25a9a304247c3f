// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

struct sqlite3;

namespace guanxi::storage {

/// What the last failed call on `handle` means to us.
Error sqliteError(sqlite3 *handle);
/// The same for a failure while opening `path`.
Error sqliteOpenError(int extendedCode, const QString &path, const QString &message);

} // namespace guanxi::storage
