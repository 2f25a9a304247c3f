// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/alike.h"

#include <functional>
#include <span>

namespace guanxi::app {

/// The rows a scan goes through, wherever they are.
struct ScanRows {
    using Rows = Result<std::vector<storage::StoredRecord>>;
    std::function<Rows(qint64 after, int limit)> after; ///< the next ones by row number, deleted ones too
    std::function<Rows(std::span<const qint64> rows)> at;
    qint64 count = 0;
};

/// Finds the records of an entity that may be one thing. Rows are read once to learn by which numbers they may come together
/// (8 bytes for each number of each row); those that do are read again and compared. So never all are compared with all, and
/// never many are in memory. The best pairs come first, at most MostPairs; none when the state says that it is over.
class DuplicateScan
{
public:
    static constexpr size_t MostPairs = 100'000;

    DuplicateScan(const rules::Similarity &similarity, ScanRows rows, ScanState &state)
        : m_similarity(similarity), m_source(std::move(rows)), m_state(state)
    {}

    Result<QList<AlikePair>> run();

private:
    Result<void> learn();
    /// Places that share a number, two by two, each pair once.
    void bringTogether();
    void pairUp(std::span<const quint64> block);
    Result<void> compare();
    Result<void> compareSome(std::span<const quint64> pairs);
    void keep(AlikePair pair);

    const rules::Similarity &m_similarity;
    ScanRows m_source;
    ScanState &m_state;
    std::vector<qint64> m_rids;
    std::vector<quint64> m_marks; ///< number, whether it leads, and the row's place in m_rids
    std::vector<quint64> m_pairs; ///< two places
    std::vector<AlikePair> m_found;
};

} // namespace guanxi::app
