// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"

namespace guanxi::app {

/// The command on lists whose records people make.
void addImportExtras(RecordExtras &extras);

} // namespace guanxi::app
