// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// The commands on lists whose records people make, and on what an import left.
void addImportExtras(RecordExtras &extras);

} // namespace guanxi::app
