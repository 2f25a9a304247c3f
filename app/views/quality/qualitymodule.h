// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"

namespace guanxi::app {

void addQualityView(ViewList &views);

} // namespace guanxi::app
