// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"
#include "common/base/clock.h"

namespace guanxi::app {

/// Adds the conflict desk.
void addConflictsView(ViewList &views, const Clock &clock);

} // namespace guanxi::app
