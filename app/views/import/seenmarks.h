// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <array>

namespace guanxi::app {

/// The lines in which marks of a file came first. In many small tables: one of millions would hold up the desk whenever it grows.
class SeenMarks
{
public:
    /// The line above in which `mark` was met; 0 when it is met for the first time, and `line` is kept.
    qint64 firstLine(quint64 mark, qint64 line)
    {
        qint64 &first = m_tables[mark % Tables][mark];
        if (first != 0)
            return first;
        first = line;
        return 0;
    }
    void clear()
    {
        for (QHash<quint64, qint64> &table : m_tables)
            table.clear();
    }

private:
    static constexpr quint64 Tables = 1021;
    std::array<QHash<quint64, qint64>, Tables> m_tables;
};

} // namespace guanxi::app
