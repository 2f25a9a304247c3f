// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/newfile.h"
#include "app/tables/tablewriter.h"

#include <array>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace guanxi::app {

/// Spreadsheets of ECMA-376 (.xlsx). Cells have their types: numbers calculate, dates sort, texts are texts, also those that begin
/// like a formula and numbers of more digits than a spreadsheet holds. More lines than a sheet takes go on in further sheets.
class XlsxWriter final : public TableWriter
{
public:
    static constexpr quint32 MostRows = 1'048'576;
    static constexpr qsizetype MostCharacters = 32'767;

    /// `mostRows` for tests.
    explicit XlsxWriter(const QString &path, quint32 mostRows = MostRows) : m_file(path), m_mostRows(mostRows) {}
    ~XlsxWriter() override;

    Result<void> begin(const QList<TableSheet> &sheets) override;
    Result<void> write(int sheet, const QList<TableCell> &cells) override;
    Result<void> end() override;
    Result<void> putInPlace() override;

private:
    /// A table, and the sheet on which it goes on.
    struct Place {
        TableSheet table;
        lxw_worksheet *sheet = nullptr;
        quint32 row = 0;
        int parts = 0;
    };
    Result<void> beginPart(Place &place);
    Result<void> writeCell(const Place &place, quint16 column, const TableCell &cell);
    Result<void> writeText(const Place &place, quint16 column, const QString &text, lxw_format *format);
    QString sheetName(const Place &place) const;
    /// The library does not look whether the disk took what it wrote.
    Result<void> checkSheets();
    Result<void> checkParts() const;

    NewFile m_file;
    quint32 m_mostRows;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_headFormat = nullptr;
    lxw_format *m_wrapped = nullptr;
    std::array<lxw_format *, 5> m_formats{}; ///< by CellKind
    std::vector<Place> m_places;
    std::vector<lxw_worksheet *> m_sheets; ///< all, in their order
    std::vector<qint64> m_sizes; ///< what each has written at least
    QStringList m_names; ///< of sheets, in lower case
};

} // namespace guanxi::app
