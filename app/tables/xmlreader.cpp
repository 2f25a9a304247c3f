// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/xmlreader.h"

namespace guanxi::app {

namespace {

/// The parser holds a word or a tag in memory as a whole.
constexpr qint64 LongestWord = 8 * TableReader::MostCellCharacters;

} // namespace

/// Ends where a word has no end.
class XmlReader::Source : public QFile
{
public:
    using QFile::QFile;
    bool isEndless() const { return m_word > LongestWord; }
    void again()
    {
        seek(0);
        m_word = 0;
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 read = isEndless() ? -1 : QFile::readData(data, size);
        for (qint64 i = 0; i < read; ++i)
            m_word = data[i] == '<' || data[i] == '>' ? 0 : m_word + 1;
        return isEndless() ? -1 : read;
    }

private:
    qint64 m_word = 0;
};

XmlReader::XmlReader(const QString &path) : m_path(path), m_source(std::make_shared<Source>(path)) {}

Result<std::unique_ptr<TableReader>> XmlReader::open(const QString &path)
{
    std::unique_ptr<XmlReader> reader(new XmlReader(path));
    if (!reader->m_source->open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {path, reader->m_source->errorString()}};
    GUANXI_TRY(reader->rewind());
    GUANXI_TRY(reader->readTables());
    GUANXI_TRY(reader->choose(0));
    return std::unique_ptr<TableReader>(std::move(reader));
}

QStringList XmlReader::sheets() const
{
    QStringList names;
    for (const Table &table : m_tables)
        names.append(table.label);
    return names;
}

Error XmlReader::fault() const
{
    return unreadable(m_path, m_source->isEndless() ? fault::Cell : fault::Broken, QString::number(m_xml.lineNumber()));
}

Result<void> XmlReader::rewind()
{
    m_source->again();
    m_xml.setDevice(m_source.get());
    m_inside.clear();
    m_depth = 0;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        // Entities of a document's own can be nested until they fill any memory.
        if (m_xml.isDTD())
            return fault();
        if (m_xml.isStartElement())
            return m_xml.name() == u"guanxi" ? Result<void>() : Result<void>(unreadable(m_path, fault::NoTable));
    }
    return fault();
}

Result<void> XmlReader::readTables()
{
    while (m_xml.readNextStartElement() && m_xml.name() == u"table")
        GUANXI_TRY(readTable());
    if (m_xml.hasError())
        return fault();
    return m_tables.isEmpty() ? Result<void>(unreadable(m_path, fault::NoTable)) : Result<void>();
}

Result<void> XmlReader::readTable()
{
    if (m_tables.size() >= MostTables)
        return unreadable(m_path, fault::Broken, QString::number(m_xml.lineNumber()));
    Table table{m_xml.attributes().value(QLatin1StringView("name")).toString(), m_xml.attributes().value(QLatin1StringView("label")).toString(), {}, {}};
    while (m_xml.readNextStartElement()) {
        table.codes.append(m_xml.attributes().value(QLatin1StringView("name")).toString());
        table.heads.append(m_xml.attributes().value(QLatin1StringView("label")).toString());
        if (table.codes.size() > MostColumns)
            return unreadable(m_path, fault::Columns, QString::number(m_xml.lineNumber()));
        m_xml.readElementText();
    }
    if (m_xml.hasError())
        return fault();
    m_tables.append(table);
    return {};
}

Result<void> XmlReader::choose(int sheet)
{
    m_sheet = sheet;
    m_toldHeads = false;
    return rewind();
}

Result<void> XmlReader::readValue(TableLine &line)
{
    const Table &table = m_tables[m_sheet];
    const qsizetype column = table.codes.indexOf(m_xml.attributes().value(QLatin1StringView("field")));
    const bool isWanted = m_inside.last() == table.code && column >= 0;
    const QString text = m_xml.readElementText();
    if (m_xml.hasError())
        return fault();
    if (text.size() > MostCellCharacters)
        return unreadable(m_path, fault::Cell, QString::number(m_xml.lineNumber()));
    if (isWanted) {
        while (line.cells.size() <= column)
            line.cells.append(QString());
        line.cells[column] = text;
    }
    return {};
}

Result<std::optional<TableLine>> XmlReader::next()
{
    const QString wanted = m_tables.value(m_sheet).code;
    if (!std::exchange(m_toldHeads, true))
        return std::optional<TableLine>({1, m_tables.value(m_sheet).heads});
    TableLine line;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isStartElement()) {
            if (m_xml.name() == u"value" && !m_inside.isEmpty()) {
                GUANXI_TRY(readValue(line));
                continue;
            }
            if (++m_depth > MostDepth)
                return unreadable(m_path, fault::Broken, QString::number(m_xml.lineNumber()));
            if (m_xml.name() == u"records")
                m_inside.append(m_xml.attributes().value(QLatin1StringView("table")).toString());
            if (m_xml.name() == u"record" && m_inside.value(m_inside.size() - 1) == wanted)
                line.number = m_xml.lineNumber();
        } else if (m_xml.isEndElement()) {
            --m_depth;
            const bool isWhole = m_xml.name() == u"record" && m_inside.value(m_inside.size() - 1) == wanted && !line.cells.isEmpty();
            if (m_xml.name() == u"records" && !m_inside.isEmpty())
                m_inside.removeLast();
            if (isWhole)
                return std::optional(line);
        }
    }
    if (m_xml.hasError())
        return fault();
    return std::optional<TableLine>();
}

double XmlReader::done() const { return m_source->size() > 0 ? double(m_source->pos()) / double(m_source->size()) : 1; }

} // namespace guanxi::app
