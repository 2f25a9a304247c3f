// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// Prints an open record, the selected ones, or all that a list shows, by a template, as sheets or on labels.
void addPrintExtras(RecordExtras &extras);

} // namespace guanxi::app
