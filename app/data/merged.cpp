// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/merged.h"

#include "common/model/catalogue/platform.h"

namespace guanxi::app {

using namespace model;

namespace {

/// A record may be merged into one that is merged in its turn; so often, unless the rows make a loop.
constexpr int MostSteps = 16;

bool lives(const Records &records, const RecordRef &ref)
{
    const Result<Record> record = records.load(ref);
    return record.ok() && !record->isDeleted();
}

} // namespace

RecordRef keptOf(const Records &records, const RecordRef &ref)
{
    if (!records.catalogue().entity(DuplicateCandidate::entity))
        return ref;
    RecordRef at = ref;
    for (int step = 0; step < MostSteps && !lives(records, at); ++step) {
        storage::Query query;
        query.entity = DuplicateCandidate::entity;
        query.filter = storage::Filter::is(DuplicateCandidate::recordA.id, Value(at));
        const Result<QList<Record>> pairs = records.findNow(query);
        const RecordRef from = at;
        for (const Record &pair : pairs.ok() ? *pairs : QList<Record>())
            if (DuplicateCandidate::leadsOn(pair, from))
                at = pair[DuplicateCandidate::recordB];
        if (at == from)
            return ref;
    }
    return lives(records, at) ? at : ref;
}

} // namespace guanxi::app
