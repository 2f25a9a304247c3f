// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/viewlist.h"

namespace guanxi::app {

/// The views of the Customers workspace: customers, contacts, interactions and activities.
void addCustomersViews(ViewList &views, const model::Catalogue &catalogue);

/// Handing over, segments, the chart of relationships.
void addCustomersExtras(RecordExtras &extras);

} // namespace guanxi::app
