// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/storage/rowwriter.h"

#include <QElapsedTimer>

#include <ctime>

namespace guanxi::bench {

/// Rows per second by the clock on the wall, and by processor time: the latter also says something on a busy machine.
struct Speed {
    double wall = 0;
    double processor = 0;
};

class SpeedMeter
{
public:
    SpeedMeter() { m_wall.start(); }
    Speed stop(qint64 rows) const
    {
        const double processor = double(std::clock() - m_processor) / CLOCKS_PER_SEC;
        return {double(rows) * 1e9 / double(std::max<qint64>(1, m_wall.nsecsElapsed())), double(rows) / std::max(1e-6, processor)};
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_processor = std::clock();
};

/// Rows as the bare program has them: already in the form in which SQLite takes them.
struct BareRow {
    QByteArray bytes;
    std::vector<storage::Cell> cells;
};

std::vector<BareRow> bareRows(const std::vector<model::Record> &samples);
/// Inserts into an encrypted file with nothing of ours in between.
Speed insertBare(const std::vector<BareRow> &rows, const model::Entity &entity, qint64 count);

} // namespace guanxi::bench
