// SPDX-License-Identifier: GPL-3.0-or-later
#include "formwalk.h"

#include "app/widgets/recordformdialog.h"
#include "app/widgets/transitiondialog.h"
#include "formtyper.h"
#include "tests/app/support/fakerecords.h"
#include "tests/app/widgets/widgetwait.h"

namespace guanxi::test {

using namespace model;

RecordRef fillForm(WalkCompany &company, ValueMaker &values, const Entity &entity, const app::Preset &preset)
{
    app::LocalRecords &records = company.ann.records();
    Record wanted = values.make(entity);
    for (const auto &[field, value] : preset)
        wanted.setValue(field, value);
    tests::FakeDrafts drafts;
    app::RecordFormDialog dialog(records, drafts, entity.id, preset);
    tests::activate(dialog);
    FormTyper typer(records);
    const Record given = records.create(entity.id);
    for (const Field &field : entity.fields()) {
        INFO("field " << field.name.toStdString());
        if (!given.value(field.id).isNull() || (wanted.value(field.id).isNull() && !field.required))
            continue;
        CHECK((field.isEditable() || field.computed == Computed::Server));
        if (field.isEditable())
            CHECK(typer.type(dialog.form()->editor(field.id), wanted.value(field.id)));
    }
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    for (const Field &field : entity.fields())
        if (!dialog.form()->faultText(field.id).isEmpty())
            FAIL_CHECK(field.name.toStdString() << ": " << dialog.form()->faultText(field.id).toStdString());
    const RecordRef ref = dialog.form()->ref();
    company.settle();
    const Record stored = company.server.record(ref);
    INFO(company.lastRefusal(ref));
    CHECK(stored.isValid());
    for (const Field *field : ValueMaker::typedFields(entity))
        if (stored.isValid() && field->required && given.value(field->id).isNull()) {
            INFO("stored " << field->name.toStdString());
            CHECK(stored.value(field->id) == wanted.value(field->id));
        }
    CHECK(company.agree(ref));
    return ref;
}

void fillStep(WalkCompany &company, ValueMaker &values, const Record &record, const Transition &step)
{
    app::TransitionDialog dialog(company.ann.records(), record, step, step.required);
    tests::activate(dialog);
    FormTyper typer(company.ann.records());
    for (app::FieldEditor *editor : dialog.findChildren<app::FieldEditor *>()) {
        const Field &field = editor->field();
        INFO("field " << field.name.toStdString());
        const Value wanted = values.value(record.entity(), field, 1);
        CHECK(typer.type(editor, wanted));
        CHECK(dialog.filled().value(field.id) == wanted);
    }
    QTest::keyClick(&dialog, Qt::Key_Return);
    for (FieldId needed : step.required)
        CHECK_FALSE(dialog.filled().value(needed).isNull());
    CHECK(dialog.result() == QDialog::Accepted);
}

} // namespace guanxi::test
