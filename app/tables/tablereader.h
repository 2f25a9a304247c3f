// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace guanxi::app {

/// One line of a table: the words in its cells, as people would type them (numbers with a point, dates as 2026-03-31).
struct TableLine {
    qint64 number = 0; ///< where it stands in the file, from 1: what a person finds it by
    QStringList cells;
};

/// How a text file is to be read; empty or null: as it looks.
struct TextFormat {
    QByteArray encoding; ///< by its name in ICU, for example "gb18030"
    QChar separator;

    bool operator==(const TextFormat &) const = default;
};

/// Reads tables that other programs have written, line by line, so that a file of any size takes the same memory. Nothing
/// in the file is trusted: each reader has limits, and answers with an error (`fault`) at the first thing that is wrong.
class TableReader
{
public:
    static constexpr qsizetype MostColumns = 1'000;
    static constexpr qsizetype MostCellCharacters = 256 * 1024;

    /// What the reader is told by is in the file, not in its name. FileFailed(path, reason), FileUnreadable(path, fault, place).
    static Result<std::unique_ptr<TableReader>> open(const QString &path, const TextFormat &format = {});
    virtual ~TableReader() = default;

    /// "CSV", "XLSX", "XML" or "VCF".
    virtual QString format() const = 0;
    /// Tables in the file; a text has one without a name.
    virtual QStringList sheets() const { return {QString()}; }
    /// Begins at the top of another table.
    virtual Result<void> choose(int sheet) = 0;
    /// How a text is read; of other files nothing.
    virtual TextFormat textFormat() const { return {}; }
    /// The next line that is not empty; none at the end. FileUnreadable as open().
    virtual Result<std::optional<TableLine>> next() = 0;
    /// How much of the table is read, from 0 to 1.
    virtual double done() const = 0;
};

/// What can be wrong with a file, as the second argument of FileUnreadable.
namespace fault {
inline constexpr char Empty[] = "empty";
inline constexpr char NoTable[] = "no_table";       ///< neither text nor a spreadsheet
inline constexpr char Old[] = "old_format";         ///< a spreadsheet of before 2007
inline constexpr char Protected[] = "protected";    ///< with a password
inline constexpr char Broken[] = "broken";          ///< begins like what it should be, and goes on otherwise
inline constexpr char Encoding[] = "encoding";      ///< bytes that are no characters in this encoding
inline constexpr char Quote[] = "quote";            ///< a cell that begins with a quotation mark and does not end
inline constexpr char Cell[] = "cell_too_large";
inline constexpr char Columns[] = "too_many_columns";
inline constexpr char Formula[] = "formula";        ///< without a result: it was never calculated
inline constexpr char Bomb[] = "unpacks_too_large";
} // namespace fault

/// FileUnreadable(path, fault, place: line or cell).
Error unreadable(const QString &path, const char *fault, const QString &place = {});

} // namespace guanxi::app
