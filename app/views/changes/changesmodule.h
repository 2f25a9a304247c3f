// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"

namespace guanxi::app {

/// What changed lately, in the Administration workspace.
void addChangesView(ViewList &views);

} // namespace guanxi::app
