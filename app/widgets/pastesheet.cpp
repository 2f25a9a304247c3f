// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pastesheet.h"

namespace guanxi::app {

using model::Field;
using model::Record;

namespace {

constexpr int MostRows = 5000;

} // namespace

QList<QStringList> PasteSheet::split(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quoted) {
            const bool twice = c == u'"' && at + 1 < text.size() && text[at + 1] == u'"';
            if (c != u'"' || twice)
                cell += c;
            at += twice ? 1 : 0;
            quoted = c != u'"' || twice;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t' || c == u'\n') {
            row.append(std::exchange(cell, {}));
            if (c == u'\n')
                rows.append(std::exchange(row, {}));
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        rows.append(row << cell);
    rows.removeIf([](const QStringList &cells) { return cells.join(QString()).trimmed().isEmpty(); });
    return rows.mid(0, MostRows);
}

QList<const Field *> PasteSheet::fieldsFor(const QList<QStringList> &sheet, const Target &target) const
{
    qsizetype widest = 0;
    for (const QStringList &cells : sheet)
        widest = qMax(widest, cells.size());
    QList<const Field *> fields;
    for (qsizetype at = 0; at < widest; ++at)
        fields.append(m_entity.field(target.columns.value(at + (target.over.isEmpty() ? 0 : target.first))));
    return fields;
}

void PasteSheet::read(const QString &text, const Target &target)
{
    m_rows.clear();
    QList<QStringList> sheet = split(text);
    const QList<const Field *> named = sheet.isEmpty() ? QList<const Field *>() : m_reader.named(sheet.first());
    m_heading = !named.isEmpty();
    m_reader.setFields(m_heading ? named : fieldsFor(sheet, target));
    if (m_heading)
        sheet.removeFirst();
    for (qsizetype at = 0; at < sheet.size(); ++at) {
        if (!target.over.isEmpty() && at >= target.over.size())
            return;
        m_rows.append(target.over.isEmpty() ? m_reader.readNew(sheet[at], target.preset) : m_reader.read(sheet[at], target.over[at]));
    }
}

int PasteSheet::goodRows() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const SheetRow &row) { return row.isGood(); }));
}

Result<Saved> PasteSheet::take() const
{
    QList<Record> records;
    for (const SheetRow &row : m_rows)
        if (row.isGood())
            records.append(row.record);
    return m_records.saveAll(records, QStringLiteral("import"));
}

} // namespace guanxi::app
