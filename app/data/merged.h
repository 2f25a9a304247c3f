// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// Where a record is found now: itself while it lives, or the one it was merged into, as far as the local copy says; itself
/// also when it was deleted otherwise.
model::RecordRef keptOf(const Records &records, const model::RecordRef &ref);

} // namespace guanxi::app
