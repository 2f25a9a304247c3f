// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// Whether the user may type into this field of the record as it stands.
bool isEditable(const Records &records, const model::Record &record, const model::Field &field);

} // namespace guanxi::app
