// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/tablewriter.h"

#include "app/tables/csvwriter.h"
#include "app/tables/vcardwriter.h"
#include "app/tables/xlsxwriter.h"
#include "app/tables/xmlwriter.h"

namespace guanxi::app {

std::unique_ptr<TableWriter> TableWriter::create(TableFormat kind, const QString &path, const TextFormat &format)
{
    switch (kind) {
    case TableFormat::Csv: return std::make_unique<CsvWriter>(path, format.encoding);
    case TableFormat::Xml: return std::make_unique<XmlWriter>(path);
    case TableFormat::VCard: return std::make_unique<VCardWriter>(path);
    case TableFormat::Xlsx: break;
    }
    return std::make_unique<XlsxWriter>(path);
}

QString suffixOf(TableFormat format, bool severalSheets)
{
    switch (format) {
    case TableFormat::Csv: return severalSheets ? QStringLiteral("zip") : QStringLiteral("csv");
    case TableFormat::Xml: return QStringLiteral("xml");
    case TableFormat::VCard: return QStringLiteral("vcf");
    case TableFormat::Xlsx: break;
    }
    return QStringLiteral("xlsx");
}

} // namespace guanxi::app
