// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace guanxi {

/// How often values (microseconds, bytes, sizes) came, in buckets of an eighth of a power of two: adding costs neither
/// memory nor a search, and a percentile is at most an eighth too high.
class Histogram
{
public:
    /// Negative values count as 0.
    void add(qint64 value);
    void add(const Histogram &other);

    qint64 count() const { return m_count; }
    qint64 most() const { return m_most; }
    /// What `share` (0 to 1) of the values do not exceed; 0 when there are none.
    qint64 percentile(double share) const;

private:
    static constexpr int Parts = 8;   ///< of each power of two
    static constexpr int Powers = 40; ///< microseconds of twelve days; what is longer counts there
    static size_t placeOf(qint64 value);
    static qint64 endOf(size_t place);

    std::array<qint64, size_t(Parts *Powers)> m_counts{};
    qint64 m_count = 0;
    qint64 m_most = 0;
};

} // namespace guanxi
