// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/listexport.h"

#include "app/tables/csvwriter.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"

namespace guanxi::app {

namespace {

QString cellText(const RecordListModel &model, int row, int column)
{
    const model::Record &record = model.record(row);
    const model::Field &field = model.field(column);
    if (!record.isValid() || !record.applies(field))
        return {};
    const FieldText words(model.records());
    const bool calculated = isRightAligned(field) || field.type == model::FieldType::Date || field.type == model::FieldType::DateTime;
    return calculated ? words.plain(model.entity(), field, record.value(field.id)) : safeCell(words.text(record, field));
}

} // namespace

int ListExtract::rowCount() const { return all ? model.rowCount() : int(rows.size()); }

TableExtract tableOf(const ListExtract &extract)
{
    TableExtract table;
    for (qsizetype at = 0; at < extract.columns.size(); ++at) {
        const int column = extract.columns[at];
        table.columns.append({extract.model.headerData(column, Qt::Horizontal).toString(), extract.widths.value(at, 1),
                              isRightAligned(extract.model.field(column))});
    }
    table.rows = extract.rowCount();
    table.shown = [extract](int row, int column) {
        return extract.model.index(extract.row(row), extract.columns[column]).data().toString();
    };
    table.plain = [extract](int row, int column) { return cellText(extract.model, extract.row(row), extract.columns[column]); };
    return table;
}

} // namespace guanxi::app
