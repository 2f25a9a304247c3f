// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/newfile.h"
#include "app/tables/tablewriter.h"

#include <QSaveFile>
#include <QTemporaryDir>

#include <vector>

struct UConverter;

namespace guanxi::app {

/// A text as a cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, which
/// spreadsheets do not show, and plainCell() takes off again.
QString safeCell(const QString &text);
QString plainCell(const QString &cell);

/// Writes separated values (RFC 4180) with a byte order mark, so that Excel reads Chinese; or in GB18030, which it reads in China
/// without. Texts are safe cells, numbers and dates stand as they are. Several sheets become a zip file of one file each.
class CsvWriter final : public TableWriter
{
public:
    /// By its name in ICU; empty: UTF-8.
    explicit CsvWriter(const QString &path, const QByteArray &encoding = {}) : m_path(path), m_encoding(encoding), m_archive(path) {}
    ~CsvWriter() override;

    Result<void> begin(const QList<TableSheet> &sheets) override;
    Result<void> write(int sheet, const QList<TableCell> &cells) override;
    Result<void> end() override;
    Result<void> putInPlace() override;

private:
    bool isArchive() const { return m_sheets.size() > 1; }
    Result<QByteArray> encoded(const QString &cell, const QString &head);
    Result<void> put(int sheet, const QByteArray &line);
    Result<void> pack();

    QString m_path;
    QByteArray m_encoding;
    UConverter *m_converter = nullptr;
    QList<TableSheet> m_sheets;
    std::vector<std::unique_ptr<QFileDevice>> m_files; ///< by sheet
    std::unique_ptr<QTemporaryDir> m_parts; ///< of an archive
    NewFile m_archive;
};

/// A cell of a line of separated values.
QString csvCell(QString text);

} // namespace guanxi::app
