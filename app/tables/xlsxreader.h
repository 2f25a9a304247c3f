// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/sharedtexts.h"
#include "app/tables/tablereader.h"
#include "app/tables/zipsource.h"

#include <QXmlStreamReader>

namespace guanxi::app {

/// Spreadsheets of ECMA-376 (Office Open XML, .xlsx). Formulas are never calculated: their stored results are read.
class XlsxReader final : public TableReader
{
public:
    static constexpr qsizetype MostSheets = 255;

    static Result<std::unique_ptr<TableReader>> open(const QString &path);

    QString format() const override { return QStringLiteral("XLSX"); }
    QStringList sheets() const override { return m_names; }
    Result<void> choose(int sheet) override;
    Result<std::optional<TableLine>> next() override;
    double done() const override { return m_zip->done(); }

private:
    /// How the number in a cell is meant.
    enum class Kind : quint8 { Number, Percent, Date, Time };

    XlsxReader(QString path, std::unique_ptr<ZipSource> zip) : m_path(std::move(path)), m_zip(std::move(zip)) {}
    Result<void> readWorkbook();
    Result<void> readStyles();
    Result<void> readTexts();
    /// The words of the part's elements, one after the other.
    template <class Each> Result<void> readPart(const QString &part, Each each);
    Error faultOf(const QXmlStreamReader &xml) const;
    Result<TableLine> readRow();
    Result<QString> readCell(const QString &place);
    QString numberText(const QString &stored, Kind kind) const;
    static Kind kindOf(int format, const QString &code);
    Kind kindOf(int style) const { return style >= 0 && style < m_kinds.size() ? m_kinds[style] : Kind::Number; }

    QString m_path;
    std::unique_ptr<ZipSource> m_zip;
    QStringList m_names;
    QStringList m_parts; ///< of the sheets
    QList<Kind> m_kinds; ///< by style
    SharedTexts m_texts;
    bool m_since1904 = false;
    QXmlStreamReader m_xml;
    qint64 m_row = 0;
};

} // namespace guanxi::app
