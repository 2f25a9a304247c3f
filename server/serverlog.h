// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/clock.h"

#include <QFile>
#include <QStringList>

namespace guanxi::server {

/// What happened, a line each, in a file that is set aside when it grows; ids and codes, never values. A full disk loses
/// log lines, nothing else.
class ServerLog
{
public:
    static constexpr qint64 MostBytes = 4 * 1024 * 1024; ///< of one file
    static constexpr int MostFiles = 5;

    ServerLog(const QString &path, const Clock &clock) : m_file(path), m_clock(clock) {}

    void write(const QString &line);
    /// The last `count` lines, oldest first.
    QStringList tail(int count) const;

private:
    void rotate();

    QFile m_file;
    const Clock &m_clock;
};

} // namespace guanxi::server
