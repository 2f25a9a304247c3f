// SPDX-License-Identifier: GPL-3.0-or-later
#include "listcheck.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>

namespace guanxi::test {

using namespace app;
using model::Field;
using model::FieldId;

namespace {

/// RFC 4180, as a spreadsheet reads it.
QList<QStringList> cellsOf(const QByteArray &csv)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    const QString text = QString::fromUtf8(csv).remove(QChar(0xFEFF));
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text[at];
        QString &cell = rows.last().last();
        if (quoted && letter == u'"' && text.mid(at + 1, 1) == QStringLiteral("\"")) {
            cell += letter;
            ++at;
        } else if (letter == u'"') {
            quoted = !quoted;
        } else if (!quoted && letter == u',') {
            rows.last().append(QString());
        } else if (!quoted && letter == u'\n') {
            rows.append(QStringList{QString()});
        } else if (quoted || letter != u'\r') {
            cell += letter;
        }
    }
    return rows;
}

int rowOf(RecordListModel &list, const model::RecordRef &ref)
{
    for (int row = 0; row < list.rowCount(); ++row)
        if (list.ref(row) == ref)
            return row;
    return -1;
}

/// Something can be said about the value: it is there, and so is the record it names.
bool isNamed(Records &records, const Field &field, const model::Value &value)
{
    if (field.isReference())
        return !value.isNull() && records.load({field.targets.first(), value.id()}).ok();
    return !value.isNull();
}

} // namespace

void checkListAndExport(Records &records, const model::RecordRef &ref)
{
    const model::Entity &entity = records.catalogue().at(ref.entity);
    RecordListView view(records, entity.id);
    RecordListModel &list = view.model();
    CHECK(list.columnCount() > 0);
    QList<FieldId> all;
    for (const Field *field : list.possibleColumns())
        all.append(field->id);
    list.setColumns(all);
    view.reload();
    CHECK(tests::waitFor([&] { return !list.isSearching() && list.rowCount() > 0; }));
    const int row = rowOf(list, ref);
    CHECK(row >= 0);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    CHECK(view.writeCsvTo(file).ok());
    const QList<QStringList> cells = cellsOf(file.data());
    const model::Record record = records.load(ref).value();
    const QStringList exported = cells.value(row + 1);
    for (qsizetype column = 0; column < all.size(); ++column) {
        const Field &field = *entity.field(all[column]);
        INFO("column " << field.name.toStdString());
        CHECK(cells.first().value(column) == fieldLabel(entity, field));
        CHECK(exported.value(column) == FieldText(records).plain(entity, field, record.value(field.id)));
        CHECK((!isNamed(records, field, record.value(field.id)) || !exported.value(column).isEmpty()));
    }
}

} // namespace guanxi::test
