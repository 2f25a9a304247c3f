// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/listexport.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"

#include <QIODevice>
#include <QMimeData>

namespace guanxi::app {

namespace {

constexpr int ProgressRows = 500;

QByteArray csvCell(QString text)
{
    static const QString special = QStringLiteral("\",\r\n");
    const bool quoted = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return special.contains(c); });
    if (quoted)
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

QString plainCell(const ListExtract &extract, int row, int column)
{
    const model::Record &record = extract.model.record(row);
    const model::Field &field = extract.model.field(column);
    if (!record.isValid() || !record.applies(field))
        return {};
    const FieldText words(extract.model.records());
    const bool calculated = isRightAligned(field) || field.type == model::FieldType::Date || field.type == model::FieldType::DateTime;
    return calculated ? words.plain(extract.model.entity(), field, record.value(field.id)) : words.text(record, field);
}

QString header(const ListExtract &extract, int column)
{
    return extract.model.headerData(column, Qt::Horizontal).toString();
}

} // namespace

int ListExtract::rowCount() const { return all ? model.rowCount() : int(rows.size()); }

Result<void> writeCsv(QIODevice &device, const ListExtract &extract, const Progress &progress)
{
    const auto write = [&device](const QByteArray &bytes) { return device.write(bytes) == bytes.size(); };
    QByteArray line("\xEF\xBB\xBF");
    for (qsizetype at = 0; at < extract.columns.size(); ++at)
        line += (at > 0 ? "," : "") + csvCell(header(extract, extract.columns[at]));
    bool good = write(line + "\r\n");
    for (int at = 0; good && at < extract.rowCount(); ++at) {
        line.clear();
        for (qsizetype column = 0; column < extract.columns.size(); ++column)
            line += (column > 0 ? "," : "") + csvCell(plainCell(extract, extract.row(at), extract.columns[column]));
        good = write(line + "\r\n");
        if (at % ProgressRows == 0 && progress && !progress(at))
            break;
    }
    if (!good)
        return {ErrorCode::FileFailed, {QString(), device.errorString()}};
    return {};
}

QMimeData *tableMime(const ListExtract &extract)
{
    QString text, html = QStringLiteral("<table><tr>");
    for (qsizetype at = 0; at < extract.columns.size(); ++at) {
        const QString label = header(extract, extract.columns[at]);
        text += (at > 0 ? QStringLiteral("\t") : QString()) + label;
        html += QStringLiteral("<th>") + label.toHtmlEscaped() + QStringLiteral("</th>");
    }
    html += QStringLiteral("</tr>");
    for (int at = 0; at < extract.rowCount(); ++at) {
        text += u'\n';
        html += QStringLiteral("<tr>");
        for (qsizetype column = 0; column < extract.columns.size(); ++column) {
            QString cell = plainCell(extract, extract.row(at), extract.columns[column]);
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

} // namespace guanxi::app
