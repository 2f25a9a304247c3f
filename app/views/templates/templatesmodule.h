// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"

namespace guanxi::app {

/// How records are printed, as administrators see it.
void addTemplatesView(ViewList &views);
/// An open template leads to its editor.
void addTemplatesExtras(RecordExtras &extras);

} // namespace guanxi::app
