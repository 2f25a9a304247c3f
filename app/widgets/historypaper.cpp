// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a record on paper and in files; what it looks like on the screen is in historyview.cpp.
#include "app/widgets/historyview.h"

#include "app/tables/csvwriter.h"
#include "app/widgets/fieldtext.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>

namespace guanxi::app {

namespace {

constexpr int LongestPrinted = 4000;

} // namespace

/// As it stands in the list, where only the first line of a change says when, who and where; or `always`, as files have it.
QString HistoryView::cell(int row, int column, bool always) const
{
    const Line &line = m_lines.at(row);
    const HistoryEntry &entry = m_entries.at(line.entry);
    if (column >= What)
        return wordsOf(line).at(column - What);
    if (column == When && always && entry.rev > 0)
        return QDateTime::fromMSecsSinceEpoch(entry.at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const bool first = row == 0 || m_lines.at(row - 1).entry != line.entry;
    return first || always ? headOf(entry).at(column) : QString();
}

TableExtract HistoryView::table() const
{
    constexpr int widths[ColumnCount] = {14, 18, 12, 14, 21, 21};
    TableExtract table;
    for (int column = 0; column < ColumnCount; ++column)
        table.columns.append({m_list->headerItem()->text(column), widths[column]});
    table.rows = int(m_lines.size());
    table.shown = [this](int row, int column) { return cell(row, column, false).left(LongestPrinted); };
    table.plain = [this](int row, int column) { return safeCell(cell(row, column, true)); };
    table.wraps = true;
    return table;
}

QString HistoryView::aboutText() const
{
    const QString field = m_fields->currentIndex() > 0 ? tr("Only %1").arg(m_fields->currentText()) : QString();
    return QStringList{entityLabel(m_record.entity()), field, m_hint->text()}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(" · "));
}

ViewPaper HistoryView::paper() const { return {tr("%1 – history").arg(FieldText(m_records).title(m_record)), aboutText(), {}, {table()}, {}, m_ref.entity, m_ref}; }

void HistoryView::print()
{
    if (m_print->isEnabled())
        previewPaper(this, m_records, QPageLayout::Landscape, [this] { return paper(); }, m_records.may(model::Action::Export, m_record), m_paperMemory);
}

void HistoryView::exportCsv()
{
    const Result<QString> path = exportTable(this, m_records, departureOf(paper()), [this](QIODevice &device) { return writeCsv(device, table()); });
    if (!path)
        Q_EMIT failed(path.error());
    else if (!path->isEmpty())
        Q_EMIT made({}, tr("Exported to %1").arg(*path));
}

} // namespace guanxi::app
