// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablereader.h"

namespace guanxi::app {

/// What a cell holds; says how the text is meant where a format knows more than texts.
enum class CellKind : quint8 {
    Text,
    Number,   ///< "-1234.5": plain digits with a point
    Percent,  ///< "12.5", of a hundred
    Date,     ///< "2026-03-31"
    DateTime, ///< "2026-03-31 14:05", with ":09" where seconds count
};

struct TableCell {
    CellKind kind = CellKind::Text;
    QString text; ///< empty: nothing stands there

    bool operator==(const TableCell &) const = default;
};

/// A table to be written. Names are for people; codes for programs, by which related tables and fields are told apart.
struct TableSheet {
    struct Column {
        QString head;
        QString code;
        int width = 12; ///< characters that fit, where a format has widths
    };
    QString name;
    QString code;
    QList<Column> columns;
};

enum class TableFormat : quint8 { Xlsx, Csv, Xml, VCard };

/// Writes tables for other programs, line by line, so that any number of them takes the same memory. The first sheet is the main
/// one; lines of the others belong to the main line before them. The file is there when end() succeeded; until then what stood
/// there before stays, and nothing is left of a writer that goes away early.
class TableWriter
{
public:
    /// A CSV of several sheets is a zip file with one file each. `format` counts for texts: UTF-8 with a mark unless it says
    /// otherwise.
    static std::unique_ptr<TableWriter> create(TableFormat kind, const QString &path, const TextFormat &format = {});
    virtual ~TableWriter() = default;

    /// DiskFull(path), ReadOnly(path), FileFailed(path, reason), as the others.
    virtual Result<void> begin(const QList<TableSheet> &sheets) = 0;
    /// TooLong(head, limit) where the format has no room for the text, BadText(head) where the encoding has no such character.
    virtual Result<void> write(int sheet, const QList<TableCell> &cells) = 0;
    /// All lines are written: puts the file together, which may take its time.
    virtual Result<void> end() = 0;
    virtual Result<void> putInPlace() = 0;
};

/// What usually ends the file's name: "xlsx". A CSV of several sheets is a "zip".
QString suffixOf(TableFormat format, bool severalSheets = false);

} // namespace guanxi::app
