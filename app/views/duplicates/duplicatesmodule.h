// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"

namespace guanxi::app {

/// Possible duplicates, in the Customers workspace.
void addDuplicatesView(ViewList &views, const model::Catalogue &catalogue);

} // namespace guanxi::app
