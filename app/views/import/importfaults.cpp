// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importfaults.h"

#include "app/widgets/errortext.h"

#include <QCoreApplication>

namespace guanxi::app {

ImportFaults::ImportFaults(const QString &path, const model::Entity &entity, const QStringList &heads)
    : m_entity(entity), m_heads(heads), m_writer(path)
{
}

Result<void> ImportFaults::begin()
{
    TableSheet sheet;
    for (const QString &head : std::as_const(m_heads))
        sheet.columns.append({head, {}});
    sheet.columns.append({QCoreApplication::translate("ImportDialog", "What is wrong"), {}});
    return m_writer.begin({sheet});
}

QString ImportFaults::faultsOf(const ImportLine &row) const
{
    QStringList faults;
    for (const SheetRow::Cell &cell : row.sheet.cells)
        if (cell.fault)
            faults.append(errorText(*cell.fault, &m_entity));
    for (const Error &fault : row.sheet.faults)
        faults.append(errorText(fault, &m_entity));
    return faults.join(u' ');
}

Result<void> ImportFaults::add(const ImportLine &row)
{
    if (row.verdict != ImportLine::Verdict::Faulty)
        return {};
    QStringList cells = row.texts;
    cells.resize(m_heads.size());
    cells.append(faultsOf(row));
    QList<TableCell> line;
    for (const QString &cell : std::as_const(cells))
        line.append({CellKind::Text, cell});
    return m_writer.write(0, line);
}

Result<void> ImportFaults::finish()
{
    GUANXI_TRY(m_writer.end());
    return m_writer.putInPlace();
}

} // namespace guanxi::app
