// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tableextract.h"

#include "app/data/records.h"
#include "app/tables/csvwriter.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMimeData>
#include <QSaveFile>

namespace guanxi::app {

namespace {

constexpr int ProgressRows = 500;

struct TableExport {
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

} // namespace

Result<bool> writeCsv(QIODevice &device, const TableExtract &table, const Progress &progress)
{
    const auto write = [&device](const QByteArray &bytes) { return device.write(bytes) == bytes.size(); };
    QByteArray line("\xEF\xBB\xBF");
    for (qsizetype at = 0; at < table.columns.size(); ++at)
        line += (at > 0 ? "," : "") + csvCell(table.columns[at].heading).toUtf8();
    bool good = write(line + "\r\n");
    for (int row = 0; good && row < table.rows; ++row) {
        line.clear();
        for (int column = 0; column < table.columns.size(); ++column)
            line += (column > 0 ? "," : "") + csvCell(table.plain(row, column)).toUtf8();
        good = write(line + "\r\n");
        if (row % ProgressRows == 0 && progress && !progress(row))
            return false;
    }
    if (!good)
        return Error{ErrorCode::FileFailed, {QString(), device.errorString()}};
    return true;
}

QMimeData *tableMime(const TableExtract &table)
{
    QString text, html = QStringLiteral("<table><tr>");
    for (qsizetype at = 0; at < table.columns.size(); ++at) {
        const QString &label = table.columns[at].heading;
        text += (at > 0 ? QStringLiteral("\t") : QString()) + label;
        html += QStringLiteral("<th>") + label.toHtmlEscaped() + QStringLiteral("</th>");
    }
    html += QStringLiteral("</tr>");
    for (int row = 0; row < table.rows; ++row) {
        text += u'\n';
        html += QStringLiteral("<tr>");
        for (int column = 0; column < table.columns.size(); ++column) {
            QString cell = table.plain(row, column);
            html += QStringLiteral("<td>") + cell.toHtmlEscaped() + QStringLiteral("</td>");
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
            text += (column > 0 ? QStringLiteral("\t") : QString()) + cell;
        }
        html += QStringLiteral("</tr>");
    }
    auto *mime = new QMimeData;
    mime->setText(text + u'\n');
    mime->setHtml(html + QStringLiteral("</table>"));
    return mime;
}

Result<QString> exportTable(QWidget *parent, Records &records, const Departure &departure, const std::function<Result<bool>(QIODevice &)> &write)
{
    const QString path = QFileDialog::getSaveFileName(parent, TableExport::tr("Export as CSV"), departure.view + QStringLiteral(".csv"),
                                                      TableExport::tr("Table (*.csv)"));
    if (path.isEmpty())
        return QString();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    const Result<bool> whole = write(file);
    if (!whole || !*whole)
        return whole ? Result<QString>(QString()) : whole.error();
    Departure noted = departure;
    noted.format = QStringLiteral("csv");
    GUANXI_TRY(records.note(noted));
    if (!file.commit())
        return Error{ErrorCode::FileFailed, {path, file.errorString()}};
    return path;
}

} // namespace guanxi::app
