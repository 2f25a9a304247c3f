// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QString>

namespace guanxi::app {

/// A file under another name in the folder where it is to be, which takes its place when all of it is written: for programs that
/// want a name instead of a device. Goes with this unless it was put in place.
class NewFile
{
public:
    explicit NewFile(const QString &path) : m_path(path) {}
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    /// Makes it, empty. DiskFull(path), ReadOnly(path), FileFailed(path, reason), as the other one.
    Result<void> make();
    QString name() const { return m_name; }
    QString path() const { return m_path; }
    Result<void> putInPlace();

private:
    QString m_path;
    QString m_name;
};

} // namespace guanxi::app
