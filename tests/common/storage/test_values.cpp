// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/random.h"
#include "common/storage/values.h"
#include "testcatalogue.h"
#include "testdatabase.h"

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::storage;
using namespace guanxi::storage::test;

TEST_CASE("a value of the wrong kind is refused with the field's name")
{
    Catalogue catalogue;
    declareTest(catalogue);
    const Entity &entity = catalogue.at(customer::Entity);
    QByteArray scratch;
    const auto refused = [&](FieldId field, const Value &value) {
        const auto cell = cellOf(*entity.field(field), value, scratch);
        REQUIRE_FALSE(cell.ok());
        CHECK(cell.error().args.value(0) == entity.field(field)->name);
        return cell.error().code;
    };
    CHECK(refused(customer::Stars.id, QStringLiteral("5")) == ErrorCode::BadValue);
    CHECK(refused(customer::Name.id, 5) == ErrorCode::BadValue);
    CHECK(refused(customer::Name.id, QStringList{QStringLiteral("x")}) == ErrorCode::BadValue);
    CHECK(refused(customer::Tags.id, QStringLiteral("x")) == ErrorCode::BadValue);
    CHECK(refused(customer::Region.id, QByteArray(16, 'x')) == ErrorCode::BadValue);
    CHECK(refused(customer::About.id, Uuid::named("x")) == ErrorCode::BadValue);
    CHECK(refused(customer::Picture.id, QStringLiteral("x")) == ErrorCode::BadValue);
    CHECK(refused(customer::Name.id, QString(QChar::Null)) == ErrorCode::BadText);
    CHECK(refused(customer::Tags.id, QStringList{QString(QChar(0xd800))}) == ErrorCode::BadText);
    CHECK(scratch.isEmpty());
}

TEST_CASE("fields with the names of the row's own columns get other names")
{
    Catalogue catalogue;
    declareTest(catalogue);
    const Entity &entity = catalogue.at(customer::Entity);
    CHECK(columnName(*entity.field(customer::Code.id)) == "\"rev_field\"");
    CHECK(columnName(*entity.field(customer::Choice.id)) == "\"order\"");
    Field custom;
    custom.id = 65540;
    custom.name = QStringLiteral("whatever\"; DROP TABLE");
    custom.custom = true;
    CHECK(columnName(custom) == "custom_65540");
}
