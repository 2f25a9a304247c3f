// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/cache.h"
#include "samplerows.h"

namespace guanxi::bench {

/// A cache into which a company's customers are loaded.
struct LoadedCache {
    static constexpr qint64 RowsInPage = 1000;
    static constexpr int Templates = 1000; ///< of rows, again and again

    explicit LoadedCache(const model::Catalogue &catalogue);
    /// The rows [begin, end) in pages, at the revision `rev`.
    void take(std::vector<model::Record> &samples, qint64 begin, qint64 end, bool loading);
    void finishLoads();

    QTemporaryDir folder;
    const model::Catalogue &catalogue;
    std::unique_ptr<app::Cache> cache;
    qint64 rev = 1;
};

} // namespace guanxi::bench
