// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/similarity.h"
#include "common/storage/recordstore.h"

#include <atomic>

namespace guanxi::app {

/// A record that may be the same thing as another one, and why.
struct AlikeRecord {
    model::RecordRef ref;
    rules::Likening likening;
};

/// Two records that may be one thing.
struct AlikePair {
    model::RecordRef a;
    model::RecordRef b;
    rules::Likening likening;
};

/// How far a scan is, told from its thread; whoever started it may end it.
struct ScanState {
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;
    std::atomic<bool> cancelled = false;
};

/// Which records are like this one, as it stands now: can be asked from any thread.
struct AlikeQuestion {
    /// Fields that `rights` do not show in full are not asked about.
    AlikeQuestion(const model::Record &record, const model::Rights &rights);

    model::RecordRef ref;
    rules::Traits traits;
    QStringList searches; ///< for the search index
    QList<std::pair<model::FieldId, model::Value>> keys; ///< for the indexes of unique fields
};

/// The records of a cache that may be the same thing, best first: found by a few look-ups in its indexes, however many rows
/// there are.
Result<QList<AlikeRecord>> alikeIn(storage::Database &database, const model::Catalogue &catalogue, const model::Rights &rights,
                                   const AlikeQuestion &question);
/// All pairs of a cache that may be one thing, by DuplicateScan.
Result<QList<AlikePair>> pairsIn(storage::Database &database, const model::Catalogue &catalogue, const model::Rights &rights,
                                 model::EntityId entity, ScanState &state);

} // namespace guanxi::app
