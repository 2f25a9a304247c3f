// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/storage/rowsorter.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace guanxi::storage {

namespace {

constexpr char Null = 0;
constexpr char Present = 1;
constexpr qsizetype PrefixSize = sizeof(quint64);

} // namespace

void RowSorter::append(const Statement &row, int column, const Key &key)
{
    const size_t begin = m_bytes.size();
    if (row.isNull(column)) {
        m_bytes.push_back(Null);
    } else if (key.number) {
        m_bytes.push_back(Present);
        char number[sizeof(qint64)];
        qToBigEndian(quint64(row.integer(column)) ^ (quint64(1) << 63), number);
        m_bytes.insert(m_bytes.end(), std::begin(number), std::end(number));
    } else {
        m_bytes.push_back(Present);
        // A zero ends the text, so one within it is followed by a byte that no end has.
        for (const char byte : row.view(column)) {
            m_bytes.push_back(byte);
            if (byte == 0)
                m_bytes.push_back(char(0xff));
        }
        m_bytes.insert(m_bytes.end(), {0, 0});
    }
    if (key.descending)
        for (size_t at = begin; at < m_bytes.size(); ++at)
            m_bytes[at] = char(~m_bytes[at]);
}

void RowSorter::add(const Statement &row)
{
    Row added{0, m_bytes.size(), 0, row.integer(0)};
    for (size_t at = 0; at < m_keys.size(); ++at)
        append(row, int(at) + 1, m_keys[at]);
    added.end = m_bytes.size();
    char prefix[PrefixSize] = {};
    std::memcpy(prefix, m_bytes.data() + added.begin, std::min<size_t>(PrefixSize, added.end - added.begin));
    added.prefix = qFromBigEndian<quint64>(prefix);
    m_rows.push_back(added);
}

bool RowSorter::isBefore(const Row &left, const Row &right) const
{
    if (left.prefix != right.prefix)
        return left.prefix < right.prefix;
    const size_t common = std::min(left.end - left.begin, right.end - right.begin);
    if (const int order = std::memcmp(m_bytes.data() + left.begin, m_bytes.data() + right.begin, common); order != 0)
        return order < 0;
    return m_keys.back().descending ? left.rid > right.rid : left.rid < right.rid;
}

std::vector<qint64> RowSorter::sorted()
{
    std::sort(m_rows.begin(), m_rows.end(), [this](const Row &left, const Row &right) { return isBefore(left, right); });
    std::vector<qint64> rids;
    rids.reserve(m_rows.size());
    for (const Row &row : m_rows)
        rids.push_back(row.rid);
    return rids;
}

} // namespace guanxi::storage
