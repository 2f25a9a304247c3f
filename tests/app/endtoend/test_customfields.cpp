// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testdesk.h"

#include <catch2/catch_test_macros.hpp>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;

TEST_CASE("A field that a user defines works at every desk like a built-in one")
{
    const QString password = QLatin1String(ServerProcess::AdminPassword);
    ServerProcess server;
    server.start();
    TestDesk one;
    TestDesk two;
    REQUIRE(one.enrol(server.code(), QStringLiteral("admin"), password).ok());
    REQUIRE(two.enrol(server.code(), QStringLiteral("admin"), password).ok());
    Record definition = one->records().create(CustomField::entity);
    definition.set(CustomField::object, QStringLiteral("account"));
    definition.set(CustomField::name, QStringLiteral("boiler_pressure"));
    definition.set(CustomField::label, QStringLiteral(R"({"zh":"锅炉压力","en":"Boiler pressure"})"));
    definition.set(CustomField::type, qint64(CustomField::Text));
    REQUIRE(one->records().save(definition).ok());

    const auto fieldAt = [](TestDesk &desk) { return desk->catalogue().at(Account::entity).field(u"boiler_pressure"); };
    REQUIRE(waitFor([&] { return fieldAt(one) && fieldAt(two); }));
    REQUIRE(one.waitQuiet());
    REQUIRE(two.waitQuiet());
    const FieldId field = fieldAt(one)->id;
    CHECK(field >= system::FirstCustom);
    CHECK(fieldAt(two)->id == field);

    Record account = newAccount(*one, QStringLiteral("锅炉厂"));
    account.setValue(field, QStringLiteral("16 bar"));
    const RecordRef ref = account.ref();
    REQUIRE(one->records().save(account).ok());
    REQUIRE(waitFor([&] { return two->records().load(ref).ok(); }));
    CHECK(two->records().load(ref).value().value(field).text() == QStringLiteral("16 bar"));

    storage::Query query;
    query.entity = Account::entity;
    query.filter = storage::Filter::contains(field, QStringLiteral("16"));
    CHECK(two->records().findNow(query).value().size() == 1);
    std::optional<Result<std::vector<qint64>>> rows;
    QObject context;
    two->records().find(query, &context, [&](Result<std::vector<qint64>> found) { rows = std::move(found); });
    REQUIRE(waitFor([&] { return rows.has_value(); }));
    CHECK(rows->ok());

    SECTION("a desk that enrols later knows it from the start")
    {
        TestDesk three;
        REQUIRE(three.enrol(server.code(), QStringLiteral("admin"), password).ok());
        CHECK(three->records().load(ref).value().value(field).text() == QStringLiteral("16 bar"));
    }
    SECTION("a desk and a server that start again know it still")
    {
        two->signOut();
        two.restart();
        server.stop();
        server.start();
        REQUIRE(two.signIn(password).ok());
        REQUIRE(two.waitQuiet());
        CHECK(two->records().load(ref).value().value(field).text() == QStringLiteral("16 bar"));
    }
}
