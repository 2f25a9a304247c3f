// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"
#include "app/views/viewlist.h"

namespace guanxi::app {

/// From a lead to customer and opportunity, from quote to order and contract, from these to payments, from a payment to what takes it back.
void addSalesExtras(RecordExtras &extras);

/// The funnel.
void addSalesViews(ViewList &views);

} // namespace guanxi::app
