// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue.h"
#include "common/model/record.h"

namespace guanxi::model {

/// The field a CustomField row describes, ready for Catalogue::addCustomField; nothing while it has no number (only
/// the server issues one) or when what it refers to is unknown. `language` chooses among its labels.
std::optional<Field> fieldOf(const Record &customField, const Catalogue &catalogue, const RecordLookup &lookup,
                             const QString &language);

/// Adds the field of a CustomField row to the catalogue; true when it was not there yet.
bool addCustomField(Catalogue &catalogue, const Record &customField, const RecordLookup &lookup, const QString &language);

} // namespace guanxi::model
