// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace guanxi {

size_t Histogram::placeOf(qint64 value)
{
    if (value < Parts)
        return size_t(std::max<qint64>(0, value)); // each small value has a bucket of its own
    const int shift = std::bit_width(quint64(value)) - std::bit_width(unsigned(Parts));
    const size_t place = size_t(shift + 1) * Parts + size_t((value >> shift) - Parts);
    return std::min(place, size_t(Parts * Powers) - 1);
}

qint64 Histogram::endOf(size_t place)
{
    if (place < size_t(Parts))
        return qint64(place);
    const int shift = int(place / Parts) - 1;
    return ((qint64(place % Parts) + Parts + 1) << shift) - 1;
}

void Histogram::add(qint64 value)
{
    ++m_counts[placeOf(value)];
    ++m_count;
    m_most = std::max(m_most, value);
}

void Histogram::add(const Histogram &other)
{
    std::transform(m_counts.begin(), m_counts.end(), other.m_counts.begin(), m_counts.begin(), std::plus());
    m_count += other.m_count;
    m_most = std::max(m_most, other.m_most);
}

qint64 Histogram::percentile(double share) const
{
    const qint64 wanted = std::max<qint64>(1, qint64(std::ceil(share * double(m_count))));
    qint64 seen = 0;
    for (size_t place = 0; place < m_counts.size(); ++place) {
        seen += m_counts[place];
        if (seen >= wanted)
            return std::min(endOf(place), m_most);
    }
    return m_most;
}

} // namespace guanxi
