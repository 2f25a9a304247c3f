// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::test {

/// The generic list of the record's entity shows the record, and its export has every column and value the user may see.
void checkListAndExport(app::Records &records, const model::RecordRef &ref);

} // namespace guanxi::test
