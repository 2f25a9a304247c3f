// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// The command on every list and open record that the user may export.
void addExportExtras(RecordExtras &extras);

} // namespace guanxi::app
