// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// "Print documents…" of records for which there are templates: of an open one, of the selected ones, or of all that a list shows.
void addPrintExtras(RecordExtras &extras);

} // namespace guanxi::app
