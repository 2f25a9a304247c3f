// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"

namespace guanxi::app {

/// How records are printed, as administrators see it.
void addTemplatesView(ViewList &views);

} // namespace guanxi::app
