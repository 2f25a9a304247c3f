// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// Somebody with more opportunities in a stage than it allows each person (`PipelineStage.max_count`).
struct Crowd {
    Uuid person;
    qint64 count = 0;

    friend bool operator==(const Crowd &, const Crowd &) = default;
};

/// Who has too many in the stage, the most first, of the opportunities the filter takes; the stage sets a limit.
/// `take` is called once, in the thread of `context`, and not when that is gone.
void findCrowds(Records &records, const model::Record &stage, const model::Filter &whose, QObject *context, std::function<void(const QList<Crowd> &)> take);

/// "Li Na: 12, at most 10" for each of them, in lines.
QString crowdText(const Records &records, const model::Record &stage, const QList<Crowd> &crowds);

} // namespace guanxi::app
