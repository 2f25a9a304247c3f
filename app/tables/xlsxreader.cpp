// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/xlsxreader.h"

#include "app/tables/celltext.h"

#include <QHash>

namespace guanxi::app {

namespace {

/// "xl/workbook.xml" and "worksheets/sheet1.xml" make "xl/worksheets/sheet1.xml"; a target may also begin at the top.
QString resolved(const QString &target) { return target.startsWith(u'/') ? target.mid(1) : QStringLiteral("xl/") + target; }

/// The column of a cell named "BC12", from 0; -1: it has no such name.
int columnOf(QStringView place)
{
    int column = 0;
    qsizetype at = 0;
    for (; at < place.size() && place[at] >= u'A' && place[at] <= u'Z' && at < 4; ++at)
        column = column * 26 + (place[at].unicode() - 'A' + 1);
    return at > 0 && at < place.size() ? column - 1 : -1;
}

bool isTrue(QStringView text) { return text == u"1" || text == u"true"; }

} // namespace

Result<std::unique_ptr<TableReader>> XlsxReader::open(const QString &path)
{
    Result<std::unique_ptr<ZipSource>> zip = ZipSource::open(path);
    if (!zip)
        return zip.error();
    if (!(*zip)->has(QStringLiteral("xl/workbook.xml")))
        return unreadable(path, fault::NoTable);
    std::unique_ptr<XlsxReader> reader(new XlsxReader(path, std::move(*zip)));
    GUANXI_TRY(reader->readWorkbook());
    GUANXI_TRY(reader->readStyles());
    GUANXI_TRY(reader->readTexts());
    GUANXI_TRY(reader->choose(0));
    return std::unique_ptr<TableReader>(std::move(reader));
}

template <class Each> Result<void> XlsxReader::readPart(const QString &part, Each each)
{
    const Result<QIODevice *> device = m_zip->part(part);
    if (!device)
        return device.error();
    QXmlStreamReader xml(*device);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isDTD())
            return unreadable(m_path, fault::Broken, part);
        if (xml.isStartElement())
            GUANXI_TRY(each(xml));
    }
    if (xml.hasError())
        return faultOf(xml);
    return {};
}

Error XlsxReader::faultOf(const QXmlStreamReader &xml) const
{
    return m_zip->fault().value_or(unreadable(m_path, fault::Broken, QStringLiteral("%1").arg(xml.lineNumber())));
}

Result<void> XlsxReader::readWorkbook()
{
    QHash<QString, QString> targets;
    GUANXI_TRY(readPart(QStringLiteral("xl/_rels/workbook.xml.rels"), [&](const QXmlStreamReader &xml) -> Result<void> {
        if (xml.name() == u"Relationship")
            targets.insert(xml.attributes().value(QLatin1StringView("Id")).toString(), resolved(xml.attributes().value(QLatin1StringView("Target")).toString()));
        return {};
    }));
    static const QString Relations = QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    GUANXI_TRY(readPart(QStringLiteral("xl/workbook.xml"), [&](const QXmlStreamReader &xml) -> Result<void> {
        if (xml.name() == u"workbookPr")
            m_since1904 = isTrue(xml.attributes().value(QLatin1StringView("date1904")));
        // Charts and the like have pages of their own, which are no tables.
        const QString part = xml.name() == u"sheet" ? targets.value(xml.attributes().value(Relations, QLatin1StringView("id")).toString()) : QString();
        if (part.contains(QLatin1StringView("worksheets/")) && m_parts.size() < MostSheets) {
            m_names.append(xml.attributes().value(QLatin1StringView("name")).toString());
            m_parts.append(part);
        }
        return {};
    }));
    return m_parts.isEmpty() ? Result<void>(unreadable(m_path, fault::NoTable)) : Result<void>();
}

Result<void> XlsxReader::readStyles()
{
    const QString part = QStringLiteral("xl/styles.xml");
    if (!m_zip->has(part))
        return {};
    QHash<int, QString> codes;
    bool inCells = false;
    return readPart(part, [&](const QXmlStreamReader &xml) -> Result<void> {
        const int format = xml.attributes().value(QLatin1StringView("numFmtId")).toInt();
        if (xml.name() == u"numFmt")
            codes.insert(format, xml.attributes().value(QLatin1StringView("formatCode")).toString());
        if (xml.name() == u"cellXfs" || xml.name() == u"cellStyles")
            inCells = xml.name() == u"cellXfs";
        if (inCells && xml.name() == u"xf")
            m_kinds.append(kindOf(format, codes.value(format)));
        return {};
    });
}

XlsxReader::Kind XlsxReader::kindOf(int format, const QString &code)
{
    if (celltext::isDate(format, code))
        return Kind::Date;
    if (celltext::isTime(format, code))
        return Kind::Time;
    return celltext::isPercent(format, code) ? Kind::Percent : Kind::Number;
}

Result<void> XlsxReader::readTexts()
{
    const QString part = QStringLiteral("xl/sharedStrings.xml");
    if (!m_zip->has(part))
        return {};
    const Result<QIODevice *> device = m_zip->part(part);
    if (!device)
        return device.error();
    QXmlStreamReader xml(*device);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isDTD())
            return unreadable(m_path, fault::Broken, part);
        if (xml.isStartElement() && xml.name() == u"si" && !m_texts.add(celltext::richText(xml)))
            return unreadable(m_path, fault::Bomb);
    }
    if (xml.hasError())
        return faultOf(xml);
    return {};
}

Result<void> XlsxReader::choose(int sheet)
{
    const Result<QIODevice *> device = m_zip->part(m_parts.value(sheet));
    if (!device)
        return device.error();
    m_xml.setDevice(*device);
    m_row = 0;
    return {};
}

Result<std::optional<TableLine>> XlsxReader::next()
{
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isDTD())
            return unreadable(m_path, fault::Broken);
        if (!m_xml.isStartElement() || m_xml.name() != u"row")
            continue;
        Result<TableLine> line = readRow();
        if (!line)
            return line.error();
        if (!line->cells.isEmpty())
            return std::optional(std::move(*line));
    }
    if (m_xml.hasError())
        return faultOf(m_xml);
    return std::optional<TableLine>();
}

Result<TableLine> XlsxReader::readRow()
{
    bool named = false;
    const qint64 row = m_xml.attributes().value(QLatin1StringView("r")).toLongLong(&named);
    const qint64 above = std::exchange(m_row, named ? row : m_row + 1);
    // By its number a person finds a line, and says what becomes of it.
    if (m_row <= above)
        return unreadable(m_path, fault::Broken, QString::number(row));
    TableLine line{m_row, {}};
    int column = -1;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() != u"c") {
            m_xml.skipCurrentElement();
            continue;
        }
        const QString place = m_xml.attributes().value(QLatin1StringView("r")).toString();
        const int told = columnOf(place);
        column = told > column ? told : column + 1;
        if (column >= MostColumns)
            return unreadable(m_path, fault::Columns, place);
        Result<QString> cell = readCell(place);
        if (!cell)
            return cell.error();
        if (cell->size() > MostCellCharacters)
            return unreadable(m_path, fault::Cell, place);
        // Empty cells at the end, which only have a colour, are no columns.
        if (cell->isEmpty())
            continue;
        while (line.cells.size() < column)
            line.cells.append(QString());
        line.cells.append(*std::move(cell));
    }
    if (m_xml.hasError())
        return faultOf(m_xml);
    return line;
}

Result<QString> XlsxReader::readCell(const QString &place)
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString type = attributes.value(QLatin1StringView("t")).toString();
    const Kind kind = kindOf(attributes.hasAttribute(QLatin1StringView("s")) ? attributes.value(QLatin1StringView("s")).toInt() : -1);
    std::optional<QString> stored;
    std::optional<QString> inside;
    bool isFormula = false;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == u"v")
            stored = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (m_xml.name() == u"is")
            inside = celltext::richText(m_xml);
        else {
            isFormula |= m_xml.name() == u"f";
            m_xml.skipCurrentElement();
        }
    }
    if (inside)
        return *inside;
    if (!stored)
        return isFormula && type != u"str" ? Result<QString>(unreadable(m_path, fault::Formula, place)) : Result<QString>(QString());
    if (type == u"s") {
        bool isNumber = false;
        const qsizetype number = stored->toLongLong(&isNumber);
        if (!isNumber || number < 0 || number >= m_texts.size())
            return unreadable(m_path, fault::Broken, place);
        return m_texts.at(number);
    }
    if (type == u"b")
        return isTrue(*stored) ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    if (type.isEmpty() || type == u"n")
        return numberText(*stored, kind);
    return *stored; // a formula's text, an error such as #N/A, a date as ISO 8601
}

QString XlsxReader::numberText(const QString &stored, Kind kind) const
{
    bool isNumber = false;
    const double number = stored.toDouble(&isNumber);
    if (!isNumber)
        return stored;
    if (kind == Kind::Number)
        return celltext::number(number);
    if (kind == Kind::Percent)
        return celltext::number(number * 100) + u'%';
    return celltext::dateTime(number, m_since1904, kind == Kind::Time);
}

} // namespace guanxi::app
