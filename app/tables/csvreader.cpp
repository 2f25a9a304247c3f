// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/csvreader.h"

namespace guanxi::app {

namespace {

constexpr qsizetype SampleLines = 30;

/// Cells of the lines of a sample, by a separator; quotation marks are respected.
QList<int> widths(QStringView sample, QChar separator)
{
    QList<int> all;
    int cells = 1;
    bool quoted = false;
    for (const QChar c : sample) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == separator)
            ++cells;
        else if (!quoted && c == u'\n') {
            all.append(std::exchange(cells, 1));
            if (all.size() == SampleLines)
                break;
        }
    }
    if (all.isEmpty())
        all.append(cells);
    return all;
}

/// A separator makes the same number of cells, more than one, of nearly every line.
qint64 fitness(QStringView sample, QChar separator)
{
    const QList<int> all = widths(sample, separator);
    const int first = all.first();
    return first < 2 ? 0 : 100 * std::count(all.begin(), all.end(), first) / all.size() * 1'000 + first;
}

} // namespace

Result<std::unique_ptr<TableReader>> CsvReader::open(const QString &path, const TextFormat &format)
{
    Result<std::unique_ptr<TextSource>> source = TextSource::open(path, format.encoding);
    if (!source)
        return source.error();
    std::unique_ptr<CsvReader> reader(new CsvReader(std::move(*source)));
    GUANXI_TRY(reader->findSeparator(format.separator));
    return std::unique_ptr<TableReader>(std::move(reader));
}

Result<void> CsvReader::findSeparator(QChar wanted)
{
    const Result<bool> some = fill();
    if (!some)
        return some.error();
    static constexpr QLatin1StringView Order("sep=");
    const bool ordered = m_text.startsWith(Order, Qt::CaseInsensitive) && m_text.size() > Order.size();
    m_separator = wanted.isNull() && ordered ? m_text.at(Order.size()) : wanted;
    if (ordered) {
        m_at = Order.size() + 1;
        endLine();
    }
    const QStringView sample = QStringView(m_text).sliced(m_at);
    qint64 best = 0;
    for (const QChar candidate : {u',', u'\t', u';', u'|'}) {
        if (!m_separator.isNull() && best == 0)
            break;
        if (const qint64 fit = fitness(sample, candidate); fit > best) {
            best = fit;
            m_separator = candidate;
        }
    }
    if (m_separator.isNull())
        m_separator = u',';
    return {};
}

Result<void> CsvReader::choose(int)
{
    GUANXI_TRY(m_source->rewind());
    m_text.clear();
    m_at = 0;
    m_line = 1;
    m_end = false;
    return findSeparator(m_separator);
}

Result<bool> CsvReader::fill()
{
    while (!m_end && m_at + 1 >= m_text.size()) {
        const Result<QString> more = m_source->read();
        if (!more)
            return more.error();
        m_end = more->isEmpty();
        m_text = m_text.sliced(std::min(m_at, m_text.size())) + *more;
        m_at = 0;
    }
    return m_at < m_text.size();
}

bool CsvReader::endLine()
{
    if (m_at >= m_text.size() || (m_text[m_at] != u'\n' && m_text[m_at] != u'\r'))
        return false;
    m_at += m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n' ? 2 : 1;
    ++m_line;
    return true;
}

Result<std::optional<TableLine>> CsvReader::next()
{
    for (;;) {
        Result<std::optional<TableLine>> line = readLine();
        const bool isBlank = line && *line && std::all_of((*line)->cells.cbegin(), (*line)->cells.cend(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (!isBlank)
            return line;
    }
}

Result<std::optional<TableLine>> CsvReader::readLine()
{
    TableLine line{m_line, {}};
    for (;;) {
        const Result<bool> some = fill();
        if (!some)
            return some.error();
        if (!*some && line.cells.isEmpty())
            return std::optional<TableLine>();
        QString cell;
        if (*some && m_text[m_at] == u'"')
            GUANXI_TRY(readQuoted(cell));
        for (;;) {
            const Result<bool> more = fill();
            if (!more)
                return more.error();
            const qsizetype before = m_at;
            readPlain(cell);
            if (m_at == before || m_at < m_text.size())
                break;
            if (cell.size() > MostCellCharacters)
                break;
        }
        if (cell.size() > MostCellCharacters)
            return unreadable(m_source->path(), fault::Cell, QString::number(line.number));
        line.cells.append(cell);
        if (line.cells.size() > MostColumns)
            return unreadable(m_source->path(), fault::Columns, QString::number(line.number));
        if (const Result<bool> more = fill(); !more)
            return more.error();
        if (m_at >= m_text.size() || endLine())
            return std::optional(line);
        ++m_at; // the separator
    }
}

void CsvReader::readPlain(QString &cell)
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end] != m_separator && m_text[end] != u'\n' && m_text[end] != u'\r')
        ++end;
    cell += QStringView(m_text).sliced(m_at, end - m_at);
    m_at = end;
}

Result<void> CsvReader::readQuoted(QString &cell)
{
    const qint64 begun = m_line;
    ++m_at;
    for (;;) {
        const Result<bool> some = fill();
        if (!some)
            return some.error();
        if (!*some)
            return unreadable(m_source->path(), fault::Quote, QString::number(begun));
        const QChar c = m_text[m_at++];
        if (c == u'"') {
            if (m_at >= m_text.size() || m_text[m_at] != u'"')
                return {};
            ++m_at;
        } else if (c == u'\n') {
            ++m_line;
        }
        cell += c;
        if (cell.size() > MostCellCharacters)
            return unreadable(m_source->path(), fault::Cell, QString::number(begun));
    }
}

} // namespace guanxi::app
