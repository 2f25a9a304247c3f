// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/record.h"

namespace guanxi::app {

/// Names of the rows every company starts with (roles, currencies, dictionaries, the standard pipeline) are stored in
/// English and worded here in the language of the moment. Rows that people made, and names they gave, stay as they are:
/// the answer is empty for them and for every other field.
QString builtInWords(const model::Record &record, const model::Field &field);

} // namespace guanxi::app
