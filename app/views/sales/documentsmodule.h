// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/recordcommand.h"
#include "app/views/viewlist.h"

namespace guanxi::app {

/// Lists of quotes, contracts, orders and instalments with their ready-made filters.
void addDocumentViews(ViewList &views, const model::Catalogue &catalogue);

/// The versions of a quote, planning payments, renewing contracts, and what is to be said at the head of documents.
void addDocumentExtras(RecordExtras &extras);

} // namespace guanxi::app
