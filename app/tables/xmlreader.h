// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tables/tablereader.h"

#include <QFile>
#include <QXmlStreamReader>

namespace guanxi::app {

/// The XML that XmlWriter writes. Each of its tables is a sheet; the first line has the heads. Other XML is no table.
class XmlReader final : public TableReader
{
public:
    static constexpr qsizetype MostTables = 255;
    static constexpr qsizetype MostDepth = 8; ///< of elements

    static Result<std::unique_ptr<TableReader>> open(const QString &path);

    QString format() const override { return QStringLiteral("XML"); }
    QStringList sheets() const override;
    Result<void> choose(int sheet) override;
    Result<std::optional<TableLine>> next() override;
    double done() const override;

private:
    class Source;
    struct Table {
        QString code;
        QString label;
        QStringList codes;
        QStringList heads;
    };
    explicit XmlReader(const QString &path);
    Result<void> readTables();
    Result<void> readTable();
    Result<void> rewind();
    /// A value of the record that is being read, or of one that is not asked for.
    Result<void> readValue(TableLine &line);
    Error fault() const;

    QString m_path;
    std::shared_ptr<Source> m_source; ///< shared only because its class is not known here
    QXmlStreamReader m_xml;
    QList<Table> m_tables;
    QStringList m_inside; ///< tables whose records stand around the place that is read
    qsizetype m_depth = 0;
    int m_sheet = 0;
    bool m_toldHeads = false;
};

} // namespace guanxi::app
