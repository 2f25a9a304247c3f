// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/csvwriter.h"

namespace guanxi::app {

namespace {

/// Spreadsheets take it for the beginning of a formula, or would without the apostrophes in front.
bool isFormulaLike(const QString &text)
{
    static const QString Marks = QStringLiteral("=+-@\t\r");
    qsizetype at = 0;
    while (at < text.size() && text.at(at) == u'\'')
        ++at;
    return at < text.size() && Marks.contains(text.at(at));
}

} // namespace

QString safeCell(const QString &text) { return isFormulaLike(text) ? u'\'' + text : text; }

QString plainCell(const QString &cell) { return cell.startsWith(u'\'') && isFormulaLike(cell) ? cell.sliced(1) : cell; }

QByteArray csvCell(QString text)
{
    static const QString Special = QStringLiteral("\",\r\n");
    const bool quoted = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return Special.contains(c); });
    if (quoted)
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

Result<void> CsvWriter::begin()
{
    return m_file.open(QIODevice::WriteOnly) && m_file.write("\xEF\xBB\xBF") == 3 ? Result<void>() : Result<void>(failed());
}

Result<void> CsvWriter::write(const QStringList &cells)
{
    QByteArray line;
    for (qsizetype at = 0; at < cells.size(); ++at)
        line += (at > 0 ? "," : "") + csvCell(cells[at]);
    line += "\r\n";
    return m_file.write(line) == line.size() ? Result<void>() : Result<void>(failed());
}

Result<void> CsvWriter::end() { return m_file.commit() ? Result<void>() : Result<void>(failed()); }

} // namespace guanxi::app
