// SPDX-License-Identifier: GPL-3.0-or-later
#include "listcheck.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "tests/app/export/exportedfile.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>


namespace guanxi::test {

using namespace app;
using model::Field;
using model::FieldId;

namespace {

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
    ExportPlan plan;
    plan.entity = entity.id;
    plan.shown = view.shownColumns();
    plan.format = TableFormat::Xml;
    CHECK(plan.shown == all);
    // Pictures stand in a list, in no table.
    all.removeIf([&](FieldId field) { return entity.field(field)->isContent(); });
    const ExportedFile file(records, plan);
    CHECK((file.outcome.ok() && *file.outcome));
    const QList<QStringList> cells = file.cells();
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
