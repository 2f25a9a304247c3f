// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// Whether the user may type into this field of the record as it stands.
bool isEditable(const Records &records, const model::Record &record, const model::Field &field);

/// Whether the user may have the mask of this field lifted: whoever may edit the record, one value at a time.
bool mayReveal(const Records &records, const model::Record &record, const model::Field &field);

} // namespace guanxi::app
