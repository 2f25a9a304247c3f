// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/recordstore.h"

namespace guanxi::storage {

/// Fields that users defined are rows: makes those of the store part of its catalogue, with labels in English. True when
/// the catalogue grew; its tables then need ensureSchema().
Result<bool> adoptCustomFields(RecordStore &records, model::Catalogue &catalogue);

} // namespace guanxi::storage
