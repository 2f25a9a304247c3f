// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QSaveFile>
#include <QStringList>

namespace guanxi::app {

/// A text as a cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, which
/// spreadsheets do not show, and plainCell() takes off again.
QString safeCell(const QString &text);
QString plainCell(const QString &cell);

/// Writes separated values (RFC 4180) with a byte order mark, so that Excel reads Chinese. The file is there when end()
/// succeeded; until then what stood there before stays.
class CsvWriter
{
public:
    explicit CsvWriter(const QString &path) : m_file(path) {}

    /// FileFailed(path, reason), as the other two.
    Result<void> begin();
    /// Texts; what is safe as it is (numbers, dates) comes from the caller as it is.
    Result<void> write(const QStringList &cells);
    Result<void> end();

private:
    Error failed() const { return {ErrorCode::FileFailed, {m_file.fileName(), m_file.errorString()}}; }

    QSaveFile m_file;
};

/// A cell of a line of separated values.
QByteArray csvCell(QString text);

} // namespace guanxi::app
