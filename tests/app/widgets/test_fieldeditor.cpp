// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldeditor.h"

#include "app/widgets/dateeditors.h"
#include "app/widgets/lookupeditors.h"
#include "common/model/catalogue/customers.h"
#include "tests/app/support/samplecompany.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>

#include <QLineEdit>
#include <QSignalSpy>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using model::Account;
using model::Contact;
using model::FieldType;
using model::Value;

namespace {

std::unique_ptr<FieldEditor> editorOf(SampleCompany &company, model::EntityId entity, model::FieldId field)
{
    const model::Entity &declared = company.catalogue.at(entity);
    return std::unique_ptr<FieldEditor>(FieldEditor::create(*company.records, declared, *declared.field(field), nullptr));
}

/// A value the field may hold.
Value sample(const SampleCompany &company, const model::Field &field)
{
    switch (field.type) {
    case FieldType::Bool:
        return Value(true);
    case FieldType::Date:
        return Value(20000);
    case FieldType::DateTime:
        return Value(qint64(1700000012345));
    case FieldType::Int:
    case FieldType::Decimal:
    case FieldType::Percent:
    case FieldType::Money:
    case FieldType::Choice:
        return Value(1);
    case FieldType::State:
        return Value(2);
    case FieldType::Tags:
        return Value(QStringList{u"a"_s, u"b"_s});
    case FieldType::Dictionary:
        return company.records->dictionary(field.dictionary).isEmpty() ? Value()
                                                                       : Value(company.records->dictionary(field.dictionary).first().id);
    case FieldType::Reference:
        return Value(Uuid::named("x"));
    case FieldType::AnyReference:
        return Value(model::RecordRef{field.targets.isEmpty() ? Account::entity : field.targets.first(), Uuid::named("x")});
    case FieldType::References:
        return model::valueOf({Uuid::named("x")});
    case FieldType::BlobRef:
    case FieldType::Picture:
        return Value(QByteArray(32, 'x'));
    default:
        return Value(u"t"_s);
    }
}

} // namespace

TEST_CASE("the editor of every field of the catalogue gives back what it was given, and its emptiness", "[editor]")
{
    SampleCompany company(1);
    for (const model::Entity &entity : company.catalogue.entities())
        for (const model::Field &field : entity.fields()) {
            CAPTURE(entity.name, field.name);
            const std::unique_ptr<FieldEditor> editor(FieldEditor::create(*company.records, entity, field, nullptr));
            const Value value = sample(company, field);
            editor->setValue(value);
            CHECK(editor->value() == value);
            editor->setValue({});
            CHECK((editor->value().isNull() || field.type == FieldType::Bool));
            CHECK_FALSE(editor->accessibleName().isEmpty());
        }
}

TEST_CASE("a number that cannot be read is a fault that names what was typed", "[editor]")
{
    SampleCompany company(1);
    const auto editor = editorOf(company, Account::entity, Account::annualTurnover.id);
    activate(*editor);
    typeInto(editor->findChild<QLineEdit *>(), u"12a"_s);
    REQUIRE(editor->fault());
    CHECK(editor->fault()->args == QStringList{u"annual_turnover"_s, u"12a"_s});
}

TEST_CASE("arrow keys step a date by days", "[editor]")
{
    SampleCompany company(1);
    const auto editor = editorOf(company, Account::entity, Account::birthDate.id);
    editor->setValue(Value(20000));
    activate(*editor);
    auto *line = editor->findChild<DateLine *>();
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Down);
    CHECK(editor->value() == Value(20001));
}

TEST_CASE("a look-up finds by typing and takes the hit with Enter", "[editor]")
{
    SampleCompany company(5);
    const auto editor = editorOf(company, Contact::entity, Contact::account.id);
    activate(*editor);
    auto *line = editor->findChild<LookupLine *>();
    typeInto(line, u"恒通"_s);
    CHECK(editor->fault());
    QTest::keyClick(line, Qt::Key_Return);
    CHECK_FALSE(editor->value().isNull());
    CHECK(line->text().contains(u"恒通"_s));
    CHECK_FALSE(editor->fault());
}

TEST_CASE("a look-up that finds nothing offers to create the record", "[editor]")
{
    SampleCompany company(2);
    const auto editor = editorOf(company, Contact::entity, Contact::account.id);
    QSignalSpy created(editor.get(), &FieldEditor::createRequested);
    activate(*editor);
    auto *line = editor->findChild<LookupLine *>();
    typeInto(line, u"Nobody Ltd"_s);
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(created.size() == 1);
    CHECK(created.first().at(1).toString() == u"Nobody Ltd"_s);
}

TEST_CASE("stars are set with the number keys", "[editor]")
{
    SampleCompany company(1);
    const auto editor = editorOf(company, Account::entity, Account::credit.id);
    activate(*editor);
    QTest::keyClick(editor->focusProxy(), Qt::Key_4);
    CHECK(editor->value() == Value(company.records->item(u"stars"_s, u"4"_s)));
    QTest::keyClick(editor->focusProxy(), Qt::Key_Delete);
    CHECK(editor->value().isNull());
}

TEST_CASE("a phone number keeps its country", "[editor]")
{
    SampleCompany company(1);
    const auto editor = editorOf(company, Account::entity, Account::phone.id);
    for (const QString &number : {u"+49 30 123456"_s, u"010-12345678"_s, u"+999 5"_s, u"+852 2345 6789"_s}) {
        editor->setValue(Value(number));
        CHECK(editor->value() == Value(number));
    }
}
