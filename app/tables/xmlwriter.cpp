// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/xmlwriter.h"

#include "common/base/secretfile.h"

namespace guanxi::app {

namespace {

QString kindName(CellKind kind)
{
    switch (kind) {
    case CellKind::Number: return QStringLiteral("number");
    case CellKind::Percent: return QStringLiteral("percent");
    case CellKind::Date: return QStringLiteral("date");
    case CellKind::DateTime: return QStringLiteral("datetime");
    case CellKind::Text: break;
    }
    return {};
}

/// Characters that no XML can hold are shown as what they are: something that cannot be shown.
QString holdable(const QString &text)
{
    QString held = text;
    for (QChar &c : held)
        if ((c < u' ' && c != u'\n' && c != u'\t' && c != u'\r') || c.unicode() >= 0xFFFE)
            c = QChar::ReplacementCharacter;
    return held;
}

} // namespace

Result<void> XmlWriter::checked() const
{
    return m_xml.hasError() ? Result<void>(writeError(m_file.fileName(), m_file.errorString())) : Result<void>();
}

Result<void> XmlWriter::begin(const QList<TableSheet> &sheets)
{
    m_sheets = sheets;
    if (!m_file.open(QIODevice::WriteOnly))
        return writeError(m_file.fileName(), m_file.errorString());
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
    m_xml.writeStartDocument();
    m_xml.writeStartElement(QStringLiteral("guanxi"));
    m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1"));
    for (const TableSheet &sheet : sheets) {
        m_xml.writeStartElement(QStringLiteral("table"));
        m_xml.writeAttribute(QStringLiteral("name"), sheet.code);
        m_xml.writeAttribute(QStringLiteral("label"), holdable(sheet.name));
        for (const TableSheet::Column &column : sheet.columns) {
            m_xml.writeEmptyElement(QStringLiteral("field"));
            m_xml.writeAttribute(QStringLiteral("name"), column.code);
            m_xml.writeAttribute(QStringLiteral("label"), holdable(column.head));
        }
        m_xml.writeEndElement();
    }
    m_xml.writeStartElement(QStringLiteral("records"));
    m_xml.writeAttribute(QStringLiteral("table"), sheets.first().code);
    return checked();
}

void XmlWriter::endRecord()
{
    if (std::exchange(m_inside, 0) != 0)
        m_xml.writeEndElement();
    if (std::exchange(m_isOpen, false))
        m_xml.writeEndElement();
}

Result<void> XmlWriter::write(int sheet, const QList<TableCell> &cells)
{
    if (sheet == 0) {
        endRecord();
    } else if (m_inside != sheet) {
        if (m_inside != 0)
            m_xml.writeEndElement();
        m_inside = sheet;
        m_xml.writeStartElement(QStringLiteral("records"));
        m_xml.writeAttribute(QStringLiteral("table"), m_sheets[sheet].code);
    }
    m_xml.writeStartElement(QStringLiteral("record"));
    for (qsizetype at = 0; at < cells.size(); ++at) {
        if (cells[at].text.isEmpty())
            continue;
        m_xml.writeStartElement(QStringLiteral("value"));
        m_xml.writeAttribute(QStringLiteral("field"), m_sheets[sheet].columns[at].code);
        if (const QString kind = kindName(cells[at].kind); !kind.isEmpty())
            m_xml.writeAttribute(QStringLiteral("type"), kind);
        m_xml.writeCharacters(holdable(cells[at].text));
        m_xml.writeEndElement();
    }
    if (sheet == 0)
        m_isOpen = true;
    else
        m_xml.writeEndElement();
    return checked();
}

Result<void> XmlWriter::end()
{
    endRecord();
    m_xml.writeEndDocument();
    return checked();
}

Result<void> XmlWriter::putInPlace()
{
    return m_file.commit() ? Result<void>() : Result<void>(writeError(m_file.fileName(), m_file.errorString()));
}

} // namespace guanxi::app
