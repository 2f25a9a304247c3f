// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/outbox.h"
#include "app/sync/syncstatus.h"
#include "app/views/viewlist.h"

namespace guanxi::app {

/// Adds the view of what was saved here and where it stands.
void addOutboxView(ViewList &views, Outbox &outbox, SyncStatus &status, const Clock &clock);

} // namespace guanxi::app
