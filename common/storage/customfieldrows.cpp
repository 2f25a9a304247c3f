// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/customfieldrows.h"

#include "common/model/catalogue/customfields.h"
#include "common/model/catalogue/platform.h"

namespace guanxi::storage {

using namespace guanxi::model;

namespace {

constexpr int MaximumCustomFields = 10'000;

} // namespace

Result<bool> adoptCustomFields(RecordStore &records, Catalogue &catalogue)
{
    if (!catalogue.entity(CustomField::entity))
        return false; // a catalogue of tests or tools without them
    const Result<std::vector<StoredRecord>> rows = records.loadAfter(CustomField::entity, 0, MaximumCustomFields);
    if (!rows)
        return rows.error();
    const RecordLookup lookup = [&](const RecordRef &ref) {
        const Result<std::optional<StoredRecord>> stored = records.load(ref);
        return stored && stored->has_value() ? (*stored)->record : Record();
    };
    bool grew = false;
    for (const StoredRecord &row : *rows)
        grew |= addCustomField(catalogue, row.record, lookup, QStringLiteral("en"));
    return grew;
}

} // namespace guanxi::storage
