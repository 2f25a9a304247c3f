// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::model {

/// All long texts of a record together: with it a row fits a message, whatever the packing makes of it.
inline constexpr qsizetype RecordBytesLimit = 640 * 1024;

/// Bytes of a text (as UTF-8), of tags or of a list; 0 of small values.
qsizetype byteCount(const Value &value);
/// Of all values of the record.
qsizetype byteCount(const Record &record);

} // namespace guanxi::model
